import type { TaskFilter, TaskGroupBy, TaskGroups } from '../../contracts/task.ts';
import type { Connection } from '../db/openDatabase.ts';
import type { TextMatch } from '../search/textFilter.ts';
import type { Condition } from './pager.ts';
import {
  type CountsByKey,
  createTaskCountReader,
  dueKeySql,
  dueKeyValues,
  rememberCounts,
  type TaskCountReader,
} from './taskCountReader.ts';
import { ALL, NONE } from './taskCounts.ts';
import { fixedKeys, shownKey } from './taskFilters.ts';
import { planCount } from './taskPlan.ts';
import type { TaskRowReader } from './taskRows.ts';

export interface Group {
  readonly key: string;
  /** What it is sorted by among its kind; empty where the order is fixed. */
  readonly name: string;
  readonly count: number;
}

export interface TaskGrouping {
  readonly counts: TaskCountReader;
  /** The groups of a filter in the order they are shown, with empty ones where the keys are fixed. */
  groupsOf(filter: TaskFilter, groupBy: TaskGroupBy, today: string | undefined, match: TextMatch | null): Group[];
}

/**
 * Counts by group. What is kept answers most of them at any size; a search, both a label and an assignee, and days
 * together with two other fields are counted row by row through the smallest of their indexes.
 */
export function createTaskGrouping(connection: Connection, rows: TaskRowReader): TaskGrouping {
  const { sqlite } = connection;
  const counts = createTaskCountReader(connection);
  const selectNames = {
    project: sqlite.prepare<[string], { id: string; name: string }>(
      'select id, name from projects where id in (select value from json_each(?))',
    ),
    client: sqlite.prepare<[string], { id: string; name: string }>(
      'select id, name from clients where id in (select value from json_each(?))',
    ),
  };

  function countAll(
    filter: TaskFilter,
    groupBy: TaskGroupBy,
    today: string | undefined,
    match: TextMatch | null,
  ): CountsByKey {
    const countRows = (asked: TaskFilter, words: TextMatch | null): CountsByKey =>
      rows.count(planCount(rememberCounts(counts), asked, words), asked, words, keyOf(groupBy, today));
    if (filter.pending === 'only') return match === null ? countRows(filter, null) : new Map();
    const approved: TaskFilter = { ...filter, pending: 'exclude' };
    const kept = match === null ? counts.count(approved, groupBy, today) : null;
    const found = kept ?? countRows(approved, match);
    // What waits for approval is counted nowhere, and is few. Full text does not know it.
    if (filter.pending === 'exclude' || match !== null) return found;
    const both = new Map(found);
    for (const [key, value] of countRows({ ...filter, pending: 'only' }, null))
      both.set(key, (both.get(key) ?? 0) + value);
    return both;
  }

  return {
    counts,
    groupsOf(filter, groupBy, today, match) {
      const found = countAll(filter, groupBy, today, match);
      const fixed = fixedKeys(groupBy);
      if (fixed !== null || (groupBy !== 'project' && groupBy !== 'client'))
        return (fixed ?? []).map((key) => ({ key, name: '', count: found.get(key) ?? 0 }));
      const ids = [...found.keys()].filter((key) => key !== NONE);
      const groups: Group[] = selectNames[groupBy]
        .all(JSON.stringify(ids))
        .map(({ id, name }) => ({ key: id, name, count: found.get(id) ?? 0 }));
      groups.sort(compareGroups);
      const rest = found.get(NONE);
      if (rest !== undefined) groups.push({ key: NONE, name: '', count: rest });
      return groups;
    },
  };
}

/** Takes several milliseconds to make, which a start need not wait for. */
let collator: Intl.Collator | undefined;

/** By name as people sort; `none` last. */
export function compareGroups(left: Pick<Group, 'key' | 'name'>, right: Pick<Group, 'key' | 'name'>): number {
  if (left.key === NONE || right.key === NONE) return Number(left.key === NONE) - Number(right.key === NONE);
  collator ??= new Intl.Collator('en', { sensitivity: 'base', numeric: true });
  return collator.compare(left.name, right.name) || (left.key < right.key ? -1 : left.key > right.key ? 1 : 0);
}

export function toTaskGroups(groups: readonly Group[], groupBy: TaskGroupBy, filter: TaskFilter): TaskGroups {
  return {
    groups: groups.map(({ key, count }) => ({ key: shownKey(groupBy, key, filter), count })),
    total: groups.reduce((sum, group) => sum + group.count, 0),
  };
}

function keyOf(groupBy: TaskGroupBy, today: string | undefined): Condition {
  switch (groupBy) {
    case 'none':
      return { sql: `'${ALL}'`, values: [] };
    case 'status':
    case 'priority':
      return { sql: `t.${groupBy}`, values: [] };
    case 'project':
    case 'client':
      return { sql: `ifnull(t.${groupBy}_id, '${NONE}')`, values: [] };
    case 'due':
      return { sql: dueKeySql('t.due_date'), values: dueKeyValues(today ?? '') };
  }
}
