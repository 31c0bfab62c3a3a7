import { withoutStopWords } from './stopWords.ts';

/** A person's words as FTS5 expressions, in which every word is a quoted string. */
export interface MatchExpression {
  /** Wants every word. */
  readonly every: string;
  /** Wants any of them; the same as `every` for a single word. */
  readonly any: string;
  /** The words that are looked for, as typed, the last one maybe unfinished. */
  readonly words: readonly string[];
}

/** More words than these add time, not meaning. */
const WORDS_MAX = 16;
const WORD_LENGTH_MAX = 64;
/** What the tokenizer of the full text takes for a word: letters, numbers, and the marks that belong to them. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** One letter as a prefix matches a large part of all there is, except where one letter can be a word. */
const SHORT_PREFIX = /^[\p{Script=Latin}\p{N}]$/u;

/**
 * Endings that the Porter stemmer takes off. The index holds `meet` for "meeting", so the unfinished "meeti" is a prefix
 * of nothing; completed to "meeting" it is found.
 */
const ENDINGS =
  'ing ings ed er ers es ies ly al ally ment ments ness ion ions ional ation ations ator ative ization ized izing izer able ability ible ful fulness ance ence ive ity ous'.split(
    ' ',
  );

/** @returns null where the text has no word that full text could look for. */
export function toMatchExpression(text: string): MatchExpression | null {
  const found = text.match(WORD) ?? [];
  const isUnfinished = /[\p{L}\p{N}\p{M}]$/u.test(text);
  const kept = withoutStopWords(found);
  const words = [...new Set(kept.map((word) => Array.from(word).slice(0, WORD_LENGTH_MAX).join('')))].slice(
    0,
    WORDS_MAX,
  );
  const last = words.at(-1);
  if (last === undefined) return null;

  const isLastUnfinished = isUnfinished && kept.at(-1) === found.at(-1);
  const terms = words.map((word) => toTerm(word, word === last && isLastUnfinished));
  return { every: terms.join(' AND '), any: terms.join(' OR '), words };
}

function toTerm(word: string, isUnfinished: boolean): string {
  const spellings = spellingsOf(word);
  const alternatives = spellings.map(quote);
  if (isUnfinished && !SHORT_PREFIX.test(word)) {
    for (const spelling of spellings) alternatives.push(`${quote(spelling)} *`, ...completionsOf(spelling).map(quote));
  }
  return alternatives.length === 1 ? alternatives.join('') : `(${alternatives.join(' OR ')})`;
}

/** German writes the same word with ß or ss; the tokenizer folds other marks, but not this letter. */
function spellingsOf(word: string): string[] {
  const spellings = [word];
  if (/ß/iu.test(word)) spellings.push(word.replace(/ß/giu, 'ss'));
  else if (/ss/iu.test(word)) spellings.push(word.replace(/ss/giu, 'ß'));
  return spellings;
}

function completionsOf(word: string): string[] {
  const lower = word.toLowerCase();
  const completions = new Set<string>();
  // "payment" does not begin with the stem of "pay", which is "pai", nor "set", the stem of "setting", with "sett".
  const shortest = /y$|([^aeiou])\1$/u.test(lower) ? 0 : 1;
  for (const ending of ENDINGS) {
    for (let typed = shortest; typed < ending.length; typed++) {
      if (lower.length - typed >= 2 && lower.endsWith(ending.slice(0, typed)))
        completions.add(lower + ending.slice(typed));
    }
  }
  return [...completions];
}

/** An FTS5 string: nothing in it is syntax (https://sqlite.org/fts5.html#fts5_strings). */
function quote(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}
