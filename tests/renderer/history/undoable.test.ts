import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../../src/contracts/change.ts';
import { changeSetIdSchema } from '../../../src/contracts/ids.ts';
import { undoabilities } from '../../../src/renderer/features/history/undoable.ts';

const id = (last: number) => changeSetIdSchema.parse(`01980000-0000-7000-8000-00000000000${last}`);

type Told = Partial<HistoryEntry> & { sequence: number };
const history = (...entries: Told[]): HistoryEntry[] =>
  entries.map((entry) => ({
    changeSetId: id(entry.sequence),
    recordKind: 'task',
    recordId: 't1',
    title: 'Age check',
    operation: 'update',
    before: {},
    after: {},
    actorKind: 'user',
    actorName: null,
    conversationId: null,
    suggestionId: null,
    at: 0,
    undoneBy: null,
    isRestored: false,
    ...entry,
  }));

const judged = (...entries: Told[]) => Object.fromEntries(undoabilities(history(...entries)));

test('an edit can be undone until its field is changed again', () => {
  expect(
    judged(
      { sequence: 3, after: { priority: 'low' } },
      { sequence: 2, after: { title: 'Age check' } },
      { sequence: 1, after: { priority: 'high' } },
    ),
  ).toEqual({ 3: 'undoable', 2: 'undoable', 1: 'overwritten' });
});

test('a change and its undo leave nothing behind, so what was before can be undone', () => {
  expect(
    judged(
      { sequence: 3, after: { priority: 'high' } },
      { sequence: 2, after: { priority: 'low' }, undoneBy: id(3) },
      { sequence: 1, after: { priority: 'high' } },
    ),
  ).toEqual({ 3: 'undoable', 2: 'undone', 1: 'undoable' });
});

test('adding can be undone while nothing was changed since', () => {
  expect(judged({ sequence: 1, operation: 'create' })).toEqual({ 1: 'undoable' });
  expect(judged({ sequence: 2, after: { title: 'New' } }, { sequence: 1, operation: 'create' })).toEqual({
    2: 'undoable',
    1: 'overwritten',
  });
});

test('what was before a deletion waits for the deletion to be undone, and a suggestion is not undone', () => {
  expect(judged({ sequence: 2, operation: 'delete' }, { sequence: 1, after: { title: 'New' } })).toEqual({
    2: 'undoable',
    1: 'overwritten',
  });
  expect(judged({ sequence: 1, operation: 'suggest' })).toEqual({ 1: 'never' });
});
