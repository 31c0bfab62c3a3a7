import { generateNKeysBetween } from 'fractional-indexing';
import type { TaskId } from '../../contracts/ids.ts';
import type { Database } from '../db/openDatabase.ts';
import { isOrder } from './manualOrder.ts';

export interface TaskPlaces {
  /**
   * Places in the manual order for `ids`, one after the other, after one task and before another, and new places for others
   * where theirs left no room: tasks that share a place, or places that have grown long. Neighbours that are gone, or that
   * stand the other way round by now, say nothing; where nothing is left to go by, there are no new places.
   */
  between(ids: readonly TaskId[], after: TaskId | null, before: TaskId | null): Map<TaskId, string>;
}

interface Placed {
  readonly id: TaskId;
  readonly sortOrder: string;
}

/** Places longer than this are made anew with those around them. */
const LENGTH_MAX = 120;
/** How many tasks before and after get new places then. */
const NEIGHBOURHOOD = 100;

export function createTaskPlaces(database: Database): TaskPlaces {
  const { sqlite } = database;
  const selectOne = sqlite.prepare<[string], Placed>('select id, sort_order as sortOrder from tasks where id = ?');
  const selectAfter = sqlite.prepare<[string, string, number], Placed>(
    `select id, sort_order as sortOrder from tasks indexed by tasks_manual
     where (sort_order, id) > (?, ?) order by sort_order, id limit ?`,
  );
  const selectBefore = sqlite.prepare<[string, string, number], Placed>(
    `select id, sort_order as sortOrder from tasks indexed by tasks_manual
     where (sort_order, id) < (?, ?) order by sort_order desc, id desc limit ?`,
  );

  return {
    between(ids, after, before) {
      const moving = new Set<string>(ids);
      const find = (id: TaskId | null): Placed | null =>
        id === null || moving.has(id) ? null : (selectOne.get(id) ?? null);
      const next = (from: Placed, count: number): Placed[] =>
        stay(selectAfter.all(from.sortOrder, from.id, count + ids.length));
      const previous = (from: Placed, count: number): Placed[] =>
        stay(selectBefore.all(from.sortOrder, from.id, count + ids.length));
      const stay = (rows: Placed[]): Placed[] => rows.filter((row) => !moving.has(row.id));

      const [upper, lower] = [find(after), find(before)];
      // Right after the one above, where both are there: what lies hidden between the two stays after what is moved.
      const above = upper ?? (lower === null ? null : (previous(lower, 1)[0] ?? null));
      if (upper === null && lower === null) return new Map();
      const below = above === null ? lower : (next(above, 1)[0] ?? null);
      const orders = ordersBetween(above?.sortOrder ?? null, below?.sortOrder ?? null, ids.length);
      if (orders !== null) return new Map(ids.map((id, index) => [id, orders[index] ?? '']));

      // No room: those around get new places too, as many as it takes to get out of what is too tight.
      for (let count = NEIGHBOURHOOD; ; count *= 4) {
        const left = above === null ? [] : [above, ...previous(above, count)].reverse();
        const right = above === null ? (below === null ? [] : [below, ...next(below, count)]) : next(above, count + 1);
        const first = left.length > count ? left.shift() : undefined;
        const last = right.length > count ? right.pop() : undefined;
        const all = [...left.map(({ id }) => id), ...ids, ...right.map(({ id }) => id)];
        const spread = ordersBetween(first?.sortOrder ?? null, last?.sortOrder ?? null, all.length);
        if (spread !== null) return new Map(all.map((id, index) => [id, spread[index] ?? '']));
      }
    },
  };
}

/** null where there is no room, or where a place is none. There always is room between nothing and nothing. */
function ordersBetween(above: string | null, below: string | null, count: number): string[] | null {
  if ((above !== null && !isOrder(above)) || (below !== null && !isOrder(below))) return null;
  if (above !== null && below !== null && above >= below) return null;
  try {
    const orders = generateNKeysBetween(above, below, count);
    return orders.every((order) => order.length <= LENGTH_MAX && isOrder(order)) ? orders : null;
  } catch {
    // Before the very first place there is nothing.
    return null;
  }
}
