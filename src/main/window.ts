import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { type PopOut, popOutPath, popOutSizes, readPopOutPath } from '../contracts/popOut.ts';
import type { Logger } from '../core/ports.ts';
import { addressOf } from './address.ts';
import { catalogue } from './catalogue.ts';
import {
  MIN_HEIGHT,
  MIN_WIDTH,
  placeBeside,
  placePopOut,
  placeWindow,
  POP_OUT_MIN,
  type WindowState,
} from './windowState.ts';

/** The canvas of each theme (tokens.css, `--background`), so that a window that opens does not flash. */
const canvas = { light: '#f4edf3', dark: '#0c0c0c' } as const;

export interface Windows {
  /** Opens a window on Home. The first comes where the last one was, further ones beside the one in front. */
  open(): Electron.BrowserWindow;
  /** Brings the main window in front forward, or opens one; never the window of one record. */
  show(): Electron.BrowserWindow;
  /** Shows a main window at a path of the app. The page is not loaded anew and keeps what is typed. */
  showScreen(path: string): void;
  /** Brings the record's own window forward, or opens it beside the window that asks. */
  openRecord(record: PopOut, opener: Electron.BrowserWindow | null): Electron.BrowserWindow;
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

  /** The one that had the focus last is first. */
  const mainWindows: Electron.BrowserWindow[] = [];
  const recordWindows = new Map<string, Electron.BrowserWindow>();

  function open(path = '/'): Electron.BrowserWindow {
    const [beside] = mainWindows;
    const areas = workAreas();
    const { isMaximized, ...bounds } =
      beside === undefined ? placeWindow(options.readState(), areas) : placeBeside(beside.getNormalBounds(), areas);
    const window = create(path, { ...bounds, minWidth: MIN_WIDTH, minHeight: MIN_HEIGHT });
    const leave = (): void => {
      if (mainWindows.includes(window)) mainWindows.splice(mainWindows.indexOf(window), 1);
    };
    mainWindows.unshift(window);
    window.on('focus', () => {
      leave();
      mainWindows.unshift(window);
    });
    window.on('closed', leave);
    if (isMaximized) window.maximize();
    window.on('close', () => {
      try {
        options.keepState({ ...window.getNormalBounds(), isMaximized: window.isMaximized() });
      } catch (error) {
        // A full disk: the next window opens in its usual place.
        logger.warn('the place of a window was not kept', { error });
      }
    });
    return window;
  }

  function openRecord(record: PopOut, opener: Electron.BrowserWindow | null): Electron.BrowserWindow {
    let path = popOutPath(record);
    const there = recordWindows.get(path);
    if (there !== undefined) return bringForward(there);
    const bounds = placePopOut(popOutSizes[record.kind], opener?.getBounds() ?? null, workAreas());
    const window = create(path, { ...bounds, minWidth: POP_OUT_MIN.width, minHeight: POP_OUT_MIN.height });
    const leave = (): void => {
      if (recordWindows.get(path) === window) recordWindows.delete(path);
    };
    recordWindows.set(path, window);
    // What was deleted and is kept as a new record goes on in the same window.
    window.webContents.on('did-navigate-in-page', (_event, address) => {
      const shown = readPopOutPath(URL.parse(address)?.pathname ?? '');
      if (shown === null) return;
      leave();
      path = popOutPath(shown);
      recordWindows.set(path, window);
    });
    window.on('closed', leave);
    return window;
  }

  /** A window with the app's own settings, whatever it shows. */
  function create(path: string, place: Electron.BrowserWindowConstructorOptions): Electron.BrowserWindow {
    const window = new BrowserWindow({
      ...place,
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
    window.once('ready-to-show', () => {
      window.show();
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
    window.loadURL(addressOf(path)).catch((error: unknown) => {
      // Closed or reloaded before it was loaded.
      if (!String(error).includes('ERR_ABORTED')) logger.error('a window did not load', { error });
    });
    return window;
  }

  function show(): Electron.BrowserWindow {
    const [window] = mainWindows;
    return window === undefined ? open() : bringForward(window);
  }

  function showScreen(path: string): void {
    const [window] = mainWindows;
    if (window === undefined) {
      open(path);
      return;
    }
    bringForward(window)
      .webContents.executeJavaScript(
        `history.pushState(null, '', ${JSON.stringify(path)}); window.dispatchEvent(new PopStateEvent('popstate'));`,
      )
      .catch(() => {
        // Closed meanwhile.
      });
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

  return { open: () => open(), show, showScreen, openRecord };
}

function bringForward(window: Electron.BrowserWindow): Electron.BrowserWindow {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
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
