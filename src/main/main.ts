import { app, BrowserWindow, dialog, session } from 'electron';
import Store from 'electron-store';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { createWorkspace } from '../core/createWorkspace.ts';
import { findBuildFolders } from '../platform/buildFolders.ts';
import { clearTracing } from '../platform/clearTracing.ts';
import { findUserDataFolder, findWorkspaceFolder } from '../platform/defaultFolders.ts';
import { openLogFiles } from '../platform/logFiles.ts';
import { takeApiToken } from '../platform/takeApiToken.ts';
import { watchForFaults } from '../platform/watchForFaults.ts';
import { APP_ADDRESS, windowAddress } from './address.ts';
import { catalogue, explainStartError } from './catalogue.ts';
import { protectDevelopmentServer } from './developmentServer.ts';
import { endByFault } from './faults.ts';
import { guardPages } from './guards.ts';
import { serveWindows } from './ipc.ts';
import { setApplicationMenu } from './menu.ts';
import { createElectronPorts } from './ports.ts';
import { registerAppScheme, serveApp } from './protocol.ts';
import { quitInOrder } from './quit.ts';
import { readStartOptions } from './startOptions.ts';
import { followTheme } from './theme.ts';
import { createWindows } from './window.ts';

clearTracing(process.env);
// The API for scripts is the browser host's; no process started from here needs its token.
takeApiToken(process.env);
const place = { platform: process.platform, home: homedir(), environment: process.env };
const home = findUserDataFolder(place);
const workspaceFolder = findWorkspaceFolder({ ...place, ...readStartOptions(process.argv) });
const build = findBuildFolders(import.meta.dirname);
const log = openLogFiles({ workspace: workspaceFolder, host: 'desktop' });
const logs = dirname(log.path);

// A terminal that is gone is no reason to fail.
process.stdout.on('error', () => undefined);
watchForFaults(log.logger, () => endByFault(logs));
app.setName(catalogue.appName);
// By this name Windows groups the windows and shows notifications.
app.setAppUserModelId('app.adiuva.desktop');
app.enableSandbox();
registerAppScheme();
start().catch(giveUp);

async function start(): Promise<void> {
  // Chromium's profile lies apart from what is ours. Electron wants both folders to be there.
  mkdirSync(join(home, 'chromium'), { recursive: true });
  app.setPath('userData', home);
  app.setPath('sessionData', join(home, 'chromium'));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  await app.whenReady();

  const { logger } = log;
  const ports = createElectronPorts({
    workspace: workspaceFolder,
    build,
    logger,
    // Chosen when the windows are long there.
    showScreen: (path) => windows.showScreen(path),
  });
  const workspace = await createWorkspace(ports);
  const links = serveWindows({ workspace, logger });
  const state = new Store<{ window?: unknown }>({ name: 'window', clearInvalidConfig: true });
  const windows = createWindows({
    preload: join(build.root, '.vite', 'build', 'preload.cjs'),
    icon: join(build.root, 'resources', 'icon.png'),
    readState: () => state.get('window'),
    keepState: (window) => state.set({ window }),
    onOpened: (window) => links.connect(window),
    quit: () => app.quit(),
    logger,
  });

  guardPages(session.defaultSession, { windows, logger });
  if (windowAddress === APP_ADDRESS) serveApp(build.renderer);
  else protectDevelopmentServer(session.defaultSession);
  const stopFollowing = followTheme(workspace);
  setApplicationMenu({ windows, folders: { workspace: workspaceFolder, logs } });
  app.on('second-instance', () => windows.show());
  app.on('activate', () => windows.show());
  quitInOrder({
    logger,
    async dispose() {
      stopFollowing();
      await links.dispose();
      await workspace.dispose();
      log.close();
    },
  });

  windows.open();
  await links.firstMessage;
  process.stdout.write(`Adiuva is ready at ${windowAddress}\n`);
}

/** Says in a sentence why the workspace does not open, and ends. */
function giveUp(error: unknown): void {
  log.logger.error('the workspace did not open', { error });
  const reason = explainStartError(error, logs);
  process.stdout.write(`${catalogue.start.title}. ${reason}\n`);
  dialog.showErrorBox(catalogue.start.title, reason);
  for (const window of BrowserWindow.getAllWindows()) window.destroy();
  app.exit(1);
}
