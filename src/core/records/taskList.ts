import { z } from 'zod';
import { AdiuvaError } from '../../contracts/errors.ts';
import type { Page } from '../../contracts/page.ts';
import { prioritySchema, type TaskFilter, type TaskListItem, type TaskSort } from '../../contracts/task.ts';
import type { TextMatch } from '../search/textFilter.ts';
import type { TaskReader } from '../workspace.ts';
import type { CursorKey } from './cursor.ts';
import { fixedKeys, narrow } from './taskFilters.ts';
import { rememberCounts } from './taskCountReader.ts';
import { compareGroups, type TaskGrouping } from './taskGroups.ts';
import type { RowOrder } from './taskPaths.ts';
import { planPage } from './taskPlan.ts';
import { type ItemRow, ROW_KEYS, type TaskRowReader, toListItem } from './taskRows.ts';

type ListInput = Parameters<TaskReader['list']>[0];

/** A stretch of a list that one index can give in order: a group, or a priority of it. */
interface Stretch {
  readonly filter: TaskFilter;
  readonly order: RowOrder;
  readonly place: Place;
}

/** Where a stretch stands in its list. */
interface Place {
  readonly group: string;
  readonly name: string;
  readonly priority: string;
}

/** The list's name, the place of the stretch, and key and id of the last row. */
const cursorSchema = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.union([z.string(), z.number()]),
  z.string(),
]);

type Cursor = Place & { readonly after: readonly [CursorKey, string] };

/** A page of tasks, stretch after stretch until it is full. */
export function listTasks(
  rows: TaskRowReader,
  grouping: TaskGrouping,
  match: TextMatch | null,
  input: ListInput,
): Page<TaskListItem> {
  const { limit, cursor, sort, groupBy = 'none', today, group } = input;
  const name = `${groupBy}/${sort}`;
  const from = typeof cursor === 'string' ? readCursor(cursor, name, sort) : null;
  const found: { row: ItemRow; stretch: Stretch }[] = [];
  const counts = rememberCounts(grouping.counts);
  for (const stretch of stretchesFrom(grouping, match, input, from)) {
    const { filter, order, place } = stretch;
    const isSame = from !== null && from.group === place.group && from.priority === place.priority;
    // Always as many, also where few are missing: the number is part of the query's text.
    const plan = planPage(counts, filter, order, match, limit + 1);
    for (const row of rows.read(plan, { filter, order, match, limit: limit + 1, after: isSame ? from.after : null }))
      found.push({ row, stretch });
    if (found.length > limit) break;
  }
  const items = found.slice(0, limit).map(({ row }) => toListItem(row));
  const last = found[limit - 1];
  const nextCursor = found.length > limit && last !== undefined ? writeCursor(name, last.row, last.stretch) : null;
  return { items, nextCursor };

  function* stretchesFrom(
    { groupsOf }: TaskGrouping,
    words: TextMatch | null,
    filter: ListInput,
    start: Cursor | null,
  ): Generator<Stretch> {
    const keys = group === undefined ? placesOf() : [{ key: group, name: '' }];
    const first = start === null ? 0 : firstPlace(keys, start);
    for (const { key, name: groupName } of keys.slice(first)) {
      const narrowed = narrow(filter, groupBy, key, today);
      if (narrowed === null) continue;
      const isStart = start !== null && start.group === key;
      if (sort !== 'priority')
        yield { filter: narrowed, order: sort, place: { group: key, name: groupName, priority: '' } };
      else yield* byPriority(narrowed, { group: key, name: groupName }, isStart ? start.priority : null);
    }

    function placesOf(): { key: string; name: string }[] {
      const fixed = fixedKeys(groupBy);
      if (fixed !== null) return fixed.map((key) => ({ key, name: '' }));
      return groupsOf(filter, groupBy, today, words).filter(({ count }) => count > 0);
    }
  }

  function firstPlace(keys: readonly { key: string; name: string }[], start: Cursor): number {
    const same = keys.findIndex(({ key }) => key === start.group);
    if (same >= 0) return same;
    // The group that the last page ended in is gone: on with those after where it was.
    const later = keys.findIndex((key) => compareGroups(key, { key: start.group, name: start.name }) > 0);
    return later < 0 ? keys.length : later;
  }
}

function* byPriority(filter: TaskFilter, place: Omit<Place, 'priority'>, start: string | null): Generator<Stretch> {
  const first =
    start === null
      ? 0
      : Math.max(
          0,
          prioritySchema.options.findIndex((priority) => priority === start),
        );
  for (const priority of prioritySchema.options.slice(first)) {
    if (filter.priority !== undefined && filter.priority !== priority) continue;
    yield { filter: { ...filter, priority }, order: 'due', place: { ...place, priority } };
  }
}

function writeCursor(name: string, row: ItemRow, { order, place }: Stretch): string {
  const content: z.infer<typeof cursorSchema> = [
    name,
    place.group,
    place.name,
    place.priority,
    ROW_KEYS[order].of(row),
    row.id,
  ];
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** @throws AdiuvaError `validation` where the cursor is none of this list */
function readCursor(cursor: string, name: string, sort: TaskSort): Cursor {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    content = undefined;
  }
  const parsed = cursorSchema.safeParse(content);
  const type = ROW_KEYS[sort === 'priority' ? 'due' : sort].type;
  if (!parsed.success || parsed.data[0] !== name || typeof parsed.data[4] !== type)
    throw new AdiuvaError('validation', { cursor: { problem: 'invalid' } });
  const [, group, groupName, priority, key, id] = parsed.data;
  return { group, name: groupName, priority, after: [key, id] };
}
