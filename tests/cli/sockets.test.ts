import { createTRPCClient, type TRPCClient } from '@trpc/client';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket as NodeWebSocket } from 'ws';
import { type ClientConnection, createConnection } from '../../src/transport/connection.ts';
import { portLink } from '../../src/transport/link.ts';
import { createWebSocketPort } from '../../src/transport/webSocketPort.ts';
import type { TestRouter } from '../transport/testRouter.ts';
import { startTestHost, type TestHost } from './hostFixture.ts';

interface TestWindow {
  readonly client: TRPCClient<TestRouter>;
  readonly connection: ClientConnection;
}

/** The window's own code over a socket that sends the cookie, as a browser does by itself. */
function openWindow(host: () => { port: number; cookie: string }): TestWindow {
  const connection = createConnection(
    createWebSocketPort({
      url: 'ws://adiuva.test/socket',
      open: () => {
        const { port, cookie } = host();
        const headers = { cookie, origin: `http://127.0.0.1:${port}` };
        const socket = new NodeWebSocket(`ws://127.0.0.1:${port}/socket`, { headers });
        // In a browser nobody has to listen to errors.
        socket.on('error', () => undefined);
        // The standard's interface is a part of what ws has.
        return socket as unknown as WebSocket;
      },
    }),
  );
  onTestFinished(() => {
    connection.close();
  });
  return { client: createTRPCClient<TestRouter>({ links: [portLink<TestRouter>(connection)] }), connection };
}

async function openWindowOn(host: TestHost): Promise<TestWindow> {
  const cookie = await host.signIn();
  return openWindow(() => ({ port: host.port, cookie }));
}

function stateOf(connection: ClientConnection, name: ClientConnection['state']['name']): Promise<void> {
  return vi.waitFor(
    () => {
      expect(connection.state.name).toBe(name);
    },
    { timeout: 10_000 },
  );
}

describe('a window over a WebSocket', () => {
  test('calls, hears errors and streams', async () => {
    const { client, connection } = await openWindowOn(await startTestHost());
    expect(connection.state.name).toBe('connecting');
    expect(await client.echo.query({ text: 'שלום 🌍', list: [1, null] })).toEqual({ text: 'שלום 🌍', list: [1, null] });
    expect(connection.state.name).toBe('connected');
    await expect(client.fail.mutate()).rejects.toMatchObject({
      data: { adiuva: { code: 'conflict', fields: { id: 'x' } } },
    });
    const values: unknown[] = [];
    await new Promise<void>((resolve, reject) => {
      client.count.subscribe(
        { to: 100 },
        { onData: (value) => values.push(value), onComplete: resolve, onError: reject },
      );
    });
    expect(values).toHaveLength(100);
  });

  test('a note of the greatest length goes through, in a script of three bytes a letter', async () => {
    const { client } = await openWindowOn(await startTestHost());
    const text = '字'.repeat(20_000_000);
    expect(await client.echo.query(text)).toHaveLength(text.length);
  });

  test('what is larger than a message may be fails by itself', async () => {
    const { client, connection } = await openWindowOn(await startTestHost());
    await expect(client.echo.query('x'.repeat(64 * 1024 * 1024))).rejects.toMatchObject({
      data: { adiuva: { code: 'malformedMessage', fields: { reason: 'tooLarge' } } },
    });
    expect(await client.echo.query('still here')).toBe('still here');
    expect(connection.state.name).toBe('connected');
  });

  test('leaving aborts the procedure', async () => {
    const host = await startTestHost();
    const { client, connection } = await openWindowOn(host);
    const controller = new AbortController();
    const left = client.waitForAbort.query(undefined, { signal: controller.signal });
    await client.echo.query('it has arrived');
    controller.abort();
    await expect(left).rejects.toThrow();
    await vi.waitFor(() => {
      expect(host.context.aborted).toEqual(['waitForAbort']);
    });
    // Closing the window does the same for all that is under way.
    const closed = client.waitForAbort.query();
    await client.echo.query('it has arrived');
    connection.close();
    await expect(closed).rejects.toMatchObject({ data: { adiuva: { code: 'connectionLost' } } });
    await vi.waitFor(() => {
      expect(host.context.aborted).toHaveLength(2);
    });
  });
});

