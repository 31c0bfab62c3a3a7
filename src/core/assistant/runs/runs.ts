import type { Attachment } from '../../../contracts/attachment.ts';
import type { Message, Source } from '../../../contracts/conversation.ts';
import { AdiuvaError, type ErrorCode } from '../../../contracts/errors.ts';
import type { WorkspaceEvent } from '../../../contracts/event.ts';
import { type ConversationId, type RunId, runIdSchema } from '../../../contracts/ids.ts';
import type { ActivityWriter } from '../../activity/activityWriter.ts';
import type { Database } from '../../db/openDatabase.ts';
import type { Clock, Logger } from '../../ports.ts';
import type { AssistantService } from '../../workspace.ts';
import { selectAttachments } from '../attachments.ts';
import { failureOf } from '../failure.ts';
import { selectMessage } from '../messages.ts';
import type { AssistantTimings } from '../timings.ts';
import type { OngoingEvent } from './foldRunEvent.ts';
import { LiveRun } from './liveRun.ts';
import { createRunStore, type RunFallback, type RunRecord } from './runStore.ts';
import { createStarts, type StartParts } from './startRuns.ts';

/** A question to answer, and where the answer goes while it is made. */
export interface AnswerTask {
  readonly run: RunRecord;
  readonly question: string;
  /** What the user put beside the question. */
  readonly attachments: readonly Attachment[];
  /** Aborts when the run is stopped; what is emitted after that goes nowhere. */
  readonly signal: AbortSignal;
  emit(event: OngoingEvent): void;
  /** The answer as far as it has come; after a restart that may be more than nothing. */
  answer(): Message;
  /** Keeps that a provider failed and who goes on, for this run and for its continuation. */
  fallBack(failed: RunFallback, next: { id: string; name: string } | null): void;
}

/** What is known once an answer is complete, beside what was emitted. */
export interface AnswerOutcome {
  readonly provider: string;
  readonly model: string | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
}

export interface Runs extends Omit<AssistantService, 'prompts'> {
  /** Takes up what an end of the program cut off. Called once. */
  resume(): void;
  /** Ends the runs of a conversation that is about to go. */
  discard(conversationId: ConversationId): void;
  liveMessage(messageId: string): Message | null;
  /** Whether an answer is being written in a conversation. */
  isRunning(conversationId: string): boolean;
  /** Ends all work; what has no end yet goes on at the next start. */
  dispose(): Promise<void>;
  /** Tries once more to write the ends that could not be written. */
  keepEnds(): void;
}

interface RunParts extends Pick<StartParts, 'checkScope' | 'checkConversation' | 'chooseProvider'> {
  database: Database;
  activity: Pick<ActivityWriter, 'addTool'>;
  clock: Clock;
  logger: Logger;
  timings: Pick<AssistantTimings, 'keepText' | 'keepEnd'>;
  emit(event: WorkspaceEvent): void;
  answer(task: AnswerTask): Promise<AnswerOutcome>;
  /** Told of a run that came to its end and is kept. */
  ended(run: RunRecord, answer: Message): void;
  /** The text without citations and blocks that point nowhere, and the sources that it does cite. */
  settle(text: string, sources: readonly Source[]): Pick<Message, 'content' | 'sources'>;
}

