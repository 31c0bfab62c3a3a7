import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import { generateKeyBetween } from 'fractional-indexing';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { type ClientId, type ProjectId, type TaskId, taskIdSchema } from '../../contracts/ids.ts';
import {
  type Priority,
  type Task,
  taskCreateSchema,
  taskSchema,
  type TaskStatus,
  taskUpdateSchema,
} from '../../contracts/task.ts';
import type { Database } from '../db/openDatabase.ts';
import { doneTaskCountKey, projects, taskCountKey } from './project.ts';
import { editableOf, given, type RecordPointer, type RecordStore } from './recordStore.ts';
import { columnList, createRowWriter, type RawRow } from './rows.ts';

export const tasks = sqliteTable(
  'tasks',
  {
    id: text().$type<TaskId>().primaryKey(),
    version: integer().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    title: text().notNull(),
    status: text().$type<TaskStatus>().notNull(),
    priority: text().$type<Priority>().notNull(),
    dueDate: text('due_date'),
    dueTime: text('due_time'),
    projectId: text('project_id')
      .$type<ProjectId>()
      .references(() => projects.id),
    assignees: text({ mode: 'json' }).$type<string[]>().notNull(),
    labels: text({ mode: 'json' }).$type<string[]>().notNull(),
    sortOrder: text('sort_order').notNull(),
    recurrence: text(),
    completedAt: integer('completed_at'),
    isAiSuggested: integer('is_ai_suggested', { mode: 'boolean' }).notNull(),
    isApproved: integer('is_approved', { mode: 'boolean' }).notNull(),
    /** Derived: the client of its project; kept by the project when that gets another one. */
    clientId: text('client_id').$type<ClientId>(),
    /** Derived: not done. */
    isOpen: integer('is_open', { mode: 'boolean' }).notNull(),
    /** Derived: date, time and manual order as one text that sorts; undated last. */
    dueSort: text('due_sort').notNull(),
    /** Derived: when it was completed, 0 while open. */
    completedSort: integer('completed_sort').notNull(),
    /** Derived from the description. */
    hasDescription: integer('has_description', { mode: 'boolean' }).notNull(),
    /** Kept by the comments as they come and go. */
    commentCount: integer('comment_count').notNull().default(0),
    // Last, so that lists do not read through it.
    description: text().notNull(),
  },
  (table) => [
    index('tasks_open_due').on(table.isOpen, table.dueSort, table.id),
    index('tasks_due').on(table.dueSort, table.id),
    index('tasks_status_due').on(table.status, table.dueSort, table.id),
    index('tasks_status_manual').on(table.status, table.sortOrder, table.id),
    index('tasks_open_manual').on(table.isOpen, table.sortOrder, table.id),
    index('tasks_manual').on(table.sortOrder, table.id),
    index('tasks_created').on(table.createdAt, table.id),
    index('tasks_updated').on(table.updatedAt, table.id),
    index('tasks_completed').on(table.completedSort, table.id),
    index('tasks_project_due').on(table.projectId, table.isOpen, table.dueSort, table.id),
    index('tasks_project_manual').on(table.projectId, table.isOpen, table.sortOrder, table.id),
    index('tasks_client_due').on(table.clientId, table.isOpen, table.dueSort, table.id),
    index('tasks_client_manual').on(table.clientId, table.isOpen, table.sortOrder, table.id),
    index('tasks_priority_due').on(table.priority, table.isOpen, table.dueSort, table.id),
    index('tasks_priority_manual').on(table.priority, table.isOpen, table.sortOrder, table.id),
    index('tasks_pending')
      .on(table.dueSort, table.id)
      .where(sql`is_approved = 0`),
  ],
);

type Row = typeof tasks.$inferSelect;
type Raw = RawRow<Omit<Row, 'clientId' | 'isOpen' | 'dueSort' | 'completedSort' | 'hasDescription' | 'commentCount'>>;

const DERIVED = ['clientId', 'isOpen', 'dueSort', 'completedSort', 'hasDescription', 'commentCount'];
export const SELECT_TASK = `select ${columnList(tasks, 't', DERIVED)} from tasks t`;

const wordsSchema = z.array(z.string());
/** A list as the table keeps it. */
export const readWords = (json: string): string[] => (json === '[]' ? [] : wordsSchema.parse(JSON.parse(json)));

export function toTask(row: Raw): Task {
  return {
    ...row,
    assignees: readWords(row.assignees),
    labels: readWords(row.labels),
    isAiSuggested: row.isAiSuggested === 1,
    isApproved: row.isApproved === 1,
  };
}

/** Undated tasks come after all dated ones. A task without a time comes before those with one, as a whole day does. */
export const UNDATED = '~';
export function dueSortOf({ dueDate, dueTime, sortOrder }: Pick<Task, 'dueDate' | 'dueTime' | 'sortOrder'>): string {
  return dueDate === null ? `${UNDATED} ${sortOrder}` : `${dueDate}T${dueTime ?? ''} ${sortOrder}`;
}

const toRow = (task: Task, clientId: ClientId | null): Row => ({
  ...task,
  clientId,
  isOpen: task.status !== 'done',
  dueSort: dueSortOf(task),
  completedSort: task.completedAt ?? 0,
  hasDescription: task.description !== '',
  commentCount: 0,
});

