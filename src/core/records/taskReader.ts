import { AdiuvaError } from '../../contracts/errors.ts';
import type { TaskCounts, TaskListItem, TaskSort } from '../../contracts/task.ts';
import type { Database } from '../db/openDatabase.ts';
import type { TaskReader } from '../workspace.ts';
import { type Condition, createPager, type Order } from './pager.ts';
import { columnList, type RawRow } from './rows.ts';
import {
  DONE_COUNT_KEY,
  dueSortOf,
  OPEN_COUNT_PREFIX,
  OPEN_UNDATED_COUNT_KEY,
  readWords,
  SELECT_TASK,
  tasks,
  toTask,
  UNDATED,
} from './task.ts';

type Raw = RawRow<Omit<typeof tasks.$inferSelect, 'description' | 'clientId' | 'isOpen' | 'dueSort' | 'completedSort'>>;
const SELECT_ITEM = `select ${columnList(tasks, 't', ['description', 'clientId', 'isOpen', 'dueSort', 'completedSort'])} from tasks t`;

/** Field by field: a copy by spreading costs more than reading the row. */
function toListItem(row: Raw): TaskListItem {
  return {
    id: row.id,
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    title: row.title,
    status: row.status,
    priority: row.priority,
    dueDate: row.dueDate,
    dueTime: row.dueTime,
    projectId: row.projectId,
    assignees: readWords(row.assignees),
    labels: readWords(row.labels),
    sortOrder: row.sortOrder,
    recurrence: row.recurrence,
    completedAt: row.completedAt,
    isAiSuggested: row.isAiSuggested === 1,
    isApproved: row.isApproved === 1,
    hasDescription: row.hasDescription === 1,
    commentCount: row.commentCount,
  };
}

const orders: Record<TaskSort, Order<Raw>> = {
  due: {
    name: 'due',
    key: 't.due_sort',
    id: 't.id',
    direction: 'asc',
    type: 'string',
    keyOf: (row) => [dueSortOf(row), row.id],
  },
  manual: {
    name: 'manual',
    key: 't.sort_order',
    id: 't.id',
    direction: 'asc',
    type: 'string',
    keyOf: (row) => [row.sortOrder, row.id],
  },
  created: {
    name: 'created',
    key: 't.created_at',
    id: 't.id',
    direction: 'desc',
    type: 'number',
    keyOf: (row) => [row.createdAt, row.id],
  },
  updated: {
    name: 'updated',
    key: 't.updated_at',
    id: 't.id',
    direction: 'desc',
    type: 'number',
    keyOf: (row) => [row.updatedAt, row.id],
  },
  completed: {
    name: 'completed',
    key: 't.completed_sort',
    id: 't.id',
    direction: 'desc',
    type: 'number',
    keyOf: (row) => [row.completedAt ?? 0, row.id],
  },
};

/** Tasks by any of their filters and orders, each through an index; counts from what is kept. */
export function createTaskReader(database: Database): TaskReader {
  const { sqlite } = database;
  const selectOne = sqlite.prepare<[string], Parameters<typeof toTask>[0]>(`${SELECT_TASK} where t.id = ?`);
  const selectCounts = sqlite.prepare<{ today: string; sunday: string }, TaskCounts>(`
    select
      ifnull(sum(value), 0) as open,
      ifnull((select value from counts where key = '${DONE_COUNT_KEY}'), 0) as done,
      ifnull(sum(value) filter (where key < '${OPEN_COUNT_PREFIX}' || @today), 0) as overdue,
      ifnull(sum(value) filter (where key = '${OPEN_COUNT_PREFIX}' || @today), 0) as today,
      ifnull(sum(value) filter (where key > '${OPEN_COUNT_PREFIX}' || @today and key <= '${OPEN_COUNT_PREFIX}' || @sunday), 0) as thisWeek,
      ifnull(sum(value) filter (where key > '${OPEN_COUNT_PREFIX}' || @sunday and key < '${OPEN_UNDATED_COUNT_KEY}'), 0) as later,
      ifnull(sum(value) filter (where key = '${OPEN_UNDATED_COUNT_KEY}'), 0) as noDate
    from counts where key >= '${OPEN_COUNT_PREFIX}' and key <= '${OPEN_UNDATED_COUNT_KEY}'`);
  const page = createPager<Raw>(database);

  return {
    get(id) {
      const row = selectOne.get(id);
      if (row === undefined) throw new AdiuvaError('notFound', { recordKind: 'task', id });
      return toTask(row);
    },
    list(input) {
      const { sort, limit, cursor } = input;
      return page({
        select: `${SELECT_ITEM} indexed by ${indexFor(input)}`,
        where: conditionsOf(input),
        order: orders[sort],
        limit,
        cursor,
        toItem: toListItem,
      });
    },
    counts(today) {
      const counts = selectCounts.get({ today, sunday: sundayOf(today) });
      return counts ?? { open: 0, done: 0, overdue: 0, today: 0, thisWeek: 0, later: 0, noDate: 0 };
    },
  };
}

