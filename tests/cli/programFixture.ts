import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createTemporaryFolder } from '../platform/temporaryFolder.ts';
import { type Answer, sendRequest } from './hostFixture.ts';

export const API_TOKEN = 'a-token-of-my-choice';

/** The program from its sources, beside a window that stands in for the built one. */
export function createProgram(): string {
  const repository = dirname(dirname(import.meta.dirname));
  const root = createTemporaryFolder();
  for (const name of [
    'src/contracts',
    'src/language',
    'src/core',
    'src/api',
    'src/transport',
    'src/platform',
    'src/cli',
    'package.json',
  ]) {
    cpSync(join(repository, name), join(root, name), { recursive: true });
  }
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'), 'junction');
  const window = join(root, '.vite', 'renderer', 'main_window');
  mkdirSync(window, { recursive: true });
  writeFileSync(join(window, 'index.html'), '<!doctype html><title>the window</title>');
  return root;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Program {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has printed so far. */
  stdout(): string;
  /** Once it answers; throws where it ends instead. */
  ready(): Promise<RunningHost>;
}

export interface RunningHost {
  readonly port: number;
  readonly address: URL;
  /** One call of the API, as a script makes it. */
  call(path: string, input?: unknown): Promise<Answer & { data: unknown }>;
}

/** Runs the command in an environment of its own, without a terminal. */
export function runProgram(root: string, args: readonly string[], environment: Record<string, string> = {}): Program {
  const child = spawn(process.execPath, ['--no-warnings', join(root, 'src', 'cli', 'cli.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: root, ADIUVA_HOME: join(root, 'home'), ...environment },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });

  const ready = new Promise<RunningHost>((resolve, reject) => {
    child.stdout.on('data', () => {
      const address = /^Adiuva is ready at (\S+)\n/mu.exec(stdout)?.[1];
      if (address !== undefined) resolve(createHost(new URL(address)));
    });
    void ended.then(({ code }) => {
      reject(new Error(`It ended with ${code}: ${stderr}`));
    });
  });
  // Not every test waits for it.
  ready.catch(() => undefined);
  return { process: child, ended, stdout: () => stdout, ready: () => ready };
}

function createHost(address: URL): RunningHost {
  const port = Number(address.port);
  return {
    port,
    address,
    async call(path, input) {
      const body = JSON.stringify(input ?? {});
      const headers = { authorization: `Bearer ${API_TOKEN}`, 'content-type': 'application/json' };
      const answer = await sendRequest(port, `/trpc/${path}`, { method: 'POST', headers, body });
      const parsed = JSON.parse(answer.text) as { result?: { data: unknown } };
      return { ...answer, data: parsed.result?.data };
    },
  };
}
