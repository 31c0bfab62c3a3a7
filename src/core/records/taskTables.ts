import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClientId, ProjectId, TaskId } from '../../contracts/ids.ts';
import type { Priority, TaskStatus } from '../../contracts/task.ts';
import { projects } from './project.ts';

type Filtered = Record<'projectId' | 'clientId' | 'priority' | 'status', AnySQLiteColumn>;
const filteredBy = ({ projectId, clientId, priority, status }: Filtered) =>
  [projectId, clientId, priority, status] as const;

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
    blockedBy: text('blocked_by', { mode: 'json' }).$type<TaskId[]>().notNull(),
    completedAt: integer('completed_at'),
    seriesId: text('series_id').$type<TaskId>(),
    occurrence: text(),
    seriesStart: text('series_start'),
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
    checklistTotal: integer('checklist_total').notNull(),
    checklistDone: integer('checklist_done').notNull(),
    /** Kept by the comments as they come and go. */
    commentCount: integer('comment_count').notNull().default(0),
    /** Kept by the tasks that block it. */
    openBlockerCount: integer('open_blocker_count').notNull().default(0),
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
    // What follows the id is filtered by on the way, without reading the rows that do not pass.
    index('tasks_created').on(table.isOpen, table.createdAt, table.id, ...filteredBy(table)),
    index('tasks_updated').on(table.isOpen, table.updatedAt, table.id, ...filteredBy(table)),
    index('tasks_completed').on(table.isOpen, table.completedSort, table.id, ...filteredBy(table)),
    index('tasks_project_due').on(table.projectId, table.isOpen, table.dueSort, table.id),
    index('tasks_project_manual').on(table.projectId, table.isOpen, table.sortOrder, table.id),
    index('tasks_client_due').on(table.clientId, table.isOpen, table.dueSort, table.id),
    index('tasks_client_manual').on(table.clientId, table.isOpen, table.sortOrder, table.id),
    index('tasks_priority_due').on(table.priority, table.isOpen, table.dueSort, table.id),
    index('tasks_priority_manual').on(table.priority, table.isOpen, table.sortOrder, table.id),
    index('tasks_pending')
      .on(table.dueSort, table.id)
      .where(sql`is_approved = 0`),
    index('tasks_series')
      .on(table.seriesId, table.occurrence)
      .where(sql`series_id is not null`),
  ],
);

/** A word on a task, with what lists of the tasks that have it are ordered by. */
const wordColumns = {
  taskId: text('task_id').$type<TaskId>().notNull(),
  word: text().notNull(),
  isOpen: integer('is_open', { mode: 'boolean' }).notNull(),
  dueSort: text('due_sort').notNull(),
  sortOrder: text('sort_order').notNull(),
};

export const taskLabels = sqliteTable('task_labels', wordColumns, (table) => [
  primaryKey({ columns: [table.taskId, table.word] }),
  index('task_labels_due').on(table.word, table.isOpen, table.dueSort, table.taskId),
  index('task_labels_manual').on(table.word, table.isOpen, table.sortOrder, table.taskId),
]);

export const taskAssignees = sqliteTable('task_assignees', wordColumns, (table) => [
  primaryKey({ columns: [table.taskId, table.word] }),
  index('task_assignees_due').on(table.word, table.isOpen, table.dueSort, table.taskId),
  index('task_assignees_manual').on(table.word, table.isOpen, table.sortOrder, table.taskId),
]);

/** Which task waits for which, for looking it up from the other end. */
export const taskBlockers = sqliteTable(
  'task_blockers',
  {
    taskId: text('task_id').$type<TaskId>().notNull(),
    blockerId: text('blocker_id').$type<TaskId>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.taskId, table.blockerId] }),
    index('task_blockers_blocker').on(table.blockerId, table.taskId),
  ],
);

/** Kept counts of approved tasks. `scope`: `all`, or `label/` or `assignee/` with the word; `project`: an id, `none`, or `all`. */
export const taskCounts = sqliteTable(
  'task_counts',
  {
    scope: text().notNull(),
    project: text().notNull(),
    status: text().$type<TaskStatus>().notNull(),
    priority: text().$type<Priority>().notNull(),
    value: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.project, table.status, table.priority] })],
);

/**
 * The same by due day, `none` without one. `scope`: also `project/`, `client/` (an id or `none`) and `priority/`. One more
 * dimension would make as many cells as there are tasks.
 */
export const taskDayCounts = sqliteTable(
  'task_day_counts',
  {
    scope: text().notNull(),
    status: text().$type<TaskStatus>().notNull(),
    day: text().notNull(),
    value: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.status, table.day] })],
);
