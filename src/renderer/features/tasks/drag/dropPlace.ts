import { type ProjectId, projectIdSchema, type TaskId } from '../../../../contracts/ids.ts';
import type { Priority, TaskStatus } from '../../../../contracts/task.ts';
import { addDays, endOfWeek } from '../../../i18n/format.ts';
import type { TaskGrouping } from '../taskSearch.ts';

/** Where dragged tasks would land: a group of a list or board, and what stands before and after them there. */
export interface DropPlace {
  /** The group's key, as `tasks.groups` names it; null in a list without groups. */
  readonly group: string | null;
  readonly after: TaskId | null;
  readonly before: TaskId | null;
  /** False where the list keeps an order of its own (by due date, say): then only the group counts. */
  readonly isOrdered: boolean;
}

/** The fields that a group stands for. */
export interface GroupFields {
  status?: TaskStatus;
  priority?: Priority;
  projectId?: ProjectId | null;
  dueDate?: string | null;
}

/** What `tasks.move` is called with. */
export interface TaskMove {
  readonly ids: TaskId[];
  readonly after: TaskId | null;
  readonly before: TaskId | null;
  readonly fields?: GroupFields;
}

export type Edge = 'top' | 'bottom';

/** Beside a task, above or below it; the moved ones themselves do not count as neighbours. */
export function neighboursBeside(
  order: readonly TaskId[],
  moved: readonly TaskId[],
  target: TaskId,
  edge: Edge,
): { after: TaskId | null; before: TaskId | null } {
  const index = order.indexOf(target);
  if (index < 0) return { after: null, before: null };
  return neighboursAt(order, moved, edge === 'top' ? index : index + 1);
}

/** Between the task at `index - 1` and the one at `index`; the moved ones themselves do not count as neighbours. */
export function neighboursAt(
  order: readonly TaskId[],
  moved: readonly TaskId[],
  index: number,
): { after: TaskId | null; before: TaskId | null } {
  const isMoved = new Set(moved);
  return {
    after: order.slice(0, index).findLast((id) => !isMoved.has(id)) ?? null,
    before: order.slice(index).find((id) => !isMoved.has(id)) ?? null,
  };
}

/** Whether a place is where the moved tasks stand already: one block of this group, between these two. */
export function isWhereTheyAre(order: readonly TaskId[], moved: readonly TaskId[], place: DropPlace): boolean {
  if (!moved.every((id) => order.includes(id))) return false;
  if (!place.isOrdered) return true;
  const isMoved = new Set(moved);
  const first = order.findIndex((id) => isMoved.has(id));
  const isBlock = order.slice(first, first + moved.length).every((id) => isMoved.has(id));
  if (!isBlock) return false;
  const here = neighboursAt(order, moved, first);
  return here.after === place.after && here.before === place.before;
}

/**
 * The fields that a task takes on in a group; null where it cannot be brought there: nothing becomes overdue by hand, and a
 * task has the client of its project. `today` as `YYYY-MM-DD`.
 */
export function fieldsOfGroup(groupBy: TaskGrouping, group: string | null, today: string): GroupFields | null {
  if (group === null) return groupBy === 'none' ? {} : null;
  switch (groupBy) {
    case 'none':
      return {};
    case 'status':
      return group === 'todo' || group === 'in_progress' || group === 'done' ? { status: group } : null;
    case 'priority':
      return group === 'high' || group === 'medium' || group === 'low' ? { priority: group } : null;
    case 'project': {
      if (group === 'none') return { projectId: null };
      const id = projectIdSchema.safeParse(group);
      return id.success ? { projectId: id.data } : null;
    }
    case 'client':
      return null;
    case 'due': {
      const day = dayOfGroup(group, today);
      return day === undefined ? null : { dueDate: day };
    }
  }
}

/** The day a task gets in a group of days; null takes its day away, undefined means that the group cannot be chosen. */
function dayOfGroup(group: string, today: string): string | null | undefined {
  const sunday = endOfWeek(today);
  switch (group) {
    case 'today':
      return today;
    case 'thisWeek': {
      // Friday, the working week's end, or the Sunday once that is over.
      const friday = addDays(sunday, -2);
      return today < friday ? friday : today < sunday ? sunday : undefined;
    }
    case 'later':
      return addDays(sunday, 1);
    case 'noDate':
      return null;
    default:
      return undefined;
  }
}

/**
 * The call for a drop; null where it changes nothing or is not possible. `order`: the tasks of the place's group as they are
 * shown. Within their own group the tasks keep their fields, so that a due date is not changed by sorting.
 */
export function moveOf(
  moved: readonly TaskId[],
  place: DropPlace,
  { order, groupBy, today }: { order: readonly TaskId[]; groupBy: TaskGrouping; today: string },
): TaskMove | null {
  if (moved.length === 0 || isWhereTheyAre(order, moved, place)) return null;
  const isWithin = moved.every((id) => order.includes(id));
  const fields = isWithin ? {} : fieldsOfGroup(groupBy, place.group, today);
  if (fields === null) return null;
  const { after, before } = place.isOrdered ? place : { after: null, before: null };
  return {
    ids: [...moved],
    after,
    before,
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
  };
}

/** Puts `slot` where the dragged tasks would land. Unchanged where the place is not in these lines. */
export function withSlot<Line>(
  lines: readonly Line[],
  place: DropPlace,
  { slot, idOf }: { slot: Line; idOf: (line: Line) => string | null },
): Line[] {
  const before = place.before === null ? -1 : lines.findIndex((line) => idOf(line) === place.before);
  if (before >= 0) return lines.toSpliced(before, 0, slot);
  const after = place.after === null ? -1 : lines.findIndex((line) => idOf(line) === place.after);
  return after < 0 ? [...lines] : lines.toSpliced(after + 1, 0, slot);
}
