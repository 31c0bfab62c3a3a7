/** A run of lines on one side and what stands for it on the other: `[from, to)` each; either may be empty. */
export interface LineRun {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
  /** Whether the two sides say the same. */
  readonly isSame: boolean;
}

/**
 * Cuts two texts into runs that stand for each other, in order and without gaps. Lines are compared by their keys; a key
 * that is empty ties nothing (blank lines are everywhere). Lines that occur once on each side are the anchors (patience
 * diff), so that the cost stays near linear also where the texts differ everywhere.
 */
export function alignLines(keysA: readonly string[], keysB: readonly string[]): LineRun[] {
  const runs: LineRun[] = [];
  let nextA = 0;
  let nextB = 0;
  const close = (toA: number, toB: number): void => {
    if (nextA === toA && nextB === toB) return;
    // Gaps of the same length are taken line by line: blank lines and rules between anchors.
    if (toA - nextA === toB - nextB && keysA.slice(nextA, toA).every((key, index) => key === keysB[nextB + index])) {
      for (let a = nextA, b = nextB; a < toA; a += 1, b += 1)
        runs.push({ fromA: a, toA: a + 1, fromB: b, toB: b + 1, isSame: true });
    } else {
      runs.push({ fromA: nextA, toA, fromB: nextB, toB, isSame: false });
    }
  };
  for (const [a, b] of findPairs(keysA, keysB)) {
    close(a, b);
    runs.push({ fromA: a, toA: a + 1, fromB: b, toB: b + 1, isSame: true });
    nextA = a + 1;
    nextB = b + 1;
  }
  close(keysA.length, keysB.length);
  return runs;
}

/** Pairs of equal lines, growing on both sides. */
function findPairs(a: readonly string[], b: readonly string[]): [number, number][] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const pairs: [number, number][] = [];
  for (let index = 0; index < start; index += 1) pairs.push([index, index]);

  let lastA = start;
  let lastB = start;
  const grow = (toA: number, toB: number): void => {
    while (lastA < toA && lastB < toB && a[lastA] === b[lastB]) pairs.push([lastA++, lastB++]);
    const tail: [number, number][] = [];
    let tailA = toA;
    let tailB = toB;
    while (tailA > lastA && tailB > lastB && a[tailA - 1] === b[tailB - 1]) tail.push([--tailA, --tailB]);
    pairs.push(...tail.reverse());
  };
  for (const [anchorA, anchorB] of longestRising(uniquePairs(a, b, start, endA, endB))) {
    grow(anchorA, anchorB);
    pairs.push([anchorA, anchorB]);
    lastA = anchorA + 1;
    lastB = anchorB + 1;
  }
  grow(endA, endB);
  for (let index = 0; endA + index < a.length; index += 1) pairs.push([endA + index, endB + index]);
  return pairs;
}

function uniquePairs(
  a: readonly string[],
  b: readonly string[],
  start: number,
  endA: number,
  endB: number,
): [number, number][] {
  const placesOf = (lines: readonly string[], end: number): Map<string, number> => {
    const places = new Map<string, number>();
    for (let index = start; index < end; index += 1) {
      const line = lines[index] ?? '';
      if (line !== '') places.set(line, places.has(line) ? -1 : index);
    }
    return places;
  };
  const inB = placesOf(b, endB);
  const pairs: [number, number][] = [];
  for (const [line, place] of placesOf(a, endA)) {
    const other = inB.get(line) ?? -1;
    if (place >= 0 && other >= 0) pairs.push([place, other]);
  }
  return pairs.sort((one, other) => one[0] - other[0]);
}

/** The longest subsequence that grows on both sides. */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, value], index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const rising: [number, number][] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) rising.push(pair);
  }
  return rising.reverse();
}
