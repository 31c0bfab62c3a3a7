import type { TaskListItem } from '../../../../contracts/task.ts';
import { endOfWeek } from '../../../i18n/format.ts';
import type { TaskGrouping } from '../taskSearch.ts';

/**
 * The key of the group a task is in, as `tasks.groups` names it; undefined where the task alone does not tell (a client is
 * its project's). `today` as `YYYY-MM-DD`.
 */
export function groupOf(
  task: Pick<TaskListItem, 'status' | 'priority' | 'projectId' | 'dueDate'>,
  groupBy: TaskGrouping,
  today: string,
): string | null | undefined {
  switch (groupBy) {
    case 'none':
      return null;
    case 'status':
      return task.status;
    case 'priority':
      return task.priority;
    case 'project':
      return task.projectId ?? 'none';
    case 'client':
      return undefined;
    case 'due':
      return dueGroupOf(task.dueDate, today);
  }
}

function dueGroupOf(day: string | null, today: string): string {
  if (day === null) return 'noDate';
  if (day < today) return 'overdue';
  if (day === today) return 'today';
  return day <= endOfWeek(today) ? 'thisWeek' : 'later';
}
