import { readFileSync } from 'node:fs';
import { type BrowserContext, chromium, type Frame, type Page, type Request as PageRequest } from 'playwright-core';
import { findChromium } from '../findChromium.ts';
import { records } from './records.ts';
import { rendererSide } from './rendererSide.ts';
import { answerRequest, toAppUrl } from './schemes.ts';

/** What a window gives its page, and is told by it. */
export interface PageHost {
  /** The built preload's file. */
  readonly preload: string | undefined;
  receive(frame: Frame, channel: string, args: unknown[]): void;
  /** The page asks to go somewhere outside the app. */
  willNavigate(url: string): void;
  /** The page asks for a new window. */
  willOpen(url: string, target: string): void;
  /** The page closes its window. */
  close(): void;
}

const hosts = new Map<Page, PageHost>();
const firstPage = Promise.withResolvers<BrowserContext>();
let launching: Promise<BrowserContext> | undefined;

/** Where other Playwright clients reach the same pages; once there is a window. */
export async function bindBrowser(): Promise<string> {
  const browser = (await firstPage.promise).browser();
  if (browser === null) throw new Error('Playwright gave a profile without its browser.');
  return (await browser.bind('Adiuva')).endpoint;
}

export async function closeBrowser(): Promise<void> {
  await (await launching)?.close();
}

/** Its profile lies where Electron's would, so what a page keeps survives a restart. */
async function launch(profile: string): Promise<BrowserContext> {
  const context = await launchChromium(profile);
  await context.route('**/*', async (route) => {
    const request = route.request();
    const answer = await answerRequest(request.url(), request.method(), new Headers(request.headers()));
    if (answer !== null) {
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      });
      return;
    }
    // 204 leaves a page where it is, as a prevented navigation does.
    if (refuse(request) === 'prevented') await route.fulfill({ status: 204 });
    else await route.abort('blockedbyclient');
  });
  await context.routeWebSocket(/.*/u, (socket) => {
    records.outsideRequests.push(socket.url());
    void socket.close();
  });
  context.on('page', (page) => {
    void page.opener().then(async (opener) => {
      if (opener !== null) await page.close();
    });
  });
  return context;
}

/** A Chromium whose app was killed ends by itself, but holds its profile until then. */
async function launchChromium(profile: string, deadline = Date.now() + 10_000): Promise<BrowserContext> {
  try {
    return await chromium.launchPersistentContext(profile, {
      executablePath: findChromium(),
      headless: true,
      args: ['--disable-gpu', '--disable-quic'],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    if (!String(error).includes('ProcessSingleton') || Date.now() > deadline) throw error;
    return launchChromium(profile, deadline);
  }
}

/** Where a link would go is the app's guards to say; anything else that leaves the app is a leak. */
function refuse(request: PageRequest): 'prevented' | 'leak' {
  const page = pageOf(request);
  const host = page === undefined ? undefined : hosts.get(page);
  if (request.isNavigationRequest() && host === undefined) {
    const [opener] = hosts.values();
    opener?.willOpen(request.url(), '');
    return 'prevented';
  }
  if (request.isNavigationRequest() && request.frame() === page?.mainFrame()) {
    host?.willNavigate(request.url());
    return 'prevented';
  }
  records.outsideRequests.push(request.url());
  return 'leak';
}

function pageOf(request: PageRequest): Page | undefined {
  try {
    return request.frame().page();
  } catch {
    // Playwright knows no frame yet for the first request of a window that a page opened.
    return undefined;
  }
}

export async function openPage(profile: string, host: PageHost): Promise<Page> {
  launching ??= launch(profile);
  const context = await launching;
  const page = await context.newPage();
  hosts.set(page, host);
  page.once('close', () => hosts.delete(page));
  await page.exposeBinding('__electronSend', ({ frame }, channel: string, args: unknown[]) => {
    host.receive(frame, channel, args);
  });
  await page.exposeBinding('__electronOpen', (_source, url: string, target: string) => {
    host.willOpen(toAppUrl(url), target);
  });
  await page.exposeBinding('__electronClose', () => {
    host.close();
  });
  if (host.preload !== undefined) {
    const source = readFileSync(host.preload, 'utf8');
    await page.addInitScript({
      content: `(${rendererSide.toString()})(function (require, module, exports) {\n${source}\n});`,
    });
  }
  firstPage.resolve(context);
  return page;
}

/** Messages to a page go in order, and those that come while one batch is on its way form the next. */
export function createDelivery(page: Page): (channel: string, args: unknown[]) => void {
  let waiting: { channel: string; args: unknown[] }[] = [];
  let isDelivering = false;
  async function deliver(): Promise<void> {
    isDelivering = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      // A page that closed or was reloaded meanwhile gets nothing, as in Electron.
      await page.evaluate((messages) => window.__electronDeliver?.(messages), batch).catch(() => undefined);
    }
    isDelivering = false;
  }
  return (channel, args) => {
    waiting.push({ channel, args });
    if (!isDelivering) void deliver();
  };
}

export function appUrlOf(frame: Frame): string {
  return toAppUrl(frame.url());
}
