import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { electronHost } from './hosts/electronHost.ts';

/** Builds what is missing or stale, once for all specs, and says which of the hosts cannot run here. */
export default async function build(): Promise<void> {
  const script = join(__dirname, '../../src/cli/launch/build.mjs');
  const { status } = spawnSync(process.execPath, [script, '--if-stale'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The app could not be built.');
  const missing = await electronHost.missing();
  if (missing !== null) process.stderr.write(`Specs on real Electron are skipped: ${missing}.\n`);
}
