import { z } from 'zod';
import { type RecordJson, recordJsonSchema } from '../../contracts/change.ts';
import type { AnyRecord } from '../records/recordStore.ts';
import {
  differenceOf,
  isAfter,
  passageOf,
  textBefore,
  type TextDifference,
  textDifferenceSchema,
} from './textDifference.ts';

/** What a change was, before and after: whole records for a create and a delete, the fields that differ for an update. */
export interface Images {
  readonly before: RecordJson | null;
  readonly after: RecordJson | null;
}

/** Images as history keeps them: JSON text, with long texts as differences. */
export interface StoredImages {
  readonly before: string | null;
  readonly after: string | null;
  readonly texts: string | null;
}

/** Texts longer than this are kept as differences. */
const LONG_TEXT = 2_000;

/** Told apart from the fields of a record: they change with every write. */
const BOOKKEEPING = new Set(['version', 'updatedAt']);

const textsSchema = z.record(z.string(), textDifferenceSchema);

/** The fields that two states of a record differ in; null where there is none. */
export function differingFields(before: AnyRecord, after: AnyRecord): { before: RecordJson; after: RecordJson } | null {
  const left = toJson(before);
  const right = toJson(after);
  const keys = Object.keys(right).filter((key) => !BOOKKEEPING.has(key) && !isSameJson(left[key], right[key]));
  if (keys.length === 0) return null;
  return { before: pick(left, keys), after: pick(right, keys) };
}

/** A record as JSON: its contract is JSON-safe. */
export function toJson(record: AnyRecord): RecordJson {
  // A view's filters may be left out, which its type cannot tell from being undefined.
  return 'query' in record ? { ...record, query: recordJsonSchema.parse(record.query) } : { ...record };
}

/** `kept`: differences of other fields, which stay as they are. */
export function storeImages(
  { before, after }: Images,
  kept: Readonly<Record<string, TextDifference>> = {},
): StoredImages {
  const texts: Record<string, TextDifference> = { ...kept };
  const shortBefore = { ...before };
  const shortAfter = { ...after };
  for (const key of new Set([...Object.keys(shortBefore), ...Object.keys(shortAfter)])) {
    const left = shortBefore[key] ?? '';
    const right = shortAfter[key] ?? '';
    if (typeof left !== 'string' || typeof right !== 'string' || Math.max(left.length, right.length) <= LONG_TEXT)
      continue;
    texts[key] = differenceOf(left, right);
    Reflect.deleteProperty(shortBefore, key);
    Reflect.deleteProperty(shortAfter, key);
  }
  return {
    before: before === null ? null : JSON.stringify(shortBefore),
    after: after === null ? null : JSON.stringify(shortAfter),
    texts: Object.keys(texts).length === 0 ? null : JSON.stringify(texts),
  };
}

/** Images read back: what is short whole, and long texts as differences. */
export interface ReadImages extends Images {
  readonly texts: Readonly<Record<string, TextDifference>>;
}

export function readImages(stored: StoredImages): ReadImages {
  const read = (text: string | null): RecordJson | null =>
    text === null ? null : recordJsonSchema.parse(JSON.parse(text));
  return {
    before: read(stored.before),
    after: read(stored.after),
    texts: stored.texts === null ? {} : textsSchema.parse(JSON.parse(stored.texts)),
  };
}

/** Images as lists show them: of a long text, the passage that changed. */
export function showImages({ before, after, texts }: ReadImages): Images {
  const passages = (side: 'before' | 'after'): RecordJson =>
    Object.fromEntries(Object.entries(texts).map(([key, difference]) => [key, passageOf(difference, side)]));
  return {
    before: before === null ? null : { ...before, ...passages('before') },
    after: after === null ? null : { ...after, ...passages('after') },
  };
}

/** Whether the record still is what the change left: every field that it set has the value that it gave. */
export function isAsLeft({ after, texts }: ReadImages, record: AnyRecord): boolean {
  const now = toJson(record);
  const shortSame = Object.entries(after ?? {}).every(
    ([key, value]) => BOOKKEEPING.has(key) || isSameJson(now[key], value),
  );
  return (
    shortSame &&
    Object.entries(texts).every(([key, difference]) => {
      const text = now[key];
      return typeof text === 'string' && isAfter(difference, text);
    })
  );
}

/**
 * The fields as they were before the change, with long texts made whole from `record`, which is as the change left it.
 * For a delete `record` is null and the fields are the whole record.
 */
export function fieldsBefore({ before, texts }: ReadImages, record: AnyRecord | null): RecordJson {
  const now = record === null ? {} : toJson(record);
  const fields: RecordJson = { ...before };
  for (const [key, difference] of Object.entries(texts)) {
    const text = now[key];
    fields[key] = textBefore(difference, typeof text === 'string' ? text : '');
  }
  return fields;
}

function pick(record: RecordJson, keys: readonly string[]): RecordJson {
  const picked: RecordJson = {};
  for (const key of keys) picked[key] = record[key] ?? null;
  return picked;
}

function isSameJson(left: unknown, right: unknown): boolean {
  return (
    left === right ||
    (typeof left === 'object' && typeof right === 'object' && JSON.stringify(left) === JSON.stringify(right))
  );
}
