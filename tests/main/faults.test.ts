import { app } from 'electron';
import { afterEach, expect, test, vi } from 'vitest';
import { endByFault } from '../../src/main/faults.ts';
import { watchForFaults } from '../../src/platform/watchForFaults.ts';
import { records } from '../support/electron/records.ts';
import { createFakeLogger } from './fakeLogger.ts';

vi.mock('electron', () => import('../support/electron/electron.ts'));

/** The listeners that were set on the process, without setting them there: they would hear the test runner's own faults. */
const listeners = new Map<string | symbol, (error: Error) => void>();
vi.spyOn(process, 'on').mockImplementation((event, listener: (error: Error) => void) => {
  listeners.set(event, listener);
  return process;
});
const { logger, lines } = createFakeLogger();
watchForFaults(logger, () => endByFault('/w/logs'));

afterEach(() => {
  lines.length = 0;
  records.errorBoxes.length = 0;
});

test('an exception that nobody caught is told once, and the app quits in order', () => {
  const asked = vi.fn();
  app.on('before-quit', (event) => {
    asked();
    event.preventDefault();
  });
  listeners.get('uncaughtException')?.(new Error('a bug'));
  listeners.get('uncaughtException')?.(new Error('another, while quitting'));
  expect(records.errorBoxes).toEqual([
    {
      title: 'Adiuva ends because of an internal fault',
      content: 'What was saved is safe. The log has the details: /w/logs',
    },
  ]);
  expect(lines.map(({ message }) => message)).toEqual(['uncaught exception', 'uncaught exception']);
  expect(asked).toHaveBeenCalledOnce();
});

test('a rejection that nobody caught is logged, and the app goes on', () => {
  listeners.get('unhandledRejection')?.(new Error('one task'));
  expect([lines, records.errorBoxes]).toEqual([[{ level: 'error', message: 'unhandled rejection' }], []]);
});
