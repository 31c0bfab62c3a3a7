import { addDays, addMonths, lastOfMonth, makeDay, weekdayFrom, weekdayOf } from './calendar.ts';
import { compileAll, isAtEdge, NOT_IN_WORD, once, type Span, withoutOverlaps } from './compile.ts';
import type { DayForm, DayMeaning, Language, Unit } from './language.ts';

export interface FoundDay extends Span {
  readonly day: string;
  /** What its words stand for. */
  readonly means: DayMeaning;
  /** For "in two hours". */
  readonly time: string | null;
  readonly part: 'evening' | undefined;
  /** The word before it ends a repetition: "until". */
  readonly isEnd: boolean;
  /** How long its words are without the word before it. */
  readonly length: number;
}

export type Groups = Readonly<Record<string, string | undefined>>;

const formsOf = compileAll((language: Language) => language.days);

/** Days that are written the same everywhere. Two numbers alone are a day only where a word says so. */
const numeric: readonly { pattern: RegExp; needsLead?: true }[] = [
  { pattern: /(?<![\p{L}\p{N}./-])(?<year>\d{4})-(?<monthNumber>\d\d)-(?<day>\d\d)(?![\p{L}\p{N}/-])/gu },
  {
    pattern:
      /(?<![\p{L}\p{N}./-])(?<day>\d{1,2})([./-])(?<monthNumber>\d{1,2})\2(?<year>\d{4}|\d\d)(?![\p{L}\p{N}/-])/gu,
  },
  { pattern: /(?<![\p{L}\p{N}./-])(?<day>\d{1,2})\.(?<monthNumber>\d{1,2})\.(?![\p{L}\p{N}])/gu },
  { pattern: /(?<![\p{L}\p{N}./-])(?<day>\d{1,2})[./](?<monthNumber>\d{1,2})(?![\p{L}\p{N}./%-])/gu, needsLead: true },
];

export interface Reading {
  /** The day and the time that it is. */
  readonly now: Date;
  readonly today: string;
  /** 12/3 is the third of December. */
  readonly isMonthFirst: boolean;
}

/** The days that a text names, in its order. `text` as `foldText` gives it. */
export function findDays(text: string, languages: readonly Language[], reading: Reading): FoundDay[] {
  const found = languages.flatMap((language) => findIn(text, language, reading));
  return withoutOverlaps(found);
}

/** What stands before a day, and what it makes of it. */
const around = once((language) => ({
  before: new RegExp(`${NOT_IN_WORD}(?<lead>${language.lead})\\s*$`, 'i'),
  until: new RegExp(`^(?:${language.until})\\b`, 'i'),
  notAfter: new RegExp(`${NOT_IN_WORD}${language.notAfter}\\s*$`, 'i'),
}));

