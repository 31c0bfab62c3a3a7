import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../../src/contracts/change.ts';
import { changeSetIdSchema } from '../../../src/contracts/ids.ts';
import { describeChange } from '../../../src/renderer/features/history/describeChange.ts';
import { foldEntries } from '../../../src/renderer/features/history/foldEntries.ts';

const id = (last: number) => changeSetIdSchema.parse(`01980000-0000-7000-8000-00000000000${last}`);
const words = { today: '2026-11-21', projectName: () => undefined, clientName: () => undefined };

type Told = Partial<HistoryEntry> & { sequence: number };
const entries = (...told: Told[]): HistoryEntry[] =>
  told.map((entry) => ({
    changeSetId: id(1),
    recordKind: 'task',
    recordId: `t${entry.sequence}`,
    title: `Task ${entry.sequence}`,
    operation: 'update',
    before: {},
    after: { priority: 'high' },
    actorKind: 'user',
    actorName: null,
    conversationId: null,
    suggestionId: null,
    at: entry.sequence,
    undoneBy: null,
    isRestored: false,
    ...entry,
  }));

const told = (...list: Told[]): string[] =>
  foldEntries(entries(...list)).map(({ facts }) => {
    const { before, title, after } = describeChange(facts, words);
    return `${before}${title}${after}`;
  });

test('one step of many records is one line, the newest step first', () => {
  expect(
    told({ sequence: 1 }, { sequence: 2 }, { sequence: 3 }, { sequence: 4, changeSetId: id(2), operation: 'create' }),
  ).toEqual(['added Task 4', 'changed 3 tasks']);
});

test('a deleted project is told with what went with it, whatever was deleted first', () => {
  const gone = { operation: 'delete', before: {}, after: null } as const;
  expect(
    told(
      { sequence: 1, ...gone },
      { sequence: 2, ...gone, recordKind: 'checkpoint' },
      { sequence: 3, ...gone, recordKind: 'project', title: 'Wine shop relaunch' },
    ),
  ).toEqual(['deleted the project Wine shop relaunch, touching 2 more records']);
});

test('the same entry from two places is there once', () => {
  expect(foldEntries(entries({ sequence: 1 }, { sequence: 1 }))).toHaveLength(1);
});
