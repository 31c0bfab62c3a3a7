import { generateKeyBetween } from 'fractional-indexing';
import { z } from 'zod';

/** The next place in a manual order. Fractional indexing: https://github.com/rocicorp/fractional-indexing */
export function orderAfter(last: string | null): string {
  // A place that an earlier version let in may be none; whatever sorts after it will do.
  return last === null || isOrder(last) ? generateKeyBetween(last, null) : AFTER_ALL;
}

/** After every place that is written by `generateKeyBetween` in practice. */
const AFTER_ALL = 'z'.padEnd(28, 'z');

export function isOrder(order: string): boolean {
  try {
    generateKeyBetween(order, null);
    return /^[0-9A-Za-z]+$/u.test(order);
  } catch {
    return false;
  }
}

/** Refuses text that is no place in the order: nothing could ever be put after it. @throws ZodError */
export function checkOrder(order: string): string {
  if (isOrder(order)) return order;
  throw new z.ZodError([{ code: 'custom', path: ['sortOrder'], message: 'invalid', input: order }]);
}
