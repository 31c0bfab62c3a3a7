import { z } from 'zod';
import { AdiuvaError } from '../../contracts/errors.ts';

/** A page's key as text that says nothing to the caller. */
export function writeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @throws AdiuvaError `validation` where the cursor is not one that `writeCursor` made for this list. */
export function readCursor<Key>(cursor: string, schema: z.ZodType<Key>): Key {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    key = undefined;
  }
  const parsed = schema.safeParse(key);
  if (!parsed.success) throw new AdiuvaError('validation', { cursor: { problem: 'invalid' } });
  return parsed.data;
}
