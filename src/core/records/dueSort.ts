import type { Task } from '../../contracts/task.ts';

/** Undated tasks come after all dated ones. A task without a time comes before those with one, as a whole day does. */
export const UNDATED = '~';

export function dueSortOf({ dueDate, dueTime, sortOrder }: Pick<Task, 'dueDate' | 'dueTime' | 'sortOrder'>): string {
  return dueDate === null ? `${UNDATED} ${sortOrder}` : `${dueDate}T${dueTime ?? ''} ${sortOrder}`;
}
