import type { TaskFilter, TaskSort } from '../../contracts/task.ts';
import type { TextMatch } from '../search/textFilter.ts';
import { UNDATED } from './dueSort.ts';
import type { Condition } from './pager.ts';

/** `priority` is three lists by date, one after the other. */
export type RowOrder = Exclude<TaskSort, 'priority'>;

/** A way to go through tasks: a table or index to begin from, and what it narrows down by itself. */
export interface Path {
  readonly kind: 'order' | 'status' | 'project' | 'client' | 'priority' | 'label' | 'assignee' | 'pending' | 'text';
  /** `from ...`, tasks as `t`. */
  readonly from: string;
  readonly fromValues: readonly string[];
  /** The alias whose columns the order is read from: `w` where a label's own rows have it. */
  readonly alias: 't' | 'w';
  /** What it is begun with. */
  readonly conditions: readonly Condition[];
  /** Whether it is led by `is_open`, so that a list of all statuses comes in two halves. */
  readonly isHalved: boolean;
  /** Comes in the order that is asked for. */
  readonly isOrdered: boolean;
}

type Place = 'due' | 'manual';
const indexed = (index: string): string => `from tasks t indexed by ${index}`;
const none: readonly string[] = [];

/** The path by the order itself. Without a status, dates and manual order have an index that is not halved. */
export function orderPath(filter: TaskFilter, order: RowOrder): Path {
  const base = { kind: 'order', fromValues: none, alias: 't', conditions: [], isOrdered: true } as const;
  switch (order) {
    case 'due':
    case 'manual':
      return filter.status === 'all'
        ? { ...base, from: indexed(`tasks_${order}`), isHalved: false }
        : { ...base, from: indexed(`tasks_open_${order}`), isHalved: true };
    case 'created':
    case 'updated':
    case 'completed':
      return { ...base, from: indexed(`tasks_${order}`), isHalved: true };
  }
}

/** The few that wait for approval, in whatever order. */
export function pendingPath(order: RowOrder): Path {
  return {
    kind: 'pending',
    from: indexed('tasks_pending'),
    fromValues: none,
    alias: 't',
    conditions: [{ sql: 't.is_approved = 0', values: [] }],
    isHalved: false,
    isOrdered: order === 'due',
  };
}

/** The tasks that have the words of a search, all of them, in no order. */
export function textPath(match: TextMatch): Path {
  return {
    kind: 'text',
    from: `from ${match.source.sql} w cross join tasks t on t.id = w.id`,
    fromValues: match.source.values,
    alias: 't',
    conditions: [],
    isHalved: false,
    isOrdered: false,
  };
}

/** The paths that a filter's own fields open. */
export function narrowPaths(filter: TaskFilter, order: RowOrder): Path[] {
  const paths: Path[] = [];
  const isOrdered = order === 'due' || order === 'manual';
  // Where rows have to be sorted anyway, those of a span of days can be had alone.
  const place: Place = order === 'manual' && !hasDays(filter) ? 'manual' : 'due';
  const places: readonly Place[] = order === 'manual' && hasDays(filter) ? ['manual', 'due'] : [place];
  const add = (kind: Path['kind'], from: (place: Place) => string, alias: 't' | 'w', condition: Condition): void => {
    for (const at of places) {
      paths.push({
        kind,
        from: from(at),
        fromValues: none,
        alias,
        conditions: [condition],
        isHalved: kind !== 'status',
        isOrdered: isOrdered && at === order,
      });
    }
  };
  if (filter.status === 'todo' || filter.status === 'in_progress')
    add('status', (at) => indexed(`tasks_status_${at}`), 't', { sql: 't.status = ?', values: [filter.status] });
  if (filter.projectId !== undefined)
    add('project', (at) => indexed(`tasks_project_${at}`), 't', isOrNull('t.project_id', filter.projectId));
  if (filter.clientId !== undefined)
    add('client', (at) => indexed(`tasks_client_${at}`), 't', isOrNull('t.client_id', filter.clientId));
  if (filter.priority !== undefined)
    add('priority', (at) => indexed(`tasks_priority_${at}`), 't', { sql: 't.priority = ?', values: [filter.priority] });
  if (filter.label !== undefined) add('label', words('labels'), 'w', { sql: 'w.word = ?', values: [filter.label] });
  if (filter.assignee !== undefined)
    add('assignee', words('assignees'), 'w', { sql: 'w.word = ?', values: [filter.assignee] });
  return paths;
}

/** The path by date, for those of a span of days where another order is asked for. */
export function dayPath(filter: TaskFilter): Path {
  return { ...orderPath(filter, 'due'), isOrdered: false };
}

const words =
  (field: 'labels' | 'assignees') =>
  (place: Place): string =>
    `from task_${field} w indexed by task_${field}_${place} cross join tasks t on t.id = w.task_id`;

const isOrNull = (column: string, id: string | null): Condition =>
  id === null ? { sql: `${column} is null`, values: [] } : { sql: `${column} = ?`, values: [id] };

export const hasDays = ({ due, dueFrom, dueTo }: TaskFilter): boolean =>
  due !== 'any' || dueFrom !== undefined || dueTo !== undefined;

/** The conditions of a filter that a path does not begin with; the halves of `is_open` and the words of a search apart. */
export function conditionsOf(filter: TaskFilter, path: Path): Condition[] {
  const where: Condition[] = [];
  const add = (sql: string, ...values: string[]): void => void where.push({ sql, values });
  if ((filter.status === 'todo' || filter.status === 'in_progress') && path.kind !== 'status')
    add('t.status = ?', filter.status);
  if (filter.pending === 'exclude') add('t.is_approved = 1');
  if (filter.pending === 'only' && path.kind !== 'pending') add('t.is_approved = 0');
  if (filter.projectId !== undefined && path.kind !== 'project') where.push(isOrNull('t.project_id', filter.projectId));
  if (filter.clientId !== undefined && path.kind !== 'client') where.push(isOrNull('t.client_id', filter.clientId));
  if (filter.priority !== undefined && path.kind !== 'priority') add('t.priority = ?', filter.priority);
  if (filter.label !== undefined && path.kind !== 'label') add(hasWord('task_labels'), filter.label);
  if (filter.assignee !== undefined && path.kind !== 'assignee') add(hasWord('task_assignees'), filter.assignee);
  // Days are compared on the sorted text, so that the index by date serves them: `T` follows the day, `U` follows `T`.
  const due = `${path.alias}.due_sort`;
  if (filter.dueFrom !== undefined) add(`${due} >= ?`, filter.dueFrom);
  if (filter.dueTo !== undefined) add(`${due} < ?`, `${filter.dueTo}U`);
  const isOpenEnded = filter.dueFrom !== undefined && filter.dueTo === undefined;
  if (filter.due === 'none') add(`${due} >= ?`, UNDATED);
  if (filter.due === 'dated' || isOpenEnded) add(`${due} < ?`, UNDATED);
  return where;
}

const hasWord = (table: string): string => `exists (select 1 from ${table} h where h.task_id = t.id and h.word = ?)`;
