import { expect, test } from 'vitest';
import {
  type AssistantRetry,
  assistantRetrySchema,
  type AssistantSend,
  assistantSendSchema,
  type Message,
  messageListInputSchema,
} from '../../../src/contracts/conversation.ts';
import { type ConversationId, messageIdSchema } from '../../../src/contracts/ids.ts';
import { providerCreateSchema } from '../../../src/contracts/provider.ts';
import { OFFLINE_ID } from '../../../src/core/assistant/models/providerRows.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { type ModelServer, startModelServer } from '../../support/modelServer.ts';
import { create, failureOf, remove, unknownId } from '../../support/writeRecords.ts';
import { addProvider, ask, follow, patientTimings, pendingSuggestions, waitFor } from './ask.ts';

const idOf = (last: string) => messageIdSchema.parse(`0192f0c1-2f7e-7c3a-9a51-0000000000${last}`);

const send = (workspace: Workspace, input: AssistantSend) => workspace.assistant.send(assistantSendSchema.parse(input));
const retry = (workspace: Workspace, input: AssistantRetry) =>
  workspace.assistant.retry(assistantRetrySchema.parse(input));

const messagesOf = (workspace: Workspace, conversationId: ConversationId): Message[] =>
  workspace.conversations.messages(messageListInputSchema.parse({ conversationId })).items;
const saidIn = (workspace: Workspace, conversationId: ConversationId) =>
  messagesOf(workspace, conversationId).map(({ content }) => content.slice(0, 22));

const runsIn = (server: ModelServer) => server.requests.map(({ body }) => body.model);

test('a message that is edited takes its place, and what came after it goes', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const { conversationId } = await ask(workspace, 'hello');
  const second = await ask(workspace, 'call Rossi tomorrow', { conversationId });
  await ask(workspace, 'call Bianchi tomorrow', { conversationId });
  const [, , question] = messagesOf(workspace, conversationId);
  const input = {
    text: 'call Verdi tomorrow',
    conversationId,
    messageId: idOf('d1'),
    replaces: question?.id,
  };
  const sent = send(workspace, input);
  // A resend after a lost answer, and one that comes too late, change nothing.
  expect(send(workspace, input)).toEqual(sent);
  await follow(workspace, sent.runId);
  expect(send(workspace, input)).toEqual(sent);
  expect(failureOf(() => send(workspace, { ...input, messageId: idOf('d2') }))).toMatchObject({
    code: 'notFound',
    fields: { recordKind: 'message' },
  });
  const reopened = await test.reopen();
  expect(messagesOf(reopened, conversationId).map(({ content }) => content)).toEqual([
    'hello',
    expect.stringContaining('Hello.'),
    'call Verdi tomorrow',
    expect.stringContaining('**Call Verdi**'),
  ]);
  // What waits for approval stays, whatever was said after it.
  expect(pendingSuggestions(reopened).map(({ title }) => title)).toEqual(['Call Rossi', 'Call Bianchi', 'Call Verdi']);
  expect(failureOf(() => reopened.assistant.events(second.runId, AbortSignal.abort())).code).toBe('notFound');
  expect(reopened.conversations.list({ limit: 5, text: 'bianchi' }).items).toEqual([]);
});

test('the first question edited names the conversation anew, unless the user has named it', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const titleAfter = async (rename: boolean) => {
    const { conversationId } = await ask(workspace, 'hello');
    if (rename) workspace.conversations.update({ id: conversationId, title: 'Mine' });
    const [question] = messagesOf(workspace, conversationId);
    await follow(workspace, send(workspace, { text: 'call Rossi', conversationId, replaces: question?.id }).runId);
    return workspace.conversations.get(conversationId).title;
  };
  expect([await titleAfter(false), await titleAfter(true)]).toEqual(['call Rossi', 'Mine']);
});

test('only a message of the user, in that conversation, can be replaced', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const one = await ask(workspace, 'hello');
  const other = await ask(workspace, 'hello again');
  const [question] = messagesOf(workspace, one.conversationId);
  const refusal = (more: Partial<AssistantSend>) => failureOf(() => send(workspace, { text: 'x', ...more }));
  const invalid = { code: 'validation', fields: { replaces: { problem: 'invalid' } } };
  expect(refusal({ replaces: one.message.id })).toEqual(invalid);
  expect(refusal({ replaces: question?.id, conversationId: other.conversationId })).toEqual(invalid);
  expect(refusal({ replaces: messageIdSchema.parse(unknownId) }).code).toBe('notFound');
  expect(saidIn(workspace, one.conversationId)).toHaveLength(2);
});

test('an edit while the answer is written ends that answer, and nothing it still says is kept', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  const { workspace } = test;
  await addProvider(workspace, server.baseUrl);
  const rest = Promise.withResolvers<void>();
  server.script({ text: 'The first words of many, many.', fault: { kind: 'pause', after: 3, until: rest.promise } });
  const first = send(workspace, { text: 'Tell me', messageId: idOf('e1') });
  await waitFor(workspace, first.runId, (event) => event.type === 'textAdded');
  server.script({ text: 'Another answer.' });
  const { conversationId } = first;
  const second = send(workspace, { text: 'Tell me more', conversationId, replaces: idOf('e1') });
  rest.resolve();
  await follow(workspace, second.runId);
  const reopened = await test.reopen();
  expect(saidIn(reopened, conversationId)).toEqual(['Tell me more', 'Another answer.']);
  expect(test.ports.logger.lines.filter((line) => line.level === 'error')).toEqual([]);
  // The model was shown nothing of what went.
  expect(JSON.stringify(server.requests.at(-1)?.body.messages)).not.toContain('The first words');
});

