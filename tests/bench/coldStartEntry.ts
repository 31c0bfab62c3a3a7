import { createWorkspace } from '../../src/core/createWorkspace.ts';
import { findBuildFolders } from '../../src/platform/buildFolders.ts';
import { createNodePorts } from '../../src/platform/nodePorts.ts';
import { taskListInputSchema } from '../../src/contracts/task.ts';

/** Opens the workspace that the command line names, reads the first list, says so, and ends. Bundled as the hosts are. */
async function main(): Promise<void> {
  const folder = process.argv[2];
  if (folder === undefined) throw new Error('which workspace?');
  const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const workspace = await createWorkspace(
    createNodePorts({ workspace: folder, build: findBuildFolders(__dirname), host: 'test', logger: silent }),
  );
  workspace.tasks.list(taskListInputSchema.parse({}));
  process.stdout.write('ready\n');
  await workspace.dispose();
}

void main();
