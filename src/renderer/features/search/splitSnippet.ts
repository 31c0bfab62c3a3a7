import { SNIPPET_MARK_END, SNIPPET_MARK_START } from '../../../contracts/search.ts';

export interface SnippetPart {
  text: string;
  isMarked: boolean;
}

/** A snippet as plain texts, those that matched marked. Marks without a partner end with the snippet. */
export function splitSnippet(snippet: string): SnippetPart[] {
  const parts: SnippetPart[] = [];
  let isMarked = false;
  for (const piece of snippet.split(new RegExp(`([${SNIPPET_MARK_START}${SNIPPET_MARK_END}])`, 'u'))) {
    if (piece === SNIPPET_MARK_START) isMarked = true;
    else if (piece === SNIPPET_MARK_END) isMarked = false;
    else if (piece !== '') parts.push({ text: piece, isMarked });
  }
  return parts;
}

/** Marks the words of a search in a title that comes without marks. */
export function markWords(title: string, text: string): SnippetPart[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [{ text: title, isMarked: false }];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(${words.toSorted((one, other) => other.length - one.length).join('|')})`,
    'giu',
  );
  const parts: SnippetPart[] = [];
  let position = 0;
  for (const match of title.matchAll(pattern)) {
    if (match.index > position) parts.push({ text: title.slice(position, match.index), isMarked: false });
    parts.push({ text: match[0], isMarked: true });
    position = match.index + match[0].length;
  }
  if (position < title.length) parts.push({ text: title.slice(position), isMarked: false });
  return parts;
}
