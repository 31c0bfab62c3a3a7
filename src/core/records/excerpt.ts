const EXCERPT_MAX = 200;
/** Marks can take up most of a text; this much of it always holds an excerpt, and a note of 5 MB costs no more than a page. */
const READ_MAX = 4_000;

/** The first 200 characters of a Markdown text as one line, without its marks. For lists; it is not a parser. */
export function excerptOf(markdown: string): string {
  const line = markdown
    .slice(0, READ_MAX)
    .replaceAll(/^ {0,3}(?:```|~~~).*$/gmu, ' ')
    .replaceAll(/!\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(
      /\[\[([^\]|]*)(?:\|([^\]]*))?\]\]/gu,
      (_match, target: string, label: string | undefined) => label ?? target,
    )
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,9}[.)][ \t]+)/gmu, '')
    .replaceAll(/^[ \t]*(?:[-*_][ \t]*){3,}$/gmu, ' ')
    .replaceAll(/^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*:?-*:?[ \t]*$/gmu, ' ')
    .replaceAll(/(\*\*|__|~~|`)/gu, '')
    .replaceAll(/(?<![\p{L}\p{N}\\])[*_](?=\S)|(?<=[^\s\\])[*_](?![\p{L}\p{N}])/gu, '')
    .replaceAll(/<\/?[a-z][^>]*>|<!--.*?-->/giu, ' ')
    .replaceAll('|', ' ')
    .replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  // Cut between code points, so that no half of a pair is left.
  return line.length <= EXCERPT_MAX
    ? line
    : line
        .slice(0, EXCERPT_MAX)
        .replace(/[\uD800-\uDBFF]$/u, '')
        .trimEnd();
}
