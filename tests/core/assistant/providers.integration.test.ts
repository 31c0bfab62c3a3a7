import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WorkspaceEvent } from '../../../src/contracts/event.ts';
import { providerIdSchema } from '../../../src/contracts/ids.ts';
import { providerCreateSchema, providerUpdateSchema } from '../../../src/contracts/provider.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { type Fault, startModelServer } from '../../support/modelServer.ts';
import { createMemorySecrets } from '../../support/ports.ts';
import { create, failureOf, unknownId } from '../../support/writeRecords.ts';
import { addProvider, ask, shortTimings } from './ask.ts';

const KEY = 'sk-canary-4f6d1b7e90';

test('offline is always there, last, and cannot be changed', async () => {
  await using test = await createTestWorkspace();
  const { providers } = test.workspace;
  const [offline, ...others] = providers.list();
  expect(others).toEqual([]);
  expect(offline).toMatchObject({ kind: 'offline', isDefault: true, hasKey: false, isLocal: true });
  if (offline === undefined) throw new Error('no offline provider');
  expect(await providers.test(offline.id)).toEqual({ ok: true, duration: 0, error: null });
  await expect(providers.update(providerUpdateSchema.parse({ id: offline.id, name: 'x' }))).rejects.toMatchObject({
    code: 'validation',
  });
  await expect(providers.delete(offline.id)).rejects.toMatchObject({ code: 'validation' });
});

test('the first one is used, later ones wait to be chosen, and without it offline answers', async () => {
  await using test = await createTestWorkspace();
  const { providers, events } = test.workspace;
  const told: WorkspaceEvent[] = [];
  events.subscribe((event) => void told.push(event));
  const first = await addProvider(test.workspace, 'http://127.0.0.1:1/v1');
  const second = await providers.create(
    providerCreateSchema.parse({ kind: 'openai-compatible', baseUrl: 'https://models.example.org/v1/', model: 'm' }),
  );
  expect([first.isDefault, second.isDefault, first.isLocal, second.isLocal]).toEqual([true, false, true, false]);
  expect(second).toMatchObject({
    name: 'models.example.org',
    baseUrl: 'https://models.example.org/v1',
    hasKey: false,
    keyBackend: null,
  });
  expect(providers.list().map((provider) => provider.id)).toEqual([first.id, second.id, providers.list().at(-1)?.id]);
  providers.setDefault(second.id);
  expect(providers.list().map((provider) => [provider.id === second.id, provider.isDefault])).toEqual([
    [true, true],
    [false, false],
    [false, false],
  ]);
  await providers.delete(second.id);
  expect(providers.list().map((provider) => [provider.kind, provider.isDefault])).toEqual([
    ['openai-compatible', false],
    ['offline', true],
  ]);
  expect(failureOf(() => providers.get(second.id)).code).toBe('notFound');
  expect(failureOf(() => providers.setDefault(providerIdSchema.parse(unknownId))).code).toBe('notFound');
  expect(told.every((event) => event.type === 'providersChanged')).toBe(true);
  expect(told).toHaveLength(4);
});

test('a key is kept behind the port, changed, removed, and goes with its provider', async () => {
  await using test = await createTestWorkspace();
  const { providers } = test.workspace;
  const { values } = test.ports.secrets;
  const provider = await addProvider(test.workspace, 'http://127.0.0.1:1/v1', KEY);
  expect(provider).toMatchObject({ hasKey: true, keyBackend: 'keychain' });
  expect([...values]).toEqual([[`provider-key-${provider.id}`, KEY]]);
  const change = (input: object) => providers.update(providerUpdateSchema.parse({ id: provider.id, ...input }));
  expect(await change({ name: 'Renamed' })).toMatchObject({ name: 'Renamed', hasKey: true });
  await change({ key: 'sk-other' });
  expect([...values.values()]).toEqual(['sk-other']);
  expect(await change({ key: null })).toMatchObject({ hasKey: false, keyBackend: null });
  expect(values.size).toBe(0);
  await change({ key: KEY });
  await providers.delete(provider.id);
  expect(values.size).toBe(0);
});

test('a provider that moves to another server does not take its key along', async () => {
  await using old = await startModelServer();
  await using next = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  const { providers } = test.workspace;
  const provider = await addProvider(test.workspace, old.baseUrl, KEY);
  const change = (input: object) => providers.update(providerUpdateSchema.parse({ id: provider.id, ...input }));
  expect(await change({ baseUrl: `${old.baseUrl}/deeper` })).toMatchObject({ hasKey: true });
  expect(await change({ baseUrl: next.baseUrl })).toMatchObject({ hasKey: false, keyBackend: null });
  expect(test.ports.secrets.values.size).toBe(0);
  await ask(test.workspace, 'Good day to you');
  expect(next.requests.map((request) => request.headers.authorization)).toEqual([undefined]);
  expect(old.requests).toEqual([]);
  // Given anew along with the address, it is for the new server.
  expect(await change({ baseUrl: old.baseUrl, key: KEY })).toMatchObject({ hasKey: true });
  await ask(test.workspace, 'Good day to you');
  expect(old.requests.map((request) => request.headers.authorization)).toEqual([`Bearer ${KEY}`]);
});

