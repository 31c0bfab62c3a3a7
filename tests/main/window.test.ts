import { app, BrowserWindow, nativeTheme } from 'electron';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
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

test('a page that crashed offers to come back', async () => {
  const window = create().open();
  const reload = vi.fn();
  Object.defineProperty(window.webContents, 'reload', { value: reload });
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  expect(records.messageBoxes.at(-1)?.message).toBe('The window stopped working');
});
