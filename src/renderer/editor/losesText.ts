const WORD = /\p{L}{2,}/gu;
/** Up to this share may go: names of references and entities, what stands behind a code fence's language. */
const TOLERATED = 0.1;

/**
 * Whether a text, rewritten, misses much of the original: Markdown that the editor has no place for. Marks may change
 * their spelling and a few words may go (lines that nobody touches stay as they were); a tenth of the text may not.
 */
export function losesText(original: string, rewritten: string): boolean {
  if (original === rewritten) return false;
  const counts = new Map<string, number>();
  for (const [word] of rewritten.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  let all = 0;
  let lost = 0;
  for (const [word] of original.matchAll(WORD)) {
    all += 1;
    const left = counts.get(word) ?? 0;
    if (left === 0) lost += 1;
    else counts.set(word, left - 1);
  }
  return lost > Math.max(2, all * TOLERATED);
}
