import { expect, test } from 'vitest';
import {
  countOrigins,
  inboxLines,
  originOf,
} from '../../../src/renderer/features/suggestions/inbox/groupSuggestions.ts';
import { proposed, stale } from './proposed.ts';

test('new records come first, then changes, then what was overtaken; empty groups are not there', () => {
  const set = proposed({ title: 'set' });
  const old = proposed({ title: 'old', stale: [stale()] });
  const one = proposed({ title: 'one', kind: 'create' });
  const two = proposed({ title: 'two', kind: 'create' });
  const shown = (suggestions: readonly ReturnType<typeof proposed>[]) =>
    inboxLines(suggestions).map((line) =>
      line.kind === 'heading' ? `${line.group} ${line.count}` : `  ${line.suggestion.title}`,
    );
  expect(shown([old, one, set, two])).toEqual(['new 2', '  one', '  two', 'changes 1', '  set', 'stale 1', '  old']);
  expect(shown([set])).toEqual(['changes 1', '  set']);
  expect(shown([])).toEqual([]);
});

test('a suggestion comes from the record that led to it, or else from a conversation', () => {
  const from = (kind: 'note' | 'task' | 'comment' | 'project') => proposed({ source: { kind, id: 'x', title: 'X' } });
  const all = [proposed(), from('note'), from('task'), from('comment'), from('project')];
  expect(all.map(originOf)).toEqual(['conversations', 'notes', 'tasks', 'tasks', 'conversations']);
  expect(countOrigins(all)).toEqual({ conversations: 2, notes: 1, tasks: 2 });
});
