import type { TaskId } from '../../../contracts/ids.ts';
import { type DropPlace, neighboursAt } from './drag/dropPlace.ts';

interface NextPlaceOptions {
  moved: readonly TaskId[];
  /** Where the one with the focus is. */
  group: string | null;
  step: -1 | 1;
  isManual: boolean;
  orderOf: (group: string | null) => readonly TaskId[];
  /** All groups in shown order; none in a list without. */
  groups: readonly string[];
  canEnter: (group: string) => boolean;
}

/**
 * Where tasks go that are moved a step by key: past the neighbour where the order is manual, and from the edge of a group to
 * the near edge of the next one that takes them. Null where there is nothing to move past. `position` counts from 1.
 */
export function nextPlace({
  moved,
  group,
  step,
  isManual,
  orderOf,
  groups,
  canEnter,
}: NextPlaceOptions): { place: DropPlace; position: number } | null {
  const isMoved = new Set(moved);
  if (isManual) {
    const order = orderOf(group);
    const rest = order.filter((id) => !isMoved.has(id));
    const edge = step < 0 ? order.findIndex((id) => isMoved.has(id)) : order.findLastIndex((id) => isMoved.has(id));
    // How many of the others stand before the moved ones.
    const before = order.slice(0, edge).filter((id) => !isMoved.has(id)).length;
    const index = before + step;
    if (index >= 0 && index <= rest.length) {
      return { place: { group, ...neighboursAt(rest, [], index), isOrdered: true }, position: index + 1 };
    }
  }
  const at = group === null ? -1 : groups.indexOf(group);
  if (at < 0) return null;
  const others = step < 0 ? groups.slice(0, at).toReversed() : groups.slice(at + 1);
  const next = others.find(canEnter);
  if (next === undefined) return null;
  const rest = orderOf(next).filter((id) => !isMoved.has(id));
  const index = step < 0 ? rest.length : 0;
  const place: DropPlace = isManual
    ? { group: next, ...neighboursAt(rest, [], index), isOrdered: true }
    : { group: next, after: null, before: null, isOrdered: false };
  return { place, position: index + 1 };
}