type ListInput = Parameters<TaskReader['list']>[0];

/**
 * The index that serves a list. SQLite's planner has no statistics: it would take any equality over the order that is asked
 * for, and sort half of all tasks for a page of fifty.
 */
function indexFor(input: ListInput): string {
  const { status, sort, pending, projectId, clientId } = input;
  const place = sort === 'manual' ? 'manual' : 'due';
  // Few rows, in whatever order.
  if (pending === 'only') return 'tasks_pending';
  if (typeof projectId === 'string') return `tasks_project_${place}`;
  if (clientId !== undefined) return `tasks_client_${place}`;
  const isByDate = input.dueFrom !== undefined || input.dueTo !== undefined;
  if (isByDate && sort !== 'due') return status === 'all' ? 'tasks_due' : 'tasks_open_due';
  if (sort === 'created' || sort === 'updated' || sort === 'completed') return `tasks_${sort}`;
  if (projectId === null) return `tasks_project_${place}`;
  if (status === 'all') return `tasks_${place}`;
  if (input.priority !== undefined) return `tasks_priority_${place}`;
  return status === 'open' || status === 'done' ? `tasks_open_${place}` : `tasks_status_${place}`;
}

function conditionsOf(input: ListInput): Condition[] {
  const where: Condition[] = [];
  const add = (sql: string, ...values: (string | number)[]): void => void where.push({ sql, values });
  const { status, projectId } = input;

  // Also where the status says as much: the indexes go by it.
  if (status !== 'all') add('t.is_open = ?', status === 'done' ? 0 : 1);
  if (status === 'todo' || status === 'in_progress') add('t.status = ?', status);
  if (input.pending === 'exclude') add('t.is_approved = 1');
  if (input.pending === 'only') add('t.is_approved = 0');
  if (projectId === null) add('t.project_id is null');
  else if (projectId !== undefined) add('t.project_id = ?', projectId);
  if (input.clientId !== undefined) add('t.client_id = ?', input.clientId);
  if (input.priority !== undefined) add('t.priority = ?', input.priority);
  // Days are compared on the sorted text, so that the index by date serves them: `T` follows the day, `U` follows `T`.
  if (input.dueFrom !== undefined) add('t.due_sort >= ?', input.dueFrom);
  if (input.dueTo !== undefined) add('t.due_sort < ?', `${input.dueTo}U`);
  const isOpenEnded = input.dueFrom !== undefined && input.dueTo === undefined;
  if (input.due === 'none') add('t.due_sort >= ?', UNDATED);
  if (input.due === 'dated' || isOpenEnded) add('t.due_sort < ?', UNDATED);
  return where;
}

/** The last day of the week that `day` is in; weeks end on Sunday. */
function sundayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((7 - date.getUTCDay()) % 7));
  return date.getUTCFullYear() > 9999 ? '9999-12-31' : date.toISOString().slice(0, 10);
}
