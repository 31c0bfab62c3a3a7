import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { createElectronPorts } from '../../src/main/ports.ts';
import { records } from '../support/electron/records.ts';
import { createTemporaryFolder } from '../support/createTestWorkspace.ts';
import { Notification } from '../support/electron/system.ts';
import { createMemoryLogger } from '../support/ports.ts';

vi.mock('electron', () => import('../support/electron/electron.ts'));

const ready = { title: 'Your daily brief is ready', body: '3 overdue, 5 due today', route: '/' };

function open() {
  const folder = createTemporaryFolder();
  const showScreen = vi.fn();
  const logger = createMemoryLogger();
  const file = (name: string): string => join(folder.path, name);
  const { notify } = createElectronPorts({
    workspace: file('workspace'),
    build: {
      root: folder.path,
      renderer: file('renderer'),
      migrations: file('migrations'),
      indexerWorker: file('indexerWorker.js'),
      readerWorker: file('readerWorker.js'),
      version: '0.1.0',
    },
    logger,
    showScreen,
  });
  return { notify, showScreen, logger, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

beforeEach(() => {
  vi.restoreAllMocks();
  records.notifications.length = 0;
});

test('a notification is shown, and a click on it brings a window forward at its screen', () => {
  using desktop = open();
  const show = vi.spyOn(Notification.prototype, 'show');
  expect(desktop.notify(ready)).toBe(true);
  expect(records.notifications).toEqual([{ title: ready.title, body: ready.body }]);
  expect(desktop.showScreen).not.toHaveBeenCalled();
  const [notification] = show.mock.contexts;
  if (!(notification instanceof Notification)) throw new Error('no notification was shown');
  notification.emit('click');
  notification.emit('close');
  expect(desktop.showScreen.mock.calls).toEqual([['/']]);
});

test('where the system has none, it says so, for the windows to be told', () => {
  using desktop = open();
  vi.spyOn(Notification, 'isSupported').mockReturnValue(false);
  expect(desktop.notify(ready)).toBe(false);
  expect(records.notifications).toEqual([]);
});
