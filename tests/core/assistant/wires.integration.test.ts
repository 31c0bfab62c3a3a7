import { describe, expect, test } from 'vitest';
import { providerCreateSchema } from '../../../src/contracts/provider.ts';
import type { ConfiguredKind, ProviderWire } from '../../../src/contracts/providerKinds.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { type Fault, startModelServer } from '../../support/modelServer.ts';
import { create } from '../../support/writeRecords.ts';
import { ask, patientTimings, pendingSuggestions, shortTimings, textOf } from './ask.ts';

const kinds: readonly { kind: ConfiguredKind; wire: ProviderWire; path: string; key: [name: string, value: string] }[] =
  [
    {
      kind: 'mistral',
      wire: 'chat-completions',
      path: '/v1/chat/completions',
      key: ['authorization', 'Bearer sk-test'],
    },
    { kind: 'anthropic', wire: 'anthropic', path: '/v1/messages', key: ['x-api-key', 'sk-test'] },
    {
      kind: 'gemini',
      wire: 'gemini',
      path: '/v1beta/models/test-model:streamGenerateContent',
      key: ['x-goog-api-key', 'sk-test'],
    },
    { kind: 'ollama', wire: 'ollama', path: '/api/chat', key: ['authorization', 'Bearer sk-test'] },
  ];

const add = (workspace: Workspace, kind: ConfiguredKind, baseUrl: string, key: string | null = 'sk-test') =>
  workspace.providers.create(
    providerCreateSchema.parse({ kind, baseUrl, model: 'test-model', key, name: 'Test server' }),
  );

describe.each(kinds)('a provider that speaks $wire', ({ kind, wire, path, key }) => {
  test('answers with sources after rounds of tools, and says what it cost', async () => {
    await using server = await startModelServer({ wire });
    await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
    const { workspace } = test;
    await add(workspace, kind, server.baseUrl);
    const note = create(workspace, 'note', { title: 'Shipping', content: 'Norway needs the importer’s number.' });
    server.script(
      {
        text: 'I look first.',
        calls: [
          { name: 'search', arguments: { text: 'Norway' } },
          { name: 'proposeTask', arguments: { title: 'Ask Paolo – è vero? ☎', dueDate: '2026-11-25' } },
        ],
        tokens: { input: 100, output: 10 },
      },
      { calls: [{ name: 'proposeTask', arguments: { title: 'Call the carrier' } }], tokens: { input: 150, output: 5 } },
      { text: 'Norway needs the number [1]. “Perché?” — Ask 東京.', tokens: { input: 200, output: 20 } },
    );
    const { message, events } = await ask(workspace, 'What does Norway need? Add tasks.');
    expect(message).toMatchObject({
      content: 'Norway needs the number [1]. “Perché?” — Ask 東京.',
      state: 'done',
      provider: 'Test server',
      model: 'test-model',
      inputTokens: 450,
      outputTokens: 35,
      fallbacks: [],
      sources: [{ number: 1, kind: 'note', id: note.id, title: 'Shipping' }],
    });
    expect(textOf(events)).toBe(message.content);
    expect(message.steps.map(({ id, tool, state }) => [id, tool, state])).toEqual([
      ['recall', 'search', 'done'],
      ['0.0', 'search', 'done'],
      ['0.1', 'proposeTask', 'done'],
      ['1.0', 'proposeTask', 'done'],
    ]);
    expect(pendingSuggestions(workspace).map(({ title }) => title)).toEqual([
      'Ask Paolo – è vero? ☎',
      'Call the carrier',
    ]);
    expect(server.requests.map((request) => request.path)).toEqual([path, path, path]);
    for (const { headers } of server.requests) {
      expect(headers[key[0]]).toBe(key[1]);
      expect(headers['user-agent']).toBe('Adiuva');
      expect(
        Object.keys(headers).filter((name) => /^(?:x-stainless|anthropic-beta|x-goog-api-client)/u.test(name)),
      ).toEqual([]);
    }
    // What was called and what came of it goes back in the last question.
    const last = JSON.stringify(server.requests.at(-1)?.json);
    for (const part of ['proposeTask', 'Call the carrier', 'It waits for approval', 'importer’s number'])
      expect(last).toContain(part);
  });

  test('its test tells that it answers, calls tools and streams', async () => {
    await using server = await startModelServer({ wire });
    await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
    const { providers } = test.workspace;
    const provider = await add(test.workspace, kind, server.baseUrl);
    server.script({ calls: [{ name: 'ready', arguments: {} }] });
    expect(await providers.test(provider.id)).toMatchObject({ ok: true, error: null });
    expect(providers.get(provider.id)).toMatchObject({
      lastTest: { error: null },
      capabilities: { tools: true, streaming: true },
    });
  });

  test('characters and lines that arrive in pieces come out whole', async () => {
    await using server = await startModelServer({ wire });
    await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
    await add(test.workspace, kind, server.baseUrl);
    const text = 'Größe, è già così, 東京 🚢.\n\n- one\n- two';
    server.script({ text, fault: { kind: 'awkward' } });
    expect((await ask(test.workspace, 'Good day to you')).message).toMatchObject({ content: text, fallbacks: [] });
  });

  test('without a key none is sent', async () => {
    await using server = await startModelServer({ wire });
    await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
    await add(test.workspace, kind, server.baseUrl, null);
    expect((await ask(test.workspace, 'Good day to you')).message).toMatchObject({ content: 'Yes.' });
    expect(server.requests[0]?.headers[key[0]]).toBeUndefined();
  });

  test.each<[string, Fault, string]>([
    ['a refused key', { kind: 'status', status: 401 }, 'providerKeyRefused'],
    ['too many requests', { kind: 'status', status: 429, retryAfter: 3 }, 'providerRateLimited'],
    ['an overload', { kind: 'status', status: 529 }, 'providerFailed'],
    ['a web page', { kind: 'html' }, 'providerNotAnApi'],
    ['a redirect', { kind: 'redirect', to: 'http://127.0.0.1:9/' }, 'providerNotAnApi'],
    ['a closed connection', { kind: 'reset' }, 'providerFailed'],
    ['a hang', { kind: 'hang' }, 'providerTimeout'],
    ['a stall in the text', { kind: 'stall', after: 3 }, 'providerTimeout'],
    ['a cut in the text', { kind: 'cut', after: 3 }, 'providerFailed'],
    ['an end without an end', { kind: 'short', after: 3 }, 'providerFailed'],
    ['no event at all', { kind: 'short', after: 0 }, 'providerFailed'],
    ['an event that is no JSON', { kind: 'garbled', after: 2 }, 'providerFailed'],
    ['an error in the stream', { kind: 'streamError', after: 2 }, 'providerFailed'],
  ])('%s after a round of tools: the offline provider answers, nothing is half made', async (_name, fault, code) => {
    await using server = await startModelServer({ wire });
    await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
    const { workspace } = test;
    await add(workspace, kind, server.baseUrl);
    server.script({ text: 'Let me see.', calls: [{ name: 'proposeTask', arguments: { title: 'Once' } }] });
    server.always(() => ({ text: 'This answer will not come to its end, because something is wrong.', fault }));
    const { message, events } = await ask(workspace, 'call Rossi tomorrow at 10, high');
    expect(message).toMatchObject({
      state: 'done',
      provider: 'offline',
      fallbacks: [{ provider: 'Test server', code }],
    });
    expect(message.content).not.toContain('will not come');
    expect(textOf(events)).toBe(message.content);
    expect(pendingSuggestions(workspace).map(({ title }) => title)).toEqual(['Once']);
  });
});
