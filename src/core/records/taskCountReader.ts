import type { TaskFilter, TaskGroupBy } from '../../contracts/task.ts';
import type { Connection } from '../db/openDatabase.ts';
import { ALL, NONE, scopeOf } from './taskCounts.ts';
import { statusesOf, sundayOf } from './taskFilters.ts';

/** Counts by group; a group that no task is in is not there. */
export type CountsByKey = ReadonlyMap<string, number>;

export interface TaskCountReader {
  /**
   * How many approved tasks a filter finds, by group, from what is kept. null where nothing kept says it: more than one of
   * label and assignee, or days together with more than one of project, client, priority, label and assignee.
   */
  count(filter: TaskFilter, groupBy: TaskGroupBy, today: string | undefined): CountsByKey | null;
}

/** Puts a day (`none` without one) into its group. The values are the caller's day and the Sunday of its week. */
export function dueKeySql(day: string): string {
  return `case when ${day} is null or ${day} = '${NONE}' then 'noDate' when ${day} < ? then 'overdue' when ${day} = ? then 'today'
    when ${day} <= ? then 'thisWeek' else 'later' end`;
}
export const dueKeyValues = (today: string): string[] => [today, today, sundayOf(today)];

interface Part {
  readonly sql: string;
  readonly values: readonly string[];
}

/**
 * Counts that do not grow with the tasks: there are as many cells to add up as there are groups, or days. Kept by
 * `createTaskCountKeeper`.
 */
export function createTaskCountReader(connection: Connection): TaskCountReader {
  const { sqlite } = connection;
  const statements = new Map<string, ReturnType<typeof prepare>>();
  const prepare = (sql: string) => sqlite.prepare<string[], { key: string; value: number }>(sql);

  function run(key: Part, table: string, where: readonly Part[]): CountsByKey {
    const sql = `select ${key.sql} as key, sum(c.value) as value from ${table} where ${where.map((part) => part.sql).join(' and ')} group by 1`;
    let statement = statements.get(sql);
    if (statement === undefined) statements.set(sql, (statement = prepare(sql)));
    const rows = statement.all(...key.values, ...where.flatMap((part) => part.values));
    return new Map(rows.map((row) => [row.key, row.value]));
  }

  /** From the cells by project, status and priority. */
  function countCells(filter: TaskFilter, groupBy: Exclude<TaskGroupBy, 'due'>): CountsByKey | null {
    if (filter.label !== undefined && filter.assignee !== undefined) return null;
    const where: Part[] = [{ sql: 'c.scope = ?', values: [wordScopeOf(filter) ?? ALL] }];
    const isByProject = groupBy === 'project' || groupBy === 'client';
    if (filter.projectId === undefined && filter.clientId === undefined)
      where.push({ sql: isByProject ? 'c.project <> ?' : 'c.project = ?', values: [ALL] });
    if (filter.projectId !== undefined) where.push({ sql: 'c.project = ?', values: [filter.projectId ?? NONE] });
    if (filter.clientId === null) {
      where.push({
        sql: `(c.project = '${NONE}' or c.project in (select id from projects where client_id is null))`,
        values: [],
      });
    } else if (filter.clientId !== undefined) {
      where.push({ sql: 'c.project in (select id from projects where client_id = ?)', values: [filter.clientId] });
    }
    if (filter.status !== 'all') where.push(statusPart(filter));
    if (filter.priority !== undefined) where.push({ sql: 'c.priority = ?', values: [filter.priority] });
    const isByClient = groupBy === 'client';
    const table = isByClient ? 'task_counts c left join projects p on p.id = c.project' : 'task_counts c';
    return run({ sql: CELL_KEYS[groupBy], values: [] }, table, where);
  }

  /** From the cells by day and one thing more. */
  function countDays(filter: TaskFilter, groupBy: TaskGroupBy, today: string | undefined): CountsByKey | null {
    const scopes = dayScopesOf(filter, groupBy);
    if (scopes === null) return null;
    const where: Part[] = [scopes, statusPart(filter)];
    if (filter.due === 'none') where.push({ sql: `c.day = '${NONE}'`, values: [] });
    else if (filter.due === 'dated' || filter.dueFrom !== undefined || filter.dueTo !== undefined)
      where.push({ sql: `c.day < '${NONE}'`, values: [] });
    if (filter.dueFrom !== undefined) where.push({ sql: 'c.day >= ?', values: [filter.dueFrom] });
    if (filter.dueTo !== undefined) where.push({ sql: 'c.day <= ?', values: [filter.dueTo] });
    const key: Part =
      groupBy === 'due'
        ? { sql: dueKeySql('c.day'), values: dueKeyValues(today ?? '') }
        : { sql: DAY_KEYS[groupBy], values: [] };
    return run(key, 'task_day_counts c', where);
  }

  return {
    count(filter, groupBy, today) {
      const hasDays = filter.due !== 'any' || filter.dueFrom !== undefined || filter.dueTo !== undefined;
      return groupBy === 'due' || hasDays ? countDays(filter, groupBy, today) : countCells(filter, groupBy);
    },
  };
}

