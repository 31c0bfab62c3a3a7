import type { TaskListItem } from '../../../../contracts/task.ts';
import type { TaskGrouping } from '../taskSearch.ts';
import { groupOf } from './groupOf.ts';
import type { TaskMove } from './dropPlace.ts';

/** What of a list's question decides whether moved tasks are in its answer. */
export interface ListQuestion {
  readonly status: 'open' | 'todo' | 'in_progress' | 'done' | 'all';
  readonly groupBy: TaskGrouping;
  /** Only this group: a board's column. */
  readonly group: string | undefined;
  readonly today: string;
}

interface Page {
  readonly items: readonly TaskListItem[];
}

/** A task as it will be after the move. `now` in epoch milliseconds. */
export function movedTask(task: TaskListItem, { fields = {} }: TaskMove, now: number): TaskListItem {
  const { status } = fields;
  return {
    ...task,
    ...fields,
    ...(status === undefined || status === task.status ? {} : { completedAt: status === 'done' ? now : null }),
    ...(fields.dueDate === null ? { dueTime: null } : {}),
  };
}

/**
 * The pages of one list with the move already made, until the workspace has answered: the moved tasks leave their places and
 * stand beside the neighbours that were named, in the lists where they belong now. `tasks` are as they will be.
 */
export function moveInPages<P extends Page>(
  pages: readonly P[],
  question: ListQuestion,
  move: TaskMove,
  tasks: readonly TaskListItem[],
): P[] {
  const isMoved = new Set<string>(move.ids);
  const wasHere = new Set(pages.flatMap((page) => page.items.map((task) => task.id)));
  const staying = tasks.filter((task) => belongs(task, question, wasHere.has(task.id)));
  // Where nobody says the place, a task that stays in a list stays where it is.
  const isPlaced = move.after !== null || move.before !== null;
  if (!isPlaced && staying.every((task) => wasHere.has(task.id))) {
    const next = new Map(staying.map((task) => [task.id, task]));
    return pages.map((page) => ({
      ...page,
      items: page.items.flatMap((task) => (isMoved.has(task.id) ? (next.get(task.id) ?? []) : task)),
    }));
  }
  const left = pages.map((page) => ({ ...page, items: page.items.filter((task) => !isMoved.has(task.id)) }));
  const [target, index] = placeIn(left, question, move, staying[0]);
  return left.map((page, number) =>
    number === target ? { ...page, items: page.items.toSpliced(index, 0, ...staying) } : page,
  );
}

function belongs(task: TaskListItem, { status, groupBy, group, today }: ListQuestion, wasHere: boolean): boolean {
  const isInStatus = status === 'all' || (status === 'open' ? task.status !== 'done' : task.status === status);
  if (!isInStatus) return false;
  const key = groupOf(task, groupBy, today);
  if (group === undefined || key === undefined) return wasHere;
  return key === group;
}

/** The page and the index in it where the moved ones go. */
function placeIn(
  pages: readonly Page[],
  { groupBy, group, today }: ListQuestion,
  { after, before }: TaskMove,
  first: TaskListItem | undefined,
): [page: number, index: number] {
  for (const [page, { items }] of pages.entries()) {
    const afterIndex = after === null ? -1 : items.findIndex((task) => task.id === after);
    if (afterIndex >= 0) return [page, afterIndex + 1];
    const beforeIndex = before === null ? -1 : items.findIndex((task) => task.id === before);
    if (beforeIndex >= 0) return [page, beforeIndex];
  }
  // At the head of its group, in a list of several groups.
  if (group === undefined && first !== undefined) {
    const key = groupOf(first, groupBy, today);
    for (const [page, { items }] of pages.entries()) {
      const index = items.findIndex((task) => groupOf(task, groupBy, today) === key);
      if (index >= 0) return [page, index];
    }
  }
  return [0, 0];
}
