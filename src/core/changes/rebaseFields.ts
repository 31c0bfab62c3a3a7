import type { RecordJson } from '../../contracts/change.ts';
import { differenceOf } from './textDifference.ts';

/** Texts that are written at length: what was asked of a part of them leaves the rest as it is now. */
const LONG_FIELDS: ReadonlySet<string> = new Set(['content', 'description', 'body', 'notes']);

/** UTF-16 code units before a passage by which its place is found. */
const CONTEXT = 40;

/**
 * What an edit that was made on `before` asks of the record as it is now: words that were added or taken away are added to
 * or taken from the words of now, a passage that was put in or replaced keeps the text around it, and where its place is
 * gone the text stays as it is now. Other values as they were asked for.
 */
export function rebaseFields(before: RecordJson, asked: RecordJson, now: RecordJson): RecordJson {
  const rebased: RecordJson = {};
  for (const [name, value] of Object.entries(asked)) rebased[name] = rebase(name, before[name], value, now[name]);
  return rebased;
}

type Value = RecordJson[string];

function rebase(name: string, before: Value | undefined, asked: Value, now: Value | undefined): Value {
  if (isWords(before) && isWords(asked) && isWords(now)) {
    const kept = now.filter((word) => asked.includes(word) || !before.includes(word));
    return [...kept, ...asked.filter((word) => !before.includes(word) && !kept.includes(word))];
  }
  if (typeof before === 'string' && typeof asked === 'string' && typeof now === 'string' && LONG_FIELDS.has(name))
    return rebaseText(before, asked, now);
  return asked;
}

function rebaseText(before: string, asked: string, now: string): string {
  if (before === now) return asked;
  const start = before.trimEnd();
  if (start === '') return `${now.trimEnd()}\n\n${asked.trimStart()}`;
  if (asked.startsWith(start)) return now.trimEnd() + asked.slice(start.length);
  const { start: at, removed, insertedLength } = differenceOf(before, asked);
  // With what stood before it, so that a passage that was put in has a place, too.
  const context = before.slice(Math.max(0, at - CONTEXT), at);
  const passage = context + removed;
  const place = now.indexOf(passage);
  // Not there any more, or more than once: nothing of what was written since is lost for it.
  if (passage === '' || place === -1 || now.includes(passage, place + 1)) return now;
  return now.slice(0, place) + context + asked.slice(at, at + insertedLength) + now.slice(place + passage.length);
}

const isWords = (value: Value | undefined): value is string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');
