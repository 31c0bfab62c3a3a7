import { app, BrowserWindow, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import { catalogue } from './catalogue.ts';
import type { Windows } from './window.ts';

export interface MenuOptions {
  readonly windows: Pick<Windows, 'open' | 'showScreen'>;
  readonly folders: { readonly workspace: string; readonly logs: string };
}

/**
 * Sets the application menu. Editing belongs to what has the focus, so its items are the system's own roles; Undo and Redo
 * ask the page first, which undoes changes of the workspace where no text is being written.
 */
export function setApplicationMenu(options: MenuOptions): void {
  const { windows, folders } = options;
  const { menu } = catalogue;
  const isMac = process.platform === 'darwin';
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const settings: MenuItemConstructorOptions = {
    label: menu.settings,
    accelerator: 'CmdOrCtrl+,',
    click: () => {
      windows.showScreen('/settings');
    },
  };
  const application: MenuItemConstructorOptions = {
    label: catalogue.appName,
    submenu: [
      { role: 'about' },
      separator,
      settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
  const newWindow: MenuItemConstructorOptions = {
    label: menu.newWindow,
    accelerator: 'CmdOrCtrl+Shift+N',
    click: () => {
      windows.open();
    },
  };
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [application] : []),
    {
      label: menu.file,
      submenu: [
        newWindow,
        separator,
        ...(isMac ? [] : [settings, separator]),
        { role: 'close' },
        ...(isMac ? [] : [{ role: 'quit' } as const]),
      ],
    },
    {
      label: menu.edit,
      submenu: [
        undoItem('undo'),
        undoItem('redo'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'delete' },
        { role: 'selectAll' },
      ],
    },
    {
      label: menu.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : ([separator, { role: 'reload' }, { role: 'toggleDevTools' }] as const)),
      ],
    },
    {
      label: menu.window,
      role: 'window',
      submenu: [{ role: 'minimize' }, { role: 'zoom' }, ...(isMac ? [separator, { role: 'front' } as const] : [])],
    },
    {
      label: menu.help,
      role: 'help',
      submenu: [
        { label: menu.showWorkspace, click: () => void shell.openPath(folders.workspace) },
        { label: menu.showLogs, click: () => void shell.openPath(folders.logs) },
        ...(isMac ? [] : [separator, { label: menu.about, role: 'about' } as const]),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function undoItem(direction: 'undo' | 'redo'): MenuItemConstructorOptions {
  const isMac = process.platform === 'darwin';
  return {
    label: catalogue.menu[direction],
    accelerator: direction === 'undo' ? 'CmdOrCtrl+Z' : isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y',
    // Pages and their fields answer the keys themselves; only a Mac's fields leave that to the menu.
    registerAccelerator: isMac,
    click: () => void undoIn(BrowserWindow.getFocusedWindow(), direction),
  };
}

/**
 * Undoes or redoes in a window: what the page has taken for itself is a change of the workspace, anything else belongs to the
 * text that has the focus. A cancelable event asks the page, so nothing new crosses the bridge.
 */
async function undoIn(window: Electron.BrowserWindow | null, direction: 'undo' | 'redo'): Promise<void> {
  if (window === null) return;
  const { webContents } = window;
  try {
    const isTaken: unknown = await webContents.executeJavaScript(
      `!window.dispatchEvent(new CustomEvent('adiuva:${direction}', { cancelable: true }));`,
    );
    if (isTaken !== true && !window.isDestroyed()) webContents[direction]();
  } catch {
    // Closed meanwhile.
  }
}
