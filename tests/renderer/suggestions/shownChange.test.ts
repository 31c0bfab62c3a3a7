import { expect, test } from 'vitest';
import { editableFields } from '../../../src/renderer/features/suggestions/editableFields.ts';
import { passages, shownChange } from '../../../src/renderer/features/suggestions/shownChange.ts';
import { change } from './proposed.ts';

const today = '2026-11-21';

test('a date is shown with its time, so that a time that goes is seen to go', () => {
  const moved = change({
    before: { dueDate: '2026-11-19', dueTime: '10:00' },
    after: { dueDate: '2026-11-23', dueTime: null },
  });
  const shown = shownChange(moved, null, today);
  expect(shown.before?.['dueDate']).toMatch(/19.*10:00|19.*10:00\sAM/u);
  expect(shown.after).toEqual({ dueDate: '2026-11-23', dueTime: null });
});

test('a new record shows what is not as it always is, and not where the whole set belongs', () => {
  const after = { title: 'Test orders', status: 'todo', priority: 'medium', projectId: 'shop', dueDate: '2026-11-25' };
  const created = change({ operation: 'create', before: null, after });
  expect(shownChange(created, 'shop', today).after).toEqual({ title: 'Test orders', dueDate: '2026-11-25' });
  expect(shownChange(created, null, today).after).toMatchObject({ projectId: 'shop' });
  const urgent = change({ operation: 'create', before: null, after: { ...after, priority: 'high' } });
  expect(shownChange(urgent, 'shop', today).after).toMatchObject({ priority: 'high' });
});

test('of a long text the passage that changed is shown, in whole words', () => {
  const start = 'All the words before. '.repeat(20);
  const end = ' And all the words after.'.repeat(20);
  expect(passages(`${start}It is blue now.${end}`, `${start}It is bluish now.${end}`)).toEqual([
    '… blue …',
    '… bluish …',
  ]);
  expect(passages(start, `${start}\n\n- Ask Tor`)).toEqual(['', '… - Ask Tor']);
  expect(passages(`${start}gone`, start)).toEqual(['… gone', '']);
  expect(passages('', 'all of it')).toEqual(['', 'all of it']);
  const text = change({ recordKind: 'note', before: { content: start }, after: { content: `${start}more` } });
  expect(shownChange(text, null, today)).toMatchObject({ before: {}, after: { content: '… more' } });
});

test('an edit can be changed in the fields it is about, a new task in its main ones, a deletion in none', () => {
  expect(editableFields(change({ after: { dueTime: '10:00', completedAt: 1, labels: [] } }))).toEqual([
    'dueDate',
    'labels',
  ]);
  expect(editableFields(change({ operation: 'create' }))).toContain('title');
  expect(editableFields(change({ operation: 'delete' }))).toEqual([]);
});