test('an edit that could not be kept leaves everything as it was', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const project = create(workspace, 'project', { name: 'Gone' });
  const { conversationId } = await ask(workspace, 'hello');
  remove(workspace, 'project', project.id);
  const before = messagesOf(workspace, conversationId);
  const scope = { kind: 'project' as const, id: project.id };
  expect(failureOf(() => send(workspace, { text: 'x', conversationId, scope, replaces: before[0]?.id })).code).toMatch(
    /^(?:deleted|notFound)$/u,
  );
  expect(messagesOf(workspace, conversationId)).toEqual(before);
});

test('the last answer is made again: with the same provider, another one, another model, or none', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  const { workspace } = test;
  server.always(({ model }) => ({ text: `I am ${model}.` }));
  await addProvider(workspace, server.baseUrl);
  const other = await workspace.providers.create(
    providerCreateSchema.parse({ kind: 'openai-compatible', name: 'Other', baseUrl: server.baseUrl, model: 'big' }),
  );
  const project = create(workspace, 'project', { name: 'Wine' });
  const { conversationId, message } = await ask(workspace, 'hello', { scope: { kind: 'project', id: project.id } });
  let last = message;
  const again = async (input: Omit<AssistantRetry, 'messageId'>) => {
    const started = retry(workspace, { messageId: last.id, ...input });
    expect(started.conversationId).toBe(conversationId);
    ({ message: last } = await follow(workspace, started.runId));
    expect(messagesOf(workspace, conversationId).map(({ id, runId }) => [id === last.id, runId])).toEqual([
      [false, started.runId],
      [true, started.runId],
    ]);
    return [last.provider, last.model, last.content];
  };
  expect(await again({})).toEqual(['Test server', 'test-model', 'I am test-model.']);
  expect(await again({ providerId: other.id })).toEqual(['Other', 'big', 'I am big.']);
  expect(await again({ providerId: other.id, model: 'bigger' })).toEqual(['Other', 'bigger', 'I am bigger.']);
  expect(await again({ providerId: OFFLINE_ID })).toEqual(['offline', null, expect.stringContaining('Hello')]);
  // The choice was for one answer.
  await ask(workspace, 'and now?', { conversationId });
  expect(runsIn(server)).toEqual(['test-model', 'test-model', 'big', 'bigger', 'test-model']);
  expect(workspace.conversations.get(conversationId).scope).toEqual({ kind: 'workspace' });
});

test('the chosen model is one provider’s: who steps in has its own', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  const { workspace } = test;
  await addProvider(workspace, server.baseUrl);
  const { message } = await ask(workspace, 'hello');
  const other = await workspace.providers.create(
    providerCreateSchema.parse({ kind: 'openai-compatible', name: 'Other', baseUrl: server.baseUrl, model: 'big' }),
  );
  server.script({ fault: { kind: 'status', status: 500 } });
  const { runId } = retry(workspace, { messageId: message.id, providerId: other.id, model: 'bigger' });
  expect((await follow(workspace, runId)).message).toMatchObject({ provider: 'Test server', model: 'test-model' });
  expect(runsIn(server)).toEqual(['test-model', 'bigger', 'test-model']);
});

test('a retry that is sent twice is one, and one of an answer that is no longer the last is refused', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const { conversationId, message } = await ask(workspace, 'call Rossi tomorrow');
  const input = { messageId: message.id, answerId: idOf('f1') };
  const started = retry(workspace, input);
  expect(retry(workspace, input)).toEqual(started);
  // Not over yet: the one that is written goes.
  const third = retry(workspace, { messageId: idOf('f1'), answerId: idOf('f2') });
  await follow(workspace, third.runId);
  expect(messagesOf(workspace, conversationId).map(({ id }) => id)[1]).toBe(idOf('f2'));
  expect(failureOf(() => retry(workspace, input)).code).toBe('notFound');
  await ask(workspace, 'hello', { conversationId });
  expect(failureOf(() => retry(workspace, { messageId: idOf('f2') }))).toEqual({
    code: 'validation',
    fields: { messageId: { problem: 'invalid' } },
  });
  const [question] = messagesOf(workspace, conversationId);
  for (const messageId of [question?.id ?? idOf('00'), messageIdSchema.parse(unknownId)])
    expect(failureOf(() => retry(workspace, { messageId })).code).toBe('notFound');
  expect(failureOf(() => retry(workspace, { messageId: idOf('f2'), answerId: question?.id })).code).toBe('validation');
  expect(saidIn(workspace, conversationId)).toHaveLength(4);
});

test('a run that takes another’s place goes on after the program ended, with what was chosen', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  await addProvider(test.workspace, server.baseUrl);
  const { message, conversationId } = await ask(test.workspace, 'hello');
  const rest = Promise.withResolvers<void>();
  server.script({ text: 'Never whole.', fault: { kind: 'pause', after: 2, until: rest.promise } });
  const { runId } = retry(test.workspace, { messageId: message.id, model: 'chosen' });
  await waitFor(test.workspace, runId, (event) => event.type === 'textAdded');
  const reopening = test.reopen();
  rest.resolve();
  const workspace = await reopening;
  expect((await follow(workspace, runId)).message).toMatchObject({ state: 'done', model: 'chosen', content: 'Yes.' });
  expect(saidIn(workspace, conversationId)).toEqual(['hello', 'Yes.']);
  expect(runsIn(server)).toEqual(['test-model', 'chosen', 'chosen']);
});
