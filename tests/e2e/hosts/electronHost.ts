import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { watchProcess } from './appProcess.ts';
import type { Host, Place, RunningApp } from './host.ts';

const root = join(__dirname, '../../..');
/** Where the launcher finds Electron, too. Imported late: Playwright would load the module as CommonJS. */
async function findElectron(): Promise<string | undefined> {
  const { findBinary } = await import('../../../src/cli/launch/electron.mjs');
  return findBinary();
}

async function launchOptions({ environment, args }: Place) {
  const isRoot = process.getuid?.() === 0;
  return {
    executablePath: (await findElectron()) ?? '',
    args: [...(isRoot ? ['--no-sandbox'] : []), root, ...args],
    env: { ...environment },
  };
}

/** Real Electron, with the same built bundles. */
export const electronHost: Host = {
  async missing() {
    if ((await findElectron()) === undefined) {
      return "Electron's binary is not in node_modules; npx install-electron fetches it";
    }
    const { DISPLAY, WAYLAND_DISPLAY } = process.env;
    if (process.platform !== 'linux' || DISPLAY !== undefined || WAYLAND_DISPLAY !== undefined) return null;
    return 'there is no display for real Electron';
  },
  async startToEnd(place) {
    const { args, ...options } = await launchOptions(place);
    const child = spawn(options.executablePath, args, { env: options.env, stdio: ['ignore', 'pipe', 'pipe'] });
    return watchProcess(child, place.log).ending;
  },
  async start(place): Promise<RunningApp> {
    const { log } = place;
    const app = await _electron.launch(await launchOptions(place));
    const child = app.process();
    child.stdout?.setEncoding('utf8').on('data', log);
    child.stderr?.setEncoding('utf8').on('data', log);
    const outside: string[] = [];
    app.context().on('request', (request) => {
      if (/^(?:https?|wss?):/u.test(request.url())) outside.push(request.url());
    });
    const page = await app.firstWindow();
    await page.waitForURL('adiuva://app/**');
    return {
      page,
      async openWindow() {
        const opened = app.waitForEvent('window');
        await app.evaluate(({ Menu }) => {
          const find = (items: Electron.MenuItem[]): Electron.MenuItem | undefined =>
            items.flatMap((item) => [item, ...(item.submenu?.items ?? [])]).find((item) => item.label === 'New window');
          find(Menu.getApplicationMenu()?.items ?? [])?.click();
        });
        return opened;
      },
      outsideRequests: async () => outside,
      async quit() {
        await app.close();
      },
      async kill() {
        const ended = app.waitForEvent('close');
        child.kill('SIGKILL');
        await ended;
      },
    };
  },
};
