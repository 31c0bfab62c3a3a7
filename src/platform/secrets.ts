import { AdiuvaError } from '../contracts/errors.ts';
import type { SecretBackend } from '../contracts/provider.ts';
import type { Logger, Secrets } from '../core/ports.ts';
import { type Keychain, openKeychain } from './keychain.ts';
import { openSecretFile } from './secretFile.ts';

/** What is used of Electron's safeStorage, which the desktop app hands in as it is. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  /** On Linux only: where the encryption key lies. */
  getSelectedStorageBackend?(): string;
  encryptString(text: string): Buffer;
  decryptString(encrypted: Buffer): string;
}

export interface SecretsOptions {
  /** The workspace's folder. */
  readonly folder: string;
  readonly logger: Logger;
  readonly safeStorage?: SafeStorage;
  /** The system's, unless a test hands in another. */
  readonly keychain?: Keychain;
}

/**
 * Core's secrets port for hosts on Node: the keychain, else safeStorage, else a file with mode 600, the last only where
 * the caller allows it. What is written is read back and compared. Names are unique over all workspaces, since they
 * share the keychain: core puts an id into each.
 */
export function createSecrets({ folder, logger, safeStorage, keychain }: SecretsOptions): Secrets {
  const file = openSecretFile(folder, logger);
  const stores: Record<SecretBackend, Keychain> = {
    keychain: keychain ?? openKeychain({ logger }),
    safeStorage: {
      isUsable: async () => safeStorage !== undefined && protects(safeStorage),
      async set(name, value) {
        if (safeStorage === undefined) throw new Error('There is no safeStorage here.');
        await file.set('safeStorage', name, safeStorage.encryptString(value).toString('base64'));
      },
      async get(name) {
        const encrypted = await file.get('safeStorage', name);
        if (encrypted === null || safeStorage === undefined) return null;
        try {
          return safeStorage.decryptString(Buffer.from(encrypted, 'base64'));
        } catch (error) {
          logger.warn('safeStorage did not open a secret', { name, error });
          return null;
        }
      },
      delete: (name) => file.delete('safeStorage', name),
    },
    file: {
      isUsable: async () => true,
      set: (name, value) => file.set('file', name, value),
      get: (name) => file.get('file', name),
      delete: (name) => file.delete('file', name),
    },
  };

  async function preferredBackend(): Promise<'keychain' | 'safeStorage' | null> {
    if (await stores.keychain.isUsable()) return 'keychain';
    return (await stores.safeStorage.isUsable()) ? 'safeStorage' : null;
  }

  /** Where a backend refuses (some keychains take short values only), the next one is as good. */
  async function write(name: string, value: string, allowFile: boolean): Promise<SecretBackend> {
    for (const backend of ['keychain', 'safeStorage'] as const) {
      if (!(await stores[backend].isUsable())) continue;
      try {
        await stores[backend].set(name, value);
        return backend;
      } catch (error) {
        logger.warn('a secret store refused a secret', { backend, name, error });
      }
    }
    if (!allowFile) throw new AdiuvaError('secretStoreUnavailable');
    await stores.file.set(name, value);
    return 'file';
  }

  return {
    preferredBackend,
    async set(name, value, { allowFile }) {
      const backend = await write(name, value, allowFile);
      if ((await stores[backend].get(name)) !== value) throw new AdiuvaError('secretNotKept', { backend });
      // What lay in a lesser place before must not stay readable there.
      for (const lesser of lesserThan(backend)) await stores[lesser].delete(name);
      return backend;
    },
    get: (name, backend) => stores[backend].get(name),
    delete: (name, backend) => stores[backend].delete(name),
  };
}

function lesserThan(backend: SecretBackend): readonly SecretBackend[] {
  switch (backend) {
    case 'keychain':
      return ['safeStorage', 'file'];
    case 'safeStorage':
      return ['file'];
    case 'file':
      return [];
  }
}

/** Chromium's `basic_text` encrypts with a key that everybody has: a plain file in disguise. */
function protects(safeStorage: SafeStorage): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  const backend = safeStorage.getSelectedStorageBackend?.();
  return backend !== 'basic_text' && backend !== 'unknown';
}