test('two changes of a provider at once are both kept, and a key goes to no server that it was not given for', async () => {
  const memory = createMemorySecrets();
  let stored = Promise.withResolvers<void>();
  const secrets = {
    ...memory,
    set: async (name: string, value: string) => {
      await stored.promise;
      return memory.set(name, value, { allowFile: false });
    },
  };
  await using test = await createTestWorkspace({ secrets });
  const { providers } = test.workspace;
  const provider = await addProvider(test.workspace, 'http://127.0.0.1:1/v1', null);
  const change = (input: object) => providers.update(providerUpdateSchema.parse({ id: provider.id, ...input }));
  const withKey = change({ model: 'other-model', key: KEY });
  await change({ name: 'Renamed' });
  stored.resolve();
  expect(await withKey).toMatchObject({ name: 'Renamed', model: 'other-model', hasKey: true });

  stored = Promise.withResolvers<void>();
  const again = change({ key: 'sk-other' });
  await change({ baseUrl: 'http://127.0.0.1:2/v1' });
  stored.resolve();
  expect(await again).toMatchObject({ baseUrl: 'http://127.0.0.1:2/v1', hasKey: false });
  expect(memory.values.size).toBe(0);

  stored = Promise.withResolvers<void>();
  const late = change({ key: KEY });
  await providers.delete(provider.id);
  stored.resolve();
  await expect(late).rejects.toMatchObject({ code: 'notFound' });
  expect(memory.values.size).toBe(0);
});

test('where the key cannot be read, nothing is sent, the reason is told, and the offline provider answers', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  const { workspace } = test;
  const provider = await addProvider(workspace, server.baseUrl, KEY);
  create(workspace, 'task', { title: 'Overdue', dueDate: '2026-11-20' });
  test.ports.secrets.values.clear();
  const { host } = new URL(server.baseUrl);
  expect((await workspace.providers.test(provider.id)).error).toEqual({ code: 'providerKeyMissing', fields: { host } });
  const { message, events } = await ask(workspace, 'what is overdue?');
  expect(message).toMatchObject({ state: 'done', provider: 'offline', fallbackFrom: 'Test server' });
  expect(events).toContainEqual({ type: 'fellBack', from: 'Test server', code: 'providerKeyMissing', to: null });
  expect(await workspace.brief.generate(null)).toMatchObject({ provider: 'offline', fallbackFrom: 'Test server' });
  expect(server.requests).toEqual([]);
});

test.each([
  'http://127.0.0.1:1/v1?a=b',
  'http://127.0.0.1:1/v1#part',
  'http://127.0.0.1:1/v1?',
  'http://u@127.0.0.1:1/',
])('the address %s is refused: a path could not be put behind it', (baseUrl) => {
  expect(providerCreateSchema.safeParse({ kind: 'openai-compatible', baseUrl, model: 'm' }).success).toBe(false);
});

test('a key that the store does not give back is refused, and nothing is kept', async () => {
  const secrets = { ...createMemorySecrets(), get: () => Promise.resolve('another') };
  await using test = await createTestWorkspace({ secrets });
  await expect(addProvider(test.workspace, 'http://127.0.0.1:1/v1', KEY)).rejects.toMatchObject({
    code: 'secretNotKept',
    fields: { backend: 'keychain' },
  });
  expect(test.workspace.providers.list()).toHaveLength(1);
  expect(secrets.values.size).toBe(0);
});

test.each([
  ['a line break', `sk-1\nX-Evil: 1`],
  ['a tab', 'sk-1\t2'],
  ['a letter beyond ASCII', 'sk-é'],
  ['nothing', '   '],
])('a key with %s is refused', (_name, key) => {
  expect(
    providerCreateSchema.safeParse({ kind: 'openai-compatible', baseUrl: 'http://127.0.0.1:1', model: 'm', key })
      .success,
  ).toBe(false);
});

