import { describe, expect, test } from 'vitest';
import { listOccurrences } from '../../../src/core/recurrence/occurrences.ts';
import { parseRule } from '../../../src/core/recurrence/rule.ts';
import { formatDayMonth } from '../../../src/renderer/i18n/format.ts';
import { describeRule } from '../../../src/renderer/features/recurrence/describeRule.ts';
import { readRule, type RuleParts, settleRule, writeRule } from '../../../src/language/rule.ts';

const rules: [string, RuleParts, string][] = [
  ['FREQ=DAILY', { unit: 'day', interval: 1 }, 'Every day'],
  ['FREQ=DAILY;INTERVAL=3', { unit: 'day', interval: 3 }, 'Every 3 days'],
  [
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    { unit: 'week', interval: 1, weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'] },
    'Every weekday',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
    { unit: 'week', interval: 2, weekdays: ['MO', 'TH'] },
    'Every 2 weeks on Mon and Thu',
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=15', { unit: 'month', interval: 1, monthDays: [15] }, 'Every month on the 15th'],
  [
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    { unit: 'month', interval: 1, monthDays: [1, 15] },
    'Every month on the 1st and 15th',
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', { unit: 'month', interval: 1, monthDays: [-1] }, 'Every month on the last day'],
  [
    'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1',
    { unit: 'month', interval: 1, monthDays: [30] },
    'Every month on the 30th',
  ],
  [
    'FREQ=MONTHLY;BYDAY=-1FR',
    { unit: 'month', interval: 1, on: { weekday: 'FR', ordinal: -1 } },
    'Every month on the last Friday',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU',
    { unit: 'month', interval: 3, on: { weekday: 'TU', ordinal: 2 } },
    'Every 3 months on the second Tuesday',
  ],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    { unit: 'month', interval: 1, on: 'lastWorkday' },
    'Every month on the last weekday',
  ],
  [
    'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24',
    { unit: 'year', interval: 1, month: 12, day: 24 },
    `Every year on ${formatDayMonth('2024-12-24', '2024-01-01')}`,
  ],
  [
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1',
    { unit: 'year', interval: 1, month: 2, day: 29 },
    `Every year on ${formatDayMonth('2024-02-29', '2024-01-01')}`,
  ],
  ['FREQ=DAILY;COUNT=5', { unit: 'day', interval: 1, end: { count: 5 } }, 'Every day, 5 times'],
  [
    'FREQ=DAILY;UNTIL=20261203',
    { unit: 'day', interval: 1, end: { until: '2026-12-03' } },
    `Every day, until ${formatDayMonth('2026-12-03', '2026-01-01')}`,
  ],
];

describe('a rule as people say one', () => {
  test.each(rules)('%s', (text, parts, words) => {
    expect(writeRule(parts)).toBe(text);
    expect(readRule(text)).toEqual(parts);
    expect(describeRule(text, '2026-11-21')).toBe(words);
    expect(parseRule(text)).not.toBeNull();
  });

  test.each([
    'FREQ=YEARLY;BYWEEKNO=20',
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=2',
    'FREQ=MONTHLY;BYDAY=2MO,3TU',
    'FREQ=DAILY;BYDAY=MO',
    'FREQ=YEARLY;BYMONTH=1,2;BYMONTHDAY=3',
    'FREQ=MONTHLY;BYMONTH=3;BYMONTHDAY=3',
    'FREQ=HOURLY',
    'whenever',
    '',
  ])('more than that is named as such: %s', (text) => {
    expect(readRule(text)).toBeNull();
    expect(describeRule(text)).toBe('By a rule of its own');
  });

  test('a plain rule is told plainly', () => {
    expect(describeRule('FREQ=MONTHLY')).toBe('Every month');
    expect(describeRule('FREQ=WEEKLY;INTERVAL=2')).toBe('Every 2 weeks');
  });
});

describe('the day a rule begins settles what it leaves open', () => {
  test.each([
    [{ unit: 'week', interval: 1 }, '2026-11-23', 'FREQ=WEEKLY;BYDAY=MO'],
    [{ unit: 'month', interval: 1 }, '2026-11-15', 'FREQ=MONTHLY;BYMONTHDAY=15'],
    [{ unit: 'month', interval: 1 }, '2026-12-31', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    [{ unit: 'month', interval: 1 }, '2026-11-30', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1'],
    [{ unit: 'year', interval: 1 }, '2028-02-29', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'],
  ] satisfies [RuleParts, string, string][])('%j on %s', (parts, day, text) => {
    expect(writeRule(settleRule(parts, day))).toBe(text);
    // The task's own day is the first of its rule.
    expect(listOccurrences(text, day, 1)).toEqual([day]);
  });
});
