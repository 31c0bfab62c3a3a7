import { uuidv7 } from 'uuidv7';
import type { Attachment } from '../../../contracts/attachment.ts';
import type { Message } from '../../../contracts/conversation.ts';
import { AdiuvaError } from '../../../contracts/errors.ts';
import type { WorkspaceEvent } from '../../../contracts/event.ts';
import {
  type ConversationId,
  conversationIdSchema,
  type MessageId,
  messageIdSchema,
  type ProviderId,
  type RunId,
  runIdSchema,
} from '../../../contracts/ids.ts';
import type { Database } from '../../db/openDatabase.ts';
import type { Clock } from '../../ports.ts';
import type { AssistantService } from '../../workspace.ts';
import { recordsAmong, selectAttachments } from '../attachments.ts';
import { selectMessage, selectMessages, sequenceOfMessage } from '../messages.ts';
import { titleOfQuestion } from '../titleOfQuestion.ts';
import type { Beginning, RunRecord, RunStore } from './runStore.ts';

export interface StartParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly store: Pick<RunStore, 'ofMessage' | 'ofAnswer' | 'begin'>;
  emit(event: WorkspaceEvent): void;
  /** Refuses a scope whose record is not there. @throws AdiuvaError `notFound`, `deleted` */
  checkScope(scope: RunRecord['scope']): void;
  /** @throws AdiuvaError `notFound` */
  checkConversation(id: ConversationId): void;
  /** Who is asked: the default one or the chosen one; null for the offline one. @throws AdiuvaError `notFound` */
  chooseProvider(id?: ProviderId): string | null;
  isDisposed(): boolean;
  /** Begins the work of a run that is kept. */
  start(run: RunRecord, answer: Message, question: string): void;
  /** Ends runs that are not kept any more, without a word. */
  forget(runs: readonly RunId[]): void;
}

