import { clientIdSchema, projectIdSchema } from '../../contracts/ids.ts';
import {
  prioritySchema,
  type TaskFilter,
  type TaskGroupBy,
  type TaskStatus,
  taskStatusSchema,
} from '../../contracts/task.ts';
import { NONE } from './taskCounts.ts';

/** The statuses that a filter lets through. */
export function statusesOf(status: TaskFilter['status']): readonly TaskStatus[] {
  switch (status) {
    case 'open':
      return ['todo', 'in_progress'];
    case 'all':
      return ['todo', 'in_progress', 'done'];
    case 'todo':
    case 'in_progress':
    case 'done':
      return [status];
  }
}

/** Spans of days that tasks are grouped by, in the order they are shown. */
const DUE_KEYS = ['overdue', 'today', 'thisWeek', 'later', 'noDate'] as const;

/** The keys of a grouping that are always the same, in the order they are shown; null where tasks make them. */
export function fixedKeys(groupBy: TaskGroupBy): readonly string[] | null {
  switch (groupBy) {
    case 'none':
      return ['all'];
    case 'status':
      return taskStatusSchema.options;
    case 'priority':
      return prioritySchema.options;
    case 'due':
      return DUE_KEYS;
    case 'project':
    case 'client':
      return null;
  }
}

/** A group's key as it is told: where done tasks are in, what is past is not overdue. */
export function shownKey(groupBy: TaskGroupBy, key: string, { status }: Pick<TaskFilter, 'status'>): string {
  return groupBy === 'due' && key === 'overdue' && (status === 'done' || status === 'all') ? 'earlier' : key;
}

/** What a filter and one group have in common, as a filter; null where nothing can be in both. */
export function narrow(
  filter: TaskFilter,
  groupBy: TaskGroupBy,
  key: string,
  today: string | undefined,
): TaskFilter | null {
  switch (groupBy) {
    case 'none':
      return filter;
    case 'status': {
      const status = taskStatusSchema.safeParse(key).data;
      return status !== undefined && statusesOf(filter.status).includes(status) ? { ...filter, status } : null;
    }
    case 'priority': {
      const priority = prioritySchema.safeParse(key).data;
      if (priority === undefined || (filter.priority !== undefined && filter.priority !== priority)) return null;
      return { ...filter, priority };
    }
    case 'project': {
      const projectId = key === NONE ? null : projectIdSchema.safeParse(key).data;
      if (projectId === undefined || (filter.projectId !== undefined && filter.projectId !== projectId)) return null;
      return { ...filter, projectId };
    }
    case 'client': {
      const clientId = key === NONE ? null : clientIdSchema.safeParse(key).data;
      if (clientId === undefined || (filter.clientId !== undefined && filter.clientId !== clientId)) return null;
      return { ...filter, clientId };
    }
    case 'due':
      return today === undefined ? null : narrowToDays(filter, key, today);
  }
}

function narrowToDays(filter: TaskFilter, key: string, today: string): TaskFilter | null {
  if (key === 'noDate') {
    const isDated = filter.due === 'dated' || filter.dueFrom !== undefined || filter.dueTo !== undefined;
    return isDated ? null : { ...filter, due: 'none' };
  }
  const span = spanOf(key, today);
  if (span === null || filter.due === 'none') return null;
  const from = [span.from, filter.dueFrom]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const to = [span.to, filter.dueTo].filter((day) => day !== undefined).sort()[0];
  if (from !== undefined && to !== undefined && from > to) return null;
  return {
    ...filter,
    due: 'dated',
    ...(from === undefined ? {} : { dueFrom: from }),
    ...(to === undefined ? {} : { dueTo: to }),
  };
}

function spanOf(key: string, today: string): { from?: string; to?: string } | null {
  const sunday = sundayOf(today);
  switch (key) {
    case 'overdue':
    case 'earlier':
      return today === FIRST_DAY ? null : { to: addDays(today, -1) };
    case 'today':
      return { from: today, to: today };
    case 'thisWeek':
      return sunday === today ? null : { from: addDays(today, 1), to: sunday };
    case 'later':
      return sunday === LAST_DAY ? null : { from: addDays(sunday, 1) };
    default:
      return null;
  }
}

const FIRST_DAY = '0001-01-01';
const LAST_DAY = '9999-12-31';

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The last day of the week that `day` is in; weeks end on Sunday. */
export function sundayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((7 - date.getUTCDay()) % 7));
  return date.getUTCFullYear() > 9999 ? LAST_DAY : date.toISOString().slice(0, 10);
}
