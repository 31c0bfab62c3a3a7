import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type ApiClient, createApiClient } from './apiClient.ts';

const root = join(import.meta.dirname, '../..');
const TOKEN = 'a-token-for-tests';

export interface KillableHost {
  readonly api: ApiClient;
  /** SIGKILL; settles when the process is no more. */
  kill(): Promise<void>;
  /** SIGTERM; the answer is the exit code. */
  stop(): Promise<number | null>;
}

/** Builds what is missing or stale, so that what is killed is what users have. */
export function buildHost(): void {
  const { status } = spawnSync(process.execPath, [join(root, 'src/cli/launch/build.mjs'), '--if-stale'], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The app could not be built.');
}

/** The built browser host on a home of its own, with the API for scripts. */
export async function startHost(home: string): Promise<KillableHost> {
  const child = spawn(process.execPath, [join(root, '.vite/build/cli.cjs'), 'serve', '--port', '0'], {
    env: { PATH: process.env['PATH'], HOME: home, ADIUVA_HOME: home, ADIUVA_API_TOKEN: TOKEN },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  let printed = '';
  const address = Promise.withResolvers<string>();
  const read = (text: string): void => {
    printed += text;
    const url = /^Adiuva is ready at (\S+)$/mu.exec(printed)?.[1];
    if (url !== undefined) address.resolve(url);
  };
  child.stdout.setEncoding('utf8').on('data', read);
  child.stderr.setEncoding('utf8').on('data', read);
  void ended.then(() => {
    address.reject(new Error(`The host ended:\n${printed}`));
  });
  return {
    api: createApiClient(await address.promise, TOKEN),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
  };
}
