/** The scheme that serves the window's files. `app` is its only host. */
export const APP_SCHEME = 'adiuva';
export const APP_ADDRESS = `${APP_SCHEME}://app/`;

/** Set by the build: the address of the development server with hot reload, undefined in what users get. */
declare const MAIN_WINDOW_VITE_DEV_SERVER_URL: string | undefined;

/** Where windows are loaded from. */
export const windowAddress: string =
  typeof MAIN_WINDOW_VITE_DEV_SERVER_URL === 'string' ? new URL(MAIN_WINDOW_VITE_DEV_SERVER_URL).href : APP_ADDRESS;

/** Whether an address is a screen of the app, so that a window may be there and may be listened to. */
export function isAppAddress(address: string, base: string = windowAddress): boolean {
  // Not `origin`: for schemes of one's own it is "null".
  const url = URL.parse(address);
  const app = new URL(base);
  return (
    url !== null && url.protocol === app.protocol && url.host === app.host && url.username === '' && url.password === ''
  );
}
