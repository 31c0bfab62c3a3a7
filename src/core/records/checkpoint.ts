import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { uuidv7 } from 'uuidv7';
import type { checkpointListInputSchema } from '../../contracts/checkpoint.ts';
import {
  type Checkpoint,
  checkpointCreateSchema,
  checkpointSchema,
  checkpointUpdateSchema,
} from '../../contracts/checkpoint.ts';
import { AdiuvaError } from '../../contracts/errors.ts';
import { type CheckpointId, checkpointIdSchema, type ProjectId } from '../../contracts/ids.ts';
import type { Database } from '../db/openDatabase.ts';
import type { Reader } from '../workspace.ts';
import { type Condition, createPager, type Order } from './pager.ts';
import { projects } from './project.ts';
import { editableOf, given, type RecordStore } from './recordStore.ts';
import { columnList, createRowWriter, type RawRow } from './rows.ts';

export const checkpoints = sqliteTable(
  'checkpoints',
  {
    id: text().$type<CheckpointId>().primaryKey(),
    version: integer().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    title: text().notNull(),
    projectId: text('project_id')
      .$type<ProjectId>()
      .notNull()
      .references(() => projects.id),
    date: text().notNull(),
    isDone: integer('is_done', { mode: 'boolean' }).notNull(),
    isAiSuggested: integer('is_ai_suggested', { mode: 'boolean' }).notNull(),
    isApproved: integer('is_approved', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    index('checkpoints_date').on(table.date, table.id),
    index('checkpoints_done_date').on(table.isDone, table.date, table.id),
    index('checkpoints_project_date').on(table.projectId, table.date, table.id),
    index('checkpoints_next')
      .on(table.projectId, table.date, table.id)
      .where(sql`is_done = 0 and is_approved = 1`),
    index('checkpoints_pending')
      .on(table.date, table.id)
      .where(sql`is_approved = 0`),
  ],
);

type Raw = RawRow<typeof checkpoints.$inferSelect>;
const SELECT = `select ${columnList(checkpoints, 'm')} from checkpoints m`;
const toCheckpoint = (row: Raw): Checkpoint => ({
  ...row,
  isDone: row.isDone === 1,
  isAiSuggested: row.isAiSuggested === 1,
  isApproved: row.isApproved === 1,
});

export function createCheckpointStore(database: Database): RecordStore<Checkpoint> {
  const { sqlite } = database;
  const rows = createRowWriter<Checkpoint>(database, checkpoints);
  const selectOne = sqlite.prepare<[string], Raw>(`${SELECT} where m.id = ?`);
  const selectIds = sqlite.prepare<[string, number], { id: string }>(
    'select id from checkpoints where id > ? order by id limit ?',
  );

  return {
    kind: 'checkpoint',
    read(id) {
      const row = selectOne.get(id);
      return row === undefined ? null : toCheckpoint(row);
    },
    insert: rows.insert,
    update: rows.update,
    remove: (checkpoint) => rows.remove(checkpoint.id),
    create(input, { now }) {
      const fields = checkpointCreateSchema.parse(input);
      return {
        id: fields.id ?? checkpointIdSchema.parse(uuidv7()),
        version: 1,
        createdAt: now,
        updatedAt: now,
        title: fields.title,
        projectId: fields.projectId,
        date: fields.date,
        isDone: fields.isDone ?? false,
        isAiSuggested: false,
        isApproved: true,
      };
    },
    edit(before, input) {
      const { id: _id, expectedVersion: _version, ...fields } = checkpointUpdateSchema.parse(input);
      return { ...before, ...given(fields) };
    },
    editable: editableOf(checkpointUpdateSchema),
    fromJson: (json) => checkpointSchema.parse(json),
    parseTarget: (input) => checkpointUpdateSchema.parse(input),
    titleOf: (checkpoint) => checkpoint.title,
    projectIdOf: (checkpoint) => checkpoint.projectId,
    references: (checkpoint) => [{ field: 'projectId', kind: 'project', id: checkpoint.projectId }],
    children: () => [],
    mentions: () => [],
    countKeys: () => [],
    isPending: (checkpoint) => !checkpoint.isApproved,
    document: (checkpoint) =>
      checkpoint.isApproved
        ? { kind: 'checkpoint', id: checkpoint.id, title: checkpoint.title, body: '', projectId: checkpoint.projectId }
        : null,
    alsoIndexed: () => [],
    idsAfter: (id, limit) => selectIds.all(id, limit).map((row) => row.id),
  };
}

const byDate: Order<Raw> = {
  name: 'date',
  key: 'm.date',
  id: 'm.id',
  direction: 'asc',
  type: 'string',
  keyOf: (row) => [row.date, row.id],
};

export function createCheckpointReader(
  database: Database,
): Reader<Checkpoint, Checkpoint, typeof checkpointListInputSchema> {
  const selectOne = database.sqlite.prepare<[string], Raw>(`${SELECT} where m.id = ?`);
  const page = createPager<Raw>(database);
  return {
    get(id) {
      const row = selectOne.get(id);
      if (row === undefined) throw new AdiuvaError('notFound', { recordKind: 'checkpoint', id });
      return toCheckpoint(row);
    },
    list({ projectId, isDone, from, to, pending, limit, cursor }) {
      const where: Condition[] = [];
      if (projectId !== undefined) where.push({ sql: 'm.project_id = ?', values: [projectId] });
      if (isDone !== undefined) where.push({ sql: 'm.is_done = ?', values: [Number(isDone)] });
      if (from !== undefined) where.push({ sql: 'm.date >= ?', values: [from] });
      if (to !== undefined) where.push({ sql: 'm.date <= ?', values: [to] });
      // The unary plus keeps the planner from the index of pending ones, which are few.
      if (pending === 'exclude') where.push({ sql: '+m.is_approved = 1', values: [] });
      if (pending === 'only') where.push({ sql: 'm.is_approved = 0', values: [] });
      return page({ select: SELECT, where, order: byDate, limit, cursor, toItem: toCheckpoint });
    },
  };
}
