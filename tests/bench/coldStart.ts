import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
      writeFileSync(empty, '');
      const emptyFolder = join(scratch, 'workspace');
      await (await openFolder(emptyFolder)).dispose();
      const fullFolder = await takeFolder(100_000);
      return [
        {
          name: 'an empty workspace, against an empty Node',
          limit: 3,
          comparison: await compare({ rounds: ROUNDS, subject: () => run(bundle, emptyFolder), base: () => run(empty) }),
        },
        {
          name: '100,000 records, against an empty workspace',
          limit: 1.2,
          comparison: await compare({ rounds: ROUNDS, subject: () => run(bundle, fullFolder), base: () => run(bundle, emptyFolder) }),
        },
      ];
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
};

function run(script: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${script} ended with ${String(status)}: ${stderr}`);
}

/** Bundles the entry as the main process and the command are bundled: everything inside but the native packages. */
async function bundleEntry(): Promise<string> {
  const outDir = join(benchBuild.root, '.vite', 'bench');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'coldStartEntry.ts'),
      outDir,
      target: 'node24',
      rollupOptions: {
        external: ['better-sqlite3', /^@lancedb\//u, 'apache-arrow', /^keytar/u],
        output: { format: 'cjs', entryFileNames: 'coldStart.cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
    ssr: { noExternal: true },
  });
  return join(outDir, 'coldStart.cjs');
}
