import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, test as base, type Page } from '@playwright/test';
import type { ErrorData } from '../../src/contracts/errors.ts';
import { type Answer, callApi } from './callApi.ts';
import { browserHost } from './hosts/browserHost.ts';
import { electronHost } from './hosts/electronHost.ts';
import type { Ending } from './hosts/appProcess.ts';
import type { Host, Place, RunningApp } from './hosts/host.ts';
import { standInHost } from './hosts/standInHost.ts';

export { expect } from '@playwright/test';

const hosts = { 'stand-in': standInHost, 'browser-host': browserHost, electron: electronHost } as const;

export interface AppOptions {
  /** Which program the specs run on; set by the project. */
  hostName: keyof typeof hosts;
}

/**
 * Adiuva as a user has it: started on a new, empty home, with nothing of the developer's environment. At the end of each
 * test it must have asked nothing of the network, broken no content policy and thrown nothing.
 */
export class AppUnderTest {
  readonly home: string;
  /** The folder where everything of the workspace lies. */
  readonly workspace: string;
  /** What went wrong in the windows: broken policies and uncaught errors. */
  readonly faults: string[] = [];
  readonly #host: Host;
  readonly #browser: Browser;
  readonly #log: string[] = [];
  #running: RunningApp | undefined;

  constructor(host: Host, browser: Browser, home: string) {
    this.#host = host;
    this.#browser = browser;
    this.home = home;
    this.workspace = join(home, 'workspace');
  }

  /** The window in use. A new one after `restart` and `start`. */
  get page(): Page {
    return this.#app.page;
  }

  /** What the app printed. */
  get log(): string {
    return this.#log.join('');
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  get #app(): RunningApp {
    if (this.#running === undefined) throw new Error('The app does not run.');
    return this.#running;
  }

  async start(args: readonly string[] = []): Promise<void> {
    this.#running = await this.#host.start(this.#place(this.home, args));
    this.#watch(this.page);
    await base.expect(this.page.getByRole('main')).toBeVisible();
  }

  /** One more start, which is to end by itself; where a home is given, as another installation. */
  startToEnd(args: readonly string[], home = this.home): Promise<Ending> {
    return this.#host.startToEnd(this.#place(home, args));
  }

  /** Quits as a user does and starts again. */
  async restart(): Promise<void> {
    await this.quit();
    await this.start();
  }

  async quit(): Promise<void> {
    await this.#app.quit();
    this.#running = undefined;
  }

  /** SIGKILL, in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.#app.kill();
    this.#running = undefined;
  }

  async openSecondWindow(): Promise<Page> {
    const page = await this.#app.openWindow();
    this.#watch(page);
    return page;
  }

  /** The window that something the user does opens. */
  async windowOpenedBy(action: () => Promise<void>): Promise<Page> {
    const opened = this.page.context().waitForEvent('page');
    await action();
    const page = await opened;
    await page.waitForURL((url) => url.pathname !== 'blank');
    this.#watch(page);
    return page;
  }

  /** Calls a procedure of the API. @throws Error where it answers an error */
  async call(path: string, input: object): Promise<Answer> {
    const [answer] = await this.callMany(path, [input]);
    return answer ?? { id: '' };
  }

  /** Calls a procedure of the API with each of the inputs, one after the other. @throws Error where it answers an error */
  async callMany(path: string, inputs: readonly object[]): Promise<Answer[]> {
    return (await callApi(this.page, path, inputs)).map((outcome) => {
      if ('error' in outcome) throw new Error(`${path} answered ${JSON.stringify(outcome.error)}`);
      return outcome.data;
    });
  }

  /** Calls a procedure that is to refuse. */
  async callForError(path: string, input: object): Promise<ErrorData> {
    const [outcome] = await callApi(this.page, path, [input]);
    if (outcome === undefined || 'data' in outcome)
      throw new Error(`${path} answered ${JSON.stringify(outcome?.data)}`);
    return outcome.error;
  }

  /** Every address outside the app that it asked for since it was started. */
  outsideRequests(): Promise<readonly string[]> {
    return this.#app.outsideRequests();
  }

  #place(home: string, args: readonly string[]): Place {
    const { PATH = '', ADIUVA_CHROMIUM, DISPLAY, WAYLAND_DISPLAY, XAUTHORITY, SystemRoot, TMPDIR } = process.env;
    const passedOn = Object.entries({ ADIUVA_CHROMIUM, DISPLAY, WAYLAND_DISPLAY, XAUTHORITY, SystemRoot, TMPDIR });
    return {
      home,
      // Nothing of the developer's: no keys, no keychain, no folder but this one.
      environment: {
        PATH,
        HOME: home,
        USERPROFILE: home,
        APPDATA: home,
        ADIUVA_HOME: home,
        LANG: 'en_GB.UTF-8',
        ...Object.fromEntries(passedOn.filter((entry): entry is [string, string] => entry[1] !== undefined)),
      },
      args,
      browser: this.#browser,
      log: (text) => this.#log.push(text),
    };
  }

  #watch(page: Page): void {
    page.on('pageerror', (error) => this.faults.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && /content security policy/iu.test(message.text()))
        this.faults.push(message.text());
    });
  }
}

export const test = base.extend<AppOptions & { app: AppUnderTest }>({
  hostName: ['stand-in', { option: true }],

  app: async ({ browser, hostName }, use, testInfo) => {
    const host = hosts[hostName];
    const missing = await host.missing();
    testInfo.skip(missing !== null, missing ?? '');
    const home = await mkdtemp(join(tmpdir(), 'adiuva-e2e-'));
    const app = new AppUnderTest(host, browser, home);
    try {
      await app.start();
      await use(app);
      const failures: unknown[] = [];
      if (app.isRunning) failures.push(...(await app.outsideRequests()));
      base.expect
        .soft([...failures, ...app.faults], 'requests to the outside, broken policies, uncaught errors')
        .toEqual([]);
    } finally {
      if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('app.log', { body: app.log });
      if (app.isRunning) await app.quit().catch(() => app.kill());
      await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  },
});
