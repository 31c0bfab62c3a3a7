import { AdiuvaError } from '../../../contracts/errors.ts';
import type { SecretBackend } from '../../../contracts/provider.ts';
import type { Ports } from '../../ports.ts';

/** The keys of providers, behind the secrets port, under a name made from the provider's id. */
export interface ProviderKeys {
  /** @throws AdiuvaError `secretStoreUnavailable`, `secretNotKept` */
  set(providerId: string, key: string, options: { allowFile: boolean }): Promise<SecretBackend>;
  get(providerId: string, backend: SecretBackend): Promise<string | null>;
  /** Never throws: a key that stays behind is told to the log and harms nobody. */
  forget(providerId: string, backend: SecretBackend): Promise<void>;
}

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
    get: (providerId, backend) => secrets.get(nameOf(providerId), backend),
    forget,
  };
}
