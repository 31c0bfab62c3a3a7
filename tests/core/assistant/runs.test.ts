import { expect, test } from 'vitest';
import { assistantSendSchema, type Message, messageListInputSchema } from '../../../src/contracts/conversation.ts';
import type { WorkspaceEvent } from '../../../src/contracts/event.ts';
import { type ConversationId, conversationIdSchema, messageIdSchema, runIdSchema } from '../../../src/contracts/ids.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { create, failureOf, remove, unknownId } from '../../support/writeRecords.ts';
import { ask, collect, follow, pendingSuggestions, textOf } from './ask.ts';

const messageId = messageIdSchema.parse('0192f0c1-2f7e-7c3a-9a51-0000000000b1');

const messagesOf = (workspace: Workspace, conversationId: Message['conversationId']): Message[] =>
  workspace.conversations.messages(messageListInputSchema.parse({ conversationId })).items;

test('the same message sent again is the same run, whatever it says', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const send = (text: string) => workspace.assistant.send(assistantSendSchema.parse({ text, messageId }));
  const first = send('call Rossi tomorrow');
  expect(send('call Rossi tomorrow')).toEqual(first);
  await follow(workspace, first.runId);
  expect(send('call somebody else')).toEqual(first);
  expect(pendingSuggestions(workspace)).toHaveLength(1);
  expect(
    messagesOf(workspace, first.conversationId).map(({ id, role, content }) => [
      id === messageId,
      role,
      content.slice(0, 19),
    ]),
  ).toEqual([
    [true, 'user', 'call Rossi tomorrow'],
    [false, 'assistant', 'I suggest this, for'],
  ]);
  const answer = messagesOf(workspace, first.conversationId)[1];
  expect(
    failureOf(() => workspace.assistant.send(assistantSendSchema.parse({ text: 'x', messageId: answer?.id }))),
  ).toEqual({
    code: 'validation',
    fields: { messageId: { problem: 'invalid' } },
  });
});

test('readers that come at any time, and after a restart, fold to the same message', async () => {
  await using test = await createTestWorkspace();
  create(test.workspace, 'note', { title: 'Norway', content: 'Norway needs a number.' });
  const { runId } = test.workspace.assistant.send(assistantSendSchema.parse({ text: 'what does Norway need?' }));
  const [early, other] = await Promise.all([follow(test.workspace, runId), follow(test.workspace, runId)]);
  const late = await follow(test.workspace, runId);
  const workspace = await test.reopen();
  const reopened = await follow(workspace, runId);
  for (const { message, events } of [early, other, late, reopened]) {
    expect(message).toEqual(early.message);
    expect(textOf(events)).toBe(message.content);
    expect(events.filter((event) => event.type === 'ended')).toHaveLength(1);
    expect(events.at(-1)?.type).toBe('ended');
    expect(events.flatMap((event) => (event.type === 'sourceFound' ? [event.source.title] : []))).toEqual(['Norway']);
  }
  expect(messagesOf(workspace, early.message.conversationId).at(-1)).toEqual(early.message);
});

test('a reader that leaves stops nothing', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const { runId } = workspace.assistant.send(assistantSendSchema.parse({ text: 'call Rossi tomorrow' }));
  const left = new AbortController();
  const seen: string[] = [];
  for await (const event of workspace.assistant.events(runId, left.signal)) {
    seen.push(event.type);
    left.abort();
  }
  expect(seen).toHaveLength(1);
  expect((await follow(workspace, runId)).message.state).toBe('done');
  expect(await collect(workspace, runId, AbortSignal.abort())).toEqual([]);
});

test('a run that is stopped before it says anything is stopped, and stays so', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const { runId, conversationId } = workspace.assistant.send(
    assistantSendSchema.parse({ text: 'call Rossi tomorrow' }),
  );
  workspace.assistant.stop(runId);
  workspace.assistant.stop(runId);
  expect((await follow(workspace, runId)).message).toMatchObject({ state: 'stopped', content: '', error: null });
  const reopened = await test.reopen();
  expect((await follow(reopened, runId)).message.state).toBe('stopped');
  expect(pendingSuggestions(reopened)).toEqual([]);
  expect(messagesOf(reopened, conversationId).map((message) => message.state)).toEqual(['done', 'stopped']);
});

