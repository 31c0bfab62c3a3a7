import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import type { Logger } from '../core/ports.ts';
import { windowAddress } from './address.ts';
import { catalogue } from './catalogue.ts';
import { MIN_HEIGHT, MIN_WIDTH, placeBeside, placeWindow, type WindowState } from './windowState.ts';

/** The canvas of each theme (tokens.css, `--background`), so that a window that opens does not flash. */
const canvas = { light: '#f4edf3', dark: '#0c0c0c' } as const;

export interface Windows {
  /** Opens a window on Home. The first comes where the last one was, further ones beside the one in front. */
  open(): Electron.BrowserWindow;
  /** Brings the window in front forward, or opens one. */
  show(): Electron.BrowserWindow;
}

export interface WindowsOptions {
  readonly preload: string;
  /** For the window's frame and the task list, where the system does not take it from the program (Linux). */
  readonly icon: string;
  /** Where the last window was, as kept; unknown because a file said it. */
  readonly readState: () => unknown;
  readonly keepState: (state: WindowState) => void;
  /** Called with each window before its page loads. */
  readonly onOpened: (window: Electron.BrowserWindow) => void;
  /** Called when a window's page crashed and the user would rather leave. */
  readonly quit: () => void;
  readonly logger: Logger;
}

export function createWindows(options: WindowsOptions): Windows {
  const { logger } = options;
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(currentCanvas());
  });

  function open(): Electron.BrowserWindow {
    const beside = windowInFront();
    const areas = workAreas();
    const { isMaximized, ...bounds } =
      beside === undefined ? placeWindow(options.readState(), areas) : placeBeside(beside.getNormalBounds(), areas);
    const window = new BrowserWindow({
      ...bounds,
      minWidth: MIN_WIDTH,
      minHeight: MIN_HEIGHT,
      title: catalogue.appName,
      backgroundColor: currentCanvas(),
      show: false,
      ...(process.platform === 'linux' ? { icon: options.icon } : {}),
      // The topbar is the drag region on a Mac; elsewhere the system's frame carries the menu and the buttons.
      titleBarStyle: process.platform === 'darwin' ? 'hiddenInset' : 'default',
      ...(process.platform === 'darwin' ? { trafficLightPosition: { x: 16, y: 17 } } : { autoHideMenuBar: true }),
      webPreferences: {
        preload: options.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        nodeIntegrationInWorker: false,
        webSecurity: true,
        webviewTag: false,
        allowRunningInsecureContent: false,
        navigateOnDragDrop: false,
        // A Mac brings its own; elsewhere Electron would fetch dictionaries from a server of Google's.
        spellcheck: process.platform === 'darwin',
      },
    });
    if (isMaximized) window.maximize();
    window.once('ready-to-show', () => {
      window.show();
    });
    window.on('close', () => {
      try {
        options.keepState({ ...window.getNormalBounds(), isMaximized: window.isMaximized() });
      } catch (error) {
        // A full disk: the next window opens in its usual place.
        logger.warn('the place of a window was not kept', { error });
      }
    });
    // Everything typed is kept as it is typed, so a page may not hold a window open.
    window.webContents.on('will-prevent-unload', (event) => {
      event.preventDefault();
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      logger.error('a window stopped working', { reason });
      if (reason !== 'clean-exit') void offerReopening(window);
    });
    options.onOpened(window);
    window.loadURL(windowAddress).catch((error: unknown) => {
      // Closed or reloaded before it was loaded.
      if (!String(error).includes('ERR_ABORTED')) logger.error('a window did not load', { error });
    });
    return window;
  }

  async function offerReopening(window: Electron.BrowserWindow): Promise<void> {
    const { message, detail, reopen, quit } = catalogue.windowGone;
    const { response } = await dialog.showMessageBox({
      type: 'error',
      message,
      detail,
      buttons: [reopen, quit],
      defaultId: 0,
      cancelId: 0,
    });
    if (response === 1) options.quit();
    else if (!window.isDestroyed()) window.webContents.reload();
  }

  return {
    open,
    show: () => bringForward(windowInFront()) ?? open(),
  };
}

function windowInFront(): Electron.BrowserWindow | undefined {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
}

function bringForward(window: Electron.BrowserWindow | undefined): Electron.BrowserWindow | undefined {
  if (window?.isMinimized() === true) window.restore();
  window?.show();
  window?.focus();
  return window;
}

function currentCanvas(): string {
  return nativeTheme.shouldUseDarkColors ? canvas.dark : canvas.light;
}

/** The screens' work areas, the main one first. */
function workAreas(): Electron.Rectangle[] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}
