export interface Checklist {
  readonly total: number;
  readonly done: number;
}

const NO_CHECKLIST: Checklist = { total: 0, done: 0 };
const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
/** A list item that begins with a box (GitHub Flavored Markdown, section 5.3, https://github.github.com/gfm/). */
const BOX = /^[\t >]*(?:[-*+]|\d{1,9}[.)])[\t ]+\[([ xX])\](?:\s|$)/u;

/** How many boxes a Markdown text has and how many are ticked, those in code blocks left out. */
export function countBoxes(markdown: string): Checklist {
  // Most descriptions have none, and this is asked with each write.
  if (!/\[[ xX]\]/u.test(markdown)) return NO_CHECKLIST;
  let total = 0;
  let done = 0;
  let fence: string | null = null;
  for (const line of markdown.split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (mark !== undefined && mark.startsWith(fence)) fence = null;
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