test('events of a run, its conversation and its end are told to the window', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const told: WorkspaceEvent[] = [];
  workspace.events.subscribe((event) => void told.push(event));
  const { runId, conversationId } = await ask(workspace, 'call Rossi tomorrow');
  expect(told.filter((event) => event.type !== 'recordsChanged' && event.type !== 'indexChanged')).toEqual([
    { type: 'conversationChanged', conversationId },
    { type: 'runStarted', conversationId, runId },
    { type: 'suggestionsChanged' },
    { type: 'activityChanged' },
    { type: 'runEnded', conversationId, runId },
    { type: 'conversationChanged', conversationId },
  ]);
});

test('conversations: titles, newest first, pages, rename, delete', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  const ids = [];
  for (const text of ['first\n  question', 'second question', `third ${'long '.repeat(50)}`]) {
    ids.push((await ask(workspace, text)).conversationId);
    ports.clock.advance(1_000);
  }
  const list = (cursor: string | null = null) => workspace.conversations.list({ limit: 2, cursor });
  const page = list();
  expect(page.items.map((item) => item.title)).toEqual([`third ${'long '.repeat(10).trim()}…`, 'second question']);
  expect(list(page.nextCursor)).toMatchObject({ items: [{ title: 'first question' }], nextCursor: null });
  expect(failureOf(() => list('nonsense')).code).toBe('validation');

  const [first, second] = ids;
  if (first === undefined || second === undefined) throw new Error('no conversations');
  await ask(workspace, 'hello', { conversationId: first });
  expect(workspace.conversations.update({ id: first, title: 'Renamed' })).toMatchObject({
    title: 'Renamed',
    scope: { kind: 'workspace' },
  });
  expect(list().items[0]?.id).toBe(first);
  const newest = workspace.conversations.messages(messageListInputSchema.parse({ conversationId: first, limit: 3 }));
  expect(newest.items.map((message) => message.role)).toEqual(['assistant', 'user', 'assistant']);
  const older = workspace.conversations.messages(
    messageListInputSchema.parse({ conversationId: first, limit: 3, cursor: newest.nextCursor }),
  );
  expect([older.items.map((message) => message.content), older.nextCursor]).toEqual([['first\n  question'], null]);

  workspace.conversations.delete(second);
  expect(failureOf(() => workspace.conversations.get(second))).toMatchObject({ code: 'notFound' });
  expect(
    failureOf(() => workspace.conversations.messages(messageListInputSchema.parse({ conversationId: second }))).code,
  ).toBe('notFound');
  expect(failureOf(() => workspace.conversations.delete(second)).code).toBe('notFound');
});

test('pinned conversations come first on every page, and neither pinning nor renaming moves one', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  const { conversations } = workspace;
  const ids: ConversationId[] = [];
  for (let index = 0; index < 5; index += 1) {
    ids.push((await ask(workspace, `question ${index}`)).conversationId);
    // Two at the same moment: the id decides.
    if (index !== 2) ports.clock.advance(1_000);
  }
  const pages = (): string[][] => {
    const titles: string[][] = [];
    for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
      const page: ReturnType<typeof conversations.list> = conversations.list({ limit: 2, cursor });
      titles.push(page.items.map((item) => item.title.slice(-1)));
      cursor = page.nextCursor;
    }
    return titles;
  };
  const [oldest, , third] = ids;
  if (oldest === undefined || third === undefined) throw new Error('no conversations');
  const before = conversations.get(oldest);
  expect(conversations.update({ id: oldest, isPinned: true })).toEqual({ ...before, isPinned: true });
  expect(conversations.update({ id: third, isPinned: true, title: 'renamed 2' }).isPinned).toBe(true);
  conversations.update({ id: third, title: 'again 2' });
  expect(pages()).toEqual([['2', '0'], ['4', '3'], ['1']]);
  conversations.update({ id: oldest, isPinned: false });
  expect(conversations.update({ id: oldest })).toEqual(before);
  expect(pages()).toEqual([['2', '4'], ['3', '1'], ['0']]);
  expect((await test.reopen()).conversations.list({ limit: 1 }).items).toMatchObject([
    { title: 'again 2', isPinned: true },
  ]);
});

