import type { TaskFilter, TaskListItem } from '../../contracts/task.ts';
import type { Connection } from '../db/openDatabase.ts';
import type { TextMatch } from '../search/textFilter.ts';
import type { CursorKey } from './cursor.ts';
import { dueSortOf } from './dueSort.ts';
import type { Condition } from './pager.ts';
import { columnList, type RawRow } from './rows.ts';
import { readIds, readWords } from './task.ts';
import { conditionsOf, type Path, type RowOrder } from './taskPaths.ts';
import type { Plan } from './taskPlan.ts';
import { tasks } from './taskTables.ts';

const HIDDEN = ['description', 'clientId', 'isOpen', 'dueSort', 'completedSort'] as const;
export type ItemRow = RawRow<Omit<typeof tasks.$inferSelect, (typeof HIDDEN)[number]>>;
const itemColumns = (alias: string): string => columnList(tasks, alias, HIDDEN);

interface RowKey {
  readonly column: 'due_sort' | 'sort_order' | 'created_at' | 'updated_at' | 'completed_sort';
  readonly direction: 'asc' | 'desc';
  readonly type: 'string' | 'number';
  of(row: ItemRow): CursorKey;
}

export const ROW_KEYS: Record<RowOrder, RowKey> = {
  due: { column: 'due_sort', direction: 'asc', type: 'string', of: dueSortOf },
  manual: { column: 'sort_order', direction: 'asc', type: 'string', of: (row) => row.sortOrder },
  created: { column: 'created_at', direction: 'desc', type: 'number', of: (row) => row.createdAt },
  updated: { column: 'updated_at', direction: 'desc', type: 'number', of: (row) => row.updatedAt },
  completed: { column: 'completed_sort', direction: 'desc', type: 'number', of: (row) => row.completedAt ?? 0 },
};

export interface RowRequest {
  readonly filter: TaskFilter;
  readonly order: RowOrder;
  /** Key and id of the row that the page comes after. */
  readonly after: readonly [CursorKey, CursorKey] | null;
  readonly limit: number;
  readonly match: TextMatch | null;
}

export interface TaskRowReader {
  /** The next rows of a list, `limit` of them or all there are. */
  read(plan: Plan, request: RowRequest): ItemRow[];
  /** Rows counted one by one, by what `key` answers. */
  count(path: Path, filter: TaskFilter, match: TextMatch | null, key: Condition): Map<string, number>;
}

/**
 * Runs the queries that plans come to. Filters come and go, so there is one prepared statement per combination that was
 * asked for, made on first use and kept.
 */
export function createTaskRowReader(connection: Connection): TaskRowReader {
  const { sqlite } = connection;
  const statements = keepStatements((sql) => sqlite.prepare<(string | number)[], ItemRow>(sql));
  const countStatements = keepStatements((sql) =>
    sqlite.prepare<(string | number)[], { key: string; value: number }>(sql),
  );
  const all = (sql: string, values: readonly (string | number)[]): ItemRow[] => statements.get(sql).all(...values);

  function readPath(path: Path, request: RowRequest, budget: number | null): ItemRow[] {
    const { filter, order, limit } = request;
    const halves = halvesOf(path, filter);
    if (halves.length < 2) return readHalf(path, request, halves[0] ?? null, budget);
    const [left = [], right = []] = halves.map((isOpen) => readHalf(path, request, isOpen, budget));
    return merge(left, right, order).slice(0, limit);
  }

  function readHalf(path: Path, request: RowRequest, isOpen: number | null, budget: number | null): ItemRow[] {
    const { filter, order, after, limit, match } = request;
    const { column, direction } = ROW_KEYS[order];
    const isOfWord = path.alias === 'w' && (order === 'due' || order === 'manual');
    const key = `${isOfWord ? 'w' : 't'}.${column}`;
    const id = isOfWord ? 'w.task_id' : 't.id';
    const range: Condition[] = [...path.conditions];
    if (isOpen !== null) range.push({ sql: `${path.alias}.is_open = ?`, values: [isOpen] });
    if (after !== null) range.push({ sql: `(${key}, ${id}) ${direction === 'asc' ? '>' : '<'} (?, ?)`, values: after });
    const where = conditionsOf(filter, path);
    if (match !== null && path.kind !== 'text') where.push(match.condition('t.id'));
    // The limit is written out, being a number of ours: bound, it costs a third more time on a page of 50.
    const ordered = `order by ${key} ${direction}, ${id} ${direction} limit`;
    if (budget !== null) {
      // Comes in the order of what is inside: with a limit there, SQLite runs it as it goes.
      return all(
        `select ${itemColumns('f')} from (
           select t.rowid as row, ${INDEXED.map((name) => `t.${name}`).join(', ')} ${path.from}${whereOf(range)} ${ordered} ${budget}
         ) t cross join tasks f on f.rowid = t.row${whereOf(where.map(onIndex))} limit ${limit}`,
        [...path.fromValues, ...valuesOf([...range, ...where])],
      );
    }
    const conditions = [...range, ...where];
    const values = [...path.fromValues, ...valuesOf(conditions)];
    if (path.isOrdered)
      return all(`select ${itemColumns('t')} ${path.from}${whereOf(conditions)} ${ordered} ${limit}`, values);
    // Sorted by the key alone: carrying whole rows through the sorter costs more than reading the few that are left.
    return all(
      `select ${itemColumns('t')} from (select t.rowid as row ${path.from}${whereOf(conditions)} ${ordered} ${limit}) found
         cross join tasks t on t.rowid = found.row order by t.${column} ${direction}, t.id ${direction}`,
      values,
    );
  }

  return {
    read({ path, budget }, request) {
      if (budget === null) return readPath(path, request, null);
      const rows = readPath(path, request, budget.rows);
      return rows.length >= request.limit ? rows : readPath(budget.instead, request, null);
    },
    count(path, filter, match, key) {
      const where = [...path.conditions, ...conditionsOf(filter, path)];
      if (filter.status !== 'all')
        where.push({ sql: `${path.alias}.is_open = ?`, values: [filter.status === 'done' ? 0 : 1] });
      if (match !== null && path.kind !== 'text') where.push(match.condition('t.id'));
      const rows = countStatements
        .get(`select ${key.sql} as key, count(*) as value ${path.from}${whereOf(where)} group by 1`)
        .all(...key.values, ...path.fromValues, ...valuesOf(where));
      return new Map(rows.map((row) => [row.key, row.value]));
    },
  };
}

