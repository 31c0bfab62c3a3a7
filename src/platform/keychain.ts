import { randomUUID } from 'node:crypto';
import type { Logger } from '../core/ports.ts';

/** What is used of a keychain, in keytar's words, and what a test hands in instead. */
export interface Keytar {
  setPassword(service: string, account: string, password: string): Promise<void>;
  getPassword(service: string, account: string): Promise<string | null>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** The system's keychain: macOS Keychain, Windows Credential Manager, Secret Service on Linux. */
export interface Keychain {
  /** Whether a secret that goes in comes out again: tried with one that is taken away at once. */
  isUsable(): Promise<boolean>;
  /** @throws where the keychain refuses */
  set(name: string, value: string): Promise<void>;
  /** null where there is none, or where the keychain does not open */
  get(name: string): Promise<string | null>;
  delete(name: string): Promise<void>;
}

const SERVICE = 'Adiuva';

/** A keychain that asks its user may take as long as a person does, one that hangs must not hang the app. */
const TIMEOUT = 60_000;

export interface KeychainOptions {
  readonly logger: Logger;
  /** Loads the native module; called on first use. */
  readonly load?: () => Promise<Keytar>;
  readonly timeout?: number;
}

/** A missing or broken native module, and a system without a keychain, are all the same here: not usable. */
export function openKeychain({ logger, load = loadKeytar, timeout = TIMEOUT }: KeychainOptions): Keychain {
  let loading: Promise<Keytar> | undefined;
  let probing: Promise<boolean> | undefined;

  const keytar = (): Promise<Keytar> => (loading ??= load());

  async function probe(): Promise<boolean> {
    const name = `probe-${randomUUID()}`;
    const value = randomUUID();
    try {
      const native = await keytar();
      await within(native.setPassword(SERVICE, name, value), timeout);
      const isSame = (await within(native.getPassword(SERVICE, name), timeout)) === value;
      await within(native.deletePassword(SERVICE, name), timeout);
      return isSame;
    } catch (error) {
      logger.info('no keychain', { error });
      return false;
    }
  }

  return {
    async isUsable() {
      probing ??= probe();
      const isUsable = await probing;
      // It may be unlocked later: only a yes is kept.
      if (!isUsable) probing = undefined;
      return isUsable;
    },
    async set(name, value) {
      await within((await keytar()).setPassword(SERVICE, name, value), timeout);
    },
    async get(name) {
      try {
        return await within((await keytar()).getPassword(SERVICE, name), timeout);
      } catch (error) {
        logger.warn('the keychain did not give a secret', { name, error });
        return null;
      }
    },
    async delete(name) {
      try {
        await within((await keytar()).deletePassword(SERVICE, name), timeout);
      } catch (error) {
        logger.warn('the keychain did not delete a secret', { name, error });
      }
    },
  };
}

/**
 * Not the package's own `keytar.js`: where Linux has no Secret Service, that one falls back to the kernel's keyring without a
 * word, which passes every probe of this process and forgets it all when the session ends.
 */
async function loadKeytar(): Promise<Keytar> {
  const { AsyncEntry } = await import('keytar');
  const open = (service: string, account: string) =>
    new AsyncEntry(service, account, { linux: { store: 'secret-service' } });
  return {
    setPassword: async (service, account, password) => open(service, account).setPassword(password),
    getPassword: async (service, account) => open(service, account).getPassword(),
    deletePassword: async (service, account) => open(service, account).deletePassword(),
  };
}

async function within<Value>(work: Promise<Value>, milliseconds: number): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error(`The keychain did not answer within ${milliseconds} ms.`));
  }, milliseconds);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
