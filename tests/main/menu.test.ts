import { BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { setApplicationMenu } from '../../src/main/menu.ts';
import { chooseMenuItem, menuTemplate } from '../support/electron/system.ts';

vi.mock('electron', () => import('../support/electron/electron.ts'));

const open = vi.fn(() => new BrowserWindow());
const show = vi.fn(() => new BrowserWindow());
setApplicationMenu({
  windows: { open, show },
  folders: { workspace: '/home/marta/workspace', logs: '/home/marta/logs' },
});

function itemsOf(label: string): MenuItemConstructorOptions[] {
  const { submenu } = menuTemplate().find((item) => item.label === label) ?? {};
  return Array.isArray(submenu) ? submenu : [];
}

test('editing belongs to what has the focus: every item is a role of the system', () => {
  const roles = itemsOf('Edit').flatMap(({ role, type }) => (type === 'separator' ? [] : [role]));
  expect(roles).toEqual(['undo', 'redo', 'cut', 'copy', 'paste', 'pasteAndMatchStyle', 'delete', 'selectAll']);
});

test('New window opens a window', () => {
  chooseMenuItem(['File', 'New window']);
  expect(open).toHaveBeenCalledOnce();
});

test('Settings brings a window forward', () => {
  chooseMenuItem([process.platform === 'darwin' ? 'Adiuva' : 'File', 'Settings']);
  expect(show).toHaveBeenCalledOnce();
});

describe('the menu', () => {
  test('has every item named or a role', () => {
    const nameless = menuTemplate()
      .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
      .filter(({ label, role, type }) => label === undefined && role === undefined && type !== 'separator');
    expect(nameless).toEqual([]);
  });

  test('gives no shortcut twice', () => {
    const shortcuts = menuTemplate()
      .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
      .flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));
    expect(shortcuts).toEqual([...new Set(shortcuts)]);
  });
});