describe('when the host goes away', () => {
  test('calls fail, the window says so, and it comes back by itself: tracked subscriptions go on, others start anew', async () => {
    const first = await startTestHost();
    let target = { port: first.port, cookie: await first.signIn() };
    const { client, connection } = openWindow(() => target);
    const states: string[] = [];
    connection.onStateChange(({ name }) => states.push(name));

    const tracked: unknown[] = [];
    const plain: unknown[] = [];
    client.countTracked.subscribe({ to: 3 }, { onData: ({ data }) => tracked.push(data) });
    client.wait.subscribe(undefined, {
      onStarted: () => plain.push('started'),
      onData: (value) => plain.push(value),
      onConnectionStateChange: ({ state, error }) => {
        if (state === 'connecting') plain.push(error?.data?.code);
      },
    });
    await vi.waitFor(() => {
      expect({ tracked, plain }).toEqual({ tracked: [1, 2, 3], plain: ['started', 'ready'] });
    });

    const underWay = client.waitForAbort.query();
    const failed = expect(underWay).rejects.toMatchObject({ data: { adiuva: { code: 'connectionLost' } } });
    await client.echo.query('it has arrived');
    const second = await startTestHost();
    await first.close({ grace: 0 });
    await failed;
    await stateOf(connection, 'lost');
    await expect(client.echo.query('a change must not happen later')).rejects.toMatchObject({
      data: { adiuva: { code: 'connectionLost' } },
    });

    target = { port: second.port, cookie: await second.signIn() };
    connection.retry();
    await stateOf(connection, 'connected');
    expect(await client.echo.query('again')).toBe('again');
    await vi.waitFor(() => {
      expect(plain).toEqual(['started', 'ready', 'SERVICE_UNAVAILABLE', 'started', 'ready']);
    });
    expect(tracked).toEqual([1, 2, 3]);
    expect(states[0]).toBe('connected');
    expect(new Set(states.slice(1, -1))).toEqual(new Set(['lost']));
  });

  test('one that never answered is tried again until it does', async () => {
    const host = await startTestHost();
    let target = { port: 1, cookie: await host.signIn() };
    const { client, connection } = openWindow(() => target);
    await expect(client.echo.query(1)).rejects.toMatchObject({ data: { adiuva: { code: 'connectionLost' } } });
    target = { ...target, port: host.port };
    await stateOf(connection, 'connected');
    expect(await client.echo.query(2)).toBe(2);
  });

  test('a window that the new host does not know is told so, and stops trying', async () => {
    const host = await startTestHost();
    const { client, connection } = openWindow(() => ({ port: host.port, cookie: `adiuva-${host.port}=old` }));
    await expect(client.echo.query(1)).rejects.toMatchObject({ data: { adiuva: { code: 'unauthorized' } } });
    expect(connection.state).toMatchObject({ name: 'refused', error: { code: 'unauthorized' } });
    await expect(client.echo.query(2)).rejects.toMatchObject({ data: { adiuva: { code: 'unauthorized' } } });
  });
});

describe('an upgrade', () => {
  const statusOf = (socket: NodeWebSocket): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode);
      });
      socket.on('open', () => {
        reject(new Error('It was let in.'));
      });
      socket.on('error', () => undefined);
    });

  test.each<Record<string, string | undefined>>([
    { origin: undefined },
    { origin: 'null' },
    { origin: 'http://evil.example' },
    { host: 'evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ])('with %o is refused', async (headers) => {
    const host = await startTestHost();
    expect(await statusOf(host.openSocket({ cookie: await host.signIn(), ...headers }))).toBe(403);
  });

  test.each(['/', '/trpc/echo', '/socket/', '/socket?x=1'])('on %s leads nowhere', async (path) => {
    const host = await startTestHost();
    expect(await statusOf(host.openSocket({ cookie: await host.signIn() }, path))).toBe(404);
  });

  test('without the cookie is closed with a code that the window understands', async () => {
    const host = await startTestHost();
    for (const cookie of [undefined, 'adiuva=x', `adiuva-${host.port}=${host.token}`]) {
      const [code] = (await once(host.openSocket({ cookie }), 'close')) as [number];
      expect(code).toBe(4_401);
    }
  });
});

