import { and, asc, eq, gte, inArray, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Attachment } from '../../../contracts/attachment.ts';
import { fallbackSchema, type Message, type Scope, scopeSchema, type Step } from '../../../contracts/conversation.ts';
import {
  type ConversationId,
  conversationIdSchema,
  type MessageId,
  messageIdSchema,
  type RunId,
  runIdSchema,
} from '../../../contracts/ids.ts';
import { type RunEvent, runEventSchema } from '../../../contracts/run.ts';
import { daySchema } from '../../../contracts/text.ts';
import type { ActivityWriter } from '../../activity/activityWriter.ts';
import type { Database } from '../../db/openDatabase.ts';
import { columnsOfScope, scopeOfColumns } from '../conversationOfRow.ts';
import { insertMessage, updateMessage } from '../messages.ts';
import { conversations, messages, runCheckpoints, runCheckpointWrites, runEvents, runs } from '../tables.ts';
import type { OngoingEvent } from './foldRunEvent.ts';

/** A run as it is kept. */
export interface RunRecord {
  readonly id: RunId;
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
  readonly answerId: MessageId;
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  readonly scope: Scope;
  readonly startedAt: number;
  readonly today: string;
  /** Who is asked; null for the offline provider. */
  readonly providerId: string | null;
  /** Those that failed before it, in order. */
  readonly fallbacks: readonly RunFallback[];
  /** The agent that the user chose; null where the question is routed. */
  readonly pinnedAgent: string | null;
  /** The model that the user chose for this answer; null: the provider's own. */
  readonly chosenModel: string | null;
  readonly attempts: number;
}

/** A provider that failed in a run. */
const runFallbackSchema = fallbackSchema.extend({ providerId: z.string() });
export type RunFallback = z.infer<typeof runFallbackSchema>;

/** What is written as a run begins. */
export interface Beginning {
  readonly run: RunRecord;
  /** null: it is there already, and asked once more. */
  readonly question: Message | null;
  /** What lies beside the question. */
  readonly attachments?: readonly Attachment[];
  readonly answer: Message;
  /** The conversation's name where it begins with this question; null where it has begun before. */
  readonly title: string | null;
  /** The first of the messages that go, by its place; null: none does. */
  readonly from: number | null;
}

/** Runs and their events in the database. Each call is one transaction. */
export interface RunStore {
  get(id: RunId): RunRecord | null;
  ofMessage(messageId: MessageId): RunRecord | null;
  /** The ids of the runs without an end, oldest first. */
  running(): string[];
  /** The run whose answer is kept in this message. */
  ofAnswer(messageId: MessageId): RunRecord | null;
  /** Keeps the question, an empty answer and the run, and the thread where it is new. @returns the runs that went */
  begin(beginning: Beginning): RunId[];
  addAttempt(run: RunRecord): void;
  /** Keeps what was said last, and takes the attempt back: an orderly end of the program is none. */
  putAside(run: RunRecord, events: readonly OngoingEvent[], agent: string | null): void;
  /** Keeps that a provider failed and who goes on. Another model goes on from what is done; the offline one begins anew. */
  fallBack(id: RunId, fallbacks: readonly RunFallback[], next: string | null): void;
  /** Keeps what was said, and tells the activity of the steps of `agent` that ended. */
  append(run: RunRecord, events: readonly OngoingEvent[], agent: string | null): void;
  events(id: RunId): OngoingEvent[];
  /** Keeps the answer; the run's checkpoints have served. */
  end(run: RunRecord, events: readonly OngoingEvent[], answer: Message, at: number): void;
}

