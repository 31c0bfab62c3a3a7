import { expect, test } from 'vitest';
import type { ProviderId } from '../../../src/contracts/ids.ts';
import { providerCreateSchema, providerOrderSchema } from '../../../src/contracts/provider.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { type Fault, type ModelServer, startModelServer } from '../../support/modelServer.ts';
import { create, failureOf, unknownId } from '../../support/writeRecords.ts';
import { ask, patientTimings, pendingSuggestions, shortTimings, textOf } from './ask.ts';

async function add(workspace: Workspace, name: string, baseUrl: string, more: object = {}): Promise<ProviderId> {
  const input = { kind: 'openai-compatible', name, baseUrl, model: `${name}-model`, ...more };
  return (await workspace.providers.create(providerCreateSchema.parse(input))).id;
}

const setOrder = (workspace: Workspace, ...ids: ProviderId[]) =>
  workspace.providers.setOrder(providerOrderSchema.parse({ ids }));

/** Two servers, the second asked when the first one fails. */
async function openTwo(
  workspace: Workspace,
  first: ModelServer,
  second: ModelServer,
): Promise<[ProviderId, ProviderId]> {
  const ids: [ProviderId, ProviderId] = [
    await add(workspace, 'first', first.baseUrl),
    await add(workspace, 'second', second.baseUrl),
  ];
  setOrder(workspace, ...ids);
  return ids;
}

test.each<[string, Fault, string]>([
  ['silence', { kind: 'hang' }, 'providerTimeout'],
  ['too many requests', { kind: 'status', status: 429, retryAfter: 20 }, 'providerRateLimited'],
  ['an outage', { kind: 'status', status: 503 }, 'providerFailed'],
  ['a closed connection', { kind: 'reset' }, 'providerFailed'],
  ['a cut in the middle', { kind: 'cut', after: 3 }, 'providerFailed'],
  ['a refused key', { kind: 'status', status: 401 }, 'providerKeyRefused'],
])('after %s the next provider goes on from what is done, and the chat says so', async (_name, fault, code) => {
  await using first = await startModelServer();
  await using second = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  const { workspace } = test;
  await openTwo(workspace, first, second);
  first.script(
    { text: 'Let me see.', calls: [{ name: 'proposeTask', arguments: { title: 'By the first' } }] },
    { text: 'I will not come to an end.', fault },
  );
  second.script(
    { calls: [{ name: 'proposeTask', arguments: { title: 'By the second' } }] },
    { text: 'Both are suggested.' },
  );
  const { message, events } = await ask(workspace, 'Add two tasks');
  expect(message).toMatchObject({
    state: 'done',
    content: 'Both are suggested.',
    provider: 'second',
    model: 'second-model',
    fallbacks: [{ provider: 'first', code }],
    fallbackFrom: 'first',
  });
  expect(textOf(events)).toBe(message.content);
  expect(events).toContainEqual({ type: 'fellBack', from: 'first', code, to: 'second' });
  // What the first one did is kept and shown to the second; nothing is done twice.
  expect(pendingSuggestions(workspace).map(({ title }) => title)).toEqual(['By the first', 'By the second']);
  expect(JSON.stringify(second.requests[0]?.json)).toContain('By the first');
});

test('with every provider out, offline answers and each is named with its reason', async () => {
  await using first = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  const { workspace } = test;
  create(workspace, 'task', { title: 'Overdue', dueDate: '2026-11-20' });
  const one = await add(workspace, 'first', first.baseUrl);
  const two = await add(workspace, 'second', 'http://127.0.0.1:1/v1');
  setOrder(workspace, one, two);
  first.always(() => ({ fault: { kind: 'status', status: 500 } }));
  const { message } = await ask(workspace, 'what is overdue?');
  expect(message).toMatchObject({
    state: 'done',
    provider: 'offline',
    fallbacks: [
      { provider: 'first', code: 'providerFailed' },
      { provider: 'second', code: 'providerUnreachable' },
    ],
  });
  expect(message.content).toContain('1 task is overdue');
  expect(await workspace.brief.generate(null)).toMatchObject({ provider: 'offline', fallbackFrom: 'first' });
});

