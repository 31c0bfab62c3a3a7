import { createTRPCClient, httpBatchLink, httpLink } from '@trpc/client';
import { request as httpRequest } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import type { TestRouter } from '../transport/testRouter.ts';
import { startTestHost, type TestHost } from './hostFixture.ts';

const TOKEN = 'a-token-of-my-choice';
const bearer = { authorization: `Bearer ${TOKEN}` };
const json = { ...bearer, 'content-type': 'application/json' };

/** A script's call by hand: the answer's status and parsed body. */
async function call(host: TestHost, path: string, options: Parameters<TestHost['send']>[1] = { headers: bearer }) {
  const { status, text, headers } = await host.send(path, options);
  expect(headers['content-type']).toMatch(/^application\/json/u);
  return { status, body: JSON.parse(text) as unknown };
}

describe('who may call', () => {
  test('nobody, where no token was set at the start', async () => {
    const host = await startTestHost();
    const cookie = await host.signIn();
    for (const headers of [{}, bearer, { cookie }, { authorization: 'Bearer undefined' }]) {
      expect(await call(host, '/trpc/echo?input=1', { headers })).toMatchObject({
        status: 404,
        body: {
          error: {
            code: -32004,
            data: { httpStatus: 404 },
            message: expect.stringContaining('ADIUVA_API_TOKEN') as unknown,
          },
        },
      });
    }
  });

  test('whoever brings the token, and nobody else', async () => {
    const host = await startTestHost({ apiToken: TOKEN });
    const cookie = await host.signIn();
    const refused = [
      {},
      { cookie },
      { authorization: TOKEN },
      { authorization: 'Bearer' },
      { authorization: `Bearer ${TOKEN}x` },
      { authorization: `Bearer ${TOKEN.slice(1)}` },
      { authorization: `Basic ${TOKEN}` },
    ];
    for (const headers of refused) {
      expect(await call(host, '/trpc/echo?input=1', { headers })).toMatchObject({
        status: 401,
        body: { error: { code: -32001, data: { adiuva: { code: 'unauthorized' } } } },
      });
    }
    expect(await call(host, '/trpc/echo?input=1')).toEqual({ status: 200, body: { result: { data: 1 } } });
  });

  test('no page from elsewhere, not even with the token', async () => {
    const host = await startTestHost({ apiToken: TOKEN });
    const elsewhere = { headers: { ...bearer, origin: 'http://evil.example' } };
    expect((await call(host, '/trpc/echo?input=1', elsewhere)).status).toBe(403);
    expect((await call(host, '/trpc/echo?input=1', { headers: { ...bearer, host: 'evil.example' } })).status).toBe(403);
  });

  test('scripts act as api, windows as the user', async () => {
    const actors: string[] = [];
    const host = await startTestHost({ apiToken: TOKEN });
    const { context } = host;
    const second = await startTestHost({
      apiToken: TOKEN,
      createContext: (actor) => {
        actors.push(actor);
        return context;
      },
    });
    await call(second, '/trpc/echo?input=1');
    expect(actors).toEqual(['api']);
  });
});

describe('what can be called', () => {
  test('queries in the address or posted, mutations posted, in batches too', async () => {
    const host = await startTestHost({ apiToken: TOKEN });
    const options = { url: `http://127.0.0.1:${host.port}/trpc`, headers: bearer };
    for (const link of [httpLink(options), httpLink({ ...options, methodOverride: 'POST' }), httpBatchLink(options)]) {
      const client = createTRPCClient<TestRouter>({ links: [link] });
      const answers = await Promise.all([client.echo.query('a ü 🌍'), client.echo.query([2]), client.nothing.mutate()]);
      expect(answers).toEqual(['a ü 🌍', [2], undefined]);
    }
  });

  test('errors come as JSON with code and fields, and with a fitting status', async () => {
    const host = await startTestHost({ apiToken: TOKEN });
    expect(await call(host, '/trpc/fail', { method: 'POST', headers: json })).toMatchObject({
      body: { error: { data: { path: 'fail', adiuva: { kind: 'expected', code: 'conflict', fields: { id: 'x' } } } } },
    });
    expect((await call(host, '/trpc/no.such')).status).toBe(404);
    expect((await call(host, '/trpc/constructor')).status).toBe(404);
    expect((await call(host, '/trpc/')).status).toBe(404);
    expect((await call(host, '/trpc/fail')).status).toBe(405);
    expect((await call(host, '/trpc/echo?input=%7B')).status).toBe(400);
    expect((await call(host, '/trpc/nothing', { method: 'POST', headers: json, body: '{' })).status).toBe(200);
    expect((await call(host, '/trpc/echo', { method: 'POST', headers: json, body: '{' })).status).toBe(400);
    expect(
      (
        await call(host, '/trpc/echo', {
          method: 'POST',
          headers: { ...json, 'content-type': 'text/plain' },
          body: '1',
        })
      ).status,
    ).toBe(415);
    expect((await call(host, '/trpc/echo?input=1')).status).toBe(200);
  });

  test('a bug is logged and keeps its inside to itself', async () => {
    const host = await startTestHost({ apiToken: TOKEN });
    const { status, body } = await call(host, '/trpc/breakDown');
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('testRouter.ts');
    expect(host.logger.lines).toMatchObject([
      { level: 'error', message: 'request failed', fields: { path: 'breakDown' } },
    ]);
  });
});

