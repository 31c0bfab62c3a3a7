import type { Page } from '@playwright/test';
import { type ErrorData, errorDataSchema } from '../../src/contracts/errors.ts';

/** Anything that a procedure answers, as specs look at it. */
export type Answer = Record<string, unknown> & { readonly id: string };

export type Outcome = { readonly data: Answer } | { readonly error: ErrorData };

const queries = /\.(?:list|get|query|count|counts|status|latest|messages)$/u;

/**
 * Calls a procedure over the line that the window itself has: the bridge, between the window's own requests, or one more
 * WebSocket. For what a spec needs at hand and is not about.
 */
export async function callApi(page: Page, path: string, input: object): Promise<Outcome> {
  const request = { kind: 'request', type: queries.test(path) ? 'query' : 'mutation', path, input };
  const answer = await page.evaluate(async (request) => {
    // Far from the ids that the window counts up.
    const id = 1_000_000_000 + Math.floor(Math.random() * 1_000_000_000);
    const answered = Promise.withResolvers<unknown>();
    const receive = (message: unknown): void => {
      if (typeof message === 'object' && message !== null && 'id' in message && message.id === id)
        answered.resolve(message);
    };
    const { adiuva } = window;
    if (adiuva !== undefined) {
      const stop = adiuva.onMessage(receive);
      adiuva.send({ ...request, id });
      const message = await answered.promise;
      stop();
      return message;
    }
    const socket = new WebSocket(`ws://${location.host}/socket`);
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as { kind: string };
      if (message.kind === 'hello') socket.send(JSON.stringify({ ...request, id }));
      else receive(message);
    });
    socket.addEventListener('close', () => {
      answered.reject(new Error('The socket closed.'));
    });
    socket.addEventListener('open', () => {
      socket.send(JSON.stringify({ kind: 'hello', protocol: 1, session: `spec-${id}` }));
    });
    const message = await answered.promise;
    socket.close();
    return message;
  }, request);
  const { data, error } = answer as { data?: Answer; error?: { data: { adiuva: unknown } } };
  if (error !== undefined) return { error: errorDataSchema.parse(error.data.adiuva) };
  return { data: data ?? { id: '' } };
}
