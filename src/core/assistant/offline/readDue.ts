import { addMonths, weekdayFrom } from '../../../language/calendar.ts';
import { foldText, type Span } from '../../../language/compile.ts';
import { readWhen } from '../../../language/readWhen.ts';
import { settleRule, writeRule } from '../../../language/rule.ts';
import { firstOccurrence } from '../../recurrence/occurrences.ts';

/** When a sentence is read: the user's day and the time of that day in minutes. */
export interface Moment {
  readonly today: string;
  readonly minutes: number;
}

/** When something is due, and the words of the sentence that say so. */
export interface ReadDue {
  readonly day: string | null;
  readonly time: string | null;
  /** An RFC 5545 rule, or null. */
  readonly recurrence: string | null;
  readonly spans: readonly Span[];
}

/** The moment as a time of this machine, for what reads hours. */
export function timeOfMoment({ today, minutes }: Moment): Date {
  const [year = 1970, month = 1, day = 1] = today.split('-').map(Number);
  const time = new Date(2000, 0, 1, Math.floor(minutes / 60), minutes % 60);
  time.setFullYear(year, month - 1, day);
  return time;
}

const WEEKDAYS_INSIDE = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'];
const WEEKDAY_INSIDE = new RegExp(
  `(?<!\\b(?:black|good|casual|cyber|last|past|every|each|of|the) )\\b(${WEEKDAYS_INSIDE.join('|')})day\\b`,
  'iu',
);

/** Reads when a task is due, in any of the languages. What is in quotes says nothing. */
export function readDue(text: string, moment: Moment): ReadDue {
  const folded = foldText(text);
  const { day, time, rule, found, spans } = readWhen(folded, { now: timeOfMoment(moment) });
  if (rule !== null) {
    const start = day ?? moment.today;
    // A rule that leaves its day open goes by the due date; one whose day not every month has says so itself.
    const isSettled = (rule.unit === 'month' && Number(start.slice(8)) > 28) || start.endsWith('-02-29');
    const recurrence = writeRule(isSettled ? settleRule(rule, start) : rule);
    return { day: day ?? firstOccurrence(recurrence, moment.today) ?? moment.today, time, recurrence, spans };
  }
  // The same day of the next month, for what is put off until then.
  const due = found.day?.means === 'nextMonth' ? addMonths(moment.today, 1) : day;
  if (due !== null) return { day: due, time, recurrence: null, spans };
  // "Write Friday newsletter" is for that day; its name stays in the title.
  const inside = WEEKDAY_INSIDE.exec(folded)?.[1]?.toLowerCase();
  const weekday = inside === undefined ? -1 : WEEKDAYS_INSIDE.indexOf(inside);
  return { day: weekday === -1 ? null : weekdayFrom(moment.today, weekday), time, recurrence: null, spans };
}
