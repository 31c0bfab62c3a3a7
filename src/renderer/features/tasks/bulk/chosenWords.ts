/** Which words all of these lists have, and which only some. */
export function chosenWords(lists: readonly (readonly string[])[]): { all: Set<string>; some: Set<string> } {
  const counts = new Map<string, number>();
  for (const words of lists) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const all = new Set<string>();
  const some = new Set<string>();
  for (const [word, count] of counts) (count === lists.length ? all : some).add(word);
  return { all, some };
}
