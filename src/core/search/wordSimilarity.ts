/** Letters from which on a word may stand inside another ("Plan" in "Projektplan" is too short, "Rechnung" is not). */
const PART_LENGTH = 5;
const PREFIX_LENGTH = 4;

/**
 * Whether a text has at least half of the words that somebody looks for, or words so like them that one is the other
 * misspelt, inflected or compounded. All words folded by `toWords`.
 */
export function resembles(wanted: readonly string[], text: readonly string[]): boolean {
  if (wanted.length === 0) return false;
  const words = new Set(text);
  let missing = Math.floor(wanted.length / 2);
  for (const word of wanted) {
    if (words.has(word) || hasSimilar(word, words)) continue;
    if (missing === 0) return false;
    missing -= 1;
  }
  return true;
}

function hasSimilar(wanted: string, words: ReadonlySet<string>): boolean {
  for (const word of words) if (isSimilarWord(wanted, word)) return true;
  return false;
}

/** Whether two folded words are the same but for a slip or two, an ending, or a part of a compound. */
export function isSimilarWord(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= PREFIX_LENGTH && short.length * 2 >= long.length && long.startsWith(short)) return true;
  if (short.length >= PART_LENGTH && long.includes(short)) return true;
  const allowed = long.length >= 8 ? 2 : long.length >= 5 ? 1 : 0;
  if (long.length - short.length > allowed) return false;
  return allowed > 0 && slipsBetween(short, long, allowed) <= allowed;
}

/**
 * Letters to add, drop, change or swap with their neighbour to make one word the other (optimal string alignment
 * distance); any number above `limit` where there are more than that.
 */
function slipsBetween(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let slips = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (isSame ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        slips = Math.min(slips, at(beforeLast, column - 2) + 1);
      }
      current.push(slips);
      best = Math.min(best, slips);
    }
    if (best > limit) return best;
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
