import { expect, test } from 'vitest';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { type Fault, startModelServer } from '../../support/modelServer.ts';
import { createMemorySecrets } from '../../support/ports.ts';
import { create } from '../../support/writeRecords.ts';
import { addProvider, ask, patientTimings, pendingSuggestions, shortTimings, textOf } from './ask.ts';

const faults: [string, Fault, string][] = [
  ['401', { kind: 'status', status: 401 }, 'providerKeyRefused'],
  ['429 with Retry-After', { kind: 'status', status: 429, retryAfter: 1 }, 'providerRateLimited'],
  [
    '429 with a date',
    { kind: 'status', status: 429, retryAfter: 'Wed, 21 Oct 2099 07:28:00 GMT' },
    'providerRateLimited',
  ],
  ['500', { kind: 'status', status: 500 }, 'providerFailed'],
  ['503 with a page', { kind: 'status', status: 503, body: '<html>', contentType: 'text/html' }, 'providerFailed'],
  [
    '404 of a model',
    { kind: 'status', status: 404, body: '{"error":{"message":"model gone","code":"model_not_found"}}' },
    'providerModelMissing',
  ],
  ['a web page', { kind: 'html' }, 'providerNotAnApi'],
  ['a redirect', { kind: 'redirect', to: 'http://127.0.0.1:9/' }, 'providerNotAnApi'],
  ['a closed connection', { kind: 'reset' }, 'providerFailed'],
  ['a hang', { kind: 'hang' }, 'providerTimeout'],
  ['a stall before the first piece', { kind: 'stall', after: 0 }, 'providerTimeout'],
  ['a stall in the text', { kind: 'stall', after: 3 }, 'providerTimeout'],
  ['a cut before the first piece', { kind: 'cut', after: 0 }, 'providerFailed'],
  ['a cut in the text', { kind: 'cut', after: 3 }, 'providerFailed'],
  ['an end without an end', { kind: 'short', after: 3 }, 'providerFailed'],
  ['no event at all', { kind: 'short', after: 0 }, 'providerFailed'],
  ['an event that is no JSON', { kind: 'garbled', after: 2 }, 'providerFailed'],
  ['an error in the stream', { kind: 'streamError', after: 2 }, 'providerFailed'],
];
const points = [
  ['at the first question', 0],
  ['after a round of tools', 1],
  ['after three rounds', 3],
] as const;

test.each(
  points.flatMap(([point, rounds]) => faults.map(([name, fault, code]) => [name, point, rounds, fault, code] as const)),
)('%s %s: the offline provider answers, and nothing is half made', async (_name, _point, rounds, fault, code) => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  const { workspace } = test;
  const provider = await addProvider(workspace, server.baseUrl);
  for (let round = 0; round < rounds; round += 1) {
    server.script({ text: 'Let me see.', calls: [{ name: 'proposeTask', arguments: { title: `Task ${round}` } }] });
  }
  // Where the address is in doubt it is asked twice: as typed, and with /v1.
  server.always(() => ({ text: 'This answer will not come to its end, because something is wrong.', fault }));
  const startedAt = performance.now();
  const { message, events } = await ask(workspace, 'call Rossi tomorrow at 10, high');
  expect(performance.now() - startedAt).toBeLessThan(10_000);

  const titles = pendingSuggestions(workspace).map((suggestion) => suggestion.title);
  expect(titles).toEqual(rounds === 0 ? ['Call Rossi'] : Array.from({ length: rounds }, (_, round) => `Task ${round}`));
  expect(message).toMatchObject({ state: 'done', provider: 'offline', fallbackFrom: 'Test server', error: null });
  expect(message.suggestionIds).toHaveLength(titles.length);
  expect(message.content).toMatch(/for your approval|for you to approve/u);
  expect(message.content).not.toContain('will not come');
  expect(textOf(events)).toBe(message.content);
  expect(events.filter((event) => event.type === 'fellBack')).toEqual([
    { type: 'fellBack', from: 'Test server', code, to: null },
  ]);
  expect(message.steps.every((step) => step.state !== 'running')).toBe(true);
  expect(provider.isDefault).toBe(true);
});

test('nobody at the address', async () => {
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  const { workspace } = test;
  create(workspace, 'note', { title: 'Norway', content: 'Norway needs a number.' });
  await addProvider(workspace, 'http://127.0.0.1:1/v1');
  const { message, events } = await ask(workspace, 'What does Norway need?');
  expect(message).toMatchObject({
    provider: 'offline',
    fallbackFrom: 'Test server',
    sources: [{ number: 1, title: 'Norway' }],
  });
  expect(events).toContainEqual({ type: 'fellBack', from: 'Test server', code: 'providerUnreachable', to: null });
});

test('a keychain that is locked meanwhile is told as that, and nothing is sent without its key', async () => {
  await using server = await startModelServer();
  const memory = createMemorySecrets();
  let isLocked = false;
  const secrets = {
    ...memory,
    get: (name: string) => (isLocked ? Promise.reject(new Error('locked')) : memory.get(name, 'keychain')),
  };
  await using test = await createTestWorkspace({ secrets }, { assistantTimings: shortTimings });
  await addProvider(test.workspace, server.baseUrl);
  isLocked = true;
  const { events, message } = await ask(test.workspace, 'hello');
  expect(events).toContainEqual({ type: 'fellBack', from: 'Test server', code: 'providerKeyMissing', to: null });
  expect(message).toMatchObject({ state: 'done', provider: 'offline' });
  expect(server.requests).toEqual([]);
});

test('an answer that trickles for ever ends with the time of a whole run', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace(
    {},
    { assistantTimings: { ...shortTimings, betweenPieces: 60_000, wholeRun: 1_500 } },
  );
  await addProvider(test.workspace, server.baseUrl);
  server.always(() => ({ text: 'One two three four five', fault: { kind: 'stall', after: 3 } }));
  const { message, events } = await ask(test.workspace, 'hello');
  expect(message).toMatchObject({ state: 'done', provider: 'offline' });
  expect(events).toContainEqual({ type: 'fellBack', from: 'Test server', code: 'providerTimeout', to: null });
});

test('first a slow token, then the answer', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  await addProvider(test.workspace, server.baseUrl);
  const gate = Promise.withResolvers<void>();
  server.script({ text: 'Late, but here.', fault: { kind: 'slow', until: gate.promise } });
  const asked = ask(test.workspace, 'Good day to you');
  setTimeout(() => gate.resolve(), 300);
  expect((await asked).message).toMatchObject({ content: 'Late, but here.', fallbackFrom: null });
});
