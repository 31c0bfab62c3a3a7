import type { ErrorCode } from '../../../contracts/errors.ts';
import { isProviderError } from './errors.ts';
import type { Providers, ReadyProvider } from './providers.ts';

/** A provider that did not answer: who, by its name too, and why. */
export interface FailedProvider {
  readonly providerId: string;
  readonly provider: string;
  readonly code: ErrorCode;
}

export interface Turns<Answer> {
  readonly providers: Pick<Providers, 'nameOf' | 'ready' | 'keepAway' | 'next'>;
  /** Those that failed before, which are not asked again. */
  readonly failed?: readonly Pick<FailedProvider, 'providerId'>[];
  readonly signal: AbortSignal;
  /** @throws AdiuvaError one of the provider codes, where the next one is to be asked */
  ask(provider: ReadyProvider): Promise<Answer>;
  /** `next` is null where none is left but the offline one. */
  onFailed(failed: FailedProvider, next: { id: string; name: string } | null): void;
}

/**
 * Asks providers one after the other, `first` first and then those of the user's fallback order, until one answers.
 * @returns null where none did, or there is none: then it is the offline provider's turn
 * @throws what `ask` throws where that is no provider's fault, and what `signal` gives as its reason
 */
export async function askInTurn<Answer>(first: string | null, turns: Turns<Answer>): Promise<Answer | null> {
  const { providers, failed = [], signal } = turns;
  const asked = new Set(failed.map((earlier) => earlier.providerId));
  let id = first;
  while (id !== null) {
    asked.add(id);
    const name = providers.nameOf(id);
    try {
      const provider = await providers.ready(id);
      if (provider !== null) return await turns.ask(provider);
    } catch (error) {
      signal.throwIfAborted();
      if (!isProviderError(error)) throw error;
      providers.keepAway(id, error);
      const next = providers.next(asked);
      turns.onFailed({ providerId: id, provider: name ?? '', code: error.code }, next);
    }
    // The one that failed, or was removed meanwhile, is among the asked.
    id = providers.next(asked)?.id ?? null;
  }
  return null;
}