export function createRunStore(database: Database, activity: Pick<ActivityWriter, 'addTool'>): RunStore {
  const isAnyRunning = database.sqlite.prepare("select 1 from runs where state = 'running' limit 1");

  const tellStep = (run: RunRecord, step: Step, agent: string | null): void =>
    activity.addTool({ runId: run.id, conversationId: run.conversationId, scope: run.scope, agent, step });

  const append = (run: RunRecord, events: readonly OngoingEvent[], agent: string | null): void => {
    const { id } = run;
    if (events.length === 0) return;
    const last = database.orm
      .select({ sequence: sql<number>`coalesce(max(${runEvents.sequence}), 0)` })
      .from(runEvents)
      .where(eq(runEvents.runId, id))
      .get();
    const from = (last?.sequence ?? 0) + 1;
    database.orm
      .insert(runEvents)
      .values(events.map((event, index) => ({ runId: id, sequence: from + index, event })))
      .run();
    for (const event of events) {
      if (event.type === 'stepChanged' && event.step.state !== 'running') tellStep(run, event.step, agent);
    }
  };
  const dropCheckpoints = (id: RunId): void => {
    database.orm.delete(runCheckpoints).where(eq(runCheckpoints.threadId, id)).run();
    database.orm.delete(runCheckpointWrites).where(eq(runCheckpointWrites.threadId, id)).run();
  };
  const keepConversation = ({ conversationId: id, scope, startedAt }: RunRecord, title: string | null): void => {
    const values = { ...columnsOfScope(scope), updatedAt: startedAt };
    const isKept = database.orm.update(conversations).set(values).where(eq(conversations.id, id)).run().changes > 0;
    if (title === null) return;
    if (!isKept) {
      database.orm
        .insert(conversations)
        .values({ id, title, createdAt: startedAt, ...values })
        .run();
      return;
    }
    // It begins anew: only what the user called it stays.
    database.orm
      .update(conversations)
      .set({ title, titledBy: 'question' })
      .where(and(eq(conversations.id, id), ne(conversations.titledBy, 'user')))
      .run();
  };
  /** Deletes the messages of a conversation from a place on, and the runs that answered in them. */
  const takeFrom = (conversationId: ConversationId, from: number): RunId[] => {
    const theirs = and(eq(messages.conversationId, conversationId), gte(messages.sequence, from));
    const ids = database.orm.select({ id: messages.id }).from(messages).where(theirs);
    const gone = database.orm.delete(runs).where(inArray(runs.answerId, ids)).returning({ id: runs.id }).all();
    database.orm.delete(messages).where(theirs).run();
    return gone.map(({ id }) => runIdSchema.parse(id));
  };

  return {
    get(id) {
      const row = database.orm.select().from(runs).where(eq(runs.id, id)).get();
      return row === undefined ? null : runOfRow(row);
    },
    ofMessage(messageId) {
      const row = database.orm.select().from(runs).where(eq(runs.messageId, messageId)).get();
      return row === undefined ? null : runOfRow(row);
    },
    running() {
      // Asked at every start, and almost always for nothing.
      if (isAnyRunning.get() === undefined) return [];
      return database.orm
        .select({ id: runs.id })
        .from(runs)
        .where(eq(runs.state, 'running'))
        .orderBy(asc(runs.startedAt))
        .all()
        .map((row) => row.id);
    },
    ofAnswer(messageId) {
      const row = database.orm.select().from(runs).where(eq(runs.answerId, messageId)).get();
      return row === undefined ? null : runOfRow(row);
    },
    begin({ run, question, attachments, answer, title, from }) {
      return database.transaction(() => {
        const { scope, conversationId, startedAt, ...columns } = run;
        const gone = from === null ? [] : takeFrom(conversationId, from);
        keepConversation(run, title);
        if (question === null) {
          database.orm.update(messages).set({ runId: run.id }).where(eq(messages.id, run.messageId)).run();
        } else {
          insertMessage(database, question, attachments);
        }
        insertMessage(database, answer);
        database.orm
          .insert(runs)
          .values({ ...columns, conversationId, startedAt, ...columnsOfScope(scope) })
          .run();
        return gone;
      });
    },
    addAttempt(run) {
      database.orm
        .update(runs)
        .set({ attempts: run.attempts + 1 })
        .where(eq(runs.id, run.id))
        .run();
    },
    putAside(run, events, agent) {
      database.transaction(() => {
        append(run, events, agent);
        database.orm
          .update(runs)
          .set({ attempts: sql`max(${runs.attempts} - 1, 0)` })
          .where(eq(runs.id, run.id))
          .run();
      });
    },
    fallBack(id, fallbacks, next) {
      database.transaction(() => {
        database.orm
          .update(runs)
          .set({ fallbacks: [...fallbacks], providerId: next, chosenModel: null })
          .where(eq(runs.id, id))
          .run();
        if (next === null) dropCheckpoints(id);
      });
    },
    append(run, events, agent) {
      database.transaction(() => append(run, events, agent));
    },
    events(id) {
      const rows = database.orm
        .select()
        .from(runEvents)
        .where(eq(runEvents.runId, id))
        .orderBy(asc(runEvents.sequence))
        .all();
      return z
        .array(runEventSchema)
        .parse(rows.map((row) => row.event))
        .filter(isOngoing);
    },
    end(run, events, answer, at) {
      database.transaction(() => {
        append(run, events, answer.agent);
        for (const step of answer.steps) {
          // Cut off with its run.
          const error = answer.error?.code ?? 'stopped';
          if (step.state === 'running') tellStep(run, { ...step, state: 'failed', error }, answer.agent);
        }
        updateMessage(database, answer);
        const state = answer.state === 'streaming' ? 'failed' : answer.state;
        database.orm.update(runs).set({ state }).where(eq(runs.id, run.id)).run();
        dropCheckpoints(run.id);
        database.orm.update(conversations).set({ updatedAt: at }).where(eq(conversations.id, run.conversationId)).run();
      });
    },
  };
}

function isOngoing(event: RunEvent): event is OngoingEvent {
  return event.type !== 'ended';
}

function runOfRow(row: typeof runs.$inferSelect): RunRecord {
  const { scopeKind, scopeId, ...columns } = row;
  return {
    ...columns,
    fallbacks: z.array(runFallbackSchema).parse(row.fallbacks),
    id: runIdSchema.parse(row.id),
    conversationId: conversationIdSchema.parse(row.conversationId),
    messageId: messageIdSchema.parse(row.messageId),
    answerId: messageIdSchema.parse(row.answerId),
    today: daySchema.parse(row.today),
    scope: scopeSchema.parse(scopeOfColumns(scopeKind, scopeId)),
  };
}
