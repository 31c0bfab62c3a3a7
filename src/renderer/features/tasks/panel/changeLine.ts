/**
 * One changed line of a text, made in another version of that text: a box that was ticked while somebody else wrote. The line
 * is looked for where it was, then anywhere if it is there once; null where it is gone or cannot be told from others.
 */
export function changeLine(before: string, after: string, latest: string): string | null {
  const [old, next, lines] = [before.split('\n'), after.split('\n'), latest.split('\n')];
  const index = old.findIndex((line, number) => line !== next[number]);
  const [line, changed] = [old[index], next[index]];
  if (line === undefined || changed === undefined || old.length !== next.length) return null;
  // It was changed the same way there.
  if (lines[index] === changed) return latest;
  if (lines[index] === line) return lines.with(index, changed).join('\n');
  const places = lines.flatMap((candidate, number) => (candidate === line ? [number] : []));
  const [place, ...others] = places;
  return place === undefined || others.length > 0 ? null : lines.with(place, changed).join('\n');
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
const BOX = /^[\t >]*(?:[-*+]|\d{1,9}[.)])[\t ]+\[([ xX])\](?:\s|$)/u;

/** How many boxes a text has and how many are ticked, as the workspace counts them for lists. */
export function countBoxes(markdown: string): { total: number; done: number } {
  let [total, done] = [0, 0];
  let fence: string | null = null;
  for (const line of markdown.split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) === true) fence = null;
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      continue;
    }
    const box = BOX.exec(line)?.[1];
    if (box === undefined) continue;
    total += 1;
    if (box !== ' ') done += 1;
  }
  return { total, done };
}
