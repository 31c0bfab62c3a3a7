import { AdiuvaError } from '../../../contracts/errors.ts';
import type { SecretBackend } from '../../../contracts/provider.ts';
import type { Ports } from '../../ports.ts';

/** The keys of providers, behind the secrets port, under a name made from the provider's id. */
export interface ProviderKeys {
  /** @throws AdiuvaError `secretStoreUnavailable`, `secretNotKept` */
  set(providerId: string, key: string, options: { allowFile: boolean }): Promise<SecretBackend>;
  /** null where there is none, or where the store does not answer: it may be waiting for its own password. */
  get(providerId: string, backend: SecretBackend): Promise<string | null>;
  /** Never throws: a key that stays behind is told to the log and harms nobody. */
  forget(providerId: string, backend: SecretBackend): Promise<void>;
}

/** How long a key is waited for, in milliseconds. */
const PATIENCE = 20_000;

export function createKeys({ secrets, logger }: Pick<Ports, 'secrets' | 'logger'>): ProviderKeys {
  const nameOf = (providerId: string): string => `provider-key-${providerId}`;
  const forget = async (providerId: string, backend: SecretBackend): Promise<void> => {
    try {
      await secrets.delete(nameOf(providerId), backend);
    } catch (error) {
      logger.warn('a provider key could not be removed', { provider: providerId, backend, error });
    }
  };
  return {
    async set(providerId, key, options) {
      const backend = await secrets.set(nameOf(providerId), key, options);
      if ((await secrets.get(nameOf(providerId), backend)) !== key) {
        await forget(providerId, backend);
        throw new AdiuvaError('secretNotKept', { backend });
      }
      return backend;
    },
    async get(providerId, backend) {
      const tooLate = Promise.withResolvers<null>();
      const timer = setTimeout(() => tooLate.resolve(null), PATIENCE);
      try {
        const key = await Promise.race([secrets.get(nameOf(providerId), backend), tooLate.promise]);
        if (key === null) logger.warn('a provider key was not found', { provider: providerId, backend });
        return key;
      } catch (error) {
        logger.warn('a provider key could not be read', { provider: providerId, backend, error });
        return null;
      } finally {
        clearTimeout(timer);
      }
    },
    forget,
  };
}
