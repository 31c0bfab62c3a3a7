import type { AssistantTimings } from '../timings.ts';
import { askWithin } from './askWithin.ts';
import { isProviderError } from './errors.ts';
import type { ReadyProvider } from './providers.ts';

/**
 * Asks one short question and is content with the first piece of an answer.
 * @returns the path after the address that answered
 * @throws AdiuvaError one of the provider codes
 */
export async function testProvider(
  provider: ReadyProvider,
  timings: AssistantTimings,
  closing: AbortSignal,
): Promise<{ apiPath: string }> {
  const enough = new AbortController();
  const answered: string[] = [];
  try {
    await askWithin(
      provider,
      { messages: [{ role: 'user', text: 'Answer with the word: yes' }], tools: [], toolChoice: 'none' },
      {
        signal: AbortSignal.any([enough.signal, closing]),
        timings: { ...timings, firstPiece: timings.test, betweenPieces: timings.test, wholeRun: timings.test },
        onText: () => undefined,
        onPath: (path) => {
          answered.push(path);
          enough.abort();
        },
      },
    );
  } catch (error) {
    if (answered.length === 0 || isProviderError(error)) throw error;
  }
  return { apiPath: answered[0] ?? provider.apiPath };
}
