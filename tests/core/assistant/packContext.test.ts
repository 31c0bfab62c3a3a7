import { expect, test } from 'vitest';
import { type ContextParts, packContext, packTools } from '../../../src/core/assistant/packContext.ts';
import type { ModelMessage } from '../../../src/core/assistant/models/modelRequest.ts';

/** A text of about so many tokens: short common words. */
const words = (count: number, name: string): string => `${name} ${'work '.repeat(count - 1)}`.trim();
const said = (role: 'user' | 'assistant', text: string): ModelMessage =>
  role === 'user' ? { role, text } : { role, text, calls: [] };
const round = (name: string, size: number): ModelMessage[] => [
  { role: 'assistant', text: '', calls: [{ id: name, name: 'search', arguments: '{}' }] },
  { role: 'tool', callId: name, text: words(size, name) },
];

const parts: ContextParts = {
  instructions: words(500, 'rules'),
  question: words(20, 'question'),
  tools: [],
  recalled: ['best', 'second', 'third', 'fourth'].map((name) => words(600, name)),
  history: [
    said('user', words(200, 'first')),
    said('assistant', words(200, 'answer')),
    said('user', words(200, 'later')),
    said('assistant', words(200, 'reply')),
  ],
  rounds: [round('old', 700), round('new', 700)],
};

const namesOf = (texts: readonly string[]): string[] => texts.map((text) => text.split(' ')[0] ?? '');
const shownOf = (window: number | null, given: ContextParts = parts) => {
  const { recalled, history, rounds } = packContext(given, window);
  return {
    recalled: namesOf(recalled),
    history: namesOf(history.map(({ text }) => text)),
    results: namesOf(rounds.map((messages) => messages[1]?.text ?? '')),
  };
};

test('an unknown window takes everything, and so does a wide one', () => {
  const all = {
    recalled: ['best', 'second', 'third', 'fourth'],
    history: ['first', 'answer', 'later', 'reply'],
    results: ['old', 'new'],
  };
  expect(shownOf(null)).toEqual(all);
  expect(shownOf(128_000)).toEqual(all);
});

test('a narrow one takes the last result, then the best records, then the end of the conversation, each whole', () => {
  expect(shownOf(4_096)).toEqual({ recalled: ['best', 'second'], history: [], results: ['There', 'new'] });
  expect(shownOf(6_600)).toEqual({
    recalled: ['best', 'second', 'third', 'fourth'],
    history: ['later', 'reply'],
    results: ['There', 'new'],
  });
  for (const window of [2_048, 4_096, 6_000, 8_192]) {
    const { recalled, history } = packContext(parts, window);
    for (const text of recalled) expect(parts.recalled).toContain(text);
    for (const message of history) expect(parts.history).toContain(message);
    expect(history[0]?.role).not.toBe('assistant');
  }
});

test('a record that does not fit makes room for a smaller one after it', () => {
  const recalled = [words(5_000, 'long'), words(50, 'short')];
  expect(shownOf(4_096, { ...parts, rounds: [], recalled }).recalled).toEqual(['short']);
});

test('where there is room for nothing, the question still goes, with every call beside its result', () => {
  const { recalled, history, rounds } = packContext(parts, 512);
  expect([recalled, history]).toEqual([[], []]);
  expect(rounds.map((messages) => messages.map(({ role }) => role))).toEqual([
    ['assistant', 'tool'],
    ['assistant', 'tool'],
  ]);
});

test('a narrow window has room for the first tools only', () => {
  const tools = ['search', 'listTasks', 'proposeTask'].map((name) => ({
    name,
    description: words(300, name),
    parameters: { type: 'object' },
  }));
  const namesIn = (window: number | null) => packTools(tools, window).map(({ name }) => name);
  expect(namesIn(null)).toEqual(['search', 'listTasks', 'proposeTask']);
  expect(namesIn(128_000)).toEqual(['search', 'listTasks', 'proposeTask']);
  expect(namesIn(4_096)).toEqual(['search', 'listTasks']);
  expect(namesIn(512)).toEqual([]);
});
