import type { Clock, Logger } from '../ports.ts';
import { isProviderError } from './models/errors.ts';
import type { Providers } from './models/providers.ts';
import type { GraphParts } from './graph.ts';
import type { OfflineParts } from './offline/answerOffline.ts';
import type { AnswerOutcome, AnswerTask } from './runs/runs.ts';
import { selectMessages, sequenceOfMessage } from './messages.ts';
import type { SettingsService } from '../workspace.ts';

export interface AnswerParts extends OfflineParts, Pick<GraphParts, 'database' | 'executor' | 'timings'> {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly providers: Providers;
  readonly settings: SettingsService;
}

/** Earlier messages that are looked at. */
const HISTORY_MAX = 40;

/**
 * Answers a question with the provider of its run, and without one when that fails or there is none. The packages for
 * models load here, with the first question that needs them.
 */
export async function answer(task: AnswerTask, parts: AnswerParts): Promise<AnswerOutcome> {
  const { run } = task;
  const { database, providers, services, logger } = parts;
  const id = run.fallbackFrom === null ? run.providerId : null;
  const name = id === null ? null : providers.nameOf(id);
  if (id !== null && name !== null) {
    try {
      const provider = await providers.ready(id);
      if (provider === null) return await offline(task, parts);
      const { answerWithModel } = await import('./graph.ts');
      const history = selectMessages(
        database,
        run.conversationId,
        HISTORY_MAX,
        sequenceOfMessage(database, run.messageId),
      );
      return await answerWithModel(task, provider, {
        ...parts,
        search: services.search,
        user: parts.settings.get(),
        history,
        rememberPath: (apiPath) => providers.rememberPath(provider.id, apiPath),
      });
    } catch (error) {
      task.signal.throwIfAborted();
      if (!isProviderError(error)) throw error;
      logger.warn('the provider failed, the offline one goes on', { provider: id, code: error.code });
      task.fallBack(name, error.code);
    }
  }
  return offline(task, parts);
}

async function offline(task: AnswerTask, parts: AnswerParts): Promise<AnswerOutcome> {
  const { answerOffline } = await import('./offline/answerOffline.ts');
  return answerOffline(task, parts);
}
