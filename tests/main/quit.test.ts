import { setTimeout as delay } from 'node:timers/promises';
import { app, BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';
import { quitInOrder } from '../../src/main/quit.ts';
import { createFakeLogger } from './fakeLogger.ts';

vi.mock('electron', () => import('../support/electron/electron.ts'));

/** What happened, in order. `exit` stands for the end of the process. */
function record() {
  const steps: string[] = [];
  const exited = Promise.withResolvers<void>();
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    steps.push(`exit ${String(code)}`);
    exited.resolve();
    return undefined as never;
  });
  app.removeAllListeners();
  return { steps, exited: exited.promise };
}

test('windows close, then the workspace closes, and only then the process ends', async () => {
  const { steps, exited } = record();
  const { logger } = createFakeLogger();
  const writes = Promise.withResolvers<void>();
  const window = new BrowserWindow();
  window.on('closed', () => {
    steps.push('window closed');
    // A write that the window sent while it closed is still under way.
    setImmediate(() => {
      steps.push('written');
      writes.resolve();
    });
  });
  quitInOrder({
    logger,
    async dispose() {
      steps.push('dispose');
      await writes.promise;
      steps.push('disposed');
    },
  });
  app.quit();
  app.quit();
  await exited;
  expect(steps).toEqual(['window closed', 'dispose', 'written', 'disposed', 'exit 0']);
});

test('a workspace that fails to close is logged, and the process ends', async () => {
  const { steps, exited } = record();
  const { logger, lines } = createFakeLogger();
  quitInOrder({ logger, dispose: () => Promise.reject(new Error('disk gone')) });
  app.quit();
  await exited;
  expect(steps).toEqual(['exit 0']);
  expect(lines).toEqual([{ level: 'error', message: 'the workspace did not close as it should' }]);
});

test('a workspace that hangs delays the end by the limit at most', async () => {
  const { steps, exited } = record();
  const { logger, lines } = createFakeLogger();
  quitInOrder({ logger, limit: 20, dispose: () => new Promise(() => undefined) });
  app.quit();
  await Promise.race([exited, delay(5_000)]);
  expect(steps).toEqual(['exit 1']);
  expect(lines).toEqual([{ level: 'error', message: 'quitting took too long' }]);
});

test('closing the last window quits, except on a Mac', async () => {
  const { steps, exited } = record();
  const { logger } = createFakeLogger();
  quitInOrder({ logger, dispose: async () => void steps.push('dispose') });
  new BrowserWindow().close();
  await exited;
  expect(steps).toEqual(['dispose', 'exit 0']);
});
