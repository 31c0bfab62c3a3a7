import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { closeBrowser } from './browser.ts';
import { partOf, preventable } from './partOf.ts';
import { getPath, setPath } from './paths.ts';
import { releaseInstanceLock, takeInstanceLock } from './instanceLock.ts';
import { contentsCreated, lastWindowClosed, openWindows } from './windows.ts';

const events = new EventEmitter();
let name = 'adiuva';
let isReady = false;
let isQuitting = false;
const ready = new Promise<void>((resolve) => {
  setImmediate(() => {
    isReady = true;
    events.emit('ready', {}, {});
    resolve();
  });
});

/** As Electron quits: ask, close every window, ask once more, end. */
async function quit(): Promise<void> {
  if (isQuitting) return;
  isQuitting = true;
  const before = preventable({});
  events.emit('before-quit', before);
  isQuitting = !before.defaultPrevented;
  for (const window of openWindows.values()) isQuitting &&= await window.close();
  if (!isQuitting) return;
  const will = preventable({});
  events.emit('will-quit', will);
  isQuitting = !will.defaultPrevented;
  if (isQuitting) await exit(0);
}

async function exit(code: number): Promise<void> {
  events.emit('quit', {}, code);
  await releaseInstanceLock();
  await closeBrowser();
  process.exit(code);
}

contentsCreated.on('created', (contents) => {
  events.emit('web-contents-created', {}, contents);
});

lastWindowClosed.on('closed', () => {
  if (isQuitting) return;
  if (events.listenerCount('window-all-closed') > 0) events.emit('window-all-closed');
  else void quit();
});

export const app = partOf<App>(
  'app',
  {
    get name() {
      return name;
    },
    isPackaged: false,
    setName: (next) => void (name = next),
    getName: () => name,
    getVersion: () => '0.0.0-stand-in',
    getAppPath: () => process.cwd(),
    setPath,
    getPath,
    isReady: () => isReady,
    whenReady: () => ready,
    enableSandbox: () => undefined,
    setAppUserModelId: () => undefined,
    setAboutPanelOptions: () => undefined,
    requestSingleInstanceLock: () =>
      takeInstanceLock(getPath('userData'), (argv, folder) => events.emit('second-instance', {}, argv, folder, null)),
    quit: () => void quit(),
    exit: (code = 0) => void exit(code),
  },
  events,
);

/** What runs around the app when it is the program, not when a unit test imports this. */
export function runAsProgram(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void quit());
}
