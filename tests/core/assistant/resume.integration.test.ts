import BetterSqlite from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { assistantSendSchema, messageListInputSchema } from '../../../src/contracts/conversation.ts';
import { runIdSchema, type RunId } from '../../../src/contracts/ids.ts';
import { createWorkspace } from '../../../src/core/createWorkspace.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTemporaryFolder, createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { type ModelServer, startModelServer } from '../../support/modelServer.ts';
import { createMemorySecrets, createTestPorts } from '../../support/ports.ts';
import { create } from '../../support/writeRecords.ts';
import { addProvider, follow, pendingSuggestions, patientTimings, textOf, waitFor } from './ask.ts';

const never = new Promise<void>(() => undefined);
const open = (folder: string): Promise<Workspace> =>
  createWorkspace(createTestPorts(folder), { assistantTimings: patientTimings });

interface Child {
  /** The first line that it says. */
  readonly line: string;
  kill(): Promise<void>;
}

async function startChild(folder: string, text: string): Promise<Child> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      join(import.meta.dirname, 'processes', 'killedRun.ts'),
      folder,
      text,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const exited = once(child, 'exit');
  const lines = createInterface(child.stdout);
  const line = await Promise.race([once(lines, 'line').then(String), exited.then(() => 'the process ended')]);
  return {
    line,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function prepare(server: ModelServer, folder: string): Promise<void> {
  const workspace = await open(folder);
  await addProvider(workspace, server.baseUrl, null);
  await workspace.dispose();
}

/** Runs `text` in a process of its own and kills that at the request number `at`, once what the server says was sent. */
async function killAt(server: ModelServer, folder: string, text: string, at: number): Promise<RunId> {
  const child = await startChild(folder, text);
  await expect.poll(() => server.requests.length, { timeout: 20_000, interval: 5 }).toBe(at);
  await child.kill();
  return runIdSchema.parse(child.line);
}

const calls = [
  { name: 'proposeTask', arguments: { title: 'First' } },
  { name: 'proposeTask', arguments: { title: 'Second' } },
];

test.each([
  ['while the first answer was awaited', 1, ['First', 'Second']],
  ['after the first round of tools', 2, ['First', 'Second']],
  ['after the second round of tools', 3, ['First', 'Second', 'Third']],
])('killed %s, the run goes on at the next start and proposes nothing twice', async (_name, at, titles) => {
  await using server = await startModelServer();
  using folder = createTemporaryFolder();
  await prepare(server, folder.path);
  const rounds = [{ calls }, { calls: [{ name: 'proposeTask', arguments: { title: 'Third' } }] }];
  server.script(...rounds.slice(0, at - 1), {
    text: 'Never heard to its end',
    fault: { kind: 'pause', after: 2, until: never },
  });
  const runId = await killAt(server, folder.path, 'Add two tasks', at);

  // The model does not remember: asked for the first round again it would propose the same again.
  server.always((request) => {
    const hasResults = request.messages.some((message) => message.role === 'tool');
    return hasResults ? { text: 'Suggested.' } : { calls };
  });
  const workspace = await open(folder.path);
  try {
    const { message, events } = await follow(workspace, runId);
    expect(message).toMatchObject({ state: 'done', content: 'Suggested.', fallbackFrom: null });
    expect(textOf(events)).toBe('Suggested.');
    expect(pendingSuggestions(workspace).map((suggestion) => suggestion.title)).toEqual(titles);
    expect(message.suggestionIds).toEqual(pendingSuggestions(workspace).map((suggestion) => suggestion.id));
    expect(message.steps.filter((step) => step.state === 'running')).toEqual([]);
  } finally {
    await workspace.dispose();
  }
});

test('killed while the offline provider works, nothing is proposed twice', async () => {
  using folder = createTemporaryFolder();
  const text = Array.from({ length: 20 }, (_, index) => `call person ${index} tomorrow`).join('\n');
  const child = await startChild(folder.path, text);
  await child.kill();
  const workspace = await open(folder.path);
  try {
    const { message } = await follow(workspace, runIdSchema.parse(child.line));
    expect(message).toMatchObject({ state: 'done', provider: 'offline' });
    expect(message.suggestionIds).toHaveLength(20);
    expect(new Set(pendingSuggestions(workspace).map((suggestion) => suggestion.title)).size).toBe(20);
    expect(pendingSuggestions(workspace)).toHaveLength(20);
  } finally {
    await workspace.dispose();
  }
});

test('a run that ends the program each time is told to have failed', async () => {
  await using server = await startModelServer();
  using folder = createTemporaryFolder();
  await prepare(server, folder.path);
  server.always(() => ({ text: 'One two three', fault: { kind: 'pause', after: 2, until: never } }));
  const runId = await killAt(server, folder.path, 'Good day to you', 1);
  for (const at of [2, 3]) {
    const child = await startChild(folder.path, '');
    await expect.poll(() => server.requests.length, { timeout: 20_000, interval: 5 }).toBe(at);
    await child.kill();
  }
  const workspace = await open(folder.path);
  try {
    expect((await follow(workspace, runId)).message).toMatchObject({ state: 'failed', error: { code: 'internal' } });
    expect(server.requests).toHaveLength(3);
  } finally {
    await workspace.dispose();
  }
});

test('an answer during which Adiuva was quit again and again is finished, not told as an internal fault', async () => {
  await using server = await startModelServer();
  using folder = createTemporaryFolder();
  await prepare(server, folder.path);
  server.always(() => ({ text: 'One two three', fault: { kind: 'pause', after: 2, until: never } }));
  let workspace = await open(folder.path);
  const { runId } = workspace.assistant.send(assistantSendSchema.parse({ text: 'Good day to you' }));
  for (const at of [1, 2, 3, 4]) {
    await expect.poll(() => server.requests.length, { timeout: 20_000, interval: 5 }).toBe(at);
    await workspace.dispose();
    if (at === 4) server.always(() => ({ text: 'Good day.' }));
    workspace = await open(folder.path);
  }
  try {
    expect((await follow(workspace, runId)).message).toMatchObject({ state: 'done', content: 'Good day.' });
  } finally {
    await workspace.dispose();
  }
});

test.each([
  ['once the database is free', 50],
  ['when Adiuva is quit', 3_600_000],
])(
  'a stop that could not be written is not forgotten: it is kept %s, and the next start asks nothing again',
  async (_when, keepEnd) => {
    await using server = await startModelServer();
    await using test = await createTestWorkspace({}, { assistantTimings: { ...patientTimings, keepEnd } });
    await addProvider(test.workspace, server.baseUrl, null);
    server.always(() => ({ text: 'One two three', fault: { kind: 'pause', after: 2, until: never } }));
    const { runId, conversationId } = test.workspace.assistant.send(assistantSendSchema.parse({ text: 'Good day' }));
    await waitFor(test.workspace, runId, (event) => event.type === 'textAdded');
    const other = new BetterSqlite(join(test.folder, 'adiuva.db'));
    const stateOf = () => other.prepare('select state from runs where id = ?').pluck().get(runId);
    const answerOf = () =>
      test.workspace.conversations.messages(messageListInputSchema.parse({ conversationId })).items[1];
    // What was said last is kept, so that only the end meets the lock.
    await expect.poll(() => other.prepare('select count(*) from run_events').pluck().get()).toBeGreaterThan(0);
    other.exec('begin immediate');
    test.workspace.assistant.stop(runId);
    test.workspace.assistant.stop(runId);
    expect(stateOf()).toBe('running');
    expect(answerOf()).toMatchObject({ state: 'stopped', error: null });
    expect((await follow(test.workspace, runId)).message).toEqual(answerOf());
    other.exec('rollback');
    if (keepEnd < 1_000) await expect.poll(stateOf, { timeout: 20_000 }).toBe('stopped');
    other.close();
    const told = answerOf();
    const reopened = await test.reopen();
    expect((await follow(reopened, runId)).message).toEqual(told);
    expect(server.requests).toHaveLength(1);
  },
  60_000,
);

test('a run that cannot be read keeps no other from going on', async () => {
  await using server = await startModelServer();
  using folder = createTemporaryFolder();
  await prepare(server, folder.path);
  server.always(() => ({ text: 'One two three', fault: { kind: 'pause', after: 2, until: never } }));
  const workspace = await open(folder.path);
  const send = (text: string) => workspace.assistant.send(assistantSendSchema.parse({ text })).runId;
  const [broken, whole] = [send('Good day'), send('Good evening')];
  await expect.poll(() => server.requests.length, { timeout: 20_000, interval: 5 }).toBe(2);
  await workspace.dispose();
  const sqlite = new BetterSqlite(join(folder.path, 'adiuva.db'));
  sqlite.pragma('ignore_check_constraints = on');
  sqlite.prepare(`update runs set today = 'nonsense', started_at = 0 where id = ?`).run(broken);
  sqlite.close();
  server.always(() => ({ text: 'Good evening.' }));
  const again = await open(folder.path);
  try {
    expect((await follow(again, whole)).message).toMatchObject({ state: 'done', content: 'Good evening.' });
  } finally {
    await again.dispose();
  }
});

test('Adiuva can be quit while the brief waits for a keychain that does not answer', async () => {
  const memory = createMemorySecrets();
  const answered = Promise.withResolvers<string>();
  let isLocked = false;
  const secrets = {
    ...memory,
    get: (name: string) => (isLocked ? answered.promise : memory.get(name, 'keychain')),
  };
  await using test = await createTestWorkspace({ secrets }, { assistantTimings: { ...patientTimings, letGo: 50 } });
  const { workspace } = test;
  await addProvider(workspace, 'http://127.0.0.1:1/v1');
  create(workspace, 'task', { title: 'Overdue', dueDate: '2026-11-20' });
  isLocked = true;
  const brief = workspace.brief.generate(null);
  const refused = expect(brief).rejects.toThrow();
  await workspace.dispose();
  // Only now, so that the end of the program cannot have waited for it.
  answered.resolve('sk-test');
  await refused;
});

test('a provider that was removed meanwhile is not asked', async () => {
  await using server = await startModelServer();
  using folder = createTemporaryFolder();
  await prepare(server, folder.path);
  server.always(() => ({ text: 'One two three', fault: { kind: 'pause', after: 2, until: never } }));
  const runId = await killAt(server, folder.path, 'what is overdue?', 1);
  const workspace = await open(folder.path);
  const [provider] = workspace.providers.list();
  if (provider === undefined) throw new Error('no provider');
  await workspace.providers.delete(provider.id);
  await workspace.dispose();
  const again = await open(folder.path);
  try {
    expect((await follow(again, runId)).message).toMatchObject({
      state: 'done',
      provider: 'offline',
      content: 'Nothing is overdue.',
    });
  } finally {
    await again.dispose();
  }
});
