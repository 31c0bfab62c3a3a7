import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readBuildState } from './buildState.mjs';

/**
 * Builds what is missing or stale, telling so on standard error in one line; ends the process when that fails. The
 * build has a process of its own: it changes folder and needs much memory.
 */
export function ensureBuilt() {
  if (readBuildState() === 'current') return;
  const script = fileURLToPath(new URL('build.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [script, '--if-stale'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
