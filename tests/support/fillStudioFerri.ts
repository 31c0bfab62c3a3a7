import { join, resolve } from 'node:path';
import { createWorkspace } from '../../src/core/createWorkspace.ts';
import { findBuildFolders } from '../../src/platform/buildFolders.ts';
import { createNodePorts } from '../../src/platform/nodePorts.ts';
import { proposeAtStudioFerri } from './proposeAtStudioFerri.ts';
import { fillStudioFerri } from './studioFerri.ts';
import { workAtStudioFerri } from './workAtStudioFerri.ts';

/** `node tests/support/fillStudioFerri.ts DIR`: makes a workspace that looks used, to try things by hand. */
const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder to fill.');
const ports = createNodePorts({
  workspace: resolve(folder),
  build: findBuildFolders(join(import.meta.dirname, '..', '..', 'src', 'core')),
  host: 'test',
  logger: console,
});
// Each look at the clock is a little later, so that the history reads as of somebody who worked.
let now = ports.clock.now();
const workspace = await createWorkspace({ ...ports, clock: { ...ports.clock, now: () => (now += 20_000) } });
const moveClock = (day: string, time: string): void => {
  now = new Date(`${day}T${time}`).getTime();
};
fillStudioFerri(workspace, ports.clock.today(), moveClock);
const yesterday = new Date(ports.clock.now() - 86_400_000).toLocaleDateString('sv');
workAtStudioFerri(workspace, (time) => {
  moveClock(yesterday, time);
});
proposeAtStudioFerri(workspace, ports.clock.today());
await workspace.dispose();