describe('large bodies', () => {
  test('a note of 20 million letters fits', async () => {
    const host = await startTestHost({ apiToken: TOKEN });
    const text = 'ü'.repeat(20_000_000);
    const { status, text: answer } = await host.send('/trpc/echo', {
      method: 'POST',
      headers: json,
      body: JSON.stringify(text),
    });
    expect(status).toBe(200);
    expect((JSON.parse(answer) as { result: { data: string } }).result.data).toBe(text);
  });

  test('one over the limit is refused, announced or not, and the host goes on', async () => {
    const host = await startTestHost({ apiToken: TOKEN, limits: { body: 10_000 } });
    const body = JSON.stringify('x'.repeat(20_000));
    expect((await call(host, '/trpc/echo', { method: 'POST', headers: json, body })).status).toBe(413);
    const chunked = { method: 'POST', headers: { ...json, 'transfer-encoding': 'chunked' }, body };
    expect((await call(host, '/trpc/echo', chunked)).status).toBe(413);
    expect((await call(host, '/trpc/echo?input=1')).status).toBe(200);
  });
});

describe('subscriptions over server-sent events', () => {
  /** The events as they come, until the callback has seen enough. */
  function listen(
    host: TestHost,
    path: string,
    enough: (text: string) => boolean,
  ): Promise<{ text: string; type: string | undefined }> {
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        { host: '127.0.0.1', port: host.port, path, headers: { ...bearer, accept: 'text/event-stream' } },
        (response) => {
          let text = '';
          const done = (): void => {
            resolve({ text, type: response.headers['content-type'] });
            request.destroy();
          };
          response.setEncoding('utf8').on('data', (chunk: string) => {
            text += chunk;
            if (enough(text)) done();
          });
          response.on('end', done);
        },
      );
      request.on('error', reject);
      request.end();
    });
  }

  test('bring all data and end', async () => {
    const host = await startTestHost({ apiToken: TOKEN });
    const input = encodeURIComponent(JSON.stringify({ to: 3 }));
    const { text, type } = await listen(host, `/trpc/count?input=${input}`, () => false);
    expect(type).toBe('text/event-stream');
    expect(text.match(/^data: \d$/gmu)).toEqual(['data: 1', 'data: 2', 'data: 3']);
  });

  test('leaving ends the procedure', async () => {
    const host = await startTestHost({ apiToken: TOKEN });
    await listen(host, '/trpc/wait', (text) => text.includes('ready'));
    await vi.waitFor(() => {
      expect(host.context.ended).toEqual(['wait']);
    });
  });

  test('closing the host ends them at once, and lets a call under way answer', async () => {
    const host = await startTestHost({ apiToken: TOKEN });
    const ended = new Promise<void>((resolve, reject) => {
      const request = httpRequest(
        { host: '127.0.0.1', port: host.port, path: '/trpc/wait', headers: { ...bearer, accept: 'text/event-stream' } },
        (response) => {
          response.resume().once('close', resolve);
        },
      );
      request.on('error', reject);
      request.end();
    });
    const answer = call(host, '/trpc/waitForGo', { method: 'POST', headers: json });
    await vi.waitFor(async () => {
      expect((await call(host, '/trpc/echo?input=1')).status).toBe(200);
    });
    const closed = host.close({ grace: 60_000 });
    await ended;
    host.context.go.resolve('written');
    expect(await answer).toEqual({ status: 200, body: { result: { data: 'written' } } });
    await closed;
    await expect(host.send('/')).rejects.toThrow(/ECONNREFUSED/u);
  });
});