/** The same for as long as nothing is written: one page asks for some counts many times. */
export function rememberCounts(counts: TaskCountReader): TaskCountReader {
  const known = new Map<string, CountsByKey | null>();
  return {
    count(filter, groupBy, today) {
      const key = JSON.stringify([filter, groupBy, today]);
      const found = known.get(key);
      if (found !== undefined) return found;
      const answer = counts.count(filter, groupBy, today);
      known.set(key, answer);
      return answer;
    },
  };
}

const CELL_KEYS: Record<Exclude<TaskGroupBy, 'due'>, string> = {
  none: `'${ALL}'`,
  status: 'c.status',
  priority: 'c.priority',
  project: 'c.project',
  client: `ifnull(p.client_id, '${NONE}')`,
};

/** After the kind, a scope is the group's key. */
const DAY_KEYS: Record<Exclude<TaskGroupBy, 'due'>, string> = {
  none: `'${ALL}'`,
  status: 'c.status',
  priority: `substr(c.scope, ${scopeOf.priority('').length + 1})`,
  project: `substr(c.scope, ${scopeOf.project('').length + 1})`,
  client: `substr(c.scope, ${scopeOf.client('').length + 1})`,
};

function statusPart({ status }: TaskFilter): Part {
  const statuses = statusesOf(status);
  return { sql: `c.status in (${statuses.map(() => '?').join(', ')})`, values: statuses };
}

function wordScopeOf({ label, assignee }: TaskFilter): string | null {
  if (label !== undefined) return scopeOf.label(label);
  return assignee === undefined ? null : scopeOf.assignee(assignee);
}

/** Which cells by day a filter and a grouping go by; null where there are none for both. */
function dayScopesOf(filter: TaskFilter, groupBy: TaskGroupBy): Part | null {
  const asked: string[] = [];
  if (filter.projectId !== undefined) asked.push(scopeOf.project(filter.projectId));
  if (filter.clientId !== undefined) asked.push(scopeOf.client(filter.clientId));
  if (filter.priority !== undefined) asked.push(scopeOf.priority(filter.priority));
  if (filter.label !== undefined) asked.push(scopeOf.label(filter.label));
  if (filter.assignee !== undefined) asked.push(scopeOf.assignee(filter.assignee));
  const [only, ...more] = asked;
  if (more.length > 0) return null;
  const isGrouped = groupBy === 'project' || groupBy === 'client' || groupBy === 'priority';
  if (only === undefined) {
    return isGrouped
      ? { sql: `c.scope in (${SCOPES_BY_GROUP[groupBy]})`, values: [] }
      : { sql: 'c.scope = ?', values: [ALL] };
  }
  // Grouped by what it is filtered by, there is one group.
  if (isGrouped && !only.startsWith(`${groupBy}/`)) return null;
  return { sql: 'c.scope = ?', values: [only] };
}

const SCOPES_BY_GROUP = {
  project: `select '${scopeOf.project('')}' || id from projects union all select '${scopeOf.project(null)}'`,
  client: `select '${scopeOf.client('')}' || id from clients union all select '${scopeOf.client(null)}'`,
  priority: `'${scopeOf.priority('high')}', '${scopeOf.priority('medium')}', '${scopeOf.priority('low')}'`,
};
