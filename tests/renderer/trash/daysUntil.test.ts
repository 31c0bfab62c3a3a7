import { expect, test } from 'vitest';
import { daysUntil } from '../../../src/renderer/features/trash/daysUntil.ts';

test('whole days, over months, leap days and the change of the clock', () => {
  expect(daysUntil('2026-12-21', '2026-11-21')).toBe(30);
  expect(daysUntil('2026-11-21', '2026-11-21')).toBe(0);
  expect(daysUntil('2026-11-20', '2026-11-21')).toBe(-1);
  expect(daysUntil('2028-03-01', '2028-02-28')).toBe(2);
  expect(daysUntil('2026-03-30', '2026-03-28')).toBe(2);
  expect(daysUntil('2026-10-26', '2026-10-24')).toBe(2);
});
