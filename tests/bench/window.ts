import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createWorkspace } from '../../src/core/createWorkspace.ts';
import { createNodePorts } from '../../src/platform/nodePorts.ts';
import { findChromium } from '../support/findChromium.ts';
import { createFixedClock, createMemoryLogger } from '../support/ports.ts';
import { createRandom } from '../support/random.ts';
import { createSampleText } from '../support/sample/sampleText.ts';
import { writeSample } from '../support/sample/writeSample.ts';
import { applyAll, create } from '../support/writeRecords.ts';
import { benchBuild } from './benchBuild.ts';
import type { Goal } from './goal.ts';
import { compare } from './measure.ts';
import {
  fillConversation,
  firstTokenToClient,
  firstTokenToScreen,
  longestFrameOfAnswer,
  openConversation,
  startPacedServer,
} from './streamedAnswer.ts';

/** Milliseconds: how much later than a bare client the window may have the first token. */
const FIRST_TOKEN = 50;
/** The longest frame that still looks smooth, in milliseconds: two of a 60 Hz screen. */
const FRAME = 32;
const TASKS = 10_000;
const SCROLL_ROUNDS = 7;
const KEY_ROUNDS = 24;
const ANSWER_ROUNDS = 5;
const SCREEN = { width: 1280, height: 800 };

/** The built app in a real browser: the longest frame of a scroll, and the time from a key to its paint. */
export const inWindow: Goal = {
  goal: 10,
  title:
    'In the window: 10,000 tasks scroll and an answer streams without a long frame; a key in a note of 600 KB, against one of 5 KB',
  async run() {
    execFileSync(process.execPath, [join(benchBuild.root, 'src/cli/launch/build.mjs')], { stdio: 'ignore' });
    const folder = await mkdtemp(join(tmpdir(), 'adiuva-bench-window-'));
    using models = await startPacedServer();
    const notes = await fill(folder, models.baseUrl);
    const host = await serve(folder);
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update'],
    });
    try {
      const open = await signedIn(browser, host.address);
      const list = await open('/tasks');
      const board = await open('/tasks?layout=board');
      const chat = await open('/tasks');
      await openConversation(chat);
      const [long, short] = [await open(`/notes/${notes.long}`), await open(`/notes/${notes.short}`)];
      return [
        {
          name: 'the longest frame while the list scrolls',
          limit: 1,
          comparison: await compare({
            rounds: SCROLL_ROUNDS,
            subject: () => longestFrame(list, '[data-task-list]'),
            base: () => FRAME,
          }),
        },
        {
          name: 'the longest frame while a board’s column scrolls',
          limit: 1,
          comparison: await compare({
            rounds: SCROLL_ROUNDS,
            subject: () => longestFrame(board, '[data-column] > div:last-of-type'),
            base: () => FRAME,
          }),
        },
        {
          name: 'the longest frame while an answer streams at 200 tokens/s below 50 pages',
          limit: 1,
          comparison: await compare({
            rounds: ANSWER_ROUNDS,
            subject: () => longestFrameOfAnswer(chat),
            base: () => FRAME,
          }),
        },
        {
          name: 'the first token on the screen, more than 50 ms after a bare client has it',
          limit: 1,
          comparison: await compare({
            rounds: ANSWER_ROUNDS,
            subject: async () => (await firstTokenToScreen(chat, models)) - (await firstTokenToClient(models)),
            base: () => FIRST_TOKEN,
          }),
        },
        {
          name: 'from key to paint',
          limit: 3,
          comparison: await compare({
            rounds: KEY_ROUNDS,
            subject: () => keyToPaint(long),
            base: () => keyToPaint(short),
          }),
        },
      ];
    } finally {
      await browser.close();
      host.process.kill('SIGTERM');
      await once(host.process, 'close');
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function fill(folder: string, baseUrl: string): Promise<{ long: string; short: string }> {
  const clock = createFixedClock('2026-11-19T12:00:00Z');
  const ports = createNodePorts({ workspace: folder, build: benchBuild, host: 'test', logger: createMemoryLogger() });
  const workspace = await createWorkspace({ ...ports, clock });
  const { projects } = writeSample(workspace, clock, { tasks: 500, notes: 50, today: '2026-11-19' });
  const random = createRandom(10);
  const text = createSampleText(random);
  const task = () => ({
    title: text.taskTitle(),
    description: text.taskDescription(false),
    projectId: random.pick(projects),
    dueDate: new Date(clock.now() + random.below(90) * 86_400_000).toISOString().slice(0, 10),
  });
  for (let batch = 0; batch < TASKS; batch += 500) {
    applyAll(
      workspace,
      Array.from({ length: 500 }, () => ({ kind: 'task', operation: 'create', fields: task() }) as const),
    );
  }
  const paragraph = `${'Norway only with the importer’s number, and duty for Switzerland. '.repeat(6)}\n\n`;
  const note = (title: string, length: number): string =>
    create(workspace, 'note', { title, content: paragraph.repeat(Math.round(length / paragraph.length)) }).id;
  const notes = { long: note('Long', 600_000), short: note('Short', 5_000) };
  await fillConversation(workspace, baseUrl);
  await workspace.dispose();
  return notes;
}

async function serve(folder: string): Promise<{ process: ChildProcess; address: URL }> {
  const command = [join(benchBuild.root, '.vite/build/cli.cjs'), 'serve', '--port', '0', '--workspace', folder];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ready = Promise.withResolvers<URL>();
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    const address = /https?:\/\/\S+/u.exec(printed)?.[0];
    if (address !== undefined) ready.resolve(new URL(address));
  });
  child.once('close', () => ready.reject(new Error(`the host ended before it was ready: ${printed}`)));
  return { process: child, address: await ready.promise };
}

