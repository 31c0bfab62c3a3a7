import type { Task } from '../../contracts/task.ts';
import { dayOfTime } from '../assistant/days.ts';
import { checkRule, firstOccurrence } from '../recurrence/occurrences.ts';

type Series = Pick<Task, 'seriesId' | 'occurrence' | 'seriesStart'>;
type Seed = Pick<Task, 'id' | 'recurrence' | 'dueDate'>;

/**
 * Which series a task is of after a write. A new rule begins a series at the task, from its due date, or from the first one
 * that it gets; without a rule there is none. An instance that is moved keeps the day it stands for.
 */
export function seriesOf(after: Seed & Series, before: Seed | null): Series {
  if (after.recurrence === null) {
    // Its rule went on to the next instance; it is of the series still.
    if (before?.recurrence === null) return pick(after);
    return { seriesId: null, occurrence: null, seriesStart: null };
  }
  if (before === null || before.recurrence !== after.recurrence || after.seriesId === null) return beginSeries(after);
  const { seriesId, occurrence, seriesStart } = after;
  if (occurrence === null) return { seriesId, occurrence: after.dueDate, seriesStart: seriesStart ?? after.dueDate };
  return pick(after);
}

const pick = ({ seriesId, occurrence, seriesStart }: Series): Series => ({ seriesId, occurrence, seriesStart });

export function beginSeries({ id, recurrence, dueDate }: Seed): Series {
  if (recurrence === null) return { seriesId: null, occurrence: null, seriesStart: null };
  return { seriesId: id, occurrence: dueDate, seriesStart: dueDate };
}

/**
 * The date of a task that gets a rule: its own, or the rule's first day from today.
 * @throws ZodError with the problem `notARule` at `recurrence`
 */
export function dueDateWithRule(rule: string | null, dueDate: string | null, now: number): string | null {
  if (rule === null) return dueDate;
  const from = dueDate ?? dayOfTime(now);
  checkRule(rule, from);
  return dueDate ?? firstOccurrence(rule, from);
}
