import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { LogFields, Logger } from '../../src/core/ports.ts';
import { type Keytar, openKeychain } from '../../src/platform/keychain.ts';
import { createSecrets, type SafeStorage } from '../../src/platform/secrets.ts';
import { createTemporaryFolder } from './temporaryFolder.ts';

const isRoot = process.getuid?.() === 0;

function createLog(): Logger & { readonly lines: string[] } {
  const lines: string[] = [];
  const write = (message: string, fields?: unknown): void => void lines.push(`${message} ${JSON.stringify(fields)}`);
  return { lines, debug: write, info: write, warn: write, error: write };
}

/** A keychain in memory, with the faults that real ones have. */
function createKeytar(faults: Partial<Keytar> = {}): Keytar & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    setPassword: async (service, account, password) => void entries.set(`${service}/${account}`, password),
    getPassword: async (service, account) => entries.get(`${service}/${account}`) ?? null,
    deletePassword: async (service, account) => entries.delete(`${service}/${account}`),
    ...faults,
  };
}

/** Electron's safeStorage, turning the text around instead of encrypting it. */
function createSafeStorage(backend: string | undefined, isAvailable = true): SafeStorage {
  const turn = (text: string): string => Array.from(text).reverse().join('');
  return {
    isEncryptionAvailable: () => isAvailable,
    ...(backend === undefined ? {} : { getSelectedStorageBackend: () => backend }),
    encryptString: (text) => Buffer.from(turn(text)),
    decryptString: (encrypted) => turn(encrypted.toString()),
  };
}

function setUp(options: { keytar?: Keytar | Error; safeStorage?: SafeStorage }) {
  const folder = createTemporaryFolder();
  const logger = createLog();
  let loads = 0;
  const keychain = openKeychain({
    logger,
    timeout: 50,
    load: async () => {
      loads++;
      if (options.keytar === undefined || options.keytar instanceof Error)
        throw options.keytar ?? new Error('no module');
      return options.keytar;
    },
  });
  const { safeStorage } = options;
  const secrets = createSecrets({ folder, logger, keychain, ...(safeStorage && { safeStorage }) });
  const file = join(folder, 'secrets.json');
  const readSecretFile = (): unknown => JSON.parse(readFileSync(file, 'utf8'));
  return { folder, file, logger, secrets, readSecretFile, loads: () => loads };
}

const VALUE = 'sk-canary-0123456789';

describe('with a keychain', () => {
  test('a secret goes there, comes back, and goes; nothing of it lies in the folder', async () => {
    const keytar = createKeytar();
    const { secrets, folder, loads } = setUp({ keytar });
    expect(loads()).toBe(0);
    expect(await secrets.preferredBackend()).toBe('keychain');
    expect(await secrets.set('provider-1', VALUE, { allowFile: true })).toBe('keychain');
    expect([...keytar.entries]).toEqual([['Adiuva/provider-1', VALUE]]);
    expect(await secrets.get('provider-1', 'keychain')).toBe(VALUE);
    expect(await secrets.get('provider-2', 'keychain')).toBeNull();
    await secrets.delete('provider-1', 'keychain');
    expect(keytar.entries.size).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
    expect(loads()).toBe(1);
  });

  test('a secret that lay in the file before is taken out of it', async () => {
    const keytar = createKeytar();
    const { secrets, file } = setUp({ keytar });
    writeFileSync(file, JSON.stringify({ file: { a: VALUE, b: 'stays' }, safeStorage: { a: 'eHg=' } }));
    await secrets.set('a', VALUE, { allowFile: false });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ file: { b: 'stays' }, safeStorage: {} });
  });

  test('one that keeps something else is found out', async () => {
    const keytar = createKeytar();
    const { secrets } = setUp({ keytar });
    expect(await secrets.preferredBackend()).toBe('keychain');
    keytar.getPassword = async () => 'something else';
    await expect(secrets.set('a', VALUE, { allowFile: true })).rejects.toMatchObject({
      code: 'secretNotKept',
      fields: { backend: 'keychain' },
    });
  });

  test('one that refuses this secret gives way to the next place', async () => {
    const keytar = createKeytar();
    const { secrets, logger } = setUp({ keytar, safeStorage: createSafeStorage(undefined) });
    expect(await secrets.preferredBackend()).toBe('keychain');
    keytar.setPassword = async () => {
      throw new Error('too long');
    };
    expect(await secrets.set('a', VALUE, { allowFile: false })).toBe('safeStorage');
    expect(logger.lines.join('\n')).not.toContain(VALUE);
  });

  test('one that is unlocked later is used from then on', async () => {
    const keytar = createKeytar();
    const { getPassword } = keytar;
    keytar.getPassword = async () => null;
    const { secrets } = setUp({ keytar });
    expect(await secrets.preferredBackend()).toBeNull();
    keytar.getPassword = getPassword;
    expect(await secrets.preferredBackend()).toBe('keychain');
  });
});

