import { app, BrowserWindow, nativeTheme } from 'electron';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type PopOut, popOutSchema } from '../../src/contracts/popOut.ts';
import { createWindows, type WindowsOptions } from '../../src/main/window.ts';
import type * as Browser from '../support/electron/browser.ts';
import { records } from '../support/electron/records.ts';
import { openWindows } from '../support/electron/windows.ts';
import { createFakeLogger } from './fakeLogger.ts';

vi.mock('electron', () => import('../support/electron/electron.ts'));
// No page is needed to see what a window is given.
vi.mock('../support/electron/browser.ts', async (importOriginal) => ({
  ...(await importOriginal<typeof Browser>()),
  openPage: () => new Promise(() => undefined),
}));

const { logger } = createFakeLogger();

function create(options: Partial<WindowsOptions> = {}) {
  return createWindows({
    preload: '/built/preload.cjs',
    icon: '/built/icon.png',
    readState: () => undefined,
    keepState: () => undefined,
    onOpened: () => undefined,
    quit: () => undefined,
    logger,
    ...options,
  });
}

function optionsOf(window: Electron.BrowserWindow) {
  return openWindows.get(window.id)?.options;
}

// Without a listener the app would quit with its last window.
app.on('window-all-closed', () => undefined);
beforeEach(() => (nativeTheme.themeSource = 'system'));
afterEach(() => {
  nativeTheme.removeAllListeners();
  for (const window of BrowserWindow.getAllWindows()) window.destroy();
});

describe('every window', () => {
  test('has a sandbox and nothing of Node', () => {
    expect(optionsOf(create().open())?.webPreferences).toEqual({
      preload: '/built/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: process.platform === 'darwin',
    });
  });

  test.each([
    ['linux', false],
    ['win32', false],
    ['darwin', true],
  ] as const)('on %s fetches no dictionary from a server', (platform, isChecked) => {
    const own = process.platform;
    onTestFinished(() => void Object.defineProperty(process, 'platform', { value: own }));
    Object.defineProperty(process, 'platform', { value: platform });
    expect(optionsOf(create().open())?.webPreferences?.spellcheck).toBe(isChecked);
  });

  test('has a smallest size and is shown once it has something to show', () => {
    expect(optionsOf(create().open())).toMatchObject({ minWidth: 900, minHeight: 600, show: false, title: 'Adiuva' });
  });

  test.each([
    ['light', '#f4edf3'],
    ['dark', '#0c0c0c'],
  ] as const)('is born in the canvas colour of the %s theme', (theme, colour) => {
    nativeTheme.themeSource = theme;
    expect(optionsOf(create().open())?.backgroundColor).toBe(colour);
  });

  test('is connected before its page loads', () => {
    const steps: string[] = [];
    const load = vi.spyOn(Promise.prototype, 'catch');
    create({ onOpened: () => void steps.push('connected') }).open();
    expect([steps, load.mock.calls.length]).toEqual([['connected'], 1]);
  });

  test('is not held open by its page', () => {
    const window = create().open();
    let isIgnored = false;
    window.webContents.emit('will-prevent-unload', { preventDefault: () => (isIgnored = true) });
    expect(isIgnored).toBe(true);
  });
});

describe('the place of a window', () => {
  const state = { x: 30, y: 50, width: 1000, height: 700, isMaximized: true };

  test('is where the last one was', () => {
    const window = create({ readState: () => state }).open();
    expect([window.getNormalBounds(), window.isMaximized()]).toEqual([
      { x: 30, y: 50, width: 1000, height: 700 },
      true,
    ]);
  });

  test('is beside the one in front for a further one', () => {
    const windows = create({ readState: () => ({ ...state, isMaximized: false }) });
    windows.open();
    expect(windows.open().getNormalBounds()).toEqual({ x: 54, y: 74, width: 1000, height: 700 });
  });

  test('is kept when it closes', () => {
    const kept: unknown[] = [];
    const window = create({ readState: () => state, keepState: (next) => void kept.push(next) }).open();
    window.emit('close', {});
    expect(kept).toEqual([state]);
  });
});