test('a conversation that goes takes its run along, and leaves the suggestion', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const done = await ask(workspace, 'call Rossi tomorrow');
  const { runId, conversationId } = workspace.assistant.send(assistantSendSchema.parse({ text: 'what is overdue?' }));
  const reading = collect(workspace, runId, new AbortController().signal);
  workspace.conversations.delete(conversationId);
  workspace.conversations.delete(done.conversationId);
  expect((await reading).some((event) => event.type === 'ended')).toBe(false);
  for (const id of [runId, done.runId]) {
    expect(failureOf(() => workspace.assistant.events(id, new AbortController().signal)).code).toBe('notFound');
    expect(failureOf(() => workspace.assistant.stop(id)).code).toBe('notFound');
  }
  expect(pendingSuggestions(workspace)).toHaveLength(1);
  await test.reopen();
  expect(test.ports.logger.lines.filter((line) => line.level === 'error')).toEqual([]);
});

test('what is not there is told before anything is kept', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const project = create(workspace, 'project', { name: 'Gone' });
  remove(workspace, 'project', project.id);
  const send = (more: object) =>
    failureOf(() => workspace.assistant.send(assistantSendSchema.parse({ text: 'hello', ...more }))).code;
  expect(send({ scope: { kind: 'project', id: unknownId } })).toBe('notFound');
  expect(send({ scope: { kind: 'project', id: project.id } })).toMatch(/^(?:deleted|notFound)$/u);
  expect(send({ conversationId: conversationIdSchema.parse(unknownId) })).toBe('notFound');
  expect(
    failureOf(() => workspace.assistant.events(runIdSchema.parse(unknownId), new AbortController().signal)).code,
  ).toBe('notFound');
  expect(workspace.conversations.list({ limit: 10 }).items).toEqual([]);
});

test('the list says in which conversations an answer is being written', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const done = await ask(workspace, 'hello');
  const running = () =>
    Object.fromEntries(workspace.conversations.list({ limit: 9 }).items.map((item) => [item.title, item.isRunning]));
  const sent = ['call Rossi', 'call Verdi'].map((text) =>
    workspace.assistant.send(assistantSendSchema.parse({ text })),
  );
  expect(running()).toEqual({ hello: false, 'call Rossi': true, 'call Verdi': true });
  expect(workspace.conversations.get(done.conversationId).isRunning).toBe(false);
  for (const { runId } of sent) await follow(workspace, runId);
  expect(running()).toEqual({ hello: false, 'call Rossi': false, 'call Verdi': false });
});

test('many questions at once each get their own answer', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const asked = await Promise.all(
    Array.from({ length: 20 }, (_, index) => ask(workspace, `call number ${index} tomorrow`)),
  );
  asked.forEach(({ message }, index) => expect(message.content).toContain(`**Call number ${index}**`));
  expect(new Set(pendingSuggestions(workspace).map((suggestion) => suggestion.title)).size).toBe(20);
});

test('a run that the end of the program cut off goes on, and proposes nothing twice', async () => {
  await using test = await createTestWorkspace();
  const lines = Array.from({ length: 20 }, (_, index) => `call number ${index} tomorrow`).join('\n');
  const { runId } = test.workspace.assistant.send(assistantSendSchema.parse({ text: lines }));
  for await (const event of test.workspace.assistant.events(runId, new AbortController().signal)) {
    if (event.type === 'suggested') break;
  }
  const workspace = await test.reopen();
  const { message, events } = await follow(workspace, runId);
  expect(message.state).toBe('done');
  expect(message.suggestionIds).toHaveLength(20);
  expect(textOf(events)).toBe(message.content);
  expect(
    pendingSuggestions(workspace)
      .map((suggestion) => suggestion.title)
      .toSorted(),
  ).toEqual(Array.from({ length: 20 }, (_, index) => `Call number ${index}`).toSorted());
});
