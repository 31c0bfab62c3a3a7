import { app, type Session, shell, type WebContents } from 'electron';
import type { Logger } from '../core/ports.ts';
import { isAppAddress } from './address.ts';

/** What a window may ask of the system. Writing to the clipboard is how "Copy details" works; it reads nothing. */
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/**
 * Denies by default what a page could do to leave the app: navigation, new windows, permissions, embedded pages. Set
 * once, before the first window: it covers every page that is ever made.
 */
export function guardPages(session: Session, logger: Logger): void {
  session.setPermissionRequestHandler((contents, permission, callback) => {
    callback(allowedPermissions.has(permission) && isAppAddress(contents.getURL()));
  });
  session.setPermissionCheckHandler(
    (contents, permission) =>
      contents !== null && allowedPermissions.has(permission) && isAppAddress(contents.getURL()),
  );
  session.setDevicePermissionHandler(() => false);
  app.on('web-contents-created', (_event, contents) => {
    guardPage(contents, logger);
  });
}

function guardPage(contents: WebContents, logger: Logger): void {
  contents.setWindowOpenHandler(({ url }) => {
    void openOutside(url, logger);
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

/** Hands an address to the system's browser or mail program. Anything but https: and mailto: is refused. */
export async function openOutside(address: string, logger: Logger): Promise<void> {
  const url = readOutsideAddress(address);
  if (url === null) {
    logger.warn('an address was not opened', { scheme: URL.parse(address)?.protocol ?? 'none' });
    return;
  }
  try {
    await shell.openExternal(url.href);
  } catch (error) {
    logger.warn('the system did not open an address', { error });
  }
}

/**
 * The address, where the system may be given it: https without a name and password in it (they hide where a link goes),
 * or mailto without attachments. Null otherwise.
 */
export function readOutsideAddress(address: string): URL | null {
  if (address.length > 8_000) return null;
  const url = URL.parse(address);
  if (url?.protocol === 'https:') return url.username === '' && url.password === '' && url.hostname !== '' ? url : null;
  if (url?.protocol !== 'mailto:') return null;
  const names = [...url.searchParams.keys()].map((name) => name.toLowerCase());
  return names.some((name) => name === 'attach' || name === 'attachment') ? null : url;
}
