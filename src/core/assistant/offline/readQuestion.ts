import { addDays, addMonths, lastOfMonth, weekdayFrom, weekdayOf } from '../../../language/calendar.ts';
import { foldText } from '../../../language/compile.ts';
import { type FoundDay, findDays } from '../../../language/readDay.ts';
import { LANGUAGES } from '../../../language/readWhen.ts';
import { type Moment, timeOfMoment } from './readDue.ts';
import { isQuestion } from './wording/isQuestion.ts';
import type { SpanWords, Wording } from './wording/wording.ts';

/** Days, both ends included. null: open on that side. */
export interface Span {
  readonly kind: 'day' | 'thisWeek' | 'nextWeek' | 'lastWeek' | 'range' | 'untilToday';
  readonly from: string | null;
  readonly to: string | null;
}

/** A list that a question asks for. */
export type Question =
  | { readonly kind: 'overdue' | 'open' | 'checkpoints' | 'suggestions' | 'changes' | 'brief' }
  | { readonly kind: 'due' | 'done'; readonly span: Span };

/** The lists that a sentence asks for, in the order they are told; none where it asks for nothing of that kind. */
export function readQuestions(sentence: string, moment: Moment, wording: Wording): Question[] {
  const text = foldText(sentence.normalize('NFC')).trim();
  const { today } = moment;
  const { lists, spans } = wording;
  if (lists.brief.test(text)) return [{ kind: 'brief' }];
  if (wording.plan.test(text)) {
    const span = wording.week.test(text) ? { ...spanOfWeek('thisWeek', today), from: today } : onDay(today);
    return [{ kind: 'overdue' }, { kind: 'due', span }];
  }
  if (!isQuestion(sentence, wording) && !lists.start.test(text)) return [];
  if (lists.other.test(text)) return lists.checkpoints.test(text) ? [{ kind: 'checkpoints' }] : [];
  if (lists.changes.test(text)) return [{ kind: 'changes' }];
  if (lists.overdue.test(text)) {
    return lists.alsoNext.test(text)
      ? [{ kind: 'overdue' }, { kind: 'due', span: nextDays(today) }]
      : [{ kind: 'overdue' }];
  }
  if (lists.done.test(text)) {
    return [{ kind: 'done', span: readSpan(text, moment, spans, true) ?? spanOfWeek('thisWeek', today) }];
  }
  if (lists.checkpoints.test(text)) return [{ kind: 'checkpoints' }];
  if (lists.suggestions.test(text)) return [{ kind: 'suggestions' }];
  const span = readSpan(text, moment, spans, false);
  if (lists.open.test(text) && span === null && lists.forTasks.test(text)) return [{ kind: 'open' }];
  if (lists.due.test(text)) {
    const unsaid: Span = lists.ahead.test(text) ? nextDays(today) : { kind: 'untilToday', from: null, to: today };
    return [{ kind: 'due', span: span ?? unsaid }];
  }
  if (span !== null && (span.to ?? '9999') >= today && lists.forTasks.test(text)) return [{ kind: 'due', span }];
  return [];
}

/** The day of a message that says nothing else: "tomorrow". */
export function readDayAlone(sentence: string, moment: Moment, { spans }: Wording): Question | null {
  const span = readSpan(foldText(sentence.normalize('NFC')).trim(), moment, spans, false);
  return span === null ? null : { kind: 'due', span };
}

/** The days that a question is about. `isPast`: of two days that a weekday can be, it is the one that was. */
function readSpan(text: string, moment: Moment, words: SpanWords, isPast: boolean): Span | null {
  const { today } = moment;
  if (words.thisWeek.test(text)) return spanOfWeek('thisWeek', today);
  if (words.nextWeek.test(text)) return spanOfWeek('nextWeek', today);
  if (words.lastWeek.test(text)) return spanOfWeek('lastWeek', today);
  if (words.thisMonth.test(text)) return spanOfMonth(0, today);
  if (words.nextMonth.test(text)) return spanOfMonth(1, today);
  if (words.lastMonth.test(text)) return spanOfMonth(-1, today);
  const ahead = daysNamed(words.nextDays.exec(text));
  if (ahead !== null) return { kind: 'range', from: today, to: addDays(today, ahead) };
  const back = daysNamed(words.lastDays.exec(text));
  if (back !== null) return { kind: 'range', from: addDays(today, -back), to: today };
  if (words.dayBeforeYesterday.test(text)) return onDay(addDays(today, -2));
  if (words.yesterday.test(text)) return onDay(addDays(today, -1));

  // "The tasks of tomorrow", "lunedì scorso": in a question these words are about the day, which is read without them.
  const bare = text.replace(words.of, blanks).replace(words.last, blanks);
  const [found] = findDays(bare, LANGUAGES, { now: timeOfMoment(moment), today, isMonthFirst: false });
  if (found === undefined) return null;
  const isLast = isPast || new RegExp(words.last.source, 'iu').test(text);
  if (isLast) return onDay(dayBefore(found, bare, today));
  if (found.means === 'weekend') return { kind: 'range', from: found.day, to: weekdayFrom(found.day, 6) };
  const isUntil = words.until.test(bare.slice(found.start, found.end)) || /^endOf/u.test(String(found.means));
  return isUntil ? { kind: 'range', from: today, to: found.day } : onDay(found.day);
}

/** The day as one that was: "on Monday" is the last one, and a date without a year is this year's or the last's. */
function dayBefore({ day, means, start, end }: FoundDay, text: string, today: string): string {
  if (day <= today) return day;
  if (means === 'weekday' || means === 'weekdayNextWeek') return addDays(weekdayFrom(today, weekdayOf(day)), -7);
  if (means === 'dayOfMonth') return addMonths(day, -1);
  return means === 'date' && !/\d{4}/u.test(text.slice(start, end)) ? addMonths(day, -12) : day;
}

function daysNamed(match: RegExpExecArray | null): number | null {
  const { n, unit = '' } = match?.groups ?? {};
  return n === undefined ? null : Number(n) * (/^(?:week|settiman|woche)/iu.test(unit) ? 7 : 1);
}

function blanks(words: string): string {
  return ' '.repeat(words.length);
}

/** A week from today. */
function nextDays(today: string): Span {
  return { kind: 'range', from: today, to: addDays(today, 7) };
}

function onDay(day: string): Span {
  return { kind: 'day', from: day, to: day };
}

function spanOfWeek(kind: 'thisWeek' | 'nextWeek' | 'lastWeek', today: string): Span {
  const monday = addDays(today, -weekdayOf(today));
  const from = addDays(monday, { thisWeek: 0, nextWeek: 7, lastWeek: -7 }[kind]);
  return { kind, from, to: addDays(from, 6) };
}

function spanOfMonth(offset: number, today: string): Span {
  const first = `${addMonths(`${today.slice(0, 8)}01`, offset).slice(0, 8)}01`;
  const last = lastOfMonth(Number(first.slice(0, 4)), Number(first.slice(5, 7)));
  return { kind: 'range', from: first, to: `${first.slice(0, 8)}${String(last).padStart(2, '0')}` };
}
