import { BLANK, foldText } from '../../../../language/compile.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { isVerb } from './verbs.ts';
import type { Wording } from './wording.ts';

/** Of equals the first one counts. */
const WORDINGS: readonly Wording[] = [english, italian, german];
/** More of a long text says nothing new. UTF-16 code units. */
const READ_MAX = 2_000;
/** Letters that only one of the languages has. */
const LETTERS: Readonly<Record<Wording['language'], RegExp | null>> = { en: null, it: /[àèìòù]/iu, de: /[äöüß]/iu };

/**
 * The languages that a text may be in, the likeliest first: one point for each different word that a language knows, and one
 * for letters that it alone has. Only those with the most points; all where no word says
 * anything, and English before the others. What is in quotes and the `names` of projects and clients are left out: they are what they are in any language.
 */
export function rankLanguages(text: string, names: readonly string[] = []): readonly [Wording, ...Wording[]] {
  const unnamed = withoutNames(text.slice(0, READ_MAX).normalize('NFC'), names);
  const words = new Set(
    foldText(unnamed)
      .toLowerCase()
      .match(/[a-zß]{2,}/gu) ?? [],
  );
  const [first] = words;
  const points = (wording: Wording): number => {
    const letters = LETTERS[wording.language];
    let sum = letters?.test(unnamed) === true ? 1 : 0;
    for (const word of words) {
      if (wording.marks.has(word)) sum += 1;
      // English verbs are nouns in all three ("Test", "Mail"), unless they begin the sentence.
      else if ((wording !== english || word === first) && isVerb(word, wording)) sum += 1;
    }
    return sum;
  };
  const ranked = WORDINGS.map((wording) => ({ wording, points: points(wording) })).toSorted(
    (one, other) => other.points - one.points,
  );
  const best = ranked[0]?.points ?? 0;
  const [likeliest = english, ...others] = ranked.filter((one) => one.points === best).map((one) => one.wording);
  return [likeliest, ...others];
}

function withoutNames(text: string, names: readonly string[]): string {
  const lower = text.toLowerCase();
  let left = text;
  for (const name of names) {
    const index = name === '' ? -1 : lower.indexOf(name.toLowerCase());
    // A name of one letter, or one that is a part of a word, takes nothing away.
    if (index === -1 || name.length < 3 || lower.length !== text.length) continue;
    left = left.slice(0, index) + BLANK.repeat(name.length) + left.slice(index + name.length);
  }
  return left;
}
