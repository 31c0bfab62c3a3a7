import type { Clock, Logger } from '../ports.ts';
import { askInTurn } from './models/askInTurn.ts';
import { unknownCapabilities } from './models/providerRows.ts';
import type { Providers } from './models/providers.ts';
import type { GraphParts } from './graph.ts';
import type { OfflineParts } from './offline/answerOffline.ts';
import type { AnswerOutcome, AnswerTask } from './runs/runs.ts';
import { selectAttachmentsUntil } from './attachments.ts';
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
 * Answers a question with the provider of its run, with the next of the fallback order where that fails, and without one
 * in the end. The packages for
 * models load here, with the first question that needs them.
 */
export async function answer(task: AnswerTask, parts: AnswerParts): Promise<AnswerOutcome> {
  const { run } = task;
  const { database, providers, services, logger } = parts;
  const answered = await askInTurn(run.providerId, {
    providers,
    failed: run.fallbacks,
    signal: task.signal,
    async ask(provider) {
      const { answerWithModel } = await import('./graph.ts');
      const place = sequenceOfMessage(database, run.messageId);
      const history = selectMessages(database, run.conversationId, HISTORY_MAX, place);
      const attachments = selectAttachmentsUntil(database, run.conversationId, place ?? 0);
      const { chosenModel, providerId } = run;
      // The choice was of one provider's model: who steps in has its own.
      const isChosen = chosenModel !== null && chosenModel !== provider.model && provider.id === providerId;
      // What was learned is of the provider's own model.
      const asked = isChosen ? { ...provider, model: chosenModel, capabilities: unknownCapabilities } : provider;
      return answerWithModel(task, asked, {
        ...parts,
        search: services.search,
        user: parts.settings.get(),
        history,
        attachments,
        learn: ({ apiPath, ...facts }) =>
          providers.learn(provider.id, { ...(isChosen ? {} : facts), ...(apiPath === undefined ? {} : { apiPath }) }),
      });
    },
    onFailed(failed, next) {
      logger.warn('a provider failed', { provider: failed.providerId, code: failed.code, next: next?.id ?? 'offline' });
      task.fallBack(failed, next);
    },
  });
  return answered ?? offline(task, parts);
}

async function offline(task: AnswerTask, parts: AnswerParts): Promise<AnswerOutcome> {
  const { answerOffline } = await import('./offline/answerOffline.ts');
  return answerOffline(task, parts);
}
