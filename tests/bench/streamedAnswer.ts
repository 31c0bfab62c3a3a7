import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { assistantSendSchema } from '../../src/contracts/conversation.ts';
import type { ConversationId } from '../../src/contracts/ids.ts';
import { providerCreateSchema } from '../../src/contracts/provider.ts';
import type { Workspace } from '../../src/core/workspace.ts';

/** What a fast model says, a token being a bit more than half a word. */
const TOKENS_A_SECOND = 200;
const STREAMED = 1_000;
const PAGES = 50;
/** Of a page in a chat's Markdown. */
const PAGE_WORDS = 450;

const WORDS = 'shipping importer number rates label wine launch carton courier customs duty invoice print proof'.split(
  ' ',
);

export interface PacedServer extends Disposable {
  readonly baseUrl: string;
  /** When the first token of the last paced answer was written, in milliseconds since 1970. */
  firstTokenAt(): number;
}

/** A model server that answers at once, and at the pace of a fast model where it is asked to go on. */
export async function startPacedServer(): Promise<PacedServer> {
  let firstTokenAt = Number.NaN;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const write = (delta: object, reason: string | null): void => {
        const choices = [{ index: 0, delta, finish_reason: reason }];
        response.write(
          `data: ${JSON.stringify({ id: 'answer', object: 'chat.completion.chunk', created: 1, model: 'm', choices })}\n\n`,
        );
      };
      const end = (): void => {
        write({}, 'stop');
        response.end('data: [DONE]\n\n');
      };
      const text = markdownOf(2 * PAGE_WORDS);
      if (!body.includes('Go on')) {
        write({ content: text }, null);
        end();
        return;
      }
      const tokens = (text.match(/\s*\S{1,6}/gu) ?? []).slice(0, STREAMED);
      const startedAt = performance.now();
      let sent = 0;
      const timer = setInterval(() => {
        const due = Math.floor(((performance.now() - startedAt) / 1_000) * TOKENS_A_SECOND);
        if (sent === 0 && due > 0) firstTokenAt = performance.timeOrigin + performance.now();
        for (const token of tokens.slice(sent, due)) write({ content: token }, null);
        sent = Math.max(sent, due);
        if (sent < tokens.length) return;
        clearInterval(timer);
        end();
      }, 5);
      response.once('close', () => clearInterval(timer));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    firstTokenAt: () => firstTokenAt,
    [Symbol.dispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Paragraphs, headings and lists, as models write. */
function markdownOf(words: number): string {
  const line = (from: number, count: number): string =>
    Array.from({ length: count }, (_, index) => WORDS[(from + index * 5) % WORDS.length]).join(' ');
  const blocks = Array.from({ length: Math.ceil(words / 90) }, (_, place) =>
    place % 4 === 3
      ? Array.from({ length: 6 }, (_item, index) => `- **${line(index, 1)}** ${line(place + index, 14)}`).join('\n')
      : `${place % 3 === 0 ? `### ${line(place, 4)}\n\n` : ''}${line(place, 90)}.`,
  );
  return blocks.join('\n\n');
}

/** A conversation of fifty pages, the last used one of its workspace. */
export async function fillConversation(workspace: Workspace, baseUrl: string): Promise<void> {
  await workspace.providers.create(
    providerCreateSchema.parse({ kind: 'openai-compatible', name: 'Bench', baseUrl, model: 'bench' }),
  );
  let conversationId: ConversationId | null = null;
  for (let written = 0; written < PAGES; written += 2) {
    const sent = workspace.assistant.send(assistantSendSchema.parse({ text: `Pages ${written}`, conversationId }));
    ({ conversationId } = sent);
    for await (const event of workspace.assistant.events(sent.runId, new AbortController().signal)) {
      if (event.type === 'ended' && event.message.state !== 'done') throw new Error('the conversation was not written');
    }
  }
}

/** Opens the conversation in the chat. */
export async function openConversation(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+j');
  await page.getByRole('button', { name: 'Conversations' }).click();
  await page.locator('[data-chat] [data-row-main]').first().click();
  await page.getByRole('article', { name: 'Answer' }).last().waitFor();
}

/** Lets the model go on, and answers the longest time between two frames from its first words to its last. */
export async function longestFrameOfAnswer(page: Page): Promise<number> {
  await page.bringToFront();
  await page.locator('[data-chat] textarea').fill('Go on');
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = 0;
    const watch = (now: number): void => {
      const isStreaming = document.querySelector('.answer[data-streaming]') !== null;
      if (isStreaming && last > 0) frames.push(now - last);
      last = isStreaming ? now : 0;
      if (!document.documentElement.hasAttribute('data-watched')) requestAnimationFrame(watch);
    };
    document.documentElement.removeAttribute('data-watched');
    requestAnimationFrame(watch);
    Object.assign(window, { frames });
  });
  await page.keyboard.press('Enter');
  const stop = page.getByRole('button', { name: 'Stop' });
  await stop.waitFor();
  await stop.waitFor({ state: 'detached', timeout: 120_000 });
  return page.evaluate(() => {
    document.documentElement.setAttribute('data-watched', '');
    const frames: unknown = Reflect.get(window, 'frames');
    return Array.isArray(frames) && frames.length > 60 ? Math.max(...frames.map(Number)) : Number.NaN;
  });
}

/** From the first token's way out of the server to its frame on the screen, in milliseconds. */
export async function firstTokenToScreen(page: Page, server: PacedServer): Promise<number> {
  await page.bringToFront();
  await page.locator('[data-chat] textarea').fill('Go on');
  await page.evaluate(() => {
    const shown = new Promise<number>((resolve) => {
      const giveUpAt = performance.now() + 20_000;
      const look = (now: number): void => {
        const text = document.querySelector('[data-chat] .answer[data-streaming]')?.textContent ?? '';
        if (text.trim() !== '') resolve(performance.timeOrigin + performance.now());
        else if (now > giveUpAt) resolve(Number.NaN);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    Object.assign(window, { shown });
  });
  await page.keyboard.press('Enter');
  const shownAt = await page.evaluate(async () => Number(await Reflect.get(window, 'shown')));
  const took = shownAt - server.firstTokenAt();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' });
  return took;
}

/** The same for a client that does nothing but read the stream. */
export async function firstTokenToClient(server: PacedServer): Promise<number> {
  const abort = new AbortController();
  const response = await fetch(`${server.baseUrl}/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({ messages: [{ role: 'user', content: 'Go on' }] }),
    signal: abort.signal,
  });
  await response.body?.getReader().read();
  const took = performance.timeOrigin + performance.now() - server.firstTokenAt();
  abort.abort();
  return took;
}
