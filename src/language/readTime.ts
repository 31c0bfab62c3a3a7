import { BLANK, compileAll, isAtEdge, type Span, withoutOverlaps } from './compile.ts';
import type { Language, TimeForm } from './language.ts';
import { type Groups, numberNamed } from './readDay.ts';

export interface FoundTime extends Span {
  /** `HH:mm` */
  readonly time: string;
  /** An hour up to 12 that could be one of the evening, too: "at 8". */
  readonly isVague: boolean;
}

const formsOf = compileAll((language: Language) => language.times);

/** "15:00" needs no words around it. */
const CLOCK =
  /(?<![\p{L}\p{N}:.,/-])(?<hour>\d{1,2}):(?<minute>[0-5]\d)(?:\s*[-–]\s*\d{1,2}:[0-5]\d)?(?![\p{L}\p{N}:/-])/gu;

/** The times of day that a text names, in its order. `text` as `foldText` gives it. */
export function findTimes(text: string, languages: readonly Language[]): FoundTime[] {
  const found: FoundTime[] = [];
  for (const language of languages) {
    for (const { pattern, ...form } of formsOf(language)) {
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].length;
        if (form.atEdge === true && !isAtEdge(text, end, language) && !followsDay(text, match.index, end, language))
          continue;
        // "at 10%", "um 10.000 Euro"
        if (/^[%€$£]|^[.,:]\d/u.test(text.slice(end))) continue;
        const time = timeOf(form, match.groups ?? {}, language);
        if (time !== null) found.push({ ...time, start: match.index, end });
      }
    }
  }
  for (const match of text.matchAll(CLOCK)) {
    const time = timeOf({ words: '' }, match.groups ?? {}, null);
    if (time !== null) found.push({ ...time, start: match.index, end: match.index + match[0].length });
  }
  return withoutOverlaps(found);
}

/** "Tomorrow at 9 review the inbox": right after a day that was read, a bare number is an hour. */
function followsDay(text: string, start: number, end: number, { counted }: Language): boolean {
  return new RegExp(`${BLANK},?\\s*$`, 'u').test(text.slice(0, start)) && !counted.test(text.slice(end));
}

function timeOf(form: TimeForm, groups: Groups, language: Language | null): Omit<FoundTime, 'start' | 'end'> | null {
  if (form.time !== undefined) return { time: form.time, isVague: false };
  const hourWord = groups['hour'] ?? '';
  const minutes = Number(groups['minute'] ?? 0) + (form.minutes ?? 0);
  let hour = numberNamed(hourWord, language?.numbers ?? {});
  const half = groups['half']?.[0]?.toLowerCase() ?? partOf(groups['part'], language);
  if (half !== null && (hour > 12 || hour < 1) && groups['half'] !== undefined) return null;
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  // A time is for the day: "at 3" is the afternoon's, "at 03:00" and "3 am" the night's.
  const isBare = half === null && !/^0/u.test(hourWord);
  const isVague = isBare && hour >= 1 && hour <= 11;
  if (isBare && hour >= 1 && hour <= 6) hour += 12;
  const total = hour * 60 + minutes;
  return total < 0 || total >= 24 * 60 ? null : { time: clock(total), isVague: isVague && hour < 12 };
}

function partOf(words: string | undefined, language: Language | null): 'a' | 'p' | null {
  if (words === undefined || language === null) return null;
  const folded = words.replaceAll(/\s+/gu, ' ');
  return new RegExp(`^(?:${language.partOfDay.evening})$`, 'iu').test(folded) ? 'p' : 'a';
}

/** A time that an evening was named for: "tonight at 8". */
export function inEvening({ time, isVague }: Pick<FoundTime, 'time' | 'isVague'>): string {
  return isVague ? clock((Number(time.slice(0, 2)) + 12) * 60 + Number(time.slice(3))) : time;
}

function clock(minutes: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
