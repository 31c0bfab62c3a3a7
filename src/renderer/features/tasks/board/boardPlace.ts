import type { TaskId } from '../../../../contracts/ids.ts';
import { type DropPlace, fieldsOfGroup, neighboursAt } from '../drag/dropPlace.ts';
import type { TaskGrouping } from '../taskSearch.ts';

/** One column, as far as it is loaded. */
export interface ColumnOrder {
  readonly key: string;
  readonly order: readonly TaskId[];
  readonly isManual: boolean;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

export type KeyMove =
  | { kind: 'place'; place: DropPlace; /** Counted from one. */ position: number }
  | { kind: 'refused'; why: 'atStart' | 'atEnd' | 'noColumn' | 'sorted' }
  | { kind: 'refused'; why: 'notThere'; key: string };

/**
 * Where Alt and an arrow bring the card with the focus, and those that go with it: one place up or down, or into the next
 * column as far down as they were in their own. Null where the card is in no column.
 */
export function placeByKey(
  columns: readonly ColumnOrder[],
  { active, moved }: { active: TaskId; moved: readonly TaskId[] },
  direction: Direction,
  { groupBy, today }: { groupBy: TaskGrouping; today: string },
): KeyMove | null {
  const at = columns.findIndex(({ order }) => order.includes(active));
  const column = columns[at];
  if (column === undefined) return null;
  const isMoved = new Set(moved);
  // How many of the others stand before it.
  const others = column.order.filter((id) => !isMoved.has(id));
  const index = column.order.slice(0, column.order.indexOf(active)).filter((id) => !isMoved.has(id)).length;
  if (direction === 'up' || direction === 'down') {
    if (!column.isManual) return { kind: 'refused', why: 'sorted' };
    const next = direction === 'up' ? index - 1 : index + 1;
    if (next < 0) return { kind: 'refused', why: 'atStart' };
    if (next > others.length) return { kind: 'refused', why: 'atEnd' };
    return placeIn(column.key, others, next);
  }
  const target = columns[direction === 'left' ? at - 1 : at + 1];
  if (target === undefined) return { kind: 'refused', why: 'noColumn' };
  if (fieldsOfGroup(groupBy, target.key, today) === null) return { kind: 'refused', why: 'notThere', key: target.key };
  if (!target.isManual)
    return { kind: 'place', place: { group: target.key, after: null, before: null, isOrdered: false }, position: 1 };
  const there = target.order.filter((id) => !isMoved.has(id));
  return placeIn(target.key, there, Math.min(index, there.length));
}

function placeIn(group: string, others: readonly TaskId[], index: number): KeyMove {
  return {
    kind: 'place',
    place: { group, ...neighboursAt(others, [], index), isOrdered: true },
    position: index + 1,
  };
}
