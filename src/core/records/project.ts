import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { uuidv7 } from 'uuidv7';
import { AdiuvaError } from '../../contracts/errors.ts';
import { type CheckpointId, type ClientId, type ProjectId, projectIdSchema } from '../../contracts/ids.ts';
import type { projectListInputSchema } from '../../contracts/project.ts';
import {
  type Project,
  projectCreateSchema,
  projectSchema,
  type ProjectStatus,
  type ProjectSummary,
  projectUpdateSchema,
} from '../../contracts/project.ts';
import type { Color } from '../../contracts/text.ts';
import type { Database } from '../db/openDatabase.ts';
import type { Reader } from '../workspace.ts';
import { clients } from './client.ts';
import { type Condition, createPager, type Order } from './pager.ts';
import { editableOf, given, type RecordPointer, type RecordStore } from './recordStore.ts';
import { columnList, createRowWriter, type RawRow } from './rows.ts';
import { createTaskCountKeeper } from './taskCounts.ts';

export const projects = sqliteTable(
  'projects',
  {
    id: text().$type<ProjectId>().primaryKey(),
    version: integer().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    name: text().notNull(),
    clientId: text('client_id')
      .$type<ClientId>()
      .references(() => clients.id),
    color: integer().$type<Color>().notNull(),
    status: text().$type<ProjectStatus>().notNull(),
    isPinned: integer('is_pinned', { mode: 'boolean' }).notNull(),
    archivedAt: integer('archived_at'),
    description: text().notNull(),
  },
  (table) => [
    index('projects_created').on(table.createdAt, table.id),
    index('projects_status_created').on(table.status, table.createdAt, table.id),
    index('projects_client_created').on(table.clientId, table.createdAt, table.id),
    index('projects_pinned_created').on(table.isPinned, table.createdAt, table.id),
  ],
);

type Raw = RawRow<typeof projects.$inferSelect>;
const toProject = (row: Raw): Project => ({ ...row, isPinned: row.isPinned === 1 });

/** Keys of the kept counts of a project's approved tasks. */
export const taskCountKey = (projectId: string): string => `project/${projectId}/tasks`;
export const doneTaskCountKey = (projectId: string): string => `project/${projectId}/done`;

export function createProjectStore(database: Database): RecordStore<Project> {
  const { sqlite } = database;
  const rows = createRowWriter<Project>(database, projects);
  const taskCounts = createTaskCountKeeper(database);
  const selectOne = sqlite.prepare<[string], Raw>(`select ${columnList(projects, 'p')} from projects p where p.id = ?`);
  const moveTasks = sqlite.prepare<[string | null, string]>('update tasks set client_id = ? where project_id = ?');
  const selectChildren = sqlite.prepare<[string, string], RecordPointer>(
    `select 'task' as kind, id from tasks where project_id = ? union all select 'checkpoint', id from checkpoints where project_id = ?`,
  );
  const selectNotes = sqlite.prepare<[string], { id: string }>('select id from notes where project_id = ? order by id');
  const selectIds = sqlite.prepare<[string, number], { id: string }>(
    'select id from projects where id > ? order by id limit ?',
  );

  return {
    kind: 'project',
    read(id) {
      const row = selectOne.get(id);
      return row === undefined ? null : toProject(row);
    },
    insert: rows.insert,
    update(project, before) {
      rows.update(project, before);
      if (project.clientId === before.clientId) return;
      moveTasks.run(project.clientId, project.id);
      taskCounts.moveProject(project.id, before.clientId, project.clientId);
    },
    remove: (project) => rows.remove(project.id),
    create(input, { now }) {
      const fields = projectCreateSchema.parse(input);
      const status = fields.status ?? 'active';
      return {
        id: fields.id ?? projectIdSchema.parse(uuidv7()),
        version: 1,
        createdAt: now,
        updatedAt: now,
        name: fields.name,
        description: fields.description ?? '',
        clientId: fields.clientId ?? null,
        color: fields.color ?? 1,
        status,
        isPinned: fields.isPinned ?? false,
        archivedAt: status === 'archived' ? now : null,
      };
    },
    edit(before, input, { now }) {
      const { id: _id, expectedVersion: _version, ...fields } = projectUpdateSchema.parse(input);
      const after: Project = { ...before, ...given(fields) };
      if (after.status === before.status) return after;
      return { ...after, archivedAt: after.status === 'archived' ? now : null };
    },
    editable: editableOf(projectUpdateSchema),
    fromJson: (json) => projectSchema.parse(json),
    parseTarget: (input) => projectUpdateSchema.parse(input),
    titleOf: (project) => project.name,
    projectIdOf: (project) => project.id,
    references: (project) =>
      project.clientId === null ? [] : [{ field: 'clientId', kind: 'client', id: project.clientId }],
    children: (id) => selectChildren.all(id, id),
    mentions: (id) => selectNotes.all(id).map((note) => ({ kind: 'note', id: note.id, fields: { projectId: null } })),
    countKeys: () => [],
    isPending: () => false,
    document: (project) => ({
      kind: 'project',
      id: project.id,
      title: project.name,
      body: project.description,
      projectId: project.id,
    }),
    alsoIndexed: () => [],
    idsAfter: (id, limit) => selectIds.all(id, limit).map((row) => row.id),
  };
}

