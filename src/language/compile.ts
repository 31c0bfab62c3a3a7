import type { Language } from './language.ts';

/**
 * Stands in read text for each letter, mark and number that no pattern has. So a letter is one of these few: the class of all
 * letters of all scripts takes milliseconds to compile, in each of two hundred patterns.
 */
const ANY_LETTER = 'ß';
const LETTER = `[A-Za-z0-9${ANY_LETTER}]`;
export const NOT_IN_WORD = `(?<!${LETTER})`;
export const END_OF_WORD = `(?!${LETTER})`;

/** Alternatives, the longest first, so that "jan" does not stand in the way of "january". */
function alternatives(words: readonly string[]): string {
  return words
    .flatMap((word) => (word.includes('(') ? [word] : word.split('|')))
    .filter((word) => word !== '')
    .toSorted((one, other) => other.length - one.length)
    .join('|');
}

/**
 * A form of words as an expression over text without accents. What stands in braces are the language's own words, each a
 * group of that name.
 */
export function compile(words: string, language: Language): RegExp {
  const weekday = `(?:${alternatives([...language.weekdays, ...language.shortWeekdays])})`;
  const number = alternatives(Object.keys(language.numbers));
  const listOf = (item: string): string =>
    `${item}(?:\\s*(?:,|/|${language.and.replaceAll('&', '\\s*&')})\\s*${item})*`;
  const macros: Readonly<Record<string, string>> = {
    weekday: `(?<weekday>${alternatives(language.weekdays)})`,
    short: `(?<short>${alternatives(language.shortWeekdays)})`,
    anyWeekday: `(?<anyWeekday>${weekday})`,
    wd: `${weekday}\\.?`,
    month: `(?<month>${alternatives(language.months)})\\.?`,
    monthShort: `(?<month>${alternatives(language.shortMonths)})\\.?`,
    day: '(?<day>\\d{1,2})',
    year: '(?<year>\\d{4})',
    n: `(?<n>\\d{1,3}|${number})`,
    unit: `(?<unit>${alternatives(Object.values(language.units))})`,
    hour: '(?<hour>\\d{1,2})',
    hourWord: `(?<hour>\\d{1,2}|${number})`,
    minute: '(?<minute>[0-5]\\d)',
    partOfDay: `(?<part>${alternatives(Object.values(language.partOfDay))})`,
    other: `(?<other>${language.other})`,
    ordinal: `(?<ordinal>${alternatives(Object.keys(language.ordinals))})`,
    listDays: `(?<list>${listOf(`${weekday}s?`)})`,
    pluralDays: `(?<list>${listOf(`(?:${alternatives(language.weekdays)})s`)})`,
    listNumbers: `(?<numbers>${listOf(`\\d{1,2}${language.ordinalMark}`)})`,
    times: '(?<times>\\d{1,3})',
  };
  const source = words
    .replaceAll(/\{(\w+)\}/gu, (_, name: string) => macros[name] ?? '')
    .replaceAll(' ', '\\s+')
    .replaceAll('~', '\\s*');
  return new RegExp(`${NOT_IN_WORD}(?:${source})${END_OF_WORD}`, 'gi');
}

/** Each form with its expression, made when a language is read first. */
export function compileAll<Form extends { words: string }>(
  forms: (language: Language) => readonly Form[],
): (language: Language) => readonly (Form & { pattern: RegExp })[] {
  return once((language) => forms(language).map((form) => ({ ...form, pattern: compile(form.words, language) })));
}

/**
 * Text as the patterns read it: without accents and with straight apostrophes, each letter where it was, those of other
 * alphabets as one. What is in quotes is not read at all.
 */
export function foldText(text: string): string {
  return foldLetters(text).replaceAll(QUOTED, (quoted) => BLANK.repeat(quoted.length));
}

/** What stands in quotation marks, with them. */
export const QUOTED = /"[^"]*"|“[^”]*”|«[^»]*»|„[^“”]*[“”]/gu;

/** As `foldText`, with what is in quotes. */
export function foldLetters(text: string): string {
  return text.replaceAll(/\P{ASCII}/gu, (letter) => {
    if (letter === '’') return "'";
    const plain = letter.normalize('NFD')[0] ?? letter;
    if (plain.length !== letter.length || plain > '\u007f')
      return /[\p{L}\p{M}\p{N}]/u.test(letter) && !ORDINAL_MARKS.includes(letter)
        ? ANY_LETTER.repeat(letter.length)
        : letter;
    return plain;
  });
}

/** Letters to Unicode, but in "1º" they end the number. */
const ORDINAL_MARKS = 'ºª';

/** Stands for a letter that was read already: no word, and no space. */
export const BLANK = '\u0001';

export function blank(text: string, { start, end }: Span): string {
  return text.slice(0, start) + BLANK.repeat(end - start) + text.slice(end);
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

const spans = (one: Span): number => one.end - one.start;

/** Of finds that overlap only the longest, in the order of the text; of equally long ones the first. */
export function withoutOverlaps<Find extends Span>(finds: readonly Find[]): Find[] {
  const kept: Find[] = [];
  for (const find of finds.toSorted((one, other) => spans(other) - spans(one))) {
    if (kept.every((other) => find.end <= other.start || find.start >= other.end)) kept.push(find);
  }
  return kept.toSorted((one, other) => one.start - other.start);
}

/** Whether nothing follows that could belong to what was found: the end, a sign, a part that was read, a small word. */
export function isAtEdge(text: string, end: number, language: Language): boolean {
  const rest = text.slice(end);
  return EDGE.test(rest) || follows(language).test(rest);
}

const EDGE = new RegExp(`^\\s*(?:$|[^A-Za-z0-9${ANY_LETTER}\\s%€$£'’-])`);
const follows = once(({ follow }: Language) => new RegExp(`^\\s+(?:${follow})${END_OF_WORD}`, 'i'));

/** What is made of a language, made when it is first asked for. */
export function once<Made>(make: (language: Language) => Made): (language: Language) => Made {
  const known = new Map<Language, Made>();
  return (language) => {
    const found = known.get(language);
    if (found !== undefined) return found;
    const made = make(language);
    known.set(language, made);
    return made;
  };
}
