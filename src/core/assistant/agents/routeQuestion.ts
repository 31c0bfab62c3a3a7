import type { Scope } from '../../../contracts/conversation.ts';
import type { Logger } from '../../ports.ts';
import { askSmall } from '../models/askSmall.ts';
import { isProviderError } from '../models/errors.ts';
import type { ReadyProvider } from '../models/providers.ts';
import type { AssistantTimings } from '../timings.ts';
import type { AgentName } from '../../../contracts/agent.ts';
import { agents, chooseAgent, isAgentName } from './chooseAgent.ts';
import { routingPrompt } from './prompts/routingPrompt.ts';

interface RoutingParts {
  readonly timings: AssistantTimings;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** UTF-16 code units of a question that a choice needs. */
const QUESTION_MAX = 2_000;

/**
 * Who answers a question: whom the user pinned, else whom the provider's small model names, else whom the rules name. A
 * provider without a small model is not asked: the answer itself would come later for it.
 * @throws what `signal` gives as its reason
 */
export async function routeQuestion(
  asked: { readonly question: string; readonly scope: Scope; readonly pinnedAgent: string | null },
  provider: ReadyProvider,
  { timings, logger, signal }: RoutingParts,
): Promise<AgentName> {
  const { question, scope, pinnedAgent } = asked;
  if (pinnedAgent !== null && isAgentName(pinnedAgent)) return pinnedAgent;
  const byRule = chooseAgent(scope, question);
  if (provider.smallModel === null) return byRule;
  const list = Object.values(agents).map(({ name, description }) => `${name}: ${description}`);
  try {
    const text = await askSmall(
      provider,
      {
        system: [routingPrompt.text, ...list].join('\n'),
        user: JSON.stringify({ askedOn: scope.kind, question: question.slice(0, QUESTION_MAX).toWellFormed() }),
      },
      { signal, timings, within: timings.routing },
    );
    const named = text
      .toLowerCase()
      .match(/[a-z]+/gu)
      ?.find(isAgentName);
    if (named !== undefined) return named;
    logger.warn('a model named no agent', { provider: provider.id });
  } catch (error) {
    signal.throwIfAborted();
    // The answer itself will tell what is wrong with the provider.
    logger.warn('a question could not be routed by a model', {
      provider: provider.id,
      code: isProviderError(error) ? error.code : 'internal',
    });
  }
  return byRule;
}
