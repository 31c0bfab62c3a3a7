import { expect, test } from 'vitest';
import { assistantRetrySchema } from '../../../src/contracts/conversation.ts';
import type { ConversationId } from '../../../src/contracts/ids.ts';
import { cleanTitle } from '../../../src/core/assistant/nameConversation.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace, type TestWorkspace } from '../../support/createTestWorkspace.ts';
import { type ModelServer, startModelServer } from '../../support/modelServer.ts';
import { addProvider, ask, follow, patientTimings } from './ask.ts';

interface Parts extends AsyncDisposable {
  readonly server: ModelServer;
  readonly test: TestWorkspace;
  readonly workspace: Workspace;
}

async function open(naming = patientTimings.naming): Promise<Parts> {
  const server = await startModelServer();
  const test = await createTestWorkspace({}, { assistantTimings: { ...patientTimings, naming } });
  await addProvider(test.workspace, server.baseUrl);
  return {
    server,
    test,
    workspace: test.workspace,
    async [Symbol.asyncDispose]() {
      await test[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

const titleOf = (workspace: Workspace, id: ConversationId) => workspace.conversations.get(id).title;
const expectTitle = (workspace: Workspace, id: ConversationId) =>
  expect.poll(() => titleOf(workspace, id), { timeout: 20_000, interval: 5 });
const warned = ({ test }: Parts) =>
  test.ports.logger.lines.filter(({ level }) => level === 'warn').map(({ message }) => message);
const expectWarned = (parts: Parts) => expect.poll(() => warned(parts), { timeout: 20_000, interval: 5 });

test('after the first answer the model names the conversation, with little of it to read, and once', async () => {
  await using parts = await open();
  const { server, workspace } = parts;
  server.script({ text: `Norway needs ${'a number '.repeat(200)}` }, { text: 'Yes.' });
  server.name({ text: '“**Shipping to Norway**.”\n\nIt fits.' });
  const question = `What does Norway need? ${'word '.repeat(100)}`;
  const before = workspace.conversations.list({ limit: 1 }).items.length;
  const { conversationId } = await ask(workspace, question);
  const { updatedAt } = workspace.conversations.get(conversationId);
  await expectTitle(workspace, conversationId).toBe('Shipping to Norway');
  expect([before, workspace.conversations.get(conversationId).updatedAt]).toEqual([0, updatedAt]);
  const [naming] = server.namings;
  expect(naming?.body.tools).toBeUndefined();
  expect(JSON.stringify(naming?.body.messages).length).toBeLessThan(2_500);
  const given: unknown = JSON.parse(String(naming?.body.messages[1]?.content));
  expect(given).toEqual({
    question: question.split(' ').slice(0, 30).join(' '),
    answer: expect.stringMatching(/^Norway needs a number/u),
  });
  await ask(workspace, 'And Switzerland?', { conversationId });
  workspace.conversations.update({ id: conversationId, title: 'Mine' });
  await ask(workspace, 'And France?', { conversationId });
  await parts.test.reopen();
  expect(server.namings).toHaveLength(1);
  expect(titleOf(parts.test.workspace, conversationId)).toBe('Mine');
});

test('what the user calls a conversation meanwhile stays', async () => {
  await using parts = await open();
  const { server, workspace } = parts;
  const rest = Promise.withResolvers<void>();
  server.name({ text: 'From the model', fault: { kind: 'slow', until: rest.promise } });
  const { conversationId } = await ask(workspace, 'hello');
  await expect.poll(() => server.namings.length, { timeout: 20_000, interval: 5 }).toBe(1);
  workspace.conversations.update({ id: conversationId, title: 'Mine' });
  rest.resolve();
  // The next conversation is named after this one was answered.
  server.name({ text: 'Another one' });
  const other = await ask(workspace, 'hello again');
  await expectTitle(workspace, other.conversationId).toBe('Another one');
  await parts.test.reopen();
  expect(titleOf(parts.test.workspace, conversationId)).toBe('Mine');
});

test.each([
  ['an error', { fault: { kind: 'status', status: 500 } }],
  ['a broken connection', { text: 'Half a', fault: { kind: 'cut', after: 1 } }],
  ['nothing', { text: '' }],
  ['marks alone', { text: '"***"' }],
  ['a whole answer', { text: 'I would name it after the many things that Norway needs, and more.' }],
  ['a flood', { text: 'word '.repeat(2_000) }],
] as const)(
  'the question’s beginning stays where the model answers with %s, and only the log says so',
  async (_, answer) => {
    await using parts = await open();
    const { server, workspace } = parts;
    server.name(answer);
    const { conversationId, message } = await ask(workspace, 'What does Norway need?');
    await expectWarned(parts).toHaveLength(1);
    expect(message).toMatchObject({ state: 'done', error: null, fallbacks: [] });
    expect(titleOf(workspace, conversationId)).toBe('What does Norway need?');
  },
);

test('a model that keeps silent is given up after a short time', async () => {
  await using parts = await open(300);
  parts.server.name({ fault: { kind: 'hang' } });
  const { conversationId } = await ask(parts.workspace, 'What does Norway need?');
  await expectWarned(parts).toEqual(['a conversation could not be named']);
  expect(titleOf(parts.workspace, conversationId)).toBe('What does Norway need?');
});

test('closing the workspace ends the naming at once, without a word', async () => {
  await using parts = await open();
  const { server, test } = parts;
  server.name({ fault: { kind: 'hang' } });
  const { conversationId } = await ask(parts.workspace, 'What does Norway need?');
  await expect.poll(() => server.namings.length, { timeout: 20_000, interval: 5 }).toBe(1);
  const workspace = await test.reopen();
  expect(titleOf(workspace, conversationId)).toBe('What does Norway need?');
  expect(warned(parts)).toEqual([]);
});

test('offline names nothing; the first answer of a model does, asked again or later', async () => {
  await using parts = await open();
  const { server, workspace } = parts;
  server.script({ fault: { kind: 'status', status: 500 } });
  const { conversationId, message } = await ask(workspace, 'What does Norway need?');
  expect(message.provider).toBe('offline');
  expect(server.namings).toEqual([]);
  server.name({ text: 'Norway' });
  const { runId } = workspace.assistant.retry(assistantRetrySchema.parse({ messageId: message.id, model: 'big' }));
  await follow(workspace, runId);
  await expectTitle(workspace, conversationId).toBe('Norway');
});

test.each([
  ['Shipping to Norway', 'Shipping to Norway'],
  ['# Title: *Shipping* to `Norway`.', 'Shipping to Norway'],
  ['<think>what may it be\nhm</think>\n\n"Norway"', 'Norway'],
  ['\n\n  [Norway](https://example.com)  ', 'Norway'],
  ['one two three four five six seven', 'one two three four five six'],
  ['\u202Eyawron\uE000', 'yawron'],
  ['日本語の会話', '日本語の会話'],
  ['x'.repeat(79) + '🍷🍷', 'x'.repeat(79)],
  ['', null],
  ['  "  "\n—\n', null],
])('%j is the name %j', (reply, title) => {
  expect(cleanTitle(reply)).toBe(title);
});
