import type { SearchItem } from '../../contracts/search.ts';

/** One ranking, best first, and how much it counts. */
export interface RankedLeg {
  readonly items: readonly SearchItem[];
  readonly weight: number;
}

/** Keeps the first ranks from deciding alone; the value of the paper below. */
const RANK_CONSTANT = 60;

/**
 * Reciprocal rank fusion: each leg gives an item `weight / (60 + rank)`, and the sums decide. It needs no scores that
 * could be compared (Cormack, Clarke and Büttcher 2009, https://doi.org/10.1145/1571941.1572114). Of an item in several
 * legs the first leg's is taken; between equals the earlier leg goes first.
 */
export function fuse(legs: readonly RankedLeg[], limit: number): SearchItem[] {
  const scored = new Map<string, { item: SearchItem; score: number }>();
  for (const { items, weight } of legs) {
    items.forEach((item, index) => {
      const key = `${item.kind}:${item.id}`;
      const entry = scored.get(key) ?? { item, score: 0 };
      entry.score += weight / (RANK_CONSTANT + index + 1);
      scored.set(key, entry);
    });
  }
  return [...scored.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ item }) => item);
}
