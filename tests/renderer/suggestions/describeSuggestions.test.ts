import { expect, test } from 'vitest';
import { describePending } from '../../../src/renderer/features/suggestions/describePending.ts';
import { staleSentences } from '../../../src/renderer/features/suggestions/describeStale.ts';
import { change, proposed, stale, words } from './proposed.ts';

/** With plain spaces, for whatever region the machine is set to. */
const plain = (text: string): string => text.replaceAll(/\s/gu, ' ');
const said = (...records: ReturnType<typeof stale>[]) =>
  staleSentences(proposed({ stale: records }), words, 'Marta').map(plain);

test('a stale suggestion says what the field has become, who set it and when', () => {
  expect(said(stale())[0]).toMatch(/^The due date is now Tue (?:24 Nov|Nov 24), by Marta today, 0?9:20/u);
  expect(said(stale({ changedBy: 'agent', changedAt: null }))[0]).toMatch(/^The due date is now [^,]*$/u);
  expect(said(stale({ changed: { dueDate: null, projectId: 'shop' }, changedAt: null }))).toEqual([
    'The due date is empty now and the project is now Wine shop',
  ]);
  expect(said(stale({ changed: { content: 'x'.repeat(200) }, changedAt: null }))).toEqual(['The text has changed']);
  expect(said(stale({ changed: {}, changedAt: null }))).toEqual(['“Quote” was changed since.']);
  expect(said(stale({ version: null, changed: {}, changedAt: null }))).toEqual(['“Quote” was deleted since']);
  expect(staleSentences(proposed({ stale: [stale()] }), words, '')[0]).toContain('by you');
});

test('of several records each is named, and of many only the first', () => {
  const changes = [change(), change({ recordId: 'call' })];
  const records = ['Quote', 'Call', 'Invoice', 'Letter'].map((title) => stale({ title, changedAt: null }));
  const sentences = staleSentences(proposed({ changes, stale: records }), words, 'Marta').map(plain);
  expect(sentences[0]).toMatch(/^Quote: The due date is now/u);
  expect(sentences.slice(2)).toEqual(['And 2 more records']);
});

test('a row is marked with what tells most, its tooltip tells all', () => {
  const pending = (...suggestions: ReturnType<typeof proposed>[]) => describePending('quote', suggestions, words);
  const moved = pending(proposed());
  expect([plain(moved?.short ?? ''), moved?.isStale]).toEqual([expect.stringMatching(/^→ (?:23 Nov|Nov 23)$/u), false]);
  expect(plain(moved?.long ?? '')).toMatch(/^Due .*19.* → .*23/u);
  expect(pending(proposed({ changes: [change({ after: { labels: ['a'] }, before: { labels: [] } })] }))?.short).toBe(
    'Change',
  );
  const deleted = proposed({ changes: [change({ operation: 'delete', after: null })], stale: [stale()] });
  expect(pending(deleted)).toMatchObject({ short: 'Delete', isStale: true });
  expect(pending(deleted, proposed())?.short).toBe('Delete +1');
  expect(pending(proposed({ changes: [change({ recordId: 'other' })] }))).toBeNull();
});
