import { AdiuvaError } from '../../../contracts/errors.ts';
import type { AssistantTimings } from '../timings.ts';
import type { ReadyProvider } from './providers.ts';
import type { ModelReply, ModelRequest } from './modelRequest.ts';
import { type ModelStream, streamModel } from './streamModel.ts';

/** Asks a model once, within the time that a whole run has. @throws AdiuvaError one of the provider codes */
export async function askWithin(
  provider: ReadyProvider,
  request: ModelRequest,
  {
    signal,
    timings,
    onText,
    onLearned,
  }: Pick<ModelStream, 'signal' | 'onText' | 'onLearned'> & { timings: AssistantTimings },
): Promise<ModelReply> {
  const { firstPiece, betweenPieces, wholeRun } = timings;
  const timeout = AbortSignal.timeout(wholeRun);
  try {
    return await streamModel(provider, request, {
      signal: AbortSignal.any([signal, timeout]),
      firstPiece,
      betweenPieces,
      onText,
      onLearned,
    });
  } catch (error) {
    if (timeout.aborted && !signal.aborted) {
      throw new AdiuvaError(
        'providerTimeout',
        { host: new URL(provider.baseUrl).host, waited: wholeRun },
        { cause: error },
      );
    }
    throw error;
  }
}
