import { expect, test } from 'vitest';
import { CallsInTextReader, withCallsInText } from '../../../src/core/assistant/models/callsInText.ts';

const tools = [{ name: 'search' }, { name: 'proposeTask' }];

/** Reads a text in pieces of so many code units. */
function read(text: string, size: number): { said: string; calls: string[] } {
  const reader = new CallsInTextReader(tools);
  let said = '';
  for (let from = 0; from < text.length; from += size) said += reader.push(text.slice(from, from + size));
  const rest = reader.end();
  return { said: said + rest.text, calls: rest.calls.map((call) => `${call.name} ${call.arguments}`) };
}

test.each<[string, string, { said: string; calls: string[] }]>([
  ['plain words', 'Norway needs a number.\n\n- one\n', { said: 'Norway needs a number.\n\n- one\n', calls: [] }],
  ['nothing', '', { said: '', calls: [] }],
  [
    'a call',
    '{"tool":"search","arguments":{"text":"a {b} \\" c"}}',
    { said: '', calls: ['search {"text":"a {b} \\" c"}'] },
  ],
  ['a call without arguments', ' \n{"tool": "search"}\n', { said: '', calls: ['search {}'] }],
  [
    'a call in a fence after words',
    'I look.\n```json\n{"tool":"search","arguments":{}}\n```\n',
    { said: 'I look.\n', calls: ['search {}'] },
  ],
  [
    'several, also in a list',
    '[{"tool":"search"},\n {"tool":"proposeTask","arguments":{"title":"x"}}]',
    { said: '', calls: ['search {}', 'proposeTask {"title":"x"}'] },
  ],
  ['a tool that is none', '{"tool":"rm","arguments":{}}', { said: '{"tool":"rm","arguments":{}}', calls: [] }],
  ['a call that breaks off', '{"tool":"search","argu', { said: '{"tool":"search","argu', calls: [] }],
  ['code of another kind', '```ts\nconst a = {};\n```', { said: '```ts\nconst a = {};\n```', calls: [] }],
  ['braces within a line', 'Use {this} here.', { said: 'Use {this} here.', calls: [] }],
])('%s, in pieces of any size', (_name, text, expected) => {
  for (const size of [1, 2, 3, 7, 1_000]) expect(read(text, size)).toEqual(expected);
});

test('words come through as they are written, not at the end', () => {
  const reader = new CallsInTextReader(tools);
  expect(reader.push('Nor')).toBe('Nor');
  expect(reader.push('way {needs')).toBe('way {needs');
});

test('what would never end is not held back for ever', () => {
  const reader = new CallsInTextReader(tools);
  const endless = `{"a":"${'x'.repeat(200_000)}`;
  expect(reader.push(endless)).toBe(endless);
  expect(reader.push('more')).toBe('more');
});

test('the conversation says in words what was called and what came of it', () => {
  const { messages, tools: none } = withCallsInText({
    messages: [
      { role: 'system', text: 'Rules.' },
      { role: 'user', text: 'What?' },
      { role: 'assistant', text: '', calls: [{ id: 'a', name: 'search', arguments: '{"text":"x"}' }] },
      { role: 'tool', callId: 'a', text: 'Nothing.' },
    ],
    tools: [{ name: 'search', description: 'Searches.', parameters: { type: 'object' } }],
    toolChoice: 'auto',
  });
  expect(none).toEqual([]);
  expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
  expect(messages[0]?.text).toMatch(/^Rules\.[^]*search: Searches\. \{"type":"object"\}$/u);
  expect(messages[2]?.text).toBe('{"tool":"search","arguments":{"text":"x"}}');
  expect(messages[3]?.text).toBe('Result of search:\nNothing.');
});
