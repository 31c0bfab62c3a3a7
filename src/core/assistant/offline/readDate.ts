import { GB, type ParsedResult } from 'chrono-node/en';
import { addDays, addMonths, weekdayOf } from '../days.ts';

/** When a sentence is read: the user's day and the time of that day in minutes. */
export interface Moment {
  readonly today: string;
  readonly minutes: number;
}

/** What a sentence says of when, and where in it that stands. */
export interface ReadDate {
  readonly day: string;
  readonly time: string | null;
  /** An RFC 5545 rule, or null. */
  readonly recurrence: string | null;
  readonly start: number;
  readonly end: number;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/**
 * The first date in a sentence; weekdays and days without a year are the next ones, two-part numbers are day and month.
 * `text` has what stands in quotes blanked out, with its length kept.
 */
export function readDate(text: string, moment: Moment): ReadDate | null {
  const recurring = readRecurrence(text, moment);
  if (recurring !== null) return recurring;
  const results = parse(text, moment).filter((result) => isMeant(result, text));
  // "on Tuesday and Thursday" is two dates: the first counts, and nothing is taken out of the sentence.
  const [first, second] = results;
  if (first !== undefined && second !== undefined) {
    const firstEnd = first.index + first.text.length;
    if (/^\s*(?:and|or|,|&)\s*$/iu.test(text.slice(firstEnd, second.index))) {
      return { ...dateOfResult(first, text, moment), start: text.length, end: text.length };
    }
  }
  const found = results[0] === undefined ? null : dateOfResult(results[0], text, moment);
  const own = readOwnForms(text, moment);
  if (own !== null && (found === null || own.start <= found.start)) return withTime(own, found);
  return found;
}

/** "by the 5th", "by the end of the week", which chrono does not know, and months, where it is wrong at their ends. */
function readOwnForms(text: string, { today }: Moment): ReadDate | null {
  const ordinal = /\b(?:on|by|due|until|till|before|for) the (\d{1,2})(?:st|nd|rd|th)\b(?! of\b)/iu.exec(text);
  if (ordinal !== null) {
    const day = nextDayOfMonth(today, Number(ordinal[1]));
    if (day !== null) return spanOf(ordinal, day);
  }
  // chrono carries 31 January plus a month over into March.
  const month = /\b(?:in (an?|one|two|three|four|five|six|\d{1,3}) months?(?: time)?|next month)\b/iu.exec(text);
  if (month !== null) return spanOf(month, addMonths(today, numberOf(month[1] ?? 'one')));
  const week = /\b(?:(?:by|at|before) )?(?:the )?end of (?:the |this )?week\b/iu.exec(text);
  if (week !== null) {
    const weekday = weekdayOf(today);
    const untilFriday = 5 - weekday;
    return spanOf(week, addDays(today, weekday === 0 ? 0 : untilFriday < 0 ? 1 : untilFriday));
  }
  return null;
}

function spanOf(match: RegExpExecArray, day: string): ReadDate {
  return { day, time: null, recurrence: null, start: match.index, end: match.index + match[0].length };
}

/** A date of ours with the time that stands right after it ("by the 5th at 10"). */
function withTime(own: ReadDate, found: ReadDate | null): ReadDate {
  if (found?.time == null || found.end <= own.end || found.start - own.end > 2) return own;
  return { ...own, time: found.time, end: found.end };
}

function numberOf(word: string): number {
  const index = ['a', 'one', 'two', 'three', 'four', 'five', 'six'].indexOf(word.toLowerCase());
  if (index !== -1) return Math.max(1, index);
  return word.toLowerCase() === 'an' ? 1 : Number(word);
}

const EVERY = new RegExp(`\\b(?:every|each) (day|weekday|week|month|year|${WEEKDAYS.join('|')})s?\\b`, 'iu');

function readRecurrence(text: string, moment: Moment): ReadDate | null {
  const match = EVERY.exec(text);
  if (match === null) return null;
  const unit = (match[1] ?? '').toLowerCase();
  const blanked = blank(text, match.index, match.index + match[0].length);
  const other = parse(blanked, moment).find((result) => isMeant(result, blanked));
  const beside = other === undefined ? null : dateOfResult(other, blanked, moment);
  const weekday = WEEKDAYS.findIndex((name) => name === unit);
  const end = match.index + match[0].length;
  const touches = beside !== null && beside.start >= end && beside.start - end <= 2;
  const day = weekday === -1 ? (beside?.day ?? firstDay(unit, moment.today)) : nextWeekday(moment.today, weekday);
  return {
    day,
    time: beside?.time ?? null,
    recurrence:
      weekday === -1 ? ruleOf(unit, day) : `FREQ=WEEKLY;BYDAY=${(WEEKDAYS[weekday] ?? '').slice(0, 2).toUpperCase()}`,
    start: match.index,
    end: touches ? beside.end : end,
  };
}

const RULES: Readonly<Record<string, string>> = {
  day: 'FREQ=DAILY',
  weekday: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  week: 'FREQ=WEEKLY',
  month: 'FREQ=MONTHLY',
  year: 'FREQ=YEARLY',
};

/** A day that not every month has is the last one there, where a rule as such would leave the month out. */
function ruleOf(unit: string, day: string): string | null {
  const number = Number(day.slice(8));
  if (unit === 'month' && number > 28) {
    const days = [28, 29, 30, 31].filter((candidate) => candidate <= number);
    return number === 31 ? 'FREQ=MONTHLY;BYMONTHDAY=-1' : `FREQ=MONTHLY;BYMONTHDAY=${days.join(',')};BYSETPOS=-1`;
  }
  if (unit === 'year' && day.endsWith('-02-29')) return 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1';
  return RULES[unit] ?? null;
}

function firstDay(unit: string, today: string): string {
  const weekday = weekdayOf(today);
  return unit === 'weekday' && (weekday === 0 || weekday === 6) ? nextWeekday(today, 1) : today;
}

function parse(text: string, { today, minutes }: Moment): ParsedResult[] {
  const [year = 1970, month = 1, day = 1] = today.split('-').map(Number);
  const reference = new Date(year, month - 1, day, Math.floor(minutes / 60), minutes % 60);
  // "at 14.30" is a time in half of Europe; chrono wants the colon. The length stays.
  const withColons = text.replace(/\b(at|from|by) (\d{1,2})\.([0-5]\d)\b(?!\.)/giu, '$1 $2:$3');
  // "pay invoice 12 tomorrow" is no noon: a bare number is a time only where a word says so.
  const withoutNumbers = withColons.replace(BARE_NUMBER, (number) => 'x'.repeat(number.length));
  return GB.parse(withoutNumbers, reference, { forwardDate: true });
}

const BARE_NUMBER =
  /(?<!\b(?:at|from|by|until|till|before|after|around|to|and|-|–)\s?)(?<![\d:.])\b\d{1,4}(?=\s+(?:today|tomorrow|tonight|tmrw|on|next|this|in|every|mon|tues?|wed|thu|fri|sat|sun|\w+day)\b)/giu;
const BEFORE = /\b(?:on|by|at|due|until|till|before|for|from|next|this|coming|every|of)(?: the)? $/iu;

/** Whether what chrono found is meant as a date: "sun cream", "3 days", "March numbers" and "3/4 done" are not. */
function isMeant(result: ParsedResult, text: string): boolean {
  const found = result.text;
  const before = text.slice(0, result.index);
  const isIntroduced = BEFORE.test(before) || /^(?:on|by|at|this|next|coming|last)\b/iu.test(found);
  const isAtEnd = /^[\s.,;:!)]*$/u.test(text.slice(result.index + found.length));
  if (/^(?:now|a second|a moment|\w+ seconds?)$/iu.test(found)) return false;
  if (/^(?:sun|mon|tue|tues|wed|thu|thur|thurs|fri|sat|weekend)$/iu.test(found)) return isIntroduced || isAtEnd;
  if (/^\d{1,2}[/.-]\d{1,2}$/u.test(found)) return isIntroduced;
  if (
    /^(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|half)[\w ]* (?:minutes?|hours?|days?|weeks?|months?|years?)$/iu.test(
      found,
    )
  ) {
    return /\b(?:in|within|after) (?:about )?$/iu.test(before);
  }
  const { start } = result;
  if (!/^(?!0000)\d{4}-\d\d-\d\d$/u.test(dayOf(start))) return false;
  return start.isCertain('day') || start.isCertain('weekday') || start.isCertain('hour') || /\bmonths?$/iu.test(found);
}

