import { hash } from 'node:crypto';
import { z } from 'zod';

/**
 * One edit of a long text, kept so that the text before can be made from the text after: what was taken out whole, of what
 * was put in only its place, its beginning for display, and the hash of the whole to know the text after by.
 * Offsets and lengths are UTF-16 code units.
 */
export const textDifferenceSchema = z.object({
  start: z.int().min(0),
  removed: z.string(),
  insertedLength: z.int().min(0),
  insertedBeginning: z.string(),
  afterHash: z.string(),
});
export type TextDifference = z.infer<typeof textDifferenceSchema>;

/** How much of a passage lists show. */
const SHOWN_MAX = 2_000;
const BLOCK = 65_536;

export function differenceOf(before: string, after: string): TextDifference {
  const start = commonPrefix(before, after);
  const end = commonSuffix(before, after, start);
  const inserted = after.slice(start, after.length - end);
  return {
    start,
    removed: before.slice(start, before.length - end),
    insertedLength: inserted.length,
    insertedBeginning: inserted.slice(0, SHOWN_MAX),
    afterHash: hashOf(after),
  };
}

/** Whether `text` is the text after the edit. */
export function isAfter(difference: TextDifference, text: string): boolean {
  return hashOf(text) === difference.afterHash;
}

/** The text before the edit, from the text after it. */
export function textBefore({ start, removed, insertedLength }: TextDifference, after: string): string {
  return after.slice(0, start) + removed + after.slice(start + insertedLength);
}

/** The passage that changed, as lists show it. */
export function passageOf(difference: TextDifference, side: 'before' | 'after'): string {
  const [text, length] =
    side === 'before'
      ? [difference.removed.slice(0, SHOWN_MAX), difference.removed.length]
      : [difference.insertedBeginning, difference.insertedLength];
  return `${difference.start > 0 ? '…' : ''}${text}${length > text.length ? '…' : ''}`.toWellFormed();
}

function hashOf(text: string): string {
  return hash('sha256', text, 'base64url');
}

/** Whole blocks are compared first: that is a memory comparison, where a loop over 5 MB would be felt while typing. */
function commonPrefix(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let at = 0;
  while (at + BLOCK <= shorter && a.slice(at, at + BLOCK) === b.slice(at, at + BLOCK)) at += BLOCK;
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at > 0 && isHighSurrogate(a.charCodeAt(at - 1)) ? at - 1 : at;
}

function commonSuffix(a: string, b: string, prefix: number): number {
  const shorter = Math.min(a.length, b.length) - prefix;
  let count = 0;
  while (
    count + BLOCK <= shorter &&
    a.slice(a.length - count - BLOCK, a.length - count) === b.slice(b.length - count - BLOCK, b.length - count)
  ) {
    count += BLOCK;
  }
  while (count < shorter && a.charCodeAt(a.length - count - 1) === b.charCodeAt(b.length - count - 1)) count += 1;
  return count > 0 && isLowSurrogate(a.charCodeAt(a.length - count)) ? count - 1 : count;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
