import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { build } from 'vite';
import { benchBuild } from './benchBuild.ts';
import { openFolder, takeFolder } from './benchWorkspace.ts';
import type { Goal } from './goal.ts';
import { compare } from './measure.ts';

const ROUNDS = 24;

/** A process from nothing to the first list, bundled as the hosts are, against a Node that does nothing. */
export const coldStart: Goal = {
  goal: 9,
  title: 'Cold start to the first list, against an empty Node, and at 100,000 records against an empty workspace',
  async run() {
    const scratch = mkdtempSync(join(tmpdir(), 'adiuva-bench-start-'));
    try {
      const bundle = await bundleEntry();
      const empty = join(scratch, 'empty.cjs');
      writeFileSync(empty, "process.stdout.write('ready\\n');");
      const emptyFolder = join(scratch, 'workspace');
      await (await openFolder(emptyFolder)).dispose();
      const fullFolder = await takeFolder(100_000);
      return [
        {
          name: 'an empty workspace, against an empty Node',
          limit: 3,
          comparison: await compare({
            rounds: ROUNDS,
            subject: () => start(bundle, emptyFolder),
            base: () => start(empty),
          }),
        },
        {
          name: '100,000 records, against an empty workspace',
          limit: 1.2,
          comparison: await compare({
            rounds: ROUNDS,
            subject: () => start(bundle, fullFolder),
            base: () => start(bundle, emptyFolder),
          }),
        },
      ];
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
};

/** Milliseconds from the start of the process to its word that it is ready; its end is waited for, but not counted. */
async function start(script: string, ...args: string[]): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const ready = await Promise.race([
    once(child.stdout, 'data').then(() => performance.now() - began),
    ended.then(() => null),
  ]);
  const [status]: unknown[] = await ended;
  if (ready === null || status !== 0) throw new Error(`${script} ended with ${String(status)}`);
  return ready;
}

/** Bundles the entry as the main process and the command are bundled: everything inside but the native packages. */
async function bundleEntry(): Promise<string> {
  const outDir = join(benchBuild.root, 'node_modules', '.cache', 'adiuva-bench');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'coldStartEntry.ts'),
      outDir,
      target: 'node24',
      rolldownOptions: {
        external: ['better-sqlite3', /^@lancedb\//u, 'apache-arrow', /^keytar/u],
        output: { format: 'cjs', entryFileNames: 'coldStart.cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
    ssr: { noExternal: true },
  });
  return join(outDir, 'coldStart.cjs');
}
