import { describe, expect, test } from 'vitest';
import {
  checkRule,
  firstOccurrence,
  lastOccurrence,
  listOccurrences,
  nextOccurrence,
} from '../../../src/core/recurrence/occurrences.ts';

/** The days of a rule that began on `start`, from then on. */
function days(rule: string, start: string, count: number): string[] {
  const found: string[] = [];
  let day = nextOccurrence(rule, start, new Date(Date.parse(start) - 86_400_000).toISOString().slice(0, 10));
  while (day !== null && found.length < count) {
    found.push(day);
    day = nextOccurrence(rule, start, day);
  }
  return found;
}

describe('the days of a rule', () => {
  test.each([
    ['FREQ=DAILY', '2026-11-29', ['2026-11-29', '2026-11-30', '2026-12-01']],
    ['FREQ=DAILY;INTERVAL=10', '2026-11-21', ['2026-11-21', '2026-12-01', '2026-12-11']],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-20', ['2026-11-20', '2026-11-23', '2026-11-24']],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', '2026-11-23', ['2026-11-23', '2026-11-26', '2026-12-07', '2026-12-10']],
    ['FREQ=WEEKLY', '2026-11-21', ['2026-11-21', '2026-11-28']],
    ['freq=weekly;byday=mo', '2026-11-23', ['2026-11-23', '2026-11-30']],
    ['FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27', ['2026-11-27', '2026-12-25', '2027-01-29']],
    ['FREQ=MONTHLY;BYDAY=2TU', '2026-11-10', ['2026-11-10', '2026-12-08', '2027-01-12']],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-11-30', ['2026-11-30', '2026-12-31', '2027-01-29']],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', '2026-11-15', ['2026-11-15', '2026-12-01', '2026-12-15']],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15', '2026-11-15', ['2026-11-15', '2027-02-15', '2027-05-15']],
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24', '2026-12-24', ['2026-12-24', '2027-12-24']],
    ['FREQ=DAILY;COUNT=3', '2026-11-21', ['2026-11-21', '2026-11-22', '2026-11-23']],
    ['FREQ=DAILY;UNTIL=20261123', '2026-11-21', ['2026-11-21', '2026-11-22', '2026-11-23']],
    ['FREQ=DAILY;UNTIL=20261123T080000Z', '2026-11-21', ['2026-11-21', '2026-11-22', '2026-11-23']],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '2026-05-11', ['2026-05-11', '2027-05-17']],
  ])('%s from %s', (rule, start, expected) => {
    expect(days(rule, start, expected.length)).toEqual(expected);
  });

  test('a raw rule skips what a month or year does not have, as RFC 5545 says', () => {
    expect(days('FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-31', 4)).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
      '2026-07-31',
    ]);
    expect(days('FREQ=MONTHLY', '2026-01-31', 2)).toEqual(['2026-01-31', '2026-03-31']);
    expect(days('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2024-02-29', 2)).toEqual(['2024-02-29', '2028-02-29']);
  });

  test('the rules that the app writes fall on the last day instead', () => {
    expect(days('FREQ=MONTHLY;BYMONTHDAY=-1', '2027-12-31', 4)).toEqual([
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
    ]);
    expect(days('FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1', '2027-01-30', 3)).toEqual([
      '2027-01-30',
      '2027-02-28',
      '2027-03-30',
    ]);
    expect(days('FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1', '2028-01-29', 3)).toEqual([
      '2028-01-29',
      '2028-02-29',
      '2028-03-29',
    ]);
    expect(days('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', '2024-02-29', 5)).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
    expect(days('RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=BACKWARD', '2024-02-29', 2)).toEqual(['2024-02-29', '2025-02-28']);
  });

  test.each(['Europe/Rome', 'America/New_York', 'Pacific/Apia', 'Africa/Casablanca', 'Pacific/Kiritimati'])(
    'no time zone and no daylight saving moves a day: %s',
    (zone) => {
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      try {
        expect(days('FREQ=DAILY', '2026-03-27', 4)).toEqual(['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30']);
        expect(days('FREQ=DAILY', '2026-10-24', 3)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
        expect(days('FREQ=DAILY', '2011-12-29', 3)).toEqual(['2011-12-29', '2011-12-30', '2011-12-31']);
        expect(days('FREQ=WEEKLY;BYDAY=SU', '2026-03-22', 3)).toEqual(['2026-03-22', '2026-03-29', '2026-04-05']);
      } finally {
        if (before === undefined) delete process.env['TZ'];
        else process.env['TZ'] = before;
      }
    },
  );

  test('is found far from the start, at once', () => {
    expect(nextOccurrence('FREQ=DAILY', '0001-01-01', '2026-11-21')).toBe('2026-11-22');
    expect(lastOccurrence('FREQ=WEEKLY;BYDAY=MO', '1990-01-01', '2026-11-21')).toBe('2026-11-16');
  });

  test('ends', () => {
    expect(nextOccurrence('FREQ=DAILY;COUNT=3', '2026-11-21', '2026-11-23')).toBeNull();
    expect(nextOccurrence('FREQ=DAILY;UNTIL=20261123', '2026-11-21', '2026-11-23')).toBeNull();
    expect(nextOccurrence('FREQ=DAILY', '9999-12-30', '9999-12-31')).toBeNull();
    expect(lastOccurrence('FREQ=DAILY', '2026-11-21', '2026-11-20')).toBeNull();
  });
});