/** After so many attempts a run that never came to its end is told to have failed. */
const ATTEMPTS_MAX = 3;
/** Why an end cannot be written now and perhaps can later. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['databaseBusy', 'diskFull', 'workspaceReadOnly']);

/** Runs live here, whoever listens: see AssistantService for what each call promises. */
export function createRuns(parts: RunParts): Runs {
  const { database, clock, logger, emit } = parts;
  const store = createRunStore(database, parts.activity);
  const live = new Map<RunId, { run: RunRecord; state: LiveRun; work: Promise<void> }>();
  const timers = new Map<RunId, NodeJS.Timeout>();
  /** Runs that ended, but whose end could not be written: were it forgotten, the next start would ask the model again. */
  const unkept = new Map<RunId, { run: RunRecord; state: LiveRun; write: () => void }>();
  let endTimer: NodeJS.Timeout | undefined;
  let isDisposed = false;

  const stopTimer = (id: RunId): void => {
    clearTimeout(timers.get(id));
    timers.delete(id);
  };

  const end = (run: RunRecord, state: LiveRun, change: Partial<Message> & Pick<Message, 'state'>): void => {
    if (state.isClosed) return;
    stopTimer(run.id);
    const { content, sources } = state.message;
    const events = state.takeUnwritten();
    const endedAt = clock.now();
    let message: Message = { ...state.message, ...change };
    const write = (): void => {
      message = { ...message, ...parts.settle(content, sources) };
      store.end(run, events, message, endedAt);
    };
    let isKept = false;
    try {
      write();
      isKept = true;
    } catch (error) {
      const failure = errorOf(database.translateError(error));
      logger.error('an answer could not be kept', { run: run.id, code: failure.code, error });
      if (PASSING.has(failure.code)) {
        unkept.set(run.id, { run, state, write });
        keepEndsLater();
      } else {
        // The next start takes the run up again; here it ends with the reason.
        message = { ...message, state: 'failed', error: failureOf(failure) };
      }
    }
    live.delete(run.id);
    state.end(message);
    emit({ type: 'runEnded', conversationId: run.conversationId, runId: run.id });
    emit({ type: 'conversationChanged', conversationId: run.conversationId });
    // The provider may be another one than it was to begin with.
    if (isKept) parts.ended(store.get(run.id) ?? run, message);
  };

  const keepEnds = (): void => {
    for (const [id, { run, write }] of unkept) {
      try {
        write();
        unkept.delete(id);
        emit({ type: 'conversationChanged', conversationId: run.conversationId });
      } catch (error) {
        const failure = errorOf(database.translateError(error));
        logger.error('an answer could still not be kept', { run: id, code: failure.code, error });
        // Each try may wait for long: what holds one holds all.
        return;
      }
    }
  };

  function keepEndsLater(): void {
    if (isDisposed) return;
    endTimer ??= setTimeout(() => {
      endTimer = undefined;
      keepEnds();
      if (unkept.size > 0) keepEndsLater();
    }, parts.timings.keepEnd);
  }

  const fail = (run: RunRecord, state: LiveRun, error: unknown): void => {
    if (state.isClosed) return;
    const failure = errorOf(database.translateError(error));
    logger.error('a run failed', { run: run.id, code: failure.code, error });
    end(run, state, { state: 'failed', error: failureOf(failure) });
  };

  /** Writes what was said. A run that cannot be kept ends. */
  const keep = (run: RunRecord, state: LiveRun): void => {
    stopTimer(run.id);
    if (state.isClosed) return;
    const events = state.takeUnwritten();
    try {
      store.append(run, events, state.message.agent);
    } catch (error) {
      state.returnUnwritten(events);
      fail(run, state, error);
    }
  };

  const taskOf = (
    run: RunRecord,
    state: LiveRun,
    question: string,
    fallbacks: RunFallback[] = [...run.fallbacks],
  ): AnswerTask => ({
    run,
    question,
    attachments: selectAttachments(database, run.messageId),
    signal: state.signal,
    answer: () => state.message,
    emit(event) {
      state.emit(event);
      if (event.type !== 'textAdded') keep(run, state);
      else if (!state.isClosed && !timers.has(run.id))
        timers.set(
          run.id,
          setTimeout(() => keep(run, state), parts.timings.keepText),
        );
    },
    fallBack(failed, next) {
      if (state.isClosed) return;
      fallbacks.push(failed);
      store.fallBack(run.id, fallbacks, next?.id ?? null);
      this.emit({ type: 'textReset' });
      this.emit({ type: 'fellBack', from: failed.provider, code: failed.code, to: next?.name ?? null });
    },
  });

  const work = async (run: RunRecord, state: LiveRun, question: string): Promise<void> => {
    try {
      // The caller has its answer before the work begins.
      await new Promise(setImmediate);
      if (state.isClosed) return;
      const outcome = await parts.answer(taskOf(run, state, question));
      end(run, state, { state: 'done', ...outcome });
    } catch (error) {
      fail(run, state, error);
    }
  };

  const start = (run: RunRecord, state: LiveRun, question: string): void => {
    live.set(run.id, { run, state, work: work(run, state, question) });
  };

  const takeUp = (run: RunRecord): void => {
    const question = selectMessage(database, run.messageId);
    const answer = selectMessage(database, run.answerId);
    if (question === null || answer === null) return;
    const state = new LiveRun(run.id, run.conversationId, answer, store.events(run.id));
    if (run.attempts >= ATTEMPTS_MAX) {
      fail(run, state, new AdiuvaError('internal'));
      return;
    }
    store.addAttempt(run);
    start(run, state, question.content);
  };

  const resumeOne = (id: string): void => {
    try {
      const run = store.get(runIdSchema.parse(id));
      if (run !== null) takeUp(run);
    } catch (error) {
      logger.error('a run could not be taken up', { run: id, error });
    }
  };

  /** What it was to say has no place any more. */
  const forget = (id: RunId): void => {
    stopTimer(id);
    const working = live.get(id);
    live.delete(id);
    working?.state.leave();
    unkept.delete(id);
  };

  const readKept = async function* (run: RunRecord, signal: AbortSignal) {
    for (const event of store.events(run.id)) {
      if (signal.aborted) return;
      yield event;
    }
    const message = selectMessage(database, run.answerId);
    if (message !== null && !signal.aborted) yield { type: 'ended' as const, message };
  };

  const starts = createStarts({
    ...parts,
    store,
    isDisposed: () => isDisposed,
    start(run, answer, question) {
      start(run, new LiveRun(run.id, run.conversationId, answer, []), question);
    },
    forget: (ids) => ids.forEach(forget),
  });

  return {
    ...starts,
    events(runId, signal) {
      const working = live.get(runId) ?? unkept.get(runId);
      if (working !== undefined) return working.state.read(signal);
      const run = store.get(runId);
      if (run === null) throw new AdiuvaError('notFound', { recordKind: 'run', id: runId });
      return readKept(run, signal);
    },
    stop(runId) {
      const working = live.get(runId);
      if (working !== undefined) end(working.run, working.state, { state: 'stopped' });
      else if (store.get(runId) === null) throw new AdiuvaError('notFound', { recordKind: 'run', id: runId });
    },
    resume() {
      // A run that cannot be read must keep neither the workspace from opening nor the others from going on.
      try {
        for (const id of store.running()) resumeOne(id);
      } catch (error) {
        logger.error('runs could not be taken up', { error });
      }
    },
    discard(conversationId) {
      for (const { run } of [...live.values(), ...unkept.values()])
        if (run.conversationId === conversationId) forget(run.id);
    },
    isRunning: (conversationId) => [...live.values()].some(({ run }) => run.conversationId === conversationId),
    liveMessage(messageId) {
      for (const { run, state } of [...live.values(), ...unkept.values()])
        if (run.answerId === messageId) return state.message;
      return null;
    },
    async dispose() {
      isDisposed = true;
      clearTimeout(endTimer);
      const working = [...live.values()];
      for (const { run, state } of working) {
        stopTimer(run.id);
        try {
          store.putAside(run, state.takeUnwritten(), state.message.agent);
        } catch (error) {
          logger.error('a run could not be put aside', { run: run.id, error });
        }
        state.leave();
      }
      live.clear();
      await Promise.allSettled(working.map((entry) => entry.work));
    },
    keepEnds,
  };
}

function errorOf(error: unknown): AdiuvaError {
  return error instanceof AdiuvaError ? error : new AdiuvaError('internal', {}, { cause: error });
}
