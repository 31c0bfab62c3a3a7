const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
/** A list item that begins with a ticked box (GitHub Flavored Markdown, section 5.3, https://github.github.com/gfm/). */
const TICKED = /^([\t >]*(?:[-*+]|\d{1,9}[.)])[\t ]+\[)[xX](\](?:\s|$))/u;

/** A Markdown text with no box of its checklists ticked, but for those in code blocks. */
export function untickBoxes(markdown: string): string {
  let fence: string | null = null;
  return markdown
    .split('\n')
    .map((line) => {
      const mark = FENCE.exec(line)?.[1];
      if (fence !== null) {
        if (mark?.startsWith(fence) === true) fence = null;
        return line;
      }
      fence = mark ?? null;
      return line.replace(TICKED, '$1 $2');
    })
    .join('\n');
}
