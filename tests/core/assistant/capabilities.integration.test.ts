import { expect, test } from 'vitest';
import { createModelFetch } from '../../../src/core/assistant/models/createModelFetch.ts';
import { loadWire } from '../../../src/core/assistant/models/wires/loadWire.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { startModelServer } from '../../support/modelServer.ts';
import { create } from '../../support/writeRecords.ts';
import { addProvider, ask, patientTimings, pendingSuggestions, textOf } from './ask.ts';

const refusal = { kind: 'status', status: 400, body: '{"error":{"message":"x does not support tools"}}' } as const;

test('a model that knows no tools writes its calls as text, and they are carried out', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  const { workspace } = test;
  const provider = await addProvider(workspace, server.baseUrl);
  const note = create(workspace, 'note', { title: 'Shipping', content: 'Norway needs a number.' });
  server.script(
    { fault: refusal },
    { text: 'I look first.\n```json\n{"tool": "search", "arguments": {"text": "Norway"}}\n```' },
    {
      text: '{"tool":"proposeTask","arguments":{"title":"Ask Paolo"}}\n{"tool":"proposeTask","arguments":{"title":"Ask Ida"}}',
    },
    { text: 'Norway needs a number [1].' },
  );
  const { message, events } = await ask(workspace, 'What does Norway need? Add tasks.');
  expect(message).toMatchObject({
    content: 'Norway needs a number [1].',
    state: 'done',
    fallbacks: [],
    sources: [{ id: note.id }],
  });
  expect(textOf(events)).toBe(message.content);
  expect(message.steps.map(({ tool }) => tool)).toEqual(['search', 'search', 'proposeTask', 'proposeTask']);
  expect(pendingSuggestions(workspace).map(({ title }) => title)).toEqual(['Ask Paolo', 'Ask Ida']);
  // The refusal is remembered: nothing is asked in vain again.
  expect(server.requests).toHaveLength(4);
  expect(server.requests.slice(1).every(({ body }) => body.tools === undefined)).toBe(true);
  expect(workspace.providers.get(provider.id).capabilities?.tools).toBe(false);
  server.script({ text: 'Good day.' });
  await ask(workspace, 'Good day to you');
  expect(server.requests).toHaveLength(5);
  expect(server.requests.at(-1)?.body.tools).toBeUndefined();
});

test('JSON that is no call is shown as it was written', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  await addProvider(test.workspace, server.baseUrl);
  const text = 'Like this:\n\n```json\n{"name": "Rossi"}\n```\n\nand {braces} in a line.';
  server.script({ fault: refusal }, { text });
  expect((await ask(test.workspace, 'Show me JSON')).message.content).toBe(text);
});

test('a test finds out that a model knows no tools', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  const { providers } = test.workspace;
  const { id } = await addProvider(test.workspace, server.baseUrl);
  server.script({ fault: refusal });
  expect(await providers.test(id)).toMatchObject({ ok: true });
  expect(providers.get(id).capabilities).toEqual({ tools: false, streaming: true, contextLength: null });
});

test('a server that cannot stream answers all the same, with its calls and its tokens', async () => {
  await using server = await startModelServer({ isWhole: true });
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  const { workspace } = test;
  const { id } = await addProvider(workspace, server.baseUrl);
  server.script(
    { calls: [{ name: 'proposeTask', arguments: { title: 'Ask Paolo' } }], tokens: { input: 10, output: 2 } },
    { text: 'Suggested.', tokens: { input: 20, output: 3 } },
  );
  const { message } = await ask(workspace, 'Add a task');
  expect(message).toMatchObject({ content: 'Suggested.', inputTokens: 30, outputTokens: 5, fallbacks: [] });
  expect(pendingSuggestions(workspace).map(({ title }) => title)).toEqual(['Ask Paolo']);
  expect(workspace.providers.get(id).capabilities).toEqual({ tools: true, streaming: false, contextLength: null });
});

test('a prompt goes to the provider’s own server and to no other, whatever a package makes of the address', async () => {
  await using server = await startModelServer();
  const { fetch, failure } = createModelFetch({
    asked: { host: 'a', model: 'm' },
    origin: 'https://api.example.org',
    transport: await loadWire('chat-completions'),
    key: 'sk-test',
    firstPiece: 1_000,
    betweenPieces: 1_000,
  });
  await expect(fetch(`${server.baseUrl}/chat/completions`, { method: 'POST', body: '{}' })).rejects.toThrow();
  expect(failure()?.code).toBe('providerNotAnApi');
  expect(server.requests).toEqual([]);
});
