import { app, BrowserWindow, dialog, type Session, shell, type WebContents } from 'electron';
import { readOutsideAddress } from '../contracts/outsideAddress.ts';
import { MAIN_WINDOW, readPopOutPath } from '../contracts/popOut.ts';
import type { Logger } from '../core/ports.ts';
import { isAppAddress, pathOf } from './address.ts';
import { catalogue } from './catalogue.ts';
import type { Windows } from './window.ts';

/** What a window may ask of the system. Writing to the clipboard is how "Copy details" works; it reads nothing. */
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

export interface GuardOptions {
  readonly windows: Pick<Windows, 'openRecord' | 'showScreen'>;
  readonly logger: Logger;
}

/**
 * Denies by default what a page could do to leave the app: navigation, new windows, permissions, embedded pages. Set
 * once, before the first window: it covers every page that is ever made.
 */
export function guardPages(session: Session, options: GuardOptions): void {
  session.setPermissionRequestHandler((contents, permission, callback) => {
    callback(allowedPermissions.has(permission) && isAppAddress(contents.getURL()));
  });
  session.setPermissionCheckHandler(
    (contents, permission) =>
      contents !== null && allowedPermissions.has(permission) && isAppAddress(contents.getURL()),
  );
  session.setDevicePermissionHandler(() => false);
  app.on('web-contents-created', (_event, contents) => {
    guardPage(contents, options);
  });
}

function guardPage(contents: WebContents, { windows, logger }: GuardOptions): void {
  // Always denied: a window of ours is made by the app itself, with its own settings, never by the page.
  contents.setWindowOpenHandler(({ url, frameName }) => {
    if (!openInside(contents, url, frameName, windows)) void openOutside(url, logger);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    if (event.isMainFrame && isAppAddress(event.url)) return;
    event.preventDefault();
    if (event.isMainFrame) void openOutside(event.url, logger);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isAppAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}

/**
 * The two things that a page of the app may ask of windows: one for a task or a note, and, from such a window, a screen in the
 * main one. Answers whether it was one of them.
 */
function openInside(contents: WebContents, url: string, target: string, windows: GuardOptions['windows']): boolean {
  const path = pathOf(url);
  if (path === null || !isAppAddress(contents.getURL())) return false;
  const record = readPopOutPath(path);
  if (record !== null && target !== MAIN_WINDOW) {
    windows.openRecord(record, BrowserWindow.fromWebContents(contents));
    return true;
  }
  const isFromRecord = readPopOutPath(new URL(contents.getURL()).pathname) !== null;
  if (target !== MAIN_WINDOW || !isFromRecord || path.startsWith('/window')) return false;
  windows.showScreen(path);
  return true;
}

/** One question at a time: a page cannot pile them up. */
let isAsking = false;

/**
 * Shows the user the whole address and, where they agree, hands it to the system's browser or mail program. Anything but https:
 * and mailto: is refused.
 */
export async function openOutside(address: string, logger: Logger): Promise<void> {
  const href = readOutsideAddress(address);
  if (href === null) {
    logger.warn('an address was not opened', { scheme: URL.parse(address)?.protocol ?? 'none' });
    return;
  }
  if (isAsking) return;
  isAsking = true;
  try {
    if (await isAgreed(href)) await shell.openExternal(href);
  } catch (error) {
    logger.warn('the system did not open an address', { error });
  } finally {
    isAsking = false;
  }
}

async function isAgreed(href: string): Promise<boolean> {
  const { openLink, openMail, open, cancel } = catalogue.outside;
  const options: Electron.MessageBoxOptions = {
    type: 'question',
    message: href.startsWith('mailto:') ? openMail : openLink,
    detail: href,
    buttons: [open, cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const window = BrowserWindow.getFocusedWindow();
  const { response } = await (window === null
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return response === 0;
}
