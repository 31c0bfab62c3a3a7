import { foldLetters } from '../../../../language/compile.ts';
import type { Wording } from './wording.ts';

/** Whether a sentence asks: by its first word, or by a question mark. */
export function isQuestion(sentence: string, { questionWords }: Wording): boolean {
  const first = /^[a-zß'-]+/u.exec(foldLetters(sentence).trim().toLowerCase())?.[0] ?? '';
  return questionWords.has(first) || questionWords.has(first.split("'")[0] ?? '') || /\?\s*$/u.test(sentence);
}