/** The ways to begin a run: see AssistantService for what each call promises. */
export function createStarts(parts: StartParts): Pick<AssistantService, 'send' | 'retry'> {
  const { database, clock, store, emit } = parts;

  const begin = (
    given: Pick<
      RunRecord,
      'conversationId' | 'messageId' | 'answerId' | 'scope' | 'providerId' | 'chosenModel' | 'pinnedAgent'
    >,
    question: { text: string; isKept: boolean; attachments?: readonly Attachment[] },
    place: Pick<Beginning, 'title' | 'from'>,
  ): { runId: RunId; conversationId: ConversationId } => {
    const run: RunRecord = {
      ...given,
      id: runIdSchema.parse(uuidv7()),
      state: 'running',
      startedAt: clock.now(),
      today: clock.today(),
      fallbacks: [],
      attempts: 1,
    };
    const { id, conversationId, messageId, answerId } = run;
    const answer = emptyMessage({ id: answerId, role: 'assistant', run, state: 'streaming', content: '' });
    const asked = emptyMessage({ id: messageId, role: 'user', run, state: 'done', content: question.text });
    const { attachments = [] } = question;
    const gone = store.begin({ run, question: question.isKept ? null : asked, attachments, answer, ...place });
    parts.forget(gone);
    parts.start(run, answer, question.text);
    emit({ type: 'conversationChanged', conversationId });
    for (const runId of gone) emit({ type: 'runEnded', conversationId, runId });
    emit({ type: 'runStarted', conversationId, runId: id });
    return { runId: id, conversationId };
  };

  /** The user's message that is to be replaced, by its place. */
  const placeOfReplaced = (id: MessageId, conversationId: ConversationId | null): Place => {
    const replaced = selectMessage(database, id);
    const from = sequenceOfMessage(database, id);
    if (replaced === null || from === null) throw new AdiuvaError('notFound', { recordKind: 'message', id });
    const isElsewhere = conversationId !== null && conversationId !== replaced.conversationId;
    if (replaced.role !== 'user' || isElsewhere) {
      throw new AdiuvaError('validation', { replaces: { problem: 'invalid' } });
    }
    const isFirst = selectMessages(database, replaced.conversationId, 1, from).length === 0;
    return { conversationId: replaced.conversationId, from, isFirst };
  };

  return {
    send({ messageId = messageIdSchema.parse(uuidv7()), conversationId = null, ...given }) {
      const { text, scope, replaces, attachments, agent = null } = given;
      if (parts.isDisposed()) throw new AdiuvaError('cancelled');
      const known = store.ofMessage(messageId);
      if (known !== null) return { runId: known.id, conversationId: known.conversationId };
      if (selectMessage(database, messageId) !== null) {
        throw new AdiuvaError('validation', { messageId: { problem: 'invalid' } });
      }
      parts.checkScope(scope);
      const place: Place =
        replaces !== undefined
          ? placeOfReplaced(replaces, conversationId)
          : conversationId === null
            ? { conversationId: conversationIdSchema.parse(uuidv7()), from: null, isFirst: true }
            : { conversationId, from: null, isFirst: false };
      if (conversationId !== null) parts.checkConversation(conversationId);
      for (const { recordKind, id } of recordsAmong(attachments ?? [])) parts.checkScope({ kind: recordKind, id });
      const kept = replaces === undefined ? [] : selectAttachments(database, replaces);
      return begin(
        {
          conversationId: place.conversationId,
          messageId,
          answerId: messageIdSchema.parse(uuidv7()),
          scope,
          providerId: parts.chooseProvider(),
          chosenModel: null,
          pinnedAgent: agent,
        },
        { text, isKept: false, attachments: attachments ?? kept },
        { title: place.isFirst ? titleOfQuestion(text) : null, from: place.from },
      );
    },
    retry({ messageId, answerId = messageIdSchema.parse(uuidv7()), providerId, model = null }) {
      if (parts.isDisposed()) throw new AdiuvaError('cancelled');
      const known = store.ofAnswer(answerId);
      if (known !== null) return { runId: known.id, conversationId: known.conversationId };
      if (selectMessage(database, answerId) !== null) {
        throw new AdiuvaError('validation', { answerId: { problem: 'invalid' } });
      }
      const before = store.ofAnswer(messageId);
      const question = before === null ? null : selectMessage(database, before.messageId);
      const from = sequenceOfMessage(database, messageId);
      if (before === null || question === null || from === null)
        throw new AdiuvaError('notFound', { recordKind: 'message', id: messageId });
      const { conversationId, scope } = before;
      // What was said after it rests on it.
      const [last] = selectMessages(database, conversationId, 1, null);
      if (last?.id !== messageId) throw new AdiuvaError('validation', { messageId: { problem: 'invalid' } });
      parts.checkScope(scope);
      return begin(
        {
          conversationId,
          messageId: before.messageId,
          answerId,
          scope,
          providerId: parts.chooseProvider(providerId),
          chosenModel: model,
          pinnedAgent: before.pinnedAgent,
        },
        { text: question.content, isKept: true },
        { title: null, from },
      );
    },
  };
}

/** Where a message goes. */
interface Place extends Pick<Beginning, 'from'> {
  readonly conversationId: ConversationId;
  readonly isFirst: boolean;
}

function emptyMessage(given: {
  id: Message['id'];
  role: Message['role'];
  run: RunRecord;
  state: Message['state'];
  content: string;
}): Message {
  return {
    id: given.id,
    conversationId: given.run.conversationId,
    role: given.role,
    content: given.content,
    state: given.state,
    runId: given.run.id,
    agent: null,
    steps: [],
    sources: [],
    suggestionIds: [],
    attachments: [],
    provider: null,
    model: null,
    inputTokens: null,
    outputTokens: null,
    fallbacks: [],
    fallbackFrom: null,
    error: null,
    createdAt: given.run.startedAt,
  };
}
