import type { TaskFilter } from '../../contracts/task.ts';
import { ESTIMATE_MAX, type TextMatch } from '../search/textFilter.ts';
import type { TaskCountReader } from './taskCountReader.ts';
import {
  dayPath,
  hasDays,
  narrowPaths,
  orderPath,
  type Path,
  pendingPath,
  type RowOrder,
  textPath,
} from './taskPaths.ts';

/** How a page is read. */
export interface Plan {
  readonly path: Path;
  /** Where `path` goes through very many rows in their order, how many it may look at before `instead` is taken. */
  readonly budget: { readonly rows: number; readonly instead: Path } | null;
}

/** Microseconds per row, as measured at 100,000 tasks; only their proportions count. */
const ROW = 2.5;
const INDEX_ONLY = 0.5;
const SORTED_ROW = 3.5;
const TEXT_CHECK = 4;
/** What one walk may take before its alternative is tried. */
const PATIENCE = 6_000;

/**
 * Chooses how to read a page from what is kept of how many tasks each part of the filter finds. SQLite's planner has no
 * statistics: it would take any equality over the order that is asked for, and sort half of all tasks for a page of fifty.
 */
export function planPage(
  counts: TaskCountReader,
  filter: TaskFilter,
  order: RowOrder,
  match: TextMatch | null,
  limit: number,
): Plan {
  if (filter.pending === 'only') return { path: pendingPath(order), budget: null };
  const whole = orderPath(filter, order);
  const narrow = narrowPaths(filter, order);
  if (match === null && (!hasDays(filter) || order === 'due')) {
    const [only, ...more] = narrow;
    if (only === undefined) return { path: whole, budget: null };
    if (more.length === 0 && only.isOrdered) return { path: only, budget: null };
  }
  const sizeOf = sizes(counts, filter, match);
  const unordered = cheapest(
    [...narrow, ...othersOf(filter, order, match)].filter((path) => !path.isOrdered),
    (path) => sizeOf(path) * (path.kind === 'text' ? SORTED_ROW + ROW : SORTED_ROW),
  );
  const passing = passingOf(counts, filter, match);
  const weightOf = (path: Path): number =>
    (path.kind === 'order' && order !== 'due' && order !== 'manual' && !hasDays(filter) ? INDEX_ONLY : ROW) +
    (match === null ? 0 : TEXT_CHECK);
  const ordered = cheapest([whole, ...narrow.filter((path) => path.isOrdered)], (path) => {
    const rows = sizeOf(path);
    return Math.min(rows, (limit * rows) / Math.max(passing, 0.001)) * weightOf(path);
  });
  if (ordered === null) return { path: whole, budget: null };
  if (unordered === null) return { path: ordered.path, budget: null };
  if (unordered.cost < ordered.cost) return { path: unordered.path, budget: null };
  const weight = weightOf(ordered.path);
  const worst = sizeOf(ordered.path) * weight;
  if (worst <= PATIENCE || worst <= unordered.cost) return { path: ordered.path, budget: null };
  const rows = Math.ceil(Math.max(PATIENCE, ordered.cost * 2) / weight);
  return { path: ordered.path, budget: { rows, instead: unordered.path } };
}

/** Chooses what to count through, row by row. */
export function planCount(counts: TaskCountReader, filter: TaskFilter, match: TextMatch | null): Path {
  if (filter.pending === 'only') return pendingPath('due');
  const sizeOf = sizes(counts, filter, match);
  const paths = [orderPath(filter, 'due'), ...narrowPaths(filter, 'due')];
  if (match !== null) paths.push(textPath(match));
  return cheapest(paths, (path) => sizeOf(path) * (path.kind === 'text' ? 2 : 1))?.path ?? orderPath(filter, 'due');
}

function othersOf(filter: TaskFilter, order: RowOrder, match: TextMatch | null): Path[] {
  const others: Path[] = [];
  if (hasDays(filter) && order !== 'due') others.push(dayPath(filter));
  if (match !== null) others.push(textPath(match));
  return others;
}

function cheapest(paths: readonly Path[], costOf: (path: Path) => number): { path: Path; cost: number } | null {
  let best: { path: Path; cost: number } | null = null;
  for (const path of paths) {
    const cost = costOf(path);
    if (best === null || cost < best.cost) best = { path, cost };
  }
  return best;
}

const EVERYTHING: Omit<TaskFilter, 'status'> = { due: 'any', pending: 'exclude' };

/** How many rows a path goes through, all of them. */
function sizes(counts: TaskCountReader, filter: TaskFilter, match: TextMatch | null): (path: Path) => number {
  const known = new Map<string, number>();
  return (path) => {
    if (path.kind === 'text') return match?.estimate === ESTIMATE_MAX ? manyOf(counts) : (match?.estimate ?? 0);
    const isByDay = hasDays(filter) && path.from.includes('_due');
    const key = `${path.kind} ${isByDay}`;
    let size = known.get(key);
    if (size === undefined)
      known.set(key, (size = total(counts, { ...partOf(filter, path.kind), ...(isByDay ? daysOf(filter) : {}) })));
    return size;
  };
}

/** A word that is found this often is taken for one in a fifth of all tasks. */
const manyOf = (counts: TaskCountReader): number =>
  Math.max(ESTIMATE_MAX, total(counts, { ...EVERYTHING, status: 'all' }) / 5);

/** How many tasks pass the whole filter, were its parts independent of each other. */
function passingOf(counts: TaskCountReader, filter: TaskFilter, match: TextMatch | null): number {
  const all = total(counts, { ...EVERYTHING, status: filter.status });
  if (all === 0) return 0;
  const parts = [partOf(filter, 'project'), partOf(filter, 'client'), partOf(filter, 'priority')];
  parts.push(partOf(filter, 'label'), partOf(filter, 'assignee'));
  let passing = all;
  for (const part of parts) if (Object.keys(part).length > 3) passing *= total(counts, part) / all;
  if (hasDays(filter)) passing *= total(counts, { ...EVERYTHING, status: filter.status, ...daysOf(filter) }) / all;
  if (match !== null) {
    const every = total(counts, { ...EVERYTHING, status: 'all' });
    const found = match.estimate === ESTIMATE_MAX ? manyOf(counts) : match.estimate;
    passing *= Math.min(1, found / Math.max(1, every));
  }
  return passing;
}

/** The one part of a filter that a path begins with. */
function partOf(filter: TaskFilter, kind: Path['kind']): TaskFilter {
  const part: TaskFilter = { ...EVERYTHING, status: filter.status };
  switch (kind) {
    case 'project':
      return filter.projectId === undefined ? part : { ...part, projectId: filter.projectId };
    case 'client':
      return filter.clientId === undefined ? part : { ...part, clientId: filter.clientId };
    case 'priority':
      return filter.priority === undefined ? part : { ...part, priority: filter.priority };
    case 'label':
      return filter.label === undefined ? part : { ...part, label: filter.label };
    case 'assignee':
      return filter.assignee === undefined ? part : { ...part, assignee: filter.assignee };
    case 'order':
    case 'status':
    case 'pending':
    case 'text':
      return part;
  }
}

const daysOf = ({ due, dueFrom, dueTo }: TaskFilter): Pick<TaskFilter, 'due' | 'dueFrom' | 'dueTo'> => ({
  due,
  ...(dueFrom === undefined ? {} : { dueFrom }),
  ...(dueTo === undefined ? {} : { dueTo }),
});

function total(counts: TaskCountReader, filter: TaskFilter): number {
  let sum = 0;
  for (const value of counts.count(filter, 'none', undefined)?.values() ?? []) sum += value;
  return sum;
}
