import { and, count, eq, isNotNull } from 'drizzle-orm';
import type { Message } from '../../contracts/conversation.ts';
import type { WorkspaceEvent } from '../../contracts/event.ts';
import type { Database } from '../db/openDatabase.ts';
import type { Logger } from '../ports.ts';
import { namingPrompt } from './agents/prompts/namingPrompt.ts';
import { selectMessage } from './messages.ts';
import type { Providers, ReadyProvider } from './models/providers.ts';
import type { RunRecord } from './runs/runStore.ts';
import { conversations, messages } from './tables.ts';
import type { AssistantTimings } from './timings.ts';

interface NamingParts {
  readonly database: Database;
  readonly logger: Logger;
  readonly providers: Pick<Providers, 'ready'>;
  readonly timings: AssistantTimings;
  /** Aborts when the workspace closes: then nothing is asked or written any more. */
  readonly signal: AbortSignal;
  emit(event: WorkspaceEvent): void;
}

export interface Naming {
  /** Told of every answer that is complete. Asks for a name where it is the first that a model gave. */
  answered(run: RunRecord, answer: Message): void;
  settled(): Promise<unknown>;
}

const QUESTION_WORDS = 30;
const ANSWER_WORDS = 60;
/** UTF-16 code units of each of them: not all writing has spaces. */
const PART_MAX = 500;

/**
 * Lets the model that gave a conversation's first answer name it. What the user called it stays; where the model fails or has
 * nothing to say, it keeps the beginning of its question.
 */
export function createNaming(parts: NamingParts): Naming {
  const { database, logger, providers, signal, emit } = parts;
  const working = new Map<string, Promise<void>>();

  const isWanted = (run: RunRecord, answer: Message): boolean => {
    if (answer.state !== 'done' || answer.model === null || run.providerId === null) return false;
    const id = run.conversationId;
    const row = database.orm.select().from(conversations).where(eq(conversations.id, id)).get();
    if (row?.titledBy !== 'question') return false;
    const byModel = database.orm
      .select({ count: count() })
      .from(messages)
      .where(and(eq(messages.conversationId, id), eq(messages.state, 'done'), isNotNull(messages.model)))
      .get();
    return byModel?.count === 1;
  };

  const ask = async (provider: ReadyProvider, question: string, answer: string): Promise<string> => {
    const { askSmall } = await import('./models/askSmall.ts');
    const given = { question: beginningOf(question, QUESTION_WORDS), answer: beginningOf(answer, ANSWER_WORDS) };
    return askSmall(
      provider,
      { system: namingPrompt.text, user: JSON.stringify(given) },
      { signal, timings: parts.timings, within: parts.timings.naming },
    );
  };

  const name = async ({ conversationId, messageId, providerId }: RunRecord, answer: string): Promise<void> => {
    try {
      const provider = providerId === null ? null : await providers.ready(providerId);
      const question = selectMessage(database, messageId);
      if (provider === null || question === null) return;
      const title = cleanTitle(await ask(provider, question.content, answer));
      signal.throwIfAborted();
      if (title === null) {
        logger.warn('a model had no name for a conversation', { conversation: conversationId });
        return;
      }
      const { changes } = database.orm
        .update(conversations)
        .set({ title, titledBy: 'model' })
        .where(and(eq(conversations.id, conversationId), eq(conversations.titledBy, 'question')))
        .run();
      if (changes > 0) emit({ type: 'conversationChanged', conversationId });
    } catch (error) {
      if (!signal.aborted) logger.warn('a conversation could not be named', { conversation: conversationId, error });
    }
  };

  return {
    answered(run, answer) {
      const id = run.conversationId;
      if (signal.aborted || working.has(id)) return;
      try {
        if (!isWanted(run, answer)) return;
      } catch (error) {
        // The answer is kept; its name is no reason to fail.
        logger.warn('a conversation could not be named', { conversation: id, error });
        return;
      }
      const work = name(run, answer.content).finally(() => working.delete(id));
      working.set(id, work);
    },
    settled: () => Promise.allSettled(working.values()),
  };
}

function beginningOf(text: string, words: number): string {
  return text.trim().split(/\s+/u).slice(0, words).join(' ').slice(0, PART_MAX).toWellFormed();
}

const TITLE_WORDS = 6;
const TITLE_MAX = 80;
/** What has more words than this is an answer, not a name. */
const WORDS_MAX = 12;

/** A model's name for a conversation as one plain line; null where it is none. */
export function cleanTitle(reply: string): string | null {
  const spoken = reply.replace(/<think>[^]*?<\/think>/giu, '');
  const line = spoken.split(/\r\n|\r|\n/u).find((text) => /[\p{L}\p{N}]/u.test(text));
  if (line === undefined) return null;
  const plain = line
    .replace(/[\p{Cc}\p{Cf}\uE000\uE001\uFFFD]/gu, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[*_`~#<>[\]|]+/gu, '')
    .replace(/^\s*(?:title|name)\s*:/iu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s"'“”„‘’«»-]+|[\s"'“”„‘’«».,:;-]+$/gu, '');
  const words = plain.split(' ');
  if (!/[\p{L}\p{N}]/u.test(plain) || words.length > WORDS_MAX) return null;
  const short = words
    .slice(0, TITLE_WORDS)
    .join(' ')
    .replace(/[,:;-]+$/u, '');
  // A cut inside a pair of surrogates would leave half a character.
  return short
    .slice(0, TITLE_MAX)
    .toWellFormed()
    .replace(/\uFFFD$/u, '');
}
