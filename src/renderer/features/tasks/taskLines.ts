import type { TaskListItem } from '../../../contracts/task.ts';
import { endOfWeek } from '../../i18n/format.ts';
import type { TaskGrouping } from './taskSearch.ts';

/** One line of the list. A task stands for itself; `count` is null while the workspace has not said it. */
export interface HeadingLine {
  readonly kind: 'heading';
  readonly group: string;
  readonly count: number | null;
  readonly isFolded: boolean;
}
export type TaskLine = HeadingLine | TaskListItem;
/** Where dragged tasks would land. */
export interface SlotLine {
  readonly kind: 'slot';
}

export const isHeading = (line: TaskLine | SlotLine | undefined): line is HeadingLine =>
  line !== undefined && 'kind' in line && line.kind === 'heading';

export const isTask = (line: TaskLine | SlotLine | undefined): line is TaskListItem =>
  line !== undefined && !('kind' in line);

/** Tells to which group a task belongs, by the keys of `tasks.groups`. */
export type GroupKeyOf = (task: Pick<TaskListItem, 'status' | 'priority' | 'projectId' | 'dueDate'>) => string;

interface GroupingContext {
  groupBy: TaskGrouping;
  today: string;
  /** Whether only open tasks are listed; among them what is past is overdue, otherwise it is just earlier. */
  isOpenOnly: boolean;
  clientOfProject: (projectId: string | null) => string | null;
}

/** What is not in any group has the key of `none`. */
export function groupKeyBy({ groupBy, today, isOpenOnly, clientOfProject }: GroupingContext): GroupKeyOf {
  switch (groupBy) {
    case 'none':
      return () => 'none';
    case 'status':
      return (task) => task.status;
    case 'priority':
      return (task) => task.priority;
    case 'project':
      return (task) => task.projectId ?? 'none';
    case 'client':
      return (task) => clientOfProject(task.projectId) ?? 'none';
    case 'due': {
      const sunday = endOfWeek(today);
      return ({ dueDate }) => {
        if (dueDate === null) return 'noDate';
        if (dueDate < today) return isOpenOnly ? 'overdue' : 'earlier';
        if (dueDate === today) return 'today';
        return dueDate <= sunday ? 'thisWeek' : 'later';
      };
    }
  }
}

interface LinesOptions {
  groupBy: TaskGrouping;
  keyOf: GroupKeyOf;
  /** All groups as the workspace orders and counts them; absent while that is not known. */
  groups: readonly { key: string; count: number }[] | undefined;
  folded: ReadonlySet<string>;
  /** Groups that nothing is in have a heading too: where they are few and always the same. */
  showsEmpty?: boolean;
  /** All tasks are there: what follows the last one is no longer on its way. */
  isComplete: boolean;
}

/**
 * Headings between tasks that come group after group. A folded group is its heading alone, in its place. Groups without
 * tasks are left out unless asked for, and so are those that are further down than what was read.
 */
export function linesOf(
  pages: readonly { items: readonly TaskListItem[] }[],
  { groupBy, keyOf, groups, folded, showsEmpty = false, isComplete }: LinesOptions,
): TaskLine[] {
  const lines: TaskLine[] = [];
  if (groupBy === 'none') {
    for (const { items } of pages) for (const task of items) lines.push(task);
    return lines;
  }
  const order = new Map(groups?.map(({ key }, index) => [key, index]));
  const counts = new Map(groups?.map(({ key, count }) => [key, count]));
  const shown = new Set<string>();
  const addHeading = (key: string): void => {
    if (shown.has(key)) return;
    shown.add(key);
    lines.push({ kind: 'heading', group: key, count: counts.get(key) ?? null, isFolded: folded.has(key) });
  };
  /** Groups without a task on the pages that come before a place: folded ones, which were not read perhaps, and empty ones. */
  const addPassed = (index: number): void => {
    if (folded.size === 0 && !showsEmpty) return;
    for (const { key, count } of groups ?? []) {
      if ((order.get(key) ?? 0) >= index) return;
      if (count > 0 ? folded.has(key) : showsEmpty) addHeading(key);
    }
  };
  let current: string | null = null;
  let isFolded = false;
  for (const { items } of pages) {
    for (const task of items) {
      const key = keyOf(task);
      if (key !== current) {
        addPassed(order.get(key) ?? 0);
        addHeading(key);
        current = key;
        isFolded = folded.has(key);
      }
      if (!isFolded) lines.push(task);
    }
  }
  if (isComplete) addPassed(Infinity);
  return lines;
}

/** From where the next tasks are read: on by the list's one cursor, or, once a folded group is skipped, group by group. */
export interface PageStart {
  /** null: all groups, one after the other */
  readonly group: string | null;
  readonly cursor: string | null;
}

export const FIRST_PAGE: PageStart = { group: null, cursor: null };

/** Where the page after this one begins; null at the end. What is folded is not read. */
export function nextStart(
  page: { start: PageStart; nextCursor: string | null; lastGroup: string | null },
  { order, folded }: { order: readonly string[]; folded: ReadonlySet<string> },
): PageStart | null {
  const { start, nextCursor } = page;
  const group = start.group ?? page.lastGroup;
  const isSkipped = group !== null && folded.has(group) && order.includes(group);
  if (nextCursor !== null && !isSkipped) return { group: start.group, cursor: nextCursor };
  if (start.group === null && !isSkipped) return null;
  const next = order.slice(order.indexOf(group ?? '') + 1).find((key) => !folded.has(key));
  return next === undefined ? null : { group: next, cursor: null };
}
