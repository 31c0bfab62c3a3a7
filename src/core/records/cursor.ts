import { z } from 'zod';
import { AdiuvaError } from '../../contracts/errors.ts';

export type CursorKey = string | number;

/** A page's key as text that says nothing to the caller. `order` keeps a cursor of one order from being used in another. */
export function writeCursor(order: string, key: CursorKey, id: CursorKey): string {
  return Buffer.from(JSON.stringify([order, key, id])).toString('base64url');
}

/** @throws AdiuvaError `validation` where the cursor is not one that `writeCursor` made for this order. */
export function readCursor(cursor: string, order: string, type: 'string' | 'number'): [CursorKey, CursorKey] {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    content = undefined;
  }
  const parsed = cursorSchema.safeParse(content);
  if (!parsed.success || parsed.data[0] !== order || typeof parsed.data[1] !== type) {
    throw new AdiuvaError('validation', { cursor: { problem: 'invalid' } });
  }
  return [parsed.data[1], parsed.data[2]];
}

const keySchema = z.union([z.string(), z.number()]);
const cursorSchema = z.tuple([z.string(), keySchema, keySchema]);
