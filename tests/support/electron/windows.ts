import { EventEmitter } from 'node:events';
import type {
  BrowserWindow as ElectronWindow,
  BrowserWindowConstructorOptions,
  IpcMain,
  IpcMainEvent,
  Rectangle,
  WebContents,
  WebFrameMain,
  WindowOpenHandlerResponse,
} from 'electron';
import type { Frame, Page } from 'playwright-core';
import { appUrlOf, createDelivery, openPage } from './browser.ts';
import { partOf, preventable } from './partOf.ts';
import { records } from './records.ts';
import { toAppUrl, toPageUrl } from './schemes.ts';
import { profileFolder } from './paths.ts';
import { colorScheme, onThemeChanged } from './theme.ts';
import { defaultSession } from './session.ts';

/** A window and what only the stand-in may do with it. */
export interface OpenWindow {
  readonly window: ElectronWindow;
  readonly options: BrowserWindowConstructorOptions;
  readonly contents: WebContents;
  /** Asks the page first. Answers whether the window closed. */
  close(): Promise<boolean>;
  page(): Page | undefined;
}

export const openWindows = new Map<number, OpenWindow>();
const ipcEmitter = new EventEmitter();
export const ipcMain = partOf<IpcMain>('ipcMain', {}, ipcEmitter);
/** Called when the last window is gone. */
export const lastWindowClosed = new EventEmitter<{ closed: [] }>();
/** Called with each window's contents before anything is loaded, for the app's own event. */
export const contentsCreated = new EventEmitter<{ created: [WebContents] }>();
let lastId = 0;
let lastFrame = 0;

