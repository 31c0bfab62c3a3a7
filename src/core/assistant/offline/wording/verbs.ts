import type { Wording } from './wording.ts';

/** Whether a word, in small letters and without accents, is a verb that tasks begin with. */
export function isVerb(word: string, { verbs, verbForms }: Wording): boolean {
  return verbs.has(word) || verbForms.some(({ pattern, plain }) => verbs.has(word.replace(pattern, plain)));
}

/** Whether a sentence begins like a task, or in German ends like one. `folded` as `foldLetters` gives it. */
export function hasTaskVerb(folded: string, wording: Wording): boolean {
  const words = folded.toLowerCase().match(/[a-zß][a-zß-]*/gu) ?? [];
  const { polite } = wording;
  const first = /^[a-zß][a-zß-]*/u.exec(folded.trim().replace(polite, '').toLowerCase())?.[0];
  if (first !== undefined && isVerb(first, wording)) return !wording.questionWords.has(first);
  const last = words.at(-1);
  return wording.hasVerbLast && last !== undefined && words.length > 1 && isVerb(last, wording);
}