test('the brief is phrased by the next provider, too', async () => {
  await using first = await startModelServer();
  await using second = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  const { workspace } = test;
  create(workspace, 'task', { title: 'Quote', dueDate: '2026-11-20' });
  await openTwo(workspace, first, second);
  first.always(() => ({ fault: { kind: 'status', status: 500 } }));
  second.always(() => ({ text: '- {R1} should have been done.' }));
  expect(await workspace.brief.generate(null)).toMatchObject({ provider: 'second', fallbackFrom: 'first' });
});

test('one that is asked too often is left alone for as long as it said, then asked again', async () => {
  await using first = await startModelServer();
  await using second = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  const { workspace, ports } = test;
  await openTwo(workspace, first, second);
  first.script({ fault: { kind: 'status', status: 429, retryAfter: 30 } });
  for (const asked of [1, 1]) {
    const { message } = await ask(workspace, 'Good day to you');
    expect(message).toMatchObject({
      provider: 'second',
      fallbacks: [{ provider: 'first', code: 'providerRateLimited' }],
    });
    expect(first.requests).toHaveLength(asked);
  }
  ports.clock.advance(30_000);
  expect((await ask(workspace, 'Good day to you')).message).toMatchObject({ provider: 'first', fallbacks: [] });
});

test('who is not in the order is not asked, whatever fails', async () => {
  await using first = await startModelServer();
  await using second = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  const { workspace } = test;
  const one = await add(workspace, 'first', first.baseUrl);
  await add(workspace, 'second', second.baseUrl);
  first.always(() => ({ fault: { kind: 'status', status: 500 } }));
  expect(
    workspace.providers.list().map(({ name, isDefault, fallbackOrder }) => [name, isDefault, fallbackOrder]),
  ).toEqual([
    ['first', true, null],
    ['second', false, null],
    ['Offline', false, null],
  ]);
  expect((await ask(workspace, 'hello')).message.provider).toBe('offline');
  expect(second.requests).toEqual([]);
  expect(workspace.providers.get(one).isDefault).toBe(true);
});

test('the order is kept, follows a new default and a removal, and refuses what is not there', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const { providers } = workspace;
  const ids: ProviderId[] = [];
  for (const name of ['a', 'b', 'c', 'd']) ids.push(await add(workspace, name, `http://127.0.0.1:1/${name}`));
  const [a, b, c] = ids;
  if (a === undefined || b === undefined || c === undefined) throw new Error('no provider');
  const order = () =>
    providers.list().map(({ name, isDefault, fallbackOrder }) => `${name}${isDefault ? '*' : (fallbackOrder ?? '')}`);
  setOrder(workspace, b, c, a);
  expect(order()).toEqual(['b*', 'c1', 'a2', 'd', 'Offline']);
  providers.setDefault(a);
  expect(order()).toEqual(['a*', 'b1', 'c2', 'd', 'Offline']);
  await providers.delete(a);
  expect(order()).toEqual(['b*', 'c1', 'd', 'Offline']);
  expect(failureOf(() => setOrder(workspace, c, unknownId as ProviderId)).code).toBe('notFound');
  expect(order()).toEqual(['b*', 'c1', 'd', 'Offline']);
  expect(providerOrderSchema.safeParse({ ids: [b, b] }).success).toBe(false);
  setOrder(workspace);
  expect(order()).toEqual(['b', 'c', 'd', 'Offline*']);
});

test('a provider’s own time limit is kept to', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  await add(test.workspace, 'slow', server.baseUrl, { timeout: 1 });
  server.always(() => ({ fault: { kind: 'hang' } }));
  const startedAt = performance.now();
  const { message } = await ask(test.workspace, 'hello');
  expect(message.fallbacks).toEqual([{ provider: 'slow', code: 'providerTimeout' }]);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});
