import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds what is missing or stale, once for all specs. */
export default function build(): void {
  const script = join(__dirname, '../../src/cli/launch/build.mjs');
  const { status } = spawnSync(process.execPath, [script, '--if-stale'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The app could not be built.');
}