test.each<[string, Fault | null, string | null, object]>([
  ['an answer', null, null, {}],
  ['awkward borders', { kind: 'awkward' }, null, {}],
  ['a refused key', { kind: 'status', status: 401 }, 'providerKeyRefused', {}],
  ['a forbidden key', { kind: 'status', status: 403 }, 'providerKeyRefused', {}],
  [
    'a model that is missing (OpenAI)',
    {
      kind: 'status',
      status: 404,
      body: '{"error":{"message":"The model `x` does not exist","code":"model_not_found"}}',
    },
    'providerModelMissing',
    { model: 'test-model' },
  ],
  [
    'a model that is missing (Ollama)',
    {
      kind: 'status',
      status: 404,
      body: '{"error":{"message":"model \\"llama3.1\\" not found, try pulling it first","type":"api_error"}}',
    },
    'providerModelMissing',
    { model: 'test-model' },
  ],
  [
    'a model that is missing (OpenRouter)',
    { kind: 'status', status: 400, body: '{"error":{"message":"x is not a valid model ID","code":400}}' },
    'providerModelMissing',
    { model: 'test-model' },
  ],
  ['too many requests', { kind: 'status', status: 429, retryAfter: 17 }, 'providerRateLimited', { retryAfter: 17 }],
  ['a 500', { kind: 'status', status: 500 }, 'providerFailed', { status: 500 }],
  ['a 400 of some other kind', { kind: 'status', status: 400 }, 'providerFailed', { status: 400 }],
  ['a web page', { kind: 'html' }, 'providerNotAnApi', {}],
  ['another service’s JSON', { kind: 'status', status: 200, body: '{"status":"ok"}' }, 'providerNotAnApi', {}],
  ['a redirect', { kind: 'redirect', to: 'http://127.0.0.1:9/elsewhere' }, 'providerNotAnApi', {}],
  ['a closed connection', { kind: 'reset' }, 'providerFailed', { status: null }],
  ['silence', { kind: 'hang' }, 'providerTimeout', { waited: shortTimings.test }],
  ['silence after the headers', { kind: 'stall', after: 0 }, 'providerTimeout', { waited: shortTimings.test }],
])('a test of a server with %s', async (_name, fault, code, fields) => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  const { providers } = test.workspace;
  const provider = await addProvider(test.workspace, server.baseUrl);
  server.always(() => ({ text: 'Yes.', ...(fault === null ? {} : { fault }) }));
  const result = await providers.test(provider.id);
  expect([result.ok, result.error?.code ?? null]).toEqual([code === null, code]);
  if (code !== null) expect(result.error?.fields).toEqual({ host: new URL(server.baseUrl).host, ...fields });
  expect(providers.get(provider.id).lastTest).toMatchObject({ error: code });
});

test('nobody at the address, and a name that is none', async () => {
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  const closed = await startModelServer();
  await closed[Symbol.asyncDispose]();
  for (const address of [closed.baseUrl, 'http://adiuva.invalid/v1']) {
    const provider = await addProvider(test.workspace, address);
    expect((await test.workspace.providers.test(provider.id)).error).toMatchObject({
      code: 'providerUnreachable',
      fields: { host: new URL(address).host },
    });
  }
});

test.each([
  ['with its path', '/v1', '/v1', ['/v1/chat/completions']],
  ['without its path', '/v1', '', ['/v1/chat/completions']],
  ['with another path', '/api/openai', '/api/openai', ['/api/openai/chat/completions']],
])('an address %s works, and what worked is remembered', async (_name, prefix, typed, paths) => {
  await using server = await startModelServer({ prefix });
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  const provider = await addProvider(test.workspace, `${server.origin}${typed}`);
  expect((await test.workspace.providers.test(provider.id)).ok).toBe(true);
  expect((await ask(test.workspace, 'Good day to you')).message).toMatchObject({
    content: 'Yes.',
    provider: 'Test server',
  });
  expect(new Set(server.requests.map((request) => request.path))).toEqual(new Set(paths));
  expect(server.requests).toHaveLength(2);
});

test('without a key no authorization header is sent, and nothing tells about this computer', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  await addProvider(test.workspace, server.baseUrl, null);
  await ask(test.workspace, 'Good day to you');
  const names = Object.keys(server.requests[0]?.headers ?? {});
  expect(names).not.toContain('authorization');
  expect(names.filter((name) => name.startsWith('x-') || name.startsWith('openai-'))).toEqual([]);
  expect(server.requests[0]?.headers['user-agent']).toBe('Adiuva');
});

test('the key is in no file of the workspace, no log line, no event and no error', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  const { workspace, ports, folder } = test;
  const told: WorkspaceEvent[] = [];
  workspace.events.subscribe((event) => void told.push(event));
  const provider = await addProvider(workspace, server.baseUrl, KEY);
  const answers: unknown[] = [provider, workspace.providers.list()];
  for (const fault of [
    undefined,
    { kind: 'status', status: 401, body: `{"error":{"message":"Incorrect API key provided: ${KEY}"}}` },
    { kind: 'garbled', after: 1 },
  ] as const) {
    server.script(
      { text: 'Yes.', ...(fault === undefined ? {} : { fault }) },
      { text: 'Yes.', ...(fault === undefined ? {} : { fault }) },
    );
    answers.push(await workspace.providers.test(provider.id), await ask(workspace, 'Good day to you'));
  }
  answers.push(await workspace.brief.generate(null));
  expect(server.requests.every((request) => request.headers.authorization === `Bearer ${KEY}`)).toBe(true);
  const log = JSON.stringify(ports.logger.lines, (_key, value: unknown) =>
    value instanceof Error ? describe(value) : value,
  );
  for (const text of [JSON.stringify(answers), JSON.stringify(told), log]) expect(text).not.toContain(KEY);
  for (const dispose of [false, true]) {
    if (dispose) await workspace.dispose();
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(readFileSync(join(file.parentPath, file.name)).includes(KEY)).toBe(false);
  }
});

function describe(error: Error): unknown {
  const { message, stack, cause } = error;
  const own = Object.fromEntries(Object.entries(error));
  return { ...own, message, stack, cause: cause instanceof Error ? describe(cause) : String(cause) };
}
