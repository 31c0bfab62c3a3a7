import { BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { setApplicationMenu } from '../../src/main/menu.ts';
import { chooseMenuItem, menuTemplate } from '../support/electron/system.ts';

vi.mock('electron', () => import('../support/electron/electron.ts'));

const open = vi.fn(() => new BrowserWindow());
const showScreen = vi.fn();
setApplicationMenu({
  windows: { open, showScreen },
  folders: { workspace: '/home/marta/workspace', logs: '/home/marta/logs' },
});

function itemsOf(label: string): MenuItemConstructorOptions[] {
  const { submenu } = menuTemplate().find((item) => item.label === label) ?? {};
  return Array.isArray(submenu) ? submenu : [];
}

test('editing belongs to what has the focus: every item but Undo and Redo is a role of the system', () => {
  const items = itemsOf('Edit').flatMap(({ role, label, type }) => (type === 'separator' ? [] : [role ?? label]));
  expect(items).toEqual(['Undo', 'Redo', 'cut', 'copy', 'paste', 'pasteAndMatchStyle', 'delete', 'selectAll']);
});

describe.each([
  ['Undo', 'undo'],
  ['Redo', 'redo'],
] as const)('%s', (label, direction) => {
  /** A window in front whose page takes the event for itself, or does not. */
  function windowInFront(isTaken: boolean | Error) {
    const window = new BrowserWindow();
    const run = vi
      .spyOn(window.webContents, 'executeJavaScript')
      .mockImplementation(() => (isTaken instanceof Error ? Promise.reject(isTaken) : Promise.resolve(isTaken)));
    const inText = vi.spyOn(window.webContents, direction).mockImplementation(() => undefined);
    vi.spyOn(BrowserWindow, 'getFocusedWindow').mockReturnValue(window);
    return { run, inText };
  }

  test('asks the page, and leaves the text alone where the page has undone a change', async () => {
    const { run, inText } = windowInFront(true);
    chooseMenuItem(['Edit', label]);
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    expect(run.mock.calls[0]?.[0]).toContain(`'adiuva:${direction}'`);
    await run.mock.results[0]?.value;
    expect(inText).not.toHaveBeenCalled();
  });

  test('belongs to the text where the page leaves it', async () => {
    const { inText } = windowInFront(false);
    chooseMenuItem(['Edit', label]);
    await vi.waitFor(() => expect(inText).toHaveBeenCalledOnce());
  });

  test('of a window that closes meanwhile does nothing', async () => {
    const { run, inText } = windowInFront(new Error('Object has been destroyed'));
    chooseMenuItem(['Edit', label]);
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    expect(inText).not.toHaveBeenCalled();
  });
});

test('New window opens a window', () => {
  chooseMenuItem(['File', 'New window']);
  expect(open).toHaveBeenCalledOnce();
});

test('Settings shows a main window there', () => {
  chooseMenuItem([process.platform === 'darwin' ? 'Adiuva' : 'File', 'Settings']);
  expect(showScreen).toHaveBeenCalledExactlyOnceWith('/settings');
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
