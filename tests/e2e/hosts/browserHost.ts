import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { watchProcess } from './appProcess.ts';
import type { Host, Place, RunningApp } from './host.ts';

const root = join(__dirname, '../../..');

/** Which port and browser profile an app's home has, so that a restart finds what the page kept. */
const kept = new Map<string, { port: string; context: BrowserContext }>();

/** Pages whose process is gone: they answer nothing, and do not close when asked. */
const crashed = new WeakSet<Page>();

function launch({ environment, args }: Place, port: string): ChildProcess {
  return spawn(process.execPath, [join(root, '.vite/build/cli.cjs'), 'serve', '--port', port, ...args], {
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** `adiuva serve`, with Playwright's browser as the user's. */
export const browserHost: Host = {
  missing: async () => null,
  startToEnd: (place) => watchProcess(launch(place, '0'), place.log).ending,
  async start(place): Promise<RunningApp> {
    const { home, browser } = place;
    const app = watchProcess(launch(place, kept.get(home)?.port ?? '0'), place.log);
    const address = new URL(await app.ready);
    const context = kept.get(home)?.context ?? (await browser.newContext());
    kept.set(home, { port: address.port, context });

    const outside: string[] = [];
    await context.unrouteAll();
    await context.route(
      (url) => url.origin !== address.origin,
      async (route) => {
        outside.push(route.request().url());
        await route.abort('blockedbyclient');
      },
    );
    async function open(url: string): Promise<Page> {
      const page = await context.newPage();
      page.on('crash', () => crashed.add(page));
      // Only watched: a routed WebSocket is another object in the page, which sends later than the browser's own.
      page.on('websocket', (socket) => {
        if (new URL(socket.url()).host !== address.host) outside.push(socket.url());
      });
      await page.goto(url);
      return page;
    }

    const page = await open(address.href);
    return {
      page,
      openWindow: () => open(address.origin),
      outsideRequests: async () => outside,
      async quit() {
        await Promise.all(context.pages().map((open) => leave(open)));
        await app.kill('SIGTERM');
      },
      async kill() {
        await app.kill('SIGKILL');
        await Promise.all(context.pages().map((open) => open.close()));
      },
    };
  },
};

/** Closes a page as its user does: it may still send what was typed. */
async function leave(page: Page): Promise<void> {
  if (crashed.has(page)) {
    await page.close();
    return;
  }
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
}
