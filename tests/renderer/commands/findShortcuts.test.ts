import { expect, test } from 'vitest';
import { findShortcuts } from '../../../src/renderer/features/commands/findShortcuts.ts';
import { shortcuts } from '../../../src/renderer/features/commands/shortcuts.ts';
import { commands } from '../../../src/renderer/i18n/en/commands.ts';

const find = (text: string): string[] =>
  findShortcuts(
    text,
    (id) => commands.shortcut[id],
    (group) => commands.group[group],
  ).flatMap(({ ids }) => ids);

test('with nothing typed the sheet has every row of the table, each once', () => {
  expect(find('').toSorted()).toEqual(Object.keys(shortcuts).toSorted());
});

test('a row is found by its words, its group and its keys', () => {
  expect(find('redo')).toEqual(['redo']);
  expect(find('high prio')).toEqual(['priorityHigh']);
  expect(find('screen notes')).toEqual(['goNotes']);
  expect(find('ctrl k')).toContain('palette');
});

test('keys are found by the name that either platform has for them', () => {
  for (const name of ['ctrl', 'cmd', 'command', '⌘']) expect(find(`${name} search`), name).toContain('palette');
});

test('what is in no row finds nothing', () => {
  expect(find('zzzz')).toEqual([]);
});