type RawSummary = Raw & {
  taskCount: number;
  doneTaskCount: number;
  nextId: CheckpointId | null;
  nextTitle: string | null;
  nextDate: string | null;
};

/** The next checkpoint is the first that is approved and not done, by its date, also one whose date has passed. */
const SELECT_SUMMARY = `
  select ${columnList(projects, 'p')},
    ifnull((select value from counts where key = 'project/' || p.id || '/tasks'), 0) as taskCount,
    ifnull((select value from counts where key = 'project/' || p.id || '/done'), 0) as doneTaskCount,
    n.id as nextId, n.title as nextTitle, n.date as nextDate
  from projects p
  left join checkpoints n on n.id = (
    select id from checkpoints where project_id = p.id and is_done = 0 and is_approved = 1 order by date, id limit 1
  )`;

function toSummary({ nextId, nextTitle, nextDate, ...row }: RawSummary): ProjectSummary {
  return {
    ...row,
    isPinned: row.isPinned === 1,
    nextCheckpoint:
      nextId === null || nextTitle === null || nextDate === null
        ? null
        : { id: nextId, title: nextTitle, date: nextDate },
  };
}

const byCreation: Order<RawSummary> = {
  name: 'created',
  key: 'p.created_at',
  id: 'p.id',
  direction: 'asc',
  type: 'number',
  keyOf: (row) => [row.createdAt, row.id],
};

/** Projects in the order they were made, with their kept task counts. */
export function createProjectReader(
  database: Database,
): Reader<ProjectSummary, ProjectSummary, typeof projectListInputSchema> {
  const selectOne = database.sqlite.prepare<[string], RawSummary>(`${SELECT_SUMMARY} where p.id = ?`);
  const page = createPager<RawSummary>(database);
  return {
    get(id) {
      const row = selectOne.get(id);
      if (row === undefined) throw new AdiuvaError('notFound', { recordKind: 'project', id });
      return toSummary(row);
    },
    list({ status, clientId, isPinned, limit, cursor }) {
      const where: Condition[] = [];
      if (status !== 'all') where.push({ sql: 'p.status = ?', values: [status] });
      if (clientId === null) where.push({ sql: 'p.client_id is null', values: [] });
      else if (clientId !== undefined) where.push({ sql: 'p.client_id = ?', values: [clientId] });
      if (isPinned !== undefined) where.push({ sql: 'p.is_pinned = ?', values: [Number(isPinned)] });
      return page({ select: SELECT_SUMMARY, where, order: byCreation, limit, cursor, toItem: toSummary });
    },
  };
}
