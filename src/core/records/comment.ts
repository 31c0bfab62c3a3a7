import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { uuidv7 } from 'uuidv7';
import type { commentListInputSchema } from '../../contracts/comment.ts';
import { type Comment, commentCreateSchema, commentSchema, commentUpdateSchema } from '../../contracts/comment.ts';
import { AdiuvaError } from '../../contracts/errors.ts';
import { type CommentId, commentIdSchema, type ProjectId, type TaskId } from '../../contracts/ids.ts';
import type { Database } from '../db/openDatabase.ts';
import type { Reader } from '../workspace.ts';
import { createPager, type Order } from './pager.ts';
import { editableOf, given, type RecordStore } from './recordStore.ts';
import { columnList, createRowWriter, type RawRow } from './rows.ts';
import { tasks } from './taskTables.ts';

export const comments = sqliteTable(
  'comments',
  {
    id: text().$type<CommentId>().primaryKey(),
    version: integer().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    taskId: text('task_id')
      .$type<TaskId>()
      .notNull()
      .references(() => tasks.id),
    author: text().notNull(),
    body: text().notNull(),
  },
  (table) => [index('comments_task_created').on(table.taskId, table.createdAt, table.id)],
);

type Raw = RawRow<typeof comments.$inferSelect>;
const SELECT = `select ${columnList(comments, 'r')} from comments r`;

export function createCommentStore(database: Database): RecordStore<Comment> {
  const { sqlite } = database;
  const rows = createRowWriter<Comment>(database, comments);
  const selectOne = sqlite.prepare<[string], Raw>(`${SELECT} where r.id = ?`);
  const selectTask = sqlite.prepare<[string], { title: string; projectId: ProjectId | null; isApproved: number }>(
    'select title, project_id as projectId, is_approved as isApproved from tasks where id = ?',
  );
  const countOnTask = sqlite.prepare<[number, string]>(
    'update tasks set comment_count = comment_count + ? where id = ?',
  );
  const selectIds = sqlite.prepare<[string, number], { id: string }>(
    'select id from comments where id > ? order by id limit ?',
  );

  return {
    kind: 'comment',
    read: (id) => selectOne.get(id) ?? null,
    insert(comment) {
      rows.insert(comment);
      countOnTask.run(1, comment.taskId);
    },
    update: rows.update,
    remove(comment) {
      rows.remove(comment.id);
      countOnTask.run(-1, comment.taskId);
    },
    create(input, { now, author }) {
      const fields = commentCreateSchema.parse(input);
      return {
        id: fields.id ?? commentIdSchema.parse(uuidv7()),
        version: 1,
        createdAt: now,
        updatedAt: now,
        taskId: fields.taskId,
        author,
        body: fields.body,
      };
    },
    edit(before, input) {
      const { id: _id, expectedVersion: _version, ...fields } = commentUpdateSchema.parse(input);
      return { ...before, ...given(fields) };
    },
    editable: editableOf(commentUpdateSchema),
    fromJson: (json) => commentSchema.parse(json),
    parseTarget: (input) => commentUpdateSchema.parse(input),
    titleOf: (comment) => selectTask.get(comment.taskId)?.title ?? '',
    projectIdOf: (comment) => selectTask.get(comment.taskId)?.projectId ?? null,
    references: (comment) => [{ field: 'taskId', kind: 'task', id: comment.taskId }],
    children: () => [],
    mentions: () => [],
    countKeys: () => [],
    isPending: () => false,
    document(comment) {
      const task = selectTask.get(comment.taskId);
      if (task === undefined || task.isApproved === 0) return null;
      return { kind: 'comment', id: comment.id, title: task.title, body: comment.body, projectId: task.projectId };
    },
    alsoIndexed: () => [],
    idsAfter: (id, limit) => selectIds.all(id, limit).map((row) => row.id),
  };
}

const oldestFirst: Order<Raw> = {
  name: 'created',
  key: 'r.created_at',
  id: 'r.id',
  direction: 'asc',
  type: 'number',
  keyOf: (row) => [row.createdAt, row.id],
};

export function createCommentReader(database: Database): Reader<Comment, Comment, typeof commentListInputSchema> {
  const selectOne = database.sqlite.prepare<[string], Raw>(`${SELECT} where r.id = ?`);
  const page = createPager<Raw>(database);
  return {
    get(id) {
      const row = selectOne.get(id);
      if (row === undefined) throw new AdiuvaError('notFound', { recordKind: 'comment', id });
      return row;
    },
    list({ taskId, limit, cursor }) {
      return page({
        select: SELECT,
        where: [{ sql: 'r.task_id = ?', values: [taskId] }],
        order: oldestFirst,
        limit,
        cursor,
        toItem: (row): Comment => row,
      });
    },
  };
}
