/** The scheme that serves the window's files. `app` is its only host. */
export const APP_SCHEME = 'adiuva';
export const APP_ADDRESS = `${APP_SCHEME}://app/`;

/** Set by the build: the address of the development server with hot reload, undefined in what users get. */
declare const MAIN_WINDOW_VITE_DEV_SERVER_URL: string | undefined;

/** Where windows are loaded from. */
export const windowAddress: string =
  typeof MAIN_WINDOW_VITE_DEV_SERVER_URL === 'string' ? new URL(MAIN_WINDOW_VITE_DEV_SERVER_URL).href : APP_ADDRESS;

/** The address of a screen, from its path. */
export function addressOf(path: string): string {
  return new URL(path, windowAddress).href;
}

/**
 * The path of an address of the app as it is written, with what follows it; null where it is none of the app's, or is spelled in
 * a way that only a parser would take for one.
 */
export function pathOf(address: string): string | null {
  if (!isAppAddress(address) || !address.startsWith(windowAddress)) return null;
  const path = address.slice(windowAddress.length - 1);
  return path.startsWith('//') || address !== new URL(address).href ? null : path;
}

/** Whether an address is a screen of the app, so that a window may be there and may be listened to. */
export function isAppAddress(address: string, base: string = windowAddress): boolean {
  // Not `origin`: for schemes of one's own it is "null".
  const url = URL.parse(address);
  const app = new URL(base);
  return (
    url !== null && url.protocol === app.protocol && url.host === app.host && url.username === '' && url.password === ''
  );
}