/** More combinations than anyone asks for in a day; then they are prepared anew. */
const STATEMENTS_MAX = 1_000;

function keepStatements<Statement>(prepare: (sql: string) => Statement): { get(sql: string): Statement } {
  const statements = new Map<string, Statement>();
  return {
    get(sql) {
      let statement = statements.get(sql);
      if (statement === undefined) {
        if (statements.size >= STATEMENTS_MAX) statements.clear();
        statements.set(sql, (statement = prepare(sql)));
      }
      return statement;
    },
  };
}

/** The values of `is_open` to go through, each for itself where the path is led by it. */
function halvesOf(path: Path, { status }: TaskFilter): number[] {
  if (status !== 'all') return [status === 'done' ? 0 : 1];
  return path.isHalved && path.isOrdered ? [1, 0] : [];
}

function merge(left: readonly ItemRow[], right: readonly ItemRow[], order: RowOrder): ItemRow[] {
  const { direction, of } = ROW_KEYS[order];
  const sign = direction === 'asc' ? 1 : -1;
  return [...left, ...right].sort((a, b) => sign * (compare(of(a), of(b)) || compare(a.id, b.id)));
}

const compare = (a: CursorKey, b: CursorKey): number => (a < b ? -1 : a > b ? 1 : 0);

const whereOf = (conditions: readonly Condition[]): string =>
  conditions.length === 0 ? '' : ` where ${conditions.map((condition) => condition.sql).join(' and ')}`;
const valuesOf = (conditions: readonly Condition[]): (string | number)[] =>
  conditions.flatMap((condition) => condition.values);

/** What the indexes of the longest orders have beside their keys. */
const INDEXED = ['id', 'project_id', 'client_id', 'priority', 'status'];
/** A condition that reads the row, `f`, only for what the index does not have. */
const onIndex = ({ sql, values }: Condition): Condition => ({
  sql: sql.replaceAll(/\bt\.(\w+)/gu, (name, column: string) => (INDEXED.includes(column) ? name : `f.${column}`)),
  values,
});

/** Field by field: a copy by spreading costs more than reading the row. */
export function toListItem(row: ItemRow): TaskListItem {
  return {
    id: row.id,
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    title: row.title,
    status: row.status,
    priority: row.priority,
    dueDate: row.dueDate,
    dueTime: row.dueTime,
    projectId: row.projectId,
    assignees: readWords(row.assignees),
    labels: readWords(row.labels),
    sortOrder: row.sortOrder,
    recurrence: row.recurrence,
    blockedBy: readIds(row.blockedBy),
    completedAt: row.completedAt,
    seriesId: row.seriesId,
    occurrence: row.occurrence,
    seriesStart: row.seriesStart,
    isAiSuggested: row.isAiSuggested === 1,
    isApproved: row.isApproved === 1,
    hasDescription: row.hasDescription === 1,
    commentCount: row.commentCount,
    checklistTotal: row.checklistTotal,
    checklistDone: row.checklistDone,
    openBlockerCount: row.openBlockerCount,
  };
}
