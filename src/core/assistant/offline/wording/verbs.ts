import type { Wording } from './wording.ts';

/** Whether a word, in small letters and without accents, is a verb that tasks begin with. */
export function isVerb(word: string, { verbs, verbForms }: Wording): boolean {
  return verbs.has(word) || verbForms.some(({ pattern, plain }) => verbs.has(word.replace(pattern, plain)));
}

/**
 * Whether a sentence begins like a task, "Rossi: call about the tins" too, or in German has its verb at the end of a part:
 * "Arzt anrufen, weil …". There a noun is written with a capital: "Notiz zum Treffen". `folded` as `foldLetters` gives it.
 */
export function hasTaskVerb(folded: string, wording: Wording): boolean {
  const parts = folded.trim().split(/[,;:(]\s*/u, PARTS_MAX);
  const [start = '', afterColon = ''] = folded.trim().split(/:\s+/u, 2);
  if ([start, afterColon].some((part) => beginsWithVerb(part, wording))) return true;
  if (!wording.hasVerbLast) return false;
  const isShouted = !/[a-z]/u.test(folded);
  return parts.some((part) => {
    const words = part.match(/[A-Za-zß][A-Za-zß-]*/gu) ?? [];
    const last = words.at(-1) ?? '';
    const isVerbLike = isShouted || !/^[A-Z]/u.test(last);
    return words.length > 1 && isVerbLike && isVerb(last.toLowerCase(), wording);
  });
}

/** Parts of a sentence that are looked at. */
const PARTS_MAX = 6;

function beginsWithVerb(text: string, wording: Wording): boolean {
  const first = /^[a-zß][a-zß-]*/u.exec(text.replace(wording.polite, '').toLowerCase())?.[0];
  return first !== undefined && isVerb(first, wording) && !wording.questionWords.has(first);
}