test('show brings the window in front forward, and opens one where there is none', () => {
  const windows = create();
  windows.show();
  const [window] = BrowserWindow.getAllWindows();
  window?.minimize();
  windows.show();
  expect([BrowserWindow.getAllWindows().length, window?.isMinimized(), window?.isVisible()]).toEqual([1, false, true]);
});

describe('the window of a record', () => {
  const id = '0192f0c1-2f7e-7c3a-9a51-000000000001';
  const task: PopOut = popOutSchema.parse({ kind: 'task', id });
  const note: PopOut = popOutSchema.parse({ kind: 'note', id });

  test('has the settings of every other window, and a size of its own', () => {
    const windows = create();
    const main = windows.open();
    const window = windows.openRecord(task, main);
    expect(optionsOf(window)?.webPreferences).toEqual(optionsOf(main)?.webPreferences);
    expect(optionsOf(window)).toMatchObject({ width: 480, height: 720, minWidth: 360, minHeight: 400, show: false });
    expect(optionsOf(windows.openRecord(note, main))).toMatchObject({ width: 760, height: 800 });
  });

  test('is one: asked for twice, it comes forward', () => {
    const windows = create();
    const main = windows.open();
    const window = windows.openRecord(task, main);
    main.focus();
    window.minimize();
    expect(windows.openRecord(task, main)).toBe(window);
    expect([window.isMinimized(), window.isFocused()]).toEqual([false, true]);
    expect(windows.openRecord(note, main)).not.toBe(window);
    window.destroy();
    expect(windows.openRecord(task, main)).not.toBe(window);
  });

  test('is found by what it has come to show', () => {
    const windows = create();
    const window = windows.openRecord(task, null);
    const kept = popOutSchema.parse({ kind: 'task', id: '0192f0c1-2f7e-7c3a-9a51-000000000002' });
    window.webContents.emit('did-navigate-in-page', {}, `adiuva://app/window/task/${kept.id}?x`, true);
    expect(windows.openRecord(kept, null)).toBe(window);
    expect(windows.openRecord(task, null)).not.toBe(window);
  });

  test('does not decide where the next main window opens', () => {
    const kept: unknown[] = [];
    const windows = create({ keepState: (state) => void kept.push(state) });
    const window = windows.openRecord(task, null);
    window.emit('close', {});
    expect(kept).toEqual([]);
    expect(optionsOf(windows.open())).toMatchObject({ width: 1280, height: 800 });
  });

  test('is not what comes forward for the app: a main window does, or opens', () => {
    const windows = create();
    const main = windows.open();
    const window = windows.openRecord(task, main);
    window.focus();
    expect(windows.show()).toBe(main);
    expect(main.isFocused()).toBe(true);
    main.destroy();
    const next = windows.show();
    expect(BrowserWindow.getAllWindows().map((open) => open.id)).toEqual([window.id, next.id]);
    expect(next.id).not.toBe(window.id);
  });
});

test('of several main windows the one that had the focus last comes forward', () => {
  const windows = create();
  const [first, second] = [windows.open(), windows.open()];
  expect(windows.show()).toBe(second);
  first.focus();
  expect(windows.show()).toBe(first);
});

test('a screen is shown in the main window as its own links show it, and in a new one where there is none', () => {
  const windows = create();
  const load = vi.spyOn(URL.prototype, 'href', 'get');
  windows.showScreen('/tasks?task=1');
  expect(load.mock.results.map(({ value }) => value as unknown)).toContain('adiuva://app/tasks?task=1');
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) throw new Error('No window was opened.');
  const run = vi.spyOn(window.webContents, 'executeJavaScript').mockResolvedValue(undefined);
  windows.showScreen(`/notes/"'</script>`);
  expect(run.mock.calls[0]?.[0]).toContain(String.raw`pushState(null, '', "/notes/\"'</script>")`);
  expect(BrowserWindow.getAllWindows()).toHaveLength(1);
});

test('a page that crashed offers to come back', async () => {
  const window = create().open();
  const reload = vi.fn();
  Object.defineProperty(window.webContents, 'reload', { value: reload });
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  expect(records.messageBoxes.at(-1)?.message).toBe('The window stopped working');
});
