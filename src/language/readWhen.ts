import { addDays, dayOf } from './calendar.ts';
import { blank, type Span } from './compile.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import type { Language } from './language.ts';
import { type FoundDay, findDays } from './readDay.ts';
import { findRepeats, type FoundRepeat } from './readRepeat.ts';
import { findTimes, type FoundTime, inEvening } from './readTime.ts';
import type { RuleParts } from './rule.ts';

/** Whoever works in three languages writes in three: all are read at once. */
export const LANGUAGES: readonly Language[] = [english, italian, german];

interface Options {
  /** The day it is, and the time, for "at 10". */
  readonly now: Date;
  /** 12/3 is the third of December. */
  readonly isMonthFirst?: boolean;
  /** Only these. */
  readonly languages?: readonly Language[];
  /** Whether words are meant as what they look like; all are, if not given. */
  readonly isMeant?: (kind: 'date' | 'repeat', span: Span) => boolean;
}

/** What a sentence says of when. */
export interface FoundWhen {
  /** A time alone is today's, or tomorrow's where it is over; with a rule that names no day, null. */
  readonly day: string | null;
  readonly time: string | null;
  /** What repeats, with its end; what it leaves open ("every month") goes by the day (`settleRule`). */
  readonly rule: RuleParts | null;
  /** The words of each, as found. */
  readonly found: {
    readonly day: FoundDay | undefined;
    readonly time: FoundTime | undefined;
    readonly repeat: FoundRepeat | undefined;
  };
  /** Words that say nothing else, and can go out of a title. */
  readonly spans: readonly Span[];
}

/** Reads day, time and repetition. `text` as `foldText` gives it, what was read as something else blanked out. */
export function readWhen(text: string, options: Options): FoundWhen {
  const { now, isMonthFirst = false, languages = LANGUAGES, isMeant = () => true } = options;
  let rest = text;
  const take = (span: Span | undefined): void => {
    if (span !== undefined) rest = blank(rest, span);
  };
  const isDate = (span: Span): boolean => isMeant('date', span);

  const repeat = findRepeats(rest, languages)
    .filter((span) => isMeant('repeat', span))
    .at(-1);
  take(repeat);
  const days = findDays(rest, languages, { now, today: dayOf(now), isMonthFirst }).filter(isDate);
  const end = repeat === undefined ? undefined : days.find((day) => day.isEnd);
  const day = chooseDay(
    rest,
    days.filter((candidate) => candidate !== end),
  );
  take(end);
  take(day);
  const time = findTimes(rest, languages).filter(isDate).at(-1);
  const spans = [repeat, end, isInList(rest, day) ? undefined : day, time];
  return {
    ...chooseWhen(day, time, repeat, now),
    rule: repeat === undefined ? null : end === undefined ? repeat.rule : { ...repeat.rule, end: { until: end.day } },
    found: { day, time, repeat },
    spans: spans.filter((span) => span !== undefined),
  };
}

const JOINED = /^\s*(?:,|&|and|or|e|o|und|oder)\s*$/iu;

/** The last day counts. Of "on Tuesday and Thursday" it is the first. */
function chooseDay(text: string, days: readonly FoundDay[]): FoundDay | undefined {
  let chosen = days.length - 1;
  for (; chosen > 0; chosen -= 1) {
    const [before, after] = [days[chosen - 1], days[chosen]];
    if (before === undefined || after === undefined || !JOINED.test(text.slice(before.end, after.start))) break;
  }
  return days[chosen];
}

/** One day of several that belong together: nothing is taken out of the sentence. */
function isInList(text: string, day: FoundDay | undefined): boolean {
  if (day === undefined) return false;
  return /^\s*(?:&|and|or|e|o|und|oder)\s+(?:on |by |am )?(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|gio|ven|sab|dom|die|mit|don|fre|sam|son)\p{L}*/iu.test(
    text.slice(day.end),
  );
}

function chooseWhen(
  day: FoundDay | undefined,
  time: FoundTime | undefined,
  repeat: FoundRepeat | undefined,
  now: Date,
): { day: string | null; time: string | null } {
  const found = time === undefined ? (day?.time ?? null) : day?.part === 'evening' ? inEvening(time) : time.time;
  if (day !== undefined) return { day: day.day, time: found };
  if (found === null || repeat !== undefined) return { day: null, time: found };
  const minutes = Number(found.slice(0, 2)) * 60 + Number(found.slice(3));
  const isOver = minutes < now.getHours() * 60 + now.getMinutes();
  return { day: addDays(dayOf(now), isOver ? 1 : 0), time: found };
}
