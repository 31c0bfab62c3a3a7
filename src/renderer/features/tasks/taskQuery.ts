import type { ClientId, ProjectId } from '../../../contracts/ids.ts';
import type { Priority } from '../../../contracts/task.ts';
import { addDays, endOfWeek } from '../../i18n/format.ts';
import {
  daysOfRange,
  type TaskGrouping,
  type TaskLayout,
  type TaskSearch,
  type TaskSorting,
  type TaskStatusFilter,
} from './taskSearch.ts';

/** Which tasks: the filter of `tasks.list` and `tasks.groups`. */
export interface TaskFilterInput {
  status: TaskStatusFilter;
  /** null: tasks in no project */
  projectId?: ProjectId | null;
  /** null: tasks that are no client's */
  clientId?: ClientId | null;
  priority?: Priority;
  label?: string;
  assignee?: string;
  dueFrom?: string;
  dueTo?: string;
  due?: 'none';
  text?: string;
  pending: 'include' | 'exclude';
}

/** What an address of Tasks asks the workspace for. */
export interface TaskQuery {
  layout: TaskLayout;
  filter: TaskFilterInput;
  groupBy: TaskGrouping;
  sort: TaskSorting;
  /** The day that groups and filters by date count from. */
  today: string;
}

export const layoutOf = (search: TaskSearch): TaskLayout => search.layout ?? 'list';

/** The grouping without a word about it: by due date in a list, by status on a board. */
export const defaultGrouping = (layout: TaskLayout): TaskGrouping => (layout === 'board' ? 'status' : 'due');

/** A board has columns, so it cannot do without a grouping. */
export function groupingOf(search: TaskSearch): TaskGrouping {
  const layout = layoutOf(search);
  return layout === 'board' && search.group === 'none'
    ? defaultGrouping(layout)
    : (search.group ?? defaultGrouping(layout));
}

/** A board whose columns are the states shows all of them. */
export function statusOf(search: TaskSearch): TaskStatusFilter {
  const showsAll = layoutOf(search) === 'board' && groupingOf(search) === 'status';
  return search.status ?? (showsAll ? 'all' : 'open');
}

export function defaultSorting(search: TaskSearch): TaskSorting {
  if (layoutOf(search) === 'board') return 'manual';
  return statusOf(search) === 'done' ? 'completed' : 'due';
}

export const sortingOf = (search: TaskSearch): TaskSorting => search.sort ?? defaultSorting(search);

/** The address of Tasks as what to ask for. */
export function taskQueryOf(search: TaskSearch, today: string): TaskQuery {
  const { project, client, priority, label, assignee, text } = search;
  const status = statusOf(search);
  return {
    layout: layoutOf(search),
    filter: {
      // What is done is late no more.
      status: search.due === 'overdue' && status === 'all' ? 'open' : status,
      ...(project === undefined ? {} : { projectId: project === 'none' ? null : project }),
      ...(client === undefined ? {} : { clientId: client === 'none' ? null : client }),
      ...(priority === undefined ? {} : { priority }),
      ...(label === undefined ? {} : { label }),
      ...(assignee === undefined ? {} : { assignee }),
      ...dueFilter(search.due, today),
      ...(text === undefined ? {} : { text }),
      pending: status === 'done' ? 'exclude' : 'include',
    },
    groupBy: groupingOf(search),
    sort: sortingOf(search),
    today,
  };
}

function dueFilter(due: TaskSearch['due'], today: string): Pick<TaskFilterInput, 'dueFrom' | 'dueTo' | 'due'> {
  switch (due) {
    case undefined:
      return {};
    case 'overdue':
      return { dueTo: addDays(today, -1) };
    case 'today':
      return { dueFrom: today, dueTo: today };
    case 'week':
      return { dueFrom: today, dueTo: endOfWeek(today) };
    case 'none':
      return { due: 'none' };
    default: {
      const { from, to } = daysOfRange(due);
      return { ...(from === null ? {} : { dueFrom: from }), ...(to === null ? {} : { dueTo: to }) };
    }
  }
}

/** Whether the address narrows the list beyond its usual: by anything but layout, grouping and order. */
export function isNarrowed(search: TaskSearch): boolean {
  const { status, project, client, priority, label, assignee, due, text } = search;
  return [status, project, client, priority, label, assignee, due, text].some((value) => value !== undefined);
}

/** The address with none of its filters; layout, grouping, order and the open task stay. */
export const withoutFilters = {
  status: undefined,
  project: undefined,
  client: undefined,
  priority: undefined,
  label: undefined,
  assignee: undefined,
  due: undefined,
  text: undefined,
  view: undefined,
} satisfies Partial<TaskSearch>;
