import { addDays, dateOfDay } from '../../../i18n/format.ts';
import type { TaskQuery } from '../taskQuery.ts';
import type { TaskSorting } from '../taskSearch.ts';

const DAYS_OF_DONE = 7;

/** The column of done tasks shows the last ones first, whatever order the others are in. */
export function sortingOfColumn({ groupBy, sort }: Pick<TaskQuery, 'groupBy' | 'sort'>, key: string): TaskSorting {
  return groupBy === 'status' && key === 'done' && sort === 'manual' ? 'completed' : sort;
}

/**
 * What is done long ago stays out of the way on a board of states: completed at or after this, in epoch milliseconds;
 * undefined for all of it.
 */
export function completedSince(
  { groupBy, sort, filter, today }: TaskQuery,
  key: string,
  showsAllDone: boolean,
): number | undefined {
  const isDoneColumn = key === 'done' && groupBy === 'status' && filter.status === 'all';
  if (showsAllDone || !isDoneColumn || sortingOfColumn({ groupBy, sort }, key) !== 'completed') return undefined;
  const start = dateOfDay(addDays(today, -DAYS_OF_DONE));
  start.setHours(0, 0, 0, 0);
  return start.getTime();
}
