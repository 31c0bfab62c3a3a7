import { homedir } from 'node:os';
import { appRouter } from '../../api/appRouter.ts';
import { AdiuvaError } from '../../contracts/errors.ts';
import { createWorkspace } from '../../core/createWorkspace.ts';
import type { Workspace } from '../../core/workspace.ts';
import { type BuildFolders, findBuildFolders } from '../../platform/buildFolders.ts';
import { findWorkspaceFolder } from '../../platform/defaultFolders.ts';
import { type LogFiles, openLogFiles } from '../../platform/logFiles.ts';
import { createNodePorts } from '../../platform/nodePorts.ts';
import { openOwnWindow } from '../../platform/openOutside.ts';
import { readRendererFiles, type RendererFiles } from '../../platform/rendererFiles.ts';
import { watchForFaults } from '../../platform/watchForFaults.ts';
import { catalogue, explainWorkspaceError, fill } from '../catalogue.ts';
import type { ServeCommand } from '../readCommand.ts';
import { type BrowserHost, startBrowserHost } from './browserHost.ts';
import { listenForStop, type StopSignal } from './stopSignal.ts';

export interface ServeOptions extends ServeCommand {
  readonly apiToken: string | undefined;
  /** The folder that the command itself runs from. */
  readonly from: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** Why it does not start, in words for the user. */
class StartError extends Error {}

/**
 * `adiuva serve`: opens the workspace, shows it on 127.0.0.1 until a signal asks for the end, then finishes what is under
 * way. The answer is the process's exit code.
 */
export async function serve(options: ServeOptions): Promise<number> {
  const stop = listenForStop();
  const place = { platform: process.platform, home: homedir(), environment: options.environment };
  const folder = findWorkspaceFolder({ ...place, workspace: options.workspace });
  const log = openLogFiles({ workspace: folder, host: 'browser' });
  const progress = { isReady: false };
  const sayFault = (): void => {
    console.error(fill(progress.isReady ? catalogue.running.fault : catalogue.start.other, { log: log.path }));
  };
  watchForFaults(log.logger, () => {
    sayFault();
    stop.ask(1);
  });
  try {
    return await run({ options, stop, folder, log, progress });
  } catch (error) {
    log.logger.error('adiuva serve ended', { error });
    if (error instanceof StartError) console.error(error.message);
    else sayFault();
    return 1;
  } finally {
    log.close();
  }
}

interface Run {
  readonly options: ServeOptions;
  readonly stop: StopSignal;
  /** The workspace's. */
  readonly folder: string;
  readonly log: LogFiles;
  /** Before it is ready a fault keeps it from starting; afterwards a fault ends it. */
  readonly progress: { isReady: boolean };
}

async function run({ options, stop, folder, log, progress }: Run): Promise<number> {
  const { logger } = log;
  const build = findBuildFolders(options.from);
  const files = readWindow(build);
  const workspace = await openWorkspace({ build, folder, log });
  try {
    const host = await startHost({ options, workspace, files, log });
    try {
      logger.info('the browser host is ready', { port: host.port, version: build.version });
      progress.isReady = true;
      // A signal that came while starting: nobody is waiting for the address any more.
      if (!stop.isAsked) announce(host, options.open);
      const exitCode = await stop.asked;
      logger.info('the browser host was asked to end');
      return exitCode;
    } finally {
      await host.close();
    }
  } finally {
    await workspace.dispose();
  }
}

function readWindow(build: BuildFolders): RendererFiles {
  try {
    return readRendererFiles(build.renderer);
  } catch (error) {
    throw new StartError(catalogue.start.notBuilt, { cause: error });
  }
}

async function openWorkspace({
  build,
  folder,
  log,
}: {
  build: BuildFolders;
  folder: string;
  log: LogFiles;
}): Promise<Workspace> {
  const { logger } = log;
  try {
    const workspace = await createWorkspace(createNodePorts({ workspace: folder, build, host: 'browser', logger }));
    for (const { code, fields } of workspace.health().notices) {
      logger.warn('notice', { code });
      if (code === 'corruptMovedAside') console.error(fill(catalogue.running.movedAside, fields));
    }
    return workspace;
  } catch (error) {
    if (!(error instanceof AdiuvaError)) throw error;
    throw new StartError(explainWorkspaceError(error.toData(), { workspace: folder, log: log.path }), { cause: error });
  }
}

interface HostParts {
  readonly options: ServeOptions;
  readonly workspace: Workspace;
  readonly files: RendererFiles;
  readonly log: LogFiles;
}

async function startHost({ options, workspace, files, log }: HostParts): Promise<BrowserHost> {
  const { port, apiToken } = options;
  try {
    return await startBrowserHost({
      port,
      files,
      router: appRouter,
      createContext: (kind) => ({ workspace, actor: { kind } }),
      apiToken,
      logger: log.logger,
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw new StartError(fill(catalogue.start.portTaken, { port }), { cause: error });
    if (code === 'EACCES') throw new StartError(fill(catalogue.start.portForbidden, { port }), { cause: error });
    throw error;
  }
}

/** The one line that other programs wait for. */
function announce({ startAddress }: BrowserHost, open: boolean): void {
  console.log(fill(catalogue.ready, { address: startAddress }));
  if (!open) return;
  if (!process.stdout.isTTY) {
    console.error(catalogue.running.noTerminal);
    return;
  }
  openOwnWindow(startAddress).catch(() => {
    console.error(catalogue.running.noBrowser);
  });
}
