export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** What a form of words means; a number is so many days from today. */
export type DayMeaning =
  | number
  | 'weekday'
  /** The one in the week after this one. */
  | 'weekdayNextWeek'
  | 'date'
  | 'inUnits'
  | 'nextWeek'
  | 'nextMonth'
  | 'endOfWeek'
  | 'endOfMonth'
  | 'weekend'
  | 'dayOfMonth';

/**
 * Words as a pattern, written without accents. A space is one or more, `~` is none or more; `{weekday}`, `{month}`, `{n}` and
 * the like stand for the language's own words, as named groups (see `compile`).
 */
export interface DayForm {
  readonly words: string;
  readonly means: DayMeaning;
  /** Only after a word such as "on" or "by": "Sat", "mar" and "3/12" are other things too. */
  readonly needsLead?: true;
  /** Only where no further word follows that could belong to it: "Friday newsletter" is no day, "call Friday" is one. */
  readonly atEdge?: true;
  /** The part of the day it names, which says what "at 8" means. */
  readonly part?: 'evening';
}

export interface TimeForm {
  readonly words: string;
  readonly atEdge?: true;
  /** For what is not said in numbers. */
  readonly time?: string;
  readonly part?: 'morning' | 'evening';
  /** "half past ten" and "halb elf" are minutes after and before. */
  readonly minutes?: number;
}

export interface RepeatForm {
  readonly words: string;
  /** Weekdays for the words themselves: "every weekday". */
  readonly days?: string;
  readonly unit?: Unit;
  readonly count?: number;
  /** Days of the month: "the last day of each month". */
  readonly numbers?: string;
  /** Which of these days of a month: "the last working day". */
  readonly position?: number;
  readonly atEdge?: true;
}

export interface Language {
  readonly numbers: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  /** From Monday, each as a pattern. */
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** Months that are other words too, when they begin small: they want a sign more that a day is meant. */
  readonly weakMonths?: RegExp;
  readonly units: Readonly<Partial<Record<Unit, string>>>;
  /** "every other": two, or the ordinal it is. */
  readonly other: string;
  readonly partOfDay: Readonly<Record<'morning' | 'evening', string>>;
  readonly and: string;
  /** After the number of a day: "3rd", "3.". */
  readonly ordinalMark: string;
  /** Words before a day that go with it. */
  readonly lead: string;
  /** Those that name the end of a repetition. */
  readonly until: string;
  /** What stands before a word that only looks like a day: "the meeting of Monday". */
  readonly notAfter: string;
  /** What a bare number after "at" counts, so that it is no hour: "um 10 Prozent". */
  readonly counted: RegExp;
  /** Small words that may follow a day or a time without belonging to it. */
  readonly follow: string;
  readonly days: readonly DayForm[];
  readonly times: readonly TimeForm[];
  readonly repeats: readonly RepeatForm[];
  /** "5 times": the end of a repetition. */
  readonly count: string;
}
