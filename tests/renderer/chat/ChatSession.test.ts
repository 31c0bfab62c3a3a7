import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type AssistantRetry,
  type AssistantSend,
  type Message,
  messageSchema,
} from '../../../src/contracts/conversation.ts';
import { AdiuvaError, type ErrorCode } from '../../../src/contracts/errors.ts';
import { conversationIdSchema, messageIdSchema, providerIdSchema, runIdSchema } from '../../../src/contracts/ids.ts';
import { ChatSession } from '../../../src/renderer/features/chat/ChatSession.ts';

const conversationId = conversationIdSchema.parse('0192f0c1-2f7e-7c3a-9a51-000000000001');
const runId = runIdSchema.parse('0192f0c1-2f7e-7c3a-9a51-000000000002');
const answerId = messageIdSchema.parse('0192f0c1-2f7e-7c3a-9a51-000000000003');
const questionId = messageIdSchema.parse('0192f0c1-2f7e-7c3a-9a51-000000000004');
const providerId = providerIdSchema.parse('0192f0c1-2f7e-7c3a-9a51-000000000005');
const workspace = { kind: 'workspace' } as const;

const message = (role: Message['role']): Message =>
  messageSchema.parse({
    ...{ id: role === 'user' ? questionId : answerId, conversationId, role, content: role, state: 'done', runId },
    ...{ agent: null, steps: [], sources: [], suggestionIds: [], provider: null, model: null, inputTokens: null },
    ...{ outputTokens: null, fallbacks: [], fallbackFrom: null, error: null, createdAt: 1 },
  });

function createSession() {
  const sent: AssistantSend[] = [];
  const retried: AssistantRetry[] = [];
  const failures: ErrorCode[] = [];
  const remembered: (string | null)[] = [];
  const session = new ChatSession({
    send: async (input) => {
      sent.push(input);
      const failure = failures.shift();
      if (failure !== undefined) throw new AdiuvaError(failure);
      return { runId, conversationId };
    },
    retry: async (input) => {
      retried.push(input);
      const failure = failures.shift();
      if (failure !== undefined) throw new AdiuvaError(failure);
      return { runId, conversationId };
    },
    codeOf: (error) => (error instanceof AdiuvaError ? error.code : 'internal'),
    remember: (id) => remembered.push(id),
  });
  return { session, sent, retried, failures, remembered };
}

describe('ChatSession', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('the first message begins a conversation, the next goes on with it', async () => {
    const { session, sent, remembered } = createSession();
    await session.send('One', workspace);
    expect(session.getState()).toMatchObject({
      conversationId,
      thread: 0,
      outgoing: { state: 'sent', runId, text: 'One' },
    });
    await session.send('Two', workspace);
    expect(sent.map(({ conversationId: id }) => id)).toEqual([null, conversationId]);
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(2);
    expect(remembered).toEqual([conversationId, conversationId]);
  });

  test('a lost answer is asked for again, as the same message', async () => {
    const { session, sent, failures } = createSession();
    failures.push('connectionLost', 'connectionLost');
    const done = session.send('One', workspace);
    await vi.advanceTimersByTimeAsync(5_000);
    await done;
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(1);
    expect([sent.length, session.getState().outgoing?.state]).toEqual([3, 'sent']);
  });

  test('a message that fails can be sent again or taken back', async () => {
    const { session, sent, failures } = createSession();
    failures.push('databaseBusy', 'databaseBusy');
    session.setDraft('typed meanwhile');
    await session.send('One', workspace);
    expect(session.getState().outgoing).toMatchObject({ state: 'failed', error: { code: 'databaseBusy' } });
    await session.resend();
    session.takeBack();
    expect([session.getState().outgoing, session.getDraft()]).toEqual([null, 'One\ntyped meanwhile']);
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(1);
  });

  test('an edited message says what it replaces, also when it is sent again', async () => {
    const { session, sent, failures } = createSession();
    failures.push('databaseBusy');
    await session.replace(answerId, 'Two', workspace);
    expect(session.getState().outgoing).toMatchObject({ state: 'failed', replaces: answerId });
    await session.resend();
    expect(sent.map(({ replaces, messageId }) => [replaces, messageId === sent[0]?.messageId])).toEqual([
      [answerId, true],
      [answerId, true],
    ]);
  });

  test('a question that is asked again keeps the new answer’s id through lost connections, and gives nothing to the composer', async () => {
    const { session, sent, retried, failures } = createSession();
    failures.push('connectionLost', 'databaseBusy');
    const done = session.retry(message('user'), message('assistant'), workspace, { providerId });
    await vi.advanceTimersByTimeAsync(5_000);
    await done;
    expect(session.getState().outgoing).toMatchObject({ state: 'failed', text: 'user', replaces: answerId });
    await session.resend();
    expect(session.getState().outgoing).toMatchObject({ state: 'sent', runId });
    expect(retried).toHaveLength(3);
    expect(new Set(retried.map((input) => JSON.stringify(input))).size).toBe(1);
    expect(retried[0]).toMatchObject({ messageId: answerId, providerId });
    failures.push('databaseBusy');
    await session.retry(message('user'), message('assistant'), workspace);
    session.takeBack();
    expect([session.getState().outgoing, session.getDraft(), sent]).toEqual([null, '', []]);
  });

  test('what is attached goes with one message, and comes back with one that is taken back', async () => {
    const { session, sent, failures } = createSession();
    const file = { kind: 'file' as const, name: 'a.txt', text: 'alpha' };
    session.changeAttachments(() => [file]);
    failures.push('databaseBusy');
    await session.send('One', workspace);
    expect([session.getAttachments(), session.getState().outgoing?.attachments]).toEqual([[], [file]]);
    session.takeBack();
    expect(session.getAttachments()).toEqual([file]);
    await session.send('One', workspace);
    await session.send('Two', workspace);
    expect(sent.map(({ attachments }) => attachments)).toEqual([[file], [file], []]);
  });

  test('an answer that comes after the user went elsewhere changes nothing', async () => {
    const { session } = createSession();
    const other = conversationIdSchema.parse('0192f0c1-2f7e-7c3a-9a51-000000000009');
    const done = session.send('One', workspace);
    session.openConversation(other);
    await done;
    expect(session.getState()).toEqual({
      conversationId: other,
      thread: 1,
      scope: null,
      agent: null,
      outgoing: null,
      target: null,
    });
  });

  test('a new conversation keeps what is typed', () => {
    const { session } = createSession();
    session.setDraft('half a sentence');
    session.begin({ kind: 'project', id: conversationId });
    expect([session.getDraft(), session.getState().scope]).toEqual([
      'half a sentence',
      { kind: 'project', id: conversationId },
    ]);
  });
});