const LEAD =
  /(?:^|[\s,;(–-])((?:(?:due|scheduled|starting|latest|no later than) )?(?:on|by|at|due|until|till|before|for|from|in|around)?(?: the)?) ?$/iu;

function dateOfResult(result: ParsedResult, text: string, { today, minutes }: Moment): ReadDate {
  const lead = LEAD.exec(text.slice(0, result.index));
  const leadLength = lead?.[1] === undefined || lead[1] === '' ? 0 : lead[0].length - lead[0].indexOf(lead[1]);
  const { start } = result;
  const time = timeOf(start, result.text);
  const isTimeAlone =
    time !== null && !start.isCertain('day') && !start.isCertain('weekday') && !start.isCertain('month');
  const isOver = isTimeAlone && minutesOf(time) < minutes;
  return {
    day: isTimeAlone ? addDays(today, isOver ? 1 : 0) : dayOf(start),
    time,
    recurrence: null,
    start: result.index - leadLength,
    end: result.index + result.text.length,
  };
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function dayOf(components: ParsedResult['start']): string {
  const year = components.get('year') ?? 1970;
  const month = components.get('month') ?? 1;
  const day = components.get('day') ?? 1;
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** "at 3" is an afternoon's three; "at 03:00" and "3 am" are the night's. */
function timeOf(components: ParsedResult['start'], text: string): string | null {
  if (!components.isCertain('hour')) return null;
  const hour = components.get('hour') ?? 0;
  const minute = components.get('minute') ?? 0;
  const isAfternoon =
    hour >= 1 && hour <= 6 && !components.isCertain('meridiem') && !/\b0\d|morning|midnight|night/iu.test(text);
  return `${String(isAfternoon ? hour + 12 : hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** A text with a part blanked out, as long as before. */
function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + 'x'.repeat(end - start) + text.slice(end);
}

/** The next day that is such a weekday; today, if it is one. */
function nextWeekday(today: string, weekday: number): string {
  return addDays(today, (weekday - weekdayOf(today) + 7) % 7);
}

/** The next day with this number in its month; a 31st may be two months away. */
function nextDayOfMonth(today: string, number: number): string | null {
  if (number < 1 || number > 31) return null;
  for (let offset = 0; offset <= 62; offset += 1) {
    const day = addDays(today, offset);
    if (Number(day.slice(8)) === number) return day;
  }
  return null;
}
