/** A record's name being typed after `@` or `[[`. */
export interface Trigger {
  readonly mark: '@' | '[[';
  /** Where the mark stands. */
  readonly start: number;
  /** What is typed of the name so far. */
  readonly query: string;
}

/** Two brackets anywhere, as in notes; `@` only where a word may begin, so that an address of a mail is none. */
const LINK = /\[\[([^[\]\n]{0,80})$/u;
const MENTION = /(?:^|[\s(])@((?:[^\s@][^@\n]{0,80})?)$/u;

/** The name that is being typed before the caret; null where there is none. */
export function readTrigger(text: string, caret: number): Trigger | null {
  const before = text.slice(0, caret);
  const link = LINK.exec(before)?.[1];
  if (link !== undefined) return { mark: '[[', start: caret - link.length - 2, query: link };
  const mention = MENTION.exec(before)?.[1];
  return mention === undefined ? null : { mark: '@', start: caret - mention.length - 1, query: mention };
}
