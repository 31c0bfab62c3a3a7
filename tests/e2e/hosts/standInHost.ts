import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { Answers, Command } from '../../support/electron/control.ts';
import { endsInTime, watchProcess } from './appProcess.ts';
import type { Host, Place, RunningApp } from './host.ts';

const root = join(__dirname, '../../..');
const register = pathToFileURL(join(root, 'tests/support/electron/register.ts')).href;
const pageAddress = 'https://app.adiuva.invalid/';

function launch({ environment, args }: Place): ChildProcess {
  return fork(join(root, '.vite/build/main.cjs'), [...args], {
    execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', '--import', register],
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** The built desktop app with Electron stood in for: its windows are pages of a Chromium that the app itself starts. */
export const standInHost: Host = {
  missing: async () => null,
  startToEnd: (place) => watchProcess(launch(place), place.log).ending,
  async start(place): Promise<RunningApp> {
    const child = launch(place);
    const app = watchProcess(child, place.log);
    let lastId = 0;

    /** Asks the stand-in over the channel of `fork`. */
    function ask<Name extends Command['command']>(command: Name, more: object = {}): Promise<Answers[Name]> {
      const id = ++lastId;
      const answer = Promise.withResolvers<Answers[Name]>();
      const listen = (message: { id: number; value: Answers[Name]; error?: string }): void => {
        if (message.id !== id) return;
        child.off('message', listen);
        if (message.error === undefined) answer.resolve(message.value);
        else answer.reject(new Error(message.error));
      };
      child.on('message', listen);
      void app.ended.then(() => {
        answer.reject(new Error('The app has ended.'));
      });
      child.send({ id, command, ...more });
      return answer.promise;
    }

    const endpoint = await Promise.race([ask('endpoint'), app.ready.then(() => ask('endpoint'))]);
    const browser = await chromium.connect(endpoint);
    const context = browser.contexts()[0];
    if (context === undefined) throw new Error('The stand-in has no browser context.');
    await app.ready;

    return {
      page: await windowOf(context, []),
      async openWindow() {
        const before = context.pages();
        await ask('chooseMenuItem', { labels: ['File', 'New window'] });
        return windowOf(context, before);
      },
      outsideRequests: async () => (await ask('records')).outsideRequests,
      async quit() {
        await ask('quit');
        await endsInTime(app.ended, child);
      },
      async kill() {
        await app.kill('SIGKILL');
        await browser.close();
      },
    };
  },
};

/** The first page of the app that was not there before. */
async function windowOf(context: BrowserContext, before: readonly Page[]): Promise<Page> {
  const isNew = (page: Page): boolean => page.url().startsWith(pageAddress) && !before.includes(page);
  for (;;) {
    const page = context.pages().find(isNew);
    if (page !== undefined) return page;
    const opened = await context.waitForEvent('page', { timeout: 10_000 });
    await opened.waitForURL(`${pageAddress}**`);
  }
}