/** Keys of the kept counts of approved tasks: open ones by day. */
export const OPEN_COUNT_PREFIX = 'tasks/open/';
export const OPEN_UNDATED_COUNT_KEY = `${OPEN_COUNT_PREFIX}none`;
export const DONE_COUNT_KEY = 'tasks/done';

export function createTaskStore(database: Database): RecordStore<Task> {
  const { sqlite } = database;
  const rows = createRowWriter<Row>(database, tasks, ['commentCount']);
  const selectOne = sqlite.prepare<[string], Raw>(`${SELECT_TASK} where t.id = ?`);
  const selectComments = sqlite.prepare<[string], { id: string }>(
    'select id from comments where task_id = ? order by created_at, id',
  );
  const selectLast = sqlite.prepare<[], { last: string | null }>('select max(sort_order) as last from tasks');
  const selectIds = sqlite.prepare<[string, number], { id: string }>(
    'select id from tasks where id > ? order by id limit ?',
  );

  const selectClient = sqlite.prepare<[string], { clientId: ClientId | null }>(
    'select client_id as clientId from projects where id = ?',
  );

  const clientOf = ({ projectId }: Task): ClientId | null =>
    projectId === null ? null : (selectClient.get(projectId)?.clientId ?? null);
  const comments = (id: string): RecordPointer[] =>
    selectComments.all(id).map((row) => ({ kind: 'comment', id: row.id }));

  return {
    kind: 'task',
    read(id) {
      const row = selectOne.get(id);
      return row === undefined ? null : toTask(row);
    },
    insert: (task) => rows.insert(toRow(task, clientOf(task))),
    update(task, before) {
      // Where the project stays, so does the client that the row has.
      const [after, earlier] = task.projectId === before.projectId ? [null, null] : [clientOf(task), clientOf(before)];
      rows.update(toRow(task, after), toRow(before, earlier));
    },
    remove: (task) => rows.remove(task.id),
    create(input, { now }) {
      const fields = taskCreateSchema.parse(input);
      const status = fields.status ?? 'todo';
      const dueDate = fields.dueDate ?? null;
      return {
        id: fields.id ?? taskIdSchema.parse(uuidv7()),
        version: 1,
        createdAt: now,
        updatedAt: now,
        title: fields.title,
        description: fields.description ?? '',
        status,
        priority: fields.priority ?? 'medium',
        dueDate,
        dueTime: dueDate === null ? null : (fields.dueTime ?? null),
        projectId: fields.projectId ?? null,
        assignees: fields.assignees ?? [],
        labels: fields.labels ?? [],
        sortOrder:
          fields.sortOrder === undefined ? orderAfter(selectLast.get()?.last ?? null) : checkOrder(fields.sortOrder),
        recurrence: fields.recurrence ?? null,
        completedAt: status === 'done' ? now : null,
        isAiSuggested: false,
        isApproved: true,
      };
    },
    edit(before, input, { now }) {
      const { id: _id, expectedVersion: _version, ...fields } = taskUpdateSchema.parse(input);
      const after: Task = { ...before, ...given(fields) };
      if (fields.sortOrder !== undefined) checkOrder(fields.sortOrder);
      if (after.dueDate === null) after.dueTime = null;
      if (after.status !== before.status) {
        if (after.status !== 'done') after.completedAt = null;
        else after.completedAt ??= now;
      }
      return after;
    },
    editable: editableOf(taskUpdateSchema),
    fromJson: (json) => taskSchema.parse(json),
    parseTarget: (input) => taskUpdateSchema.parse(input),
    titleOf: (task) => task.title,
    projectIdOf: (task) => task.projectId,
    references: (task) =>
      task.projectId === null ? [] : [{ field: 'projectId', kind: 'project', id: task.projectId }],
    children: comments,
    mentions: () => [],
    countKeys: countKeysOfTask,
    isPending: (task) => !task.isApproved,
    document: (task) =>
      task.isApproved
        ? {
            kind: 'task',
            id: task.id,
            title: task.title,
            body: [...task.labels, ...task.assignees, task.description].filter((text) => text !== '').join('\n'),
            projectId: task.projectId,
          }
        : null,
    // A comment goes by its task's title and project, and is found only where its task is.
    alsoIndexed: (before, after) =>
      before !== null &&
      after !== null &&
      (before.title !== after.title || before.projectId !== after.projectId || before.isApproved !== after.isApproved)
        ? comments(after.id)
        : [],
    idsAfter: (id, limit) => selectIds.all(id, limit).map((row) => row.id),
  };
}

function countKeysOfTask(task: Task): string[] {
  if (!task.isApproved) return [];
  const isDone = task.status === 'done';
  const keys = [
    isDone ? DONE_COUNT_KEY : task.dueDate === null ? OPEN_UNDATED_COUNT_KEY : OPEN_COUNT_PREFIX + task.dueDate,
  ];
  if (task.projectId !== null) {
    keys.push(taskCountKey(task.projectId));
    if (isDone) keys.push(doneTaskCountKey(task.projectId));
  }
  return keys;
}

/** The next place in the manual order. Fractional indexing: https://github.com/rocicorp/fractional-indexing */
function orderAfter(last: string | null): string {
  return generateKeyBetween(last, null);
}

/** Refuses text that is no place in the order: nothing could ever be put after it. @throws ZodError */
function checkOrder(order: string): string {
  try {
    generateKeyBetween(order, null);
    return order;
  } catch {
    throw new z.ZodError([{ code: 'custom', path: ['sortOrder'], message: 'invalid', input: order }]);
  }
}
