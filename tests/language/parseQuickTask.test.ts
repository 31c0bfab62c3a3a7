import { describe, expect, test } from 'vitest';
import { parseQuickTask, type IgnoredPiece } from '../../src/language/parseQuickTask.ts';

const projects = [
  { id: 'shop', name: 'Wine shop relaunch' },
  { id: 'wine', name: 'Wine' },
  { id: 'odd', name: 'C++ (part 2)' },
];
// A Saturday.
const now = new Date(2026, 10, 21, 12, 40);

function parse(text: string, ignored: IgnoredPiece[] = []) {
  return parseQuickTask(text, { now, projects, labels: [], ignored });
}

const nothing = { dueDate: null, dueTime: null, priority: null, projectId: null };

describe('a task from one sentence', () => {
  test('gives date, time and priority, and takes their words out of the title', () => {
    expect(parse('Call Rossi tomorrow at 10, high')).toMatchObject({
      title: 'Call Rossi',
      dueDate: '2026-11-22',
      dueTime: '10:00',
      priority: 'high',
      projectId: null,
    });
  });

  test('knows a project by its whole name, the longest first', () => {
    expect(parse('Corks, Wine shop relaunch')).toMatchObject({ ...nothing, title: 'Corks', projectId: 'shop' });
    expect(parse('Corks for wine')).toMatchObject({ ...nothing, title: 'Corks', projectId: 'wine' });
    expect(parse('Corks #Wine, !low')).toMatchObject({
      ...nothing,
      title: 'Corks',
      projectId: 'wine',
      priority: 'low',
    });
    expect(parse('Read it, C++ (part 2)')).toMatchObject({ ...nothing, title: 'Read it', projectId: 'odd' });
    expect(parse('Buy winegums for winery')).toMatchObject({ ...nothing, title: 'Buy winegums for winery' });
  });

  test.each([
    ['Delta friday, low', 'Delta', '2026-11-27'],
    ['Pay on 30 Nov', 'Pay', '2026-11-30'],
    ['Ship the tins in 3 days', 'Ship the tins', '2026-11-24'],
    ['Rest on sun', 'Rest', '2026-11-22'],
  ])('reads a day looking forward: %s', (text, title, dueDate) => {
    expect(parse(text)).toMatchObject({ title, dueDate, dueTime: null });
  });

  test.each([
    'Issue invoice 2026/041, second instalment',
    'Use the 2025 rates',
    'Buy 10 apples',
    'Sun dried tomatoes',
    'Set the bar high',
    'Read May report',
    'Test version 1.2.3',
  ])('leaves words alone that only look like a date or a priority: %s', (text) => {
    expect(parse(text)).toMatchObject({ ...nothing, title: text });
  });

  test('puts words back into the title when they are not meant', () => {
    expect(
      parse('Call Rossi tomorrow, high', [
        { kind: 'date', words: 'tomorrow' },
        { kind: 'priority', words: ', high' },
      ]),
    ).toMatchObject({
      ...nothing,
      title: 'Call Rossi tomorrow, high',
    });
  });

  test('goes on not meaning it while more is typed, and understands other words', () => {
    const ignored = [{ kind: 'date' as const, words: 'tomorrow' }];
    expect(parse('Call Rossi tomorrow morning', ignored)).toMatchObject({
      title: 'Call Rossi tomorrow morning',
      dueDate: null,
    });
    expect(parse('Call Rossi tomorrow on Friday', ignored)).toMatchObject({
      title: 'Call Rossi tomorrow',
      dueDate: '2026-11-27',
    });
  });

  test('takes labels and projects that are not meant back into the title', () => {
    const text = 'Corks #red @wine every day';
    expect(parse(text)).toMatchObject({ title: 'Corks', labels: ['red'], projectId: 'wine', recurrence: 'FREQ=DAILY' });
    const ignored: IgnoredPiece[] = parse(text).pieces.map(({ kind, words }) => ({ kind, words }));
    expect(parse(text, ignored)).toMatchObject({ ...nothing, title: text, labels: [], recurrence: null });
  });

  test('keeps a sentence that is nothing but a date as the title', () => {
    expect(parse('tomorrow')).toMatchObject({ title: 'tomorrow', dueDate: '2026-11-22' });
  });

  test.each([
    'every ' + 'mon, '.repeat(390),
    'monday '.repeat(280),
    '#'.repeat(2_000),
    '"'.repeat(1_999),
    '1st, '.repeat(400),
  ])('reads a hostile line between two keys: %s', (text) => {
    parse('warm up tomorrow');
    const start = performance.now();
    expect(parse(text).title).not.toBe('');
    expect(performance.now() - start).toBeLessThan(500);
  });

  test('stays calm about nothing, signs and a very long line', () => {
    expect(parse('   ')).toMatchObject({ ...nothing, title: '' });
    expect(parse(',,, !!! ((')).toMatchObject({ ...nothing, title: ',,, !!! ((' });
    const long = 'word '.repeat(2_000).trim();
    expect(parse(long)).toMatchObject({ ...nothing, title: long });
  });
});
