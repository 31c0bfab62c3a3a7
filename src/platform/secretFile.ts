import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Logger } from '../core/ports.ts';

/** `safeStorage`: base64 of what Electron encrypted. `file`: plain, and only with the user's word. */
const contentSchema = z.object({
  safeStorage: z.record(z.string(), z.string()).default({}),
  file: z.record(z.string(), z.string()).default({}),
});
type Content = z.infer<typeof contentSchema>;
export type SecretSection = keyof Content;

/** `secrets.json` in the workspace's folder, readable by its owner alone. Written whole, so never half. */
export interface SecretFile {
  get(section: SecretSection, name: string): Promise<string | null>;
  /** @throws where the folder cannot be written */
  set(section: SecretSection, name: string, value: string): Promise<void>;
  delete(section: SecretSection, name: string): Promise<void>;
}

export function openSecretFile(folder: string, logger: Logger): SecretFile {
  const path = join(folder, 'secrets.json');
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: each change reads the file that the one before it wrote. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function read(): Promise<Content> {
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (text === null) return { safeStorage: {}, file: {} };
    const parsed = contentSchema.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    // Kept beside: somebody may still read a key out of it by hand.
    await rename(path, join(folder, 'secrets.damaged.json'));
    logger.error('the file of secrets could not be read and was moved aside');
    return { safeStorage: {}, file: {} };
  }

  async function write(content: Content): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const temporary = join(folder, `secrets.json.${randomUUID()}.tmp`);
    try {
      const handle = await open(temporary, 'wx', 0o600);
      try {
        await handle.writeFile(JSON.stringify(content, null, 2));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await syncFolder(path);
  }

  return {
    get: (section, name) =>
      inTurn(async () => {
        const entries = (await read())[section];
        return Object.hasOwn(entries, name) ? (entries[name] ?? null) : null;
      }),
    set: (section, name, value) =>
      inTurn(async () => {
        const content = await read();
        await write({ ...content, [section]: { ...content[section], [name]: value } });
      }),
    delete: (section, name) =>
      inTurn(async () => {
        const content = await read();
        if (!Object.hasOwn(content[section], name)) return;
        const { [name]: _deleted, ...rest } = content[section];
        await write({ ...content, [section]: rest });
      }),
  };
}

/** Makes the renaming itself durable. Windows knows no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(dirname(path), 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
