import { SNIPPET_MARK_END, SNIPPET_MARK_START } from '../../contracts/search.ts';

/** Characters around the first match. */
const BEFORE = 60;
const LENGTH = 200;
const MARKS = new RegExp(`[${SNIPPET_MARK_START}${SNIPPET_MARK_END}]`, 'gu');

/** Takes the characters that mark a match out of a text, so that no text can pretend to match. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, '');
}

/**
 * A line of a text around the first of `words`, every one of them marked; the beginning of the text where none is there.
 * For hits that full text cannot quote: found by meaning, or in a text too long to be read again.
 */
export function makeSnippet(text: string, words: readonly string[]): string {
  const pattern = words.length === 0 ? null : new RegExp(words.map(escape).join('|'), 'giu');
  const first = pattern?.exec(text)?.index ?? 0;
  const start = first <= BEFORE ? 0 : wordStart(text, first - BEFORE);
  const end = text.length - start <= LENGTH ? text.length : wordEnd(text, start + LENGTH);
  const excerpt = text.slice(start, end);
  const marked =
    pattern === null ? excerpt : excerpt.replace(pattern, (match) => SNIPPET_MARK_START + match + SNIPPET_MARK_END);
  return tidySnippet(`${start > 0 ? '…' : ''}${marked}${end < text.length ? '…' : ''}`);
}

/** One line, without the commonest marks of Markdown. */
export function tidySnippet(snippet: string): string {
  return snippet
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/gu, '$1')
    .replace(/^[ \t]*(?:#{1,6}|[-*+>]|\d+\.)[ \t]+/gmu, '')
    .replace(/\*\*|__|~~|`+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function wordStart(text: string, from: number): number {
  const space = text.slice(from, from + BEFORE / 2).search(/\s/u);
  return space === -1 ? avoidSurrogate(text, from) : from + space + 1;
}

function wordEnd(text: string, from: number): number {
  const space = text.slice(from, from + BEFORE / 2).search(/\s/u);
  return space === -1 ? avoidSurrogate(text, from) : from + space;
}

/** A cut between the halves of a pair would leave half a character. */
function avoidSurrogate(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}

function escape(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}
