import { expect, test } from 'vitest';
import { addDays, dayOf, endOfWeek, formatDay, formatDue } from '../../../src/renderer/i18n/format.ts';

const today = '2026-11-19';

test('days near and far in words, a day never parted from its month', () => {
  expect(formatDay(today, today)).toBe('Today');
  expect(formatDay('2026-11-18', today)).toBe('Yesterday');
  expect(formatDay('2026-11-26', today)).toMatch(/^Thu\u00a0(?:26\u00a0Nov|Nov\u00a026)$/u);
  expect(formatDay('0001-01-01', today)).toMatch(/Jan.*1$/u);
  expect(formatDay('9999-12-31', today)).toMatch(/Dec.*9999$/u);
});

test('the time stands for the day where that is today', () => {
  expect(formatDue(today, '15:00', today)).toMatch(/^(?:15:00|3:00[\u00a0\u202f]PM)$/u);
  expect(formatDue('2026-11-18', '15:00', today)).toBe('Yesterday');
});

test('days are counted over months, leap days and clock changes', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(addDays('0001-01-01', 30)).toBe('0001-01-31');
  expect(endOfWeek('2026-11-19')).toBe('2026-11-22');
  expect(endOfWeek('2026-11-22')).toBe('2026-11-22');
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