function findIn(text: string, language: Language, reading: Reading): FoundDay[] {
  const { before, until, notAfter } = around(language);
  const found: FoundDay[] = [];

  const add = (match: RegExpExecArray, form: Omit<DayForm, 'words'>): void => {
    const end = match.index + match[0].length;
    const head = text.slice(0, match.index);
    const lead = before.exec(head);
    if (lead === null && (form.needsLead === true || notAfter.test(head))) return;
    const mayFollow = form.atEdge !== true || (lead !== null && form.means === 'weekday' && form.needsLead !== true);
    // "tomorrow's meeting" is on its own day already.
    if ((!mayFollow && !isAtEdge(text, end, language)) || /^['’]s?(?!\p{L})/u.test(text.slice(end))) return;
    const isWeak = lead === null && language.weakMonths?.test(match.groups?.['month'] ?? '') === true;
    if (isWeak && !isAtEdge(text, end, language)) return;
    const result = dayOf(form.means, { ...match.groups, words: match[0] }, language, reading);
    if (result === null) return;
    found.push({
      ...result,
      means: form.means,
      start: lead?.index ?? match.index,
      end,
      part: form.part,
      isEnd: lead !== null && until.test(lead[0]),
      length: match[0].length,
    });
  };

  for (const { pattern, ...form } of formsOf(language)) {
    for (const match of text.matchAll(pattern)) add(match, form);
  }
  for (const { pattern, needsLead } of numeric) {
    for (const match of text.matchAll(pattern)) add(match, { means: 'date', ...(needsLead ? { needsLead } : {}) });
  }
  return found;
}

const NOT_TODAY = /prossim|che viene|nachste|naechste|kommende|coming/iu;

type Found = Pick<FoundDay, 'day' | 'time'>;

function dayOf(means: DayForm['means'], groups: Groups, language: Language, reading: Reading): Found | null {
  const { today } = reading;
  const only = (day: string | null): Found | null => (day === null ? null : { day, time: null });
  if (typeof means === 'number') return only(addDays(today, means));
  switch (means) {
    case 'weekday':
      // "lunedì prossimo" and "nächsten Montag", said on a Monday, are not today.
      return only(
        weekdayFrom(NOT_TODAY.test(groups['words'] ?? '') ? addDays(today, 1) : today, weekdayIn(groups, language)),
      );
    case 'weekdayNextWeek':
      return only(addDays(nextMonday(today), weekdayIn(groups, language)));
    case 'date':
      return only(dateIn(groups, language, reading));
    case 'inUnits':
      return inUnits(groups, language, reading);
    case 'nextWeek':
      return only(nextMonday(today));
    case 'nextMonth':
      return only(`${addMonths(today, 1).slice(0, 8)}01`);
    case 'endOfWeek':
      // Friday, and on a weekend its own Sunday.
      return only(weekdayFrom(today, weekdayOf(today) > 4 ? 6 : 4));
    case 'endOfMonth':
      return only(endOfMonth(groups, language, today));
    case 'weekend':
      return only(weekdayOf(today) === 6 ? today : weekdayFrom(today, 5));
    case 'dayOfMonth':
      return only(nextDayOfMonth(today, Number(groups['day'])));
  }
}

const nextMonday = (today: string): string => weekdayFrom(addDays(today, 1), 0);

/** The weekday that was named, 0 is Monday. */
export function weekdayIn(groups: Groups, language: Language): number {
  return weekdayNamed(groups['weekday'] ?? groups['anyWeekday'] ?? groups['short'] ?? '', language);
}

export function weekdayNamed(name: string, { weekdays, shortWeekdays }: Language): number {
  const isName = (words: string): boolean => new RegExp(`^(?:${words})s?$`, 'iu').test(name);
  const full = weekdays.findIndex(isName);
  return full === -1 ? shortWeekdays.findIndex(isName) : full;
}

/** 1 to 12, or 0. */
export function monthNamed(name: string, { months, shortMonths }: Language): number {
  const isName = (words: string): boolean => words !== '' && new RegExp(`^(?:${words})$`, 'iu').test(name);
  return Math.max(months.findIndex(isName), shortMonths.findIndex(isName)) + 1;
}

export function numberNamed(word: string | undefined, numbers: Language['numbers']): number {
  if (word === undefined) return 1;
  return /^\d+$/u.test(word) ? Number(word) : (numbers[word.toLowerCase().replaceAll(/\s+/gu, ' ')] ?? 1);
}

export function unitNamed(word: string, { units }: Language): Unit | null {
  const all: Unit[] = ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'];
  return all.find((unit) => new RegExp(`^(?:${units[unit] ?? '-'})$`, 'iu').test(word)) ?? null;
}

/** The day that was written; without a year the next one there is. */
function dateIn(groups: Groups, language: Language, { today, isMonthFirst }: Reading): string | null {
  let day = groups['day'] === undefined ? 1 : Number(groups['day']);
  let month = groups['month'] === undefined ? Number(groups['monthNumber']) : monthNamed(groups['month'], language);
  if (isMonthFirst && groups['month'] === undefined && groups['year']?.length !== 4) [day, month] = [month, day];
  const year = groups['year'];
  if (year !== undefined) return makeDay(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  for (let candidate = thisYear; candidate <= thisYear + 8; candidate += 1) {
    const made = makeDay(candidate, month, day);
    if (made !== null && made >= today) return made;
  }
  return null;
}

function endOfMonth(groups: Groups, language: Language, today: string): string | null {
  const thisMonth = Number(today.slice(5, 7));
  const month = groups['month'] === undefined ? thisMonth : monthNamed(groups['month'], language);
  const thisYear = Number(today.slice(0, 4));
  const year = groups['year'] === undefined ? (month < thisMonth ? thisYear + 1 : thisYear) : Number(groups['year']);
  return makeDay(year, month, lastOfMonth(year, month));
}

/** The next day with this number; a 31st may be two months away. */
function nextDayOfMonth(today: string, number: number): string | null {
  if (number < 1 || number > 31) return null;
  for (let offset = 0; offset <= 62; offset += 1) {
    const day = addDays(today, offset);
    if (Number(day.slice(8)) === number) return day;
  }
  return null;
}

function inUnits(groups: Groups, language: Language, { now, today }: Reading): Found | null {
  const count = numberNamed(groups['n'], language.numbers);
  const unit = unitNamed(groups['unit'] ?? '', language);
  if (count < 1 || unit === null) return null;
  switch (unit) {
    case 'minute':
    case 'hour': {
      const then = new Date(now.getTime() + count * (unit === 'hour' ? 3_600_000 : 60_000));
      const pad = (value: number): string => String(value).padStart(2, '0');
      const day = makeDay(then.getFullYear(), then.getMonth() + 1, then.getDate());
      return day === null ? null : { day, time: `${pad(then.getHours())}:${pad(then.getMinutes())}` };
    }
    case 'day':
      return { day: addDays(today, count), time: null };
    case 'week':
      return { day: addDays(today, count * 7), time: null };
    case 'month':
      return { day: addMonths(today, count), time: null };
    case 'quarter':
      return { day: addMonths(today, count * 3), time: null };
    case 'year':
      return { day: addMonths(today, count * 12), time: null };
  }
}