/** Opens pages of the app, the first of them with the address that signs in. */
async function signedIn(browser: Browser, address: URL): Promise<(path: string) => Promise<Page>> {
  const context = await browser.newContext({ viewport: SCREEN });
  const first = await context.newPage();
  await first.goto(address.href);
  await first.getByRole('navigation').first().waitFor();
  await first.close();
  return async (path) => {
    const page = await context.newPage();
    await page.goto(new URL(path, address.origin).href);
    await page.locator('[data-task-row], [data-column], .cm-content, .ProseMirror').first().waitFor();
    return page;
  };
}

/** Scrolls 20,000 pixels as a finger on a touchpad does, and answers the longest time between two frames meanwhile. */
async function longestFrame(page: Page, selector: string): Promise<number> {
  await page.bringToFront();
  const area = page.locator(selector).first();
  const box = await area.boundingBox();
  if (box === null) throw new Error(`${selector} is not on the screen`);
  await area.evaluate((element) => {
    element.scrollTop = 0;
  });
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const watch = (now: number): void => {
      frames.push(now - last);
      last = now;
      if (!document.documentElement.hasAttribute('data-watched')) requestAnimationFrame(watch);
    };
    document.documentElement.removeAttribute('data-watched');
    requestAnimationFrame(watch);
    Object.assign(window, { frames });
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Input.synthesizeScrollGesture', {
    x: Math.round(box.x + box.width / 2),
    y: Math.round(box.y + box.height / 2),
    yDistance: -20_000,
    speed: 8_000,
    gestureSourceType: 'mouse',
  });
  await session.detach();
  const scrolled = await area.evaluate((element) => element.scrollTop);
  if (scrolled < 1_000) throw new Error(`${selector} did not scroll`);
  return page.evaluate(() => {
    document.documentElement.setAttribute('data-watched', '');
    const frames: unknown = Reflect.get(window, 'frames');
    // The first two belong to the watch itself.
    return Array.isArray(frames) ? Math.max(...frames.slice(2).map(Number)) : Number.NaN;
  });
}

/** Types one letter and answers the time until it is painted: after the next frame's own work. */
async function keyToPaint(page: Page): Promise<number> {
  await page.bringToFront();
  const text = page.locator('.cm-content, .ProseMirror').first();
  await text.click({ position: { x: 40, y: 12 } });
  await page.evaluate(() => {
    const painted = new Promise<number>((resolve) => {
      addEventListener(
        'keydown',
        (event) => {
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => {
              resolve(performance.now() - event.timeStamp);
            };
            channel.port2.postMessage(null);
          });
        },
        { capture: true, once: true },
      );
    });
    Object.assign(window, { painted });
  });
  await page.keyboard.press('x');
  return page.evaluate(async () => Number(await Reflect.get(window, 'painted')));
}
