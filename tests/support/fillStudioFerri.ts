import { join, resolve } from 'node:path';
import { createWorkspace } from '../../src/core/createWorkspace.ts';
import { findBuildFolders } from '../../src/platform/buildFolders.ts';
import { createNodePorts } from '../../src/platform/nodePorts.ts';
import { fillStudioFerri } from './studioFerri.ts';

/** `node tests/support/fillStudioFerri.ts DIR`: makes a workspace that looks used, to try things by hand. */
const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder to fill.');
const ports = createNodePorts({
  workspace: resolve(folder),
  build: findBuildFolders(join(import.meta.dirname, '..', '..', 'src', 'core')),
  host: 'test',
  logger: console,
});
const workspace = await createWorkspace(ports);
fillStudioFerri(workspace, ports.clock.today());
await workspace.dispose();
