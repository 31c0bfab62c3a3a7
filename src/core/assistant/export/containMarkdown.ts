/** How many levels headings move down, so that they stay below those of the document. */
const SHIFT = 2;
/** What may stand before a block on its line: spaces, and the marks of lists and quotes. */
const CONTAINERS = String.raw`(?:[ \t]*(?:[>*+-]|\d{1,9}[.)]))*[ \t]*`;
const CONTAINED_FENCE = new RegExp(`^${CONTAINERS}(?:\`{3,}|~{3,})`, 'u');
/** The beginning of a link's definition, whose label may go on in the next line. */
const DEFINITION = new RegExp(`^(${CONTAINERS})(\\[(?:[^\\]]*$|[^\\]]*\\]:))`, 'u');

/**
 * Markdown as a part of a document that it cannot reach beyond: its headings lie below the document's, its code ends with it,
 * HTML is text as it is in the app, and it defines no links for others (https://spec.commonmark.org/0.31.2/). What leaves in
 * doubt where its code ends is quoted as a whole.
 */
export function containMarkdown(text: string): string {
  const lines = linesOf(text);
  const contained: string[] = [];
  let fence: string | null = null;
  for (const line of lines) {
    if (fence !== null) {
      contained.push(line);
      const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/u.exec(line)?.[1];
      if (closing?.startsWith(fence) === true) fence = null;
      continue;
    }
    const opening = /^(?:(`{3,})[^`]*|(~{3,}).*)$/u.exec(line);
    fence = opening?.[1] ?? opening?.[2] ?? null;
    if (fence !== null) contained.push(line);
    // Only of a fence at the very start of a line is it sure that it belongs to no list.
    else if (CONTAINED_FENCE.test(line)) return quoteMarkdown(text);
    else contained.push(...containLine(line, contained.at(-1) ?? ''));
  }
  if (fence !== null) contained.push(fence);
  return contained.join('\n');
}

/** Text as a quotation, whatever it holds. */
export function quoteMarkdown(text: string): string {
  return linesOf(text)
    .map((line) => `> ${withoutDefinition(line)}`.trimEnd())
    .join('\n');
}

function containLine(line: string, before: string): string[] {
  const heading = /^( {0,3})(#{1,6})(?=[ \t]|$)/u.exec(line);
  if (heading !== null) {
    const level = Math.min(6, (heading[2] ?? '').length + SHIFT);
    return [`${'#'.repeat(level)}${line.slice(heading[0].length)}`];
  }
  // Under a line of text these would make a heading of it.
  if (/^ {0,3}=+[ \t]*$/u.test(line)) return [`\\${line.trim()}`];
  if (/^ {0,3}-+[ \t]*$/u.test(line) && before.trim() !== '') return ['', line];
  // An HTML block may go on to the end of the document.
  const plain = line.replace(/^( {0,3})<(?!https?:|mailto:)/u, String.raw`$1\<`);
  return [withoutDefinition(plain)];
}

function withoutDefinition(line: string): string {
  return line.replace(DEFINITION, String.raw`$1\$2`);
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/u);
}