describe('the day a rule begins', () => {
  test.each([
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', '2026-11-21', '2026-11-23'],
    ['FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=15', '2026-11-21', '2026-12-15'],
    ['FREQ=DAILY;INTERVAL=3', '2026-11-21', '2026-11-21'],
    ['FREQ=WEEKLY;BYDAY=SA', '2026-11-21', '2026-11-21'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2026-11-21', '2028-02-29'],
  ])('%s from %s', (rule, from, first) => {
    expect(firstOccurrence(rule, from)).toBe(first);
  });

  test('is the first of the preview, and the interval goes on from it', () => {
    expect(listOccurrences('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-11-21', 3)).toEqual([
      '2026-11-23',
      '2026-12-07',
      '2026-12-21',
    ]);
    expect(listOccurrences('FREQ=DAILY;COUNT=2', '2026-11-21', 10)).toEqual(['2026-11-21', '2026-11-22']);
  });
});

describe('what is no rule', () => {
  test.each([
    '',
    ' ',
    'every day',
    'RRULE:FREQ=DAILY',
    'FREQ=HOURLY',
    'FREQ=MINUTELY;INTERVAL=5',
    'FREQ=SECONDLY',
    'FREQ=DAILY;BYHOUR=9,10',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;INTERVAL=-1',
    'FREQ=DAILY;INTERVAL=1e3',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;COUNT=3;UNTIL=20270101',
    'FREQ=DAILY;UNTIL=20270230',
    'FREQ=DAILY;UNTIL=20200101',
    'FREQ=DAILY;FREQ=WEEKLY',
    'FREQ=DAILY;;',
    'FREQ=DAILY;X-OWN=1',
    'FREQ=DAILY;__PROTO__=1',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BYDAY=-1FR',
    'FREQ=WEEKLY;BYMONTHDAY=3',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=MONTHLY;BYWEEKNO=3',
    'FREQ=MONTHLY;BYSETPOS=1',
    'FREQ=YEARLY;BYMONTH=13',
    'FREQ=YEARLY;SKIP=BACKWARD',
    'RSCALE=HEBREW;FREQ=YEARLY',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY\nDTSTART:20200101T000000Z',
    `FREQ=WEEKLY;BYDAY=${'MO,'.repeat(200)}MO`,
  ])('%s', (rule) => {
    expect(() => {
      checkRule(rule, '2026-11-21');
    }).toThrow(/notARule/u);
    expect(nextOccurrence(rule, '2026-11-21', '2026-11-21')).toBeNull();
    expect(listOccurrences(rule, '2026-11-21', 3)).toEqual([]);
  });
});