function createWindow(options: BrowserWindowConstructorOptions): ElectronWindow {
  const id = ++lastId;
  const events = new EventEmitter();
  const contentsEvents = new EventEmitter();
  const { width = 800, height = 600, x = 0, y = 0 } = options;
  let bounds: Rectangle = { x, y, width, height };
  let state: 'normal' | 'maximized' | 'minimized' | 'fullScreen' = 'normal';
  let isVisible = options.show !== false;
  let isDestroyed = false;
  let hasCrashed = false;
  let opening: Promise<Page> | undefined;
  let loading: Promise<Page> | undefined;
  let page: Page | undefined;
  let deliver: ((channel: string, args: unknown[]) => void) | undefined;
  let openHandler: ((url: string, target: string) => WindowOpenHandlerResponse) | undefined;
  const frames = new WeakMap<Frame, WebFrameMain>();

  function frameOf(frame: Frame): WebFrameMain {
    const known = frames.get(frame);
    if (known !== undefined) return known;
    const made = partOf<WebFrameMain>('WebFrameMain', {
      frameTreeNodeId: ++lastFrame,
      get url() {
        return appUrlOf(frame);
      },
      get origin() {
        const { protocol, host } = new URL(appUrlOf(frame));
        return `${protocol}//${host}`;
      },
      get parent() {
        const parent = frame.parentFrame();
        return parent === null ? null : frameOf(parent);
      },
    });
    frames.set(frame, made);
    return made;
  }

  const contents = partOf<WebContents>(
    'WebContents',
    {
      id,
      session: defaultSession,
      get mainFrame() {
        if (page === undefined) throw new Error('The window has loaded nothing yet.');
        return frameOf(page.mainFrame());
      },
      send(channel, ...args: unknown[]) {
        deliver?.(channel, args);
      },
      getURL: () => (page === undefined ? '' : toAppUrl(page.url())),
      isDestroyed: () => isDestroyed,
      setWindowOpenHandler(handler) {
        openHandler = (url, target) =>
          handler({
            url,
            frameName: target,
            features: '',
            disposition: 'foreground-tab',
            referrer: { url: '', policy: 'default' },
          });
      },
      reload() {
        // Electron would give a page that crashed a new process; Playwright does not.
        if (!hasCrashed) void page?.reload();
      },
      undo() {
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- Nothing else does what Electron's undo does in a page.
        void page?.evaluate(() => document.execCommand('undo'));
      },
      redo() {
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- As above.
        void page?.evaluate(() => document.execCommand('redo'));
      },
      async executeJavaScript(code) {
        // As in Electron, not before the page is there.
        return (await loading)?.evaluate<unknown>(code);
      },
    },
    contentsEvents,
  );

  async function open(): Promise<Page> {
    const made = await openPage(profileFolder(), {
      preload: options.webPreferences?.preload,
      receive(frame, channel, args) {
        const event: Partial<IpcMainEvent> = { sender: contents, senderFrame: frameOf(frame), type: 'frame' };
        ipcEmitter.emit(channel, event, ...args);
      },
      willNavigate(url) {
        const event = preventable({ url, isMainFrame: true, isSameDocument: false });
        contentsEvents.emit('will-navigate', event, url);
        if (!event.defaultPrevented) records.outsideRequests.push(url);
      },
      close: () => void close(),
      willOpen(url, target) {
        if (openHandler?.(url, target).action !== 'deny') records.outsideRequests.push(url);
      },
    });
    page = made;
    deliver = createDelivery(made);
    await made.setViewportSize({ width: bounds.width, height: bounds.height });
    await made.emulateMedia({ colorScheme: colorScheme() });
    const stopFollowing = onThemeChanged(() => void made.emulateMedia({ colorScheme: colorScheme() }));
    made.on('crash', () => {
      hasCrashed = true;
      contentsEvents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    made.on('framenavigated', (frame) => {
      if (frame === made.mainFrame()) contentsEvents.emit('did-navigate-in-page', {}, appUrlOf(frame), true);
    });
    made.on('load', () => contentsEvents.emit('did-finish-load'));
    made.on('dialog', (dialog) => {
      if (dialog.type() !== 'beforeunload') return;
      const event = preventable({});
      contentsEvents.emit('will-prevent-unload', event);
      void (event.defaultPrevented ? dialog.accept() : dialog.dismiss()).then(() => {
        if (!event.defaultPrevented) contentsEvents.emit('stand-in:stayed');
      });
    });
    made.once('close', () => {
      stopFollowing();
      forget();
    });
    return made;
  }

  function forget(): void {
    if (isDestroyed) return;
    isDestroyed = true;
    openWindows.delete(id);
    contentsEvents.emit('destroyed');
    events.emit('closed');
    if (openWindows.size === 0) lastWindowClosed.emit('closed');
  }

  async function close(): Promise<boolean> {
    if (isDestroyed) return true;
    const event = preventable({});
    events.emit('close', event);
    if (event.defaultPrevented) return false;
    const current = await opening;
    if (current === undefined || current.isClosed()) {
      forget();
      return true;
    }
    const outcome = Promise.withResolvers<boolean>();
    current.once('close', () => {
      outcome.resolve(true);
    });
    contentsEvents.once('stand-in:stayed', () => {
      outcome.resolve(false);
    });
    // A page without a process cannot be asked.
    await current.close({ runBeforeUnload: !hasCrashed });
    return outcome.promise;
  }

  function focus(): void {
    if (state === 'minimized') state = 'normal';
    focused = id;
    events.emit('focus');
  }

  const window = partOf<ElectronWindow>(
    'BrowserWindow',
    {
      id,
      webContents: contents,
      async loadURL(url) {
        opening ??= open();
        loading = opening.then(async (opened) => {
          await opened.goto(toPageUrl(url));
          return opened;
        });
        await loading;
        if (!isVisible) events.emit('ready-to-show');
      },
      show() {
        isVisible = true;
        focus();
      },
      focus,
      isVisible: () => isVisible,
      isFocused: () => focused === id,
      isDestroyed: () => isDestroyed,
      isMinimized: () => state === 'minimized',
      minimize: () => void (state = 'minimized'),
      restore: () => void (state = 'normal'),
      isMaximized: () => state === 'maximized',
      maximize() {
        state = 'maximized';
        events.emit('maximize');
      },
      isFullScreen: () => state === 'fullScreen',
      getNormalBounds: () => bounds,
      getBounds: () => bounds,
      setBounds(next) {
        bounds = { ...bounds, ...next };
        void page?.setViewportSize({ width: bounds.width, height: bounds.height });
        events.emit('resize');
      },
      setBackgroundColor: () => undefined,
      close: () => void close(),
      destroy() {
        void page?.close();
        forget();
      },
    },
    events,
  );
  openWindows.set(id, { window, options, contents, close, page: () => page });
  focused = id;
  contentsCreated.emit('created', contents);
  return window;
}

let focused = 0;

const statics = {
  getAllWindows: () => [...openWindows.values()].map(({ window }) => window),
  getFocusedWindow: () => openWindows.get(focused)?.window ?? null,
  fromWebContents: (contents) => openWindows.get(contents.id)?.window ?? null,
} satisfies Partial<typeof ElectronWindow>;

/** `new BrowserWindow(options)`, and of Electron's static members those that the app uses. */
export const BrowserWindow = Object.assign(function (options: BrowserWindowConstructorOptions = {}) {
  return createWindow(options);
}, statics) as unknown as typeof ElectronWindow;