describe('without a usable keychain', () => {
  const hanging = (): Promise<never> => new Promise(() => undefined);
  test.each([
    ['the module is missing', new Error('Cannot find module')],
    ['it takes nothing', createKeytar({ setPassword: async () => Promise.reject(new Error('no service')) })],
    ['it forgets', createKeytar({ getPassword: async () => null })],
    ['it hangs', createKeytar({ setPassword: hanging })],
  ])('%s: the user is asked before a file is used', async (_name, keytar) => {
    const { secrets, file, readSecretFile } = setUp({ keytar });
    expect(await secrets.preferredBackend()).toBeNull();
    await expect(secrets.set('a', VALUE, { allowFile: false })).rejects.toMatchObject({
      code: 'secretStoreUnavailable',
    });
    expect(existsSync(file)).toBe(false);
    expect(await secrets.set('a', VALUE, { allowFile: true })).toBe('file');
    expect(readSecretFile()).toEqual({ safeStorage: {}, file: { a: VALUE } });
    expect(statSync(file).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
    expect(await secrets.get('a', 'file')).toBe(VALUE);
    expect(await secrets.get('a', 'keychain')).toBeNull();
    await secrets.delete('a', 'file');
    expect(await secrets.get('a', 'file')).toBeNull();
  });

  test("Electron's safeStorage comes before the file, and only where it protects", async () => {
    const good = setUp({ safeStorage: createSafeStorage('gnome_libsecret') });
    expect(await good.secrets.set('a', VALUE, { allowFile: true })).toBe('safeStorage');
    expect(await good.secrets.get('a', 'safeStorage')).toBe(VALUE);
    expect(readFileSync(good.file, 'utf8')).not.toContain(VALUE);
    for (const safeStorage of [createSafeStorage('basic_text'), createSafeStorage(undefined, false)]) {
      const { secrets } = setUp({ safeStorage });
      expect(await secrets.preferredBackend()).toBeNull();
      expect(await secrets.set('a', VALUE, { allowFile: true })).toBe('file');
    }
  });

  test('what safeStorage encrypted is not there for a host without it, and does not go', async () => {
    const { secrets, file } = setUp({});
    writeFileSync(file, JSON.stringify({ safeStorage: { a: 'eHg=' }, file: {} }));
    expect(await secrets.get('a', 'safeStorage')).toBeNull();
    expect(await secrets.set('b', VALUE, { allowFile: true })).toBe('file');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ safeStorage: { a: 'eHg=' }, file: { b: VALUE } });
  });

  test('fifty at once all arrive, under any name', async () => {
    const { secrets, readSecretFile, folder } = setUp({});
    const names = ['toString', 'constructor', 'ü/../x', ...Array.from({ length: 47 }, (_, index) => `name-${index}`)];
    await Promise.all(names.map((name) => secrets.set(name, `${VALUE}-${name}`, { allowFile: true })));
    for (const name of names) expect(await secrets.get(name, 'file')).toBe(`${VALUE}-${name}`);
    expect(Object.keys((readSecretFile() as { file: object }).file)).toHaveLength(50);
    expect(readdirSync(folder)).toEqual(['secrets.json']);
  });

  test('a damaged file is moved aside, not overwritten', async () => {
    const { secrets, file, folder } = setUp({});
    writeFileSync(file, '{"file": {"a": "half');
    expect(await secrets.get('a', 'file')).toBeNull();
    await secrets.set('b', VALUE, { allowFile: true });
    expect(readdirSync(folder).sort()).toEqual(['secrets.damaged.json', 'secrets.json']);
    expect(readFileSync(join(folder, 'secrets.damaged.json'), 'utf8')).toBe('{"file": {"a": "half');
  });

  test.skipIf(isRoot)(
    'a read-only folder is an error, and what was there stays (skipped for root, whom modes do not stop)',
    async () => {
      const { secrets, folder } = setUp({});
      await secrets.set('a', VALUE, { allowFile: true });
      chmodSync(folder, 0o500);
      await expect(secrets.set('a', 'new', { allowFile: true })).rejects.toThrow(/EACCES/u);
      chmodSync(folder, 0o700);
      expect(await secrets.get('a', 'file')).toBe(VALUE);
    },
  );

  test('a folder in the place of the file is an error that leaves nothing behind', async () => {
    const { secrets, file, folder } = setUp({});
    mkdirSync(file);
    await expect(secrets.set('a', VALUE, { allowFile: true })).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['secrets.json']);
  });
});

describe("this machine's keychain", () => {
  test('answers the probe with a yes or a no, never with an error', async () => {
    const reasons: unknown[] = [];
    const logger = {
      ...createLog(),
      info: (_message: string, fields?: LogFields) => void reasons.push(fields?.['error']),
    };
    const keychain = openKeychain({ logger });
    const isUsable = await keychain.isUsable();
    expect(await keychain.get('adiuva-no-such-secret')).toBeNull();
    await keychain.delete('adiuva-no-such-secret');
    expect(reasons).toHaveLength(isUsable ? 0 : 1);
    // No is the system's answer, not a mistake of ours in calling it.
    expect(reasons.filter((reason) => reason instanceof TypeError)).toEqual([]);
    expect(await keychain.isUsable()).toBe(isUsable);
  });

  test('keeps what it takes beyond the process, or does not take it', async () => {
    const logger = createLog();
    const keychain = openKeychain({ logger });
    const name = `test-${randomUUID()}`;
    const isUsable = inOtherProcess(`
      const isUsable = await keychain.isUsable();
      if (isUsable) await keychain.set('${name}', 'kept');
      console.log(isUsable);`);
    try {
      expect(inOtherProcess(`console.log(await keychain.get('${name}'))`)).toBe(isUsable === 'true' ? 'kept' : 'null');
    } finally {
      await keychain.delete(name);
    }
  });
});

/** Runs code with `keychain` in a process of its own; its output. */
function inOtherProcess(code: string): string {
  const module = pathToFileURL(join(import.meta.dirname, '../../src/platform/keychain.ts')).href;
  const script = `
    const { openKeychain } = await import(${JSON.stringify(module)});
    const quiet = () => undefined;
    const keychain = openKeychain({ logger: { debug: quiet, info: quiet, warn: quiet, error: quiet } });
    ${code}`;
  const args = ['--no-warnings', '--input-type=module', '--eval', script];
  return execFileSync(process.execPath, args, { encoding: 'utf8' }).trim();
}