describe('a socket that misbehaves', () => {
  const hello = JSON.stringify({ kind: 'hello', protocol: 1, session: 's' });

  /** Opens a socket and keeps what comes. */
  async function openRaw(host: TestHost): Promise<{ socket: NodeWebSocket; received: unknown[] }> {
    const socket = host.openSocket({ cookie: await host.signIn() });
    const received: unknown[] = [];
    socket.on('message', (data: Buffer) => received.push(JSON.parse(data.toString('utf8'))));
    await once(socket, 'open');
    return { socket, received };
  }

  test('text that is no message is answered, binary too, and the next call works', async () => {
    const host = await startTestHost();
    const { socket, received } = await openRaw(host);
    socket.send(hello);
    const nonsense = ['', '{', 'null', '[]', '"x"', '{"kind":"request"}', '[[[[[['.repeat(1_000), '\u0000', 'PING'];
    for (const text of nonsense) socket.send(text);
    socket.send(Buffer.from(hello));
    socket.send(JSON.stringify({ kind: 'request', id: 7, type: 'query', path: 'echo', input: 'well' }));
    await vi.waitFor(() => {
      expect(received.at(-1)).toEqual({ kind: 'result', id: 7, data: 'well' });
    });
    const errors = received.slice(1, -1);
    expect(errors).toHaveLength(nonsense.length + 1);
    for (const error of errors) {
      expect(error).toMatchObject({
        kind: 'error',
        id: null,
        error: { data: { adiuva: { code: 'malformedMessage' } } },
      });
    }
  });

  test('a frame larger than allowed closes that window only', async () => {
    const host = await startTestHost({ limits: { message: 1_000 } });
    const { client } = await openWindowOn(host);
    expect(await client.echo.query('here')).toBe('here');
    const { socket } = await openRaw(host);
    socket.send('x'.repeat(2_000));
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1_009);
    expect(await client.echo.query('still here')).toBe('still here');
  });

  test.each([
    ['reserved bits', [0xf1, 0x80, 0, 0, 0, 0]],
    ['an unknown opcode', [0x83, 0x80, 0, 0, 0, 0]],
    ['no mask', [0x81, 0x01, 0x61]],
    ['no UTF-8', [0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe]],
    ['a length beyond any memory', [0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]],
    ['a fragment of nothing', [0x80, 0x80, 0, 0, 0, 0]],
  ])('a frame with %s closes that window only', async (_name, bytes) => {
    const host = await startTestHost();
    const { client } = await openWindowOn(host);
    expect(await client.echo.query('here')).toBe('here');
    const { socket } = await openRaw(host);
    // Below ws, which would never write this. https://www.rfc-editor.org/rfc/rfc6455#section-5.2
    const raw: unknown = Reflect.get(socket, '_socket');
    if (!(raw instanceof Socket)) throw new Error('ws keeps its socket elsewhere.');
    raw.write(Buffer.from(bytes));
    await once(socket, 'close');
    expect(await client.echo.query('still here')).toBe('still here');
  });

  test('a window that does not answer the heartbeat is let go', async () => {
    const host = await startTestHost({ limits: { heartbeat: 20 } });
    const { socket } = await openRaw(host);
    socket.send(hello);
    socket.send(JSON.stringify({ kind: 'request', id: 1, type: 'subscription', path: 'wait' }));
    // What a frozen tab looks like: nothing is read any more.
    socket.pause();
    await vi.waitFor(() => {
      expect(host.context.ended).toEqual(['wait']);
    });
  });

  test('one that answers it stays', async () => {
    const host = await startTestHost({ limits: { heartbeat: 10 } });
    const { socket } = await openRaw(host);
    let pings = 0;
    socket.on('ping', () => pings++);
    await vi.waitFor(() => {
      expect(pings).toBeGreaterThan(10);
    });
    expect(socket.readyState).toBe(socket.OPEN);
  });
});

test('closing the host lets a call under way answer first', async () => {
  const host = await startTestHost();
  const { client } = await openWindowOn(host);
  const call = client.waitForGo.mutate();
  await client.echo.query('it has arrived');
  const closed = host.close({ grace: 60_000 });
  host.context.go.resolve('written');
  expect(await call).toBe('written');
  await closed;
});
