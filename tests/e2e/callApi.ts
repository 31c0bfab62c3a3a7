import type { Page } from '@playwright/test';
import { type ErrorData, errorDataSchema } from '../../src/contracts/errors.ts';

/** Anything that a procedure answers, as specs look at it. */
export type Answer = Record<string, unknown> & { readonly id: string };

export type Outcome = { readonly data: Answer } | { readonly error: ErrorData };

const queries = /\.(?:list|get|query|count|counts|status|latest|messages)$/u;

/**
 * Calls a procedure once for each input, one after the other, over the line that the window itself has: the bridge, between
 * the window's own requests, or one more WebSocket. For what a spec needs at hand and is not about.
 */
export async function callApi(page: Page, path: string, inputs: readonly object[]): Promise<Outcome[]> {
  const request = { kind: 'request', type: queries.test(path) ? 'query' : 'mutation', path };
  const answers = await page.evaluate(
    async ({ request, inputs }) => {
      // Far from the ids that the window counts up.
      const first = 1_000_000_000 + Math.floor(Math.random() * 1_000_000_000);
      const answered = inputs.map(() => Promise.withResolvers<unknown>());
      const receive = (message: unknown): void => {
        if (typeof message === 'object' && message !== null && 'id' in message && typeof message.id === 'number')
          answered[message.id - first]?.resolve(message);
      };
      const askAll = async (send: (message: object) => void): Promise<unknown[]> => {
        const messages: unknown[] = [];
        for (const [index, input] of inputs.entries()) {
          send({ ...request, input, id: first + index });
          messages.push(await answered[index]?.promise);
        }
        return messages;
      };
      const { adiuva } = window;
      if (adiuva !== undefined) {
        const stop = adiuva.onMessage(receive);
        const messages = await askAll((message) => adiuva.send(message));
        stop();
        return messages;
      }
      const socket = new WebSocket(`ws://${location.host}/socket`);
      const ready = Promise.withResolvers<undefined>();
      socket.addEventListener('message', ({ data }) => {
        const message = JSON.parse(String(data)) as { kind: string };
        if (message.kind === 'hello') ready.resolve(undefined);
        else receive(message);
      });
      socket.addEventListener('close', () => {
        for (const waiting of [ready, ...answered]) waiting.reject(new Error('The socket closed.'));
      });
      socket.addEventListener('open', () => {
        socket.send(JSON.stringify({ kind: 'hello', protocol: 1, session: `spec-${first}` }));
      });
      await ready.promise;
      const messages = await askAll((message) => socket.send(JSON.stringify(message)));
      socket.close();
      return messages;
    },
    { request, inputs },
  );
  return answers.map((answer) => {
    const { data, error } = answer as { data?: Answer; error?: { data: { adiuva: unknown } } };
    return error === undefined ? { data: data ?? { id: '' } } : { error: errorDataSchema.parse(error.data.adiuva) };
  });
}
