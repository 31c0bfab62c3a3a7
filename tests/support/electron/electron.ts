import type * as Electron from 'electron';
import { app } from './application.ts';
import { partOf } from './partOf.ts';
import { protocol } from './schemes.ts';
import { defaultSession } from './session.ts';
import { dialog, Menu, Notification, safeStorage, screen, shell } from './system.ts';
import { nativeTheme } from './theme.ts';
import { BrowserWindow, ipcMain } from './windows.ts';

/** Each name that the stand-in exports is one that Electron exports. */
type Stands = { readonly [Name in keyof typeof Electron]?: object };

/** What `import ... from 'electron'` gives where the stand-in is in Electron's place. */
const electron = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  Notification: Notification satisfies Pick<typeof Electron.Notification, 'isSupported'>,
  protocol,
  safeStorage,
  screen,
  session: partOf<typeof Electron.session>('session', { defaultSession }),
  shell,
} satisfies Stands;

export default electron;
// The built app requires it: with this name, Node gives the object itself instead of a namespace around it.
export { electron as 'module.exports' };
export { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, Notification, protocol, safeStorage, screen, shell };
export const session: typeof Electron.session = electron.session;
