import { Plus } from 'lucide-react';
import { expect, test } from 'vitest';
import type { SearchItem } from '../../../src/contracts/search.ts';
import type { Command } from '../../../src/renderer/features/commands/command.ts';
import { arrangePalette } from '../../../src/renderer/features/search/arrangePalette.ts';

const command = (id: string, label: string, more: Partial<Command> = {}): Command => ({
  id,
  label,
  icon: Plus,
  group: 'commands',
  run: () => undefined,
  ...more,
});
const item = (kind: SearchItem['kind'], title: string): SearchItem => ({
  kind,
  id: title,
  title,
  snippet: '',
  projectId: null,
});
const commands = [
  command('newTask', 'New task “…”', { takesText: true }),
  command('dark', 'Dark theme'),
  command('ask', 'Ask about “…”', { takesText: true, group: 'assistant' }),
];
const subject = [command('complete', 'Complete', { group: 'subject' })];
const shown = (offer: Partial<Parameters<typeof arrangePalette>[0]>): string[] =>
  arrangePalette({ text: '', items: [], recent: [], subject, commands, ...offer }).map(
    ({ id, rows }) =>
      `${id}: ${rows.map((row) => (row.kind === 'record' ? row.item.title : row.command.id)).join(', ')}`,
  );

test('with nothing typed: what can be done with the open record, what was opened last, everything else', () => {
  expect(shown({ recent: [item('note', 'Zones')] })).toEqual([
    'subject: complete',
    'recent: Zones',
    'commands: newTask, dark',
    'assistant: ask',
  ]);
});

test('what was found stands by kind before the commands, and what takes the text is always there', () => {
  expect(
    shown({
      text: 'ship',
      items: [item('note', 'Shipping rules'), item('task', 'Checkout: shipping')],
      recent: [item('note', 'Zones')],
    }),
  ).toEqual(['task: Checkout: shipping', 'note: Shipping rules', 'commands: newTask', 'assistant: ask']);
});

test('a command that is called by what is typed comes first', () => {
  expect(shown({ text: 'dark', items: [item('task', 'Dark mode of the shop')] })).toEqual([
    'commands: dark, newTask',
    'task: Dark mode of the shop',
    'assistant: ask',
  ]);
});

test('many of one kind leave room for the next', () => {
  const tasks = Array.from({ length: 24 }, (_, index) => item('task', `Ship ${index}`));
  const [first, second] = arrangePalette({
    text: 'ship',
    items: [...tasks, item('note', 'Ship it')],
    recent: [],
    subject,
    commands,
  });
  expect(first?.rows.length).toBe(8);
  expect(second?.id).toBe('note');
});

test('every row has a value of its own', () => {
  const groups = arrangePalette({ text: '', items: [], recent: [item('task', 'complete')], subject, commands });
  const values = groups.flatMap(({ rows }) => rows.map(({ value }) => value));
  expect(new Set(values).size).toBe(values.length);
});
