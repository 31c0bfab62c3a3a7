import type { AssistantTimings } from '../timings.ts';
import { askWithin } from './askWithin.ts';
import { unknownCapabilities } from './providerRows.ts';
import type { ReadyProvider } from './providers.ts';

/** An answer that is longer has gone astray. UTF-16 code units. */
const REPLY_MAX = 2_000;

/**
 * Asks for a few words: a name, a choice. The provider's small model answers where it has one.
 * @param within milliseconds for all of it
 * @throws AdiuvaError one of the provider codes; what `signal` gives as its reason, and an abort where too much is said
 */
export async function askSmall(
  provider: ReadyProvider,
  prompt: { readonly system: string; readonly user: string },
  { signal, timings, within }: { signal: AbortSignal; timings: AssistantTimings; within: number },
): Promise<string> {
  const tooMuch = new AbortController();
  let length = 0;
  const small =
    provider.smallModel === null
      ? provider
      : { ...provider, model: provider.smallModel, capabilities: unknownCapabilities };
  const reply = await askWithin(
    small,
    {
      messages: [
        { role: 'system', text: prompt.system },
        { role: 'user', text: prompt.user },
      ],
      tools: [],
      toolChoice: 'none',
    },
    {
      signal: AbortSignal.any([signal, tooMuch.signal]),
      timings: { ...timings, firstPiece: within, betweenPieces: within, wholeRun: within },
      onText(piece) {
        length += piece.length;
        if (length > REPLY_MAX) tooMuch.abort();
      },
      // Of the small model nothing is kept: what is known of a provider is known of its own.
      onLearned: () => undefined,
    },
  );
  return reply.text;
}
