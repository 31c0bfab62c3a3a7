import { createTRPCClient } from '@trpc/client';
import { describe, expect, test } from 'vitest';
import type { AdiuvaBridge } from '../../src/contracts/bridge.ts';
import { createConnection, type ConnectionState } from '../../src/transport/connection.ts';
import { portLink } from '../../src/transport/link.ts';
import { Listeners } from '../../src/transport/messagePort.ts';
import { createWindowPort } from '../../src/transport/windowPort.ts';
import type { TestRouter } from './testRouter.ts';

interface Sent {
  kind: string;
  id?: number;
  session?: string;
  path?: string;
}

/** The window's side on the preload's bridge, with a test in the place of the workspace. */
function openOnBridge() {
  const sent: Sent[] = [];
  const listeners = new Listeners<unknown>();
  const bridge: AdiuvaBridge = {
    send: (message) => void sent.push(message as Sent),
    onMessage: (listener) => listeners.add(listener),
  };
  const connection = createConnection(createWindowPort(bridge));
  const states: ConnectionState['name'][] = [];
  connection.onStateChange(({ name }) => states.push(name));
  return {
    connection,
    states,
    sent,
    client: createTRPCClient<TestRouter>({ links: [portLink<TestRouter>(connection)] }),
    session: () => sent[0]?.session ?? '',
    answer: (message: unknown) => {
      listeners.call(message);
    },
  };
}

const mismatch = (ours: number, theirs: number) => ({
  code: -32600,
  message: 'protocolMismatch',
  data: { code: 'BAD_REQUEST', adiuva: { kind: 'expected', code: 'protocolMismatch', fields: { ours, theirs } } },
});

describe('the first messages', () => {
  test('are a hello and, without waiting for its answer, the requests', async () => {
    const { client, sent, session, answer, states, connection } = openOnBridge();
    const call = client.echo.query('x');
    expect(sent).toEqual([
      { kind: 'hello', protocol: 1, session: session() },
      { kind: 'request', id: 1, type: 'query', path: 'echo', input: 'x' },
    ]);
    expect(connection.state).toEqual({ name: 'connecting' });
    answer({ kind: 'hello', protocol: 1, session: session() });
    answer({ kind: 'result', id: 1, data: 'y' });
    expect(await call).toBe('y');
    expect(states).toEqual(['connected']);
  });

  test('of two windows are told apart', () => {
    expect(openOnBridge().session()).not.toBe(openOnBridge().session());
  });

  test('answers for the page before a reload are not taken for our own', async () => {
    const { client, session, answer, states } = openOnBridge();
    const call = client.echo.query('x');
    answer({ kind: 'result', id: 1, data: 'of the page before' });
    answer({ kind: 'hello', protocol: 1, session: 'the page before' });
    answer({ kind: 'result', id: 1, data: 'of the page before' });
    expect(states).toEqual([]);
    answer({ kind: 'hello', protocol: 1, session: session() });
    answer({ kind: 'result', id: 1, data: 'our own' });
    expect(await call).toBe('our own');
  });
});

describe('another version', () => {
  test('that refuses us fails what waits and all that follows, seen from here', async () => {
    const { client, session, answer, connection, sent } = openOnBridge();
    const call = client.echo.query('x');
    answer({ kind: 'refused', session: 'the page before', error: mismatch(3, 1) });
    expect(connection.state.name).toBe('connecting');
    answer({ kind: 'refused', session: session(), error: mismatch(2, 1) });
    const expected = { data: { adiuva: { code: 'protocolMismatch', fields: { ours: 1, theirs: 2 } } } };
    await expect(call).rejects.toMatchObject(expected);
    await expect(client.echo.query('y')).rejects.toMatchObject(expected);
    expect(connection.state).toMatchObject({ name: 'refused', error: { code: 'protocolMismatch' } });
    expect(sent).toHaveLength(2);
  });

  test('that greets us is refused by us', async () => {
    const { client, session, answer } = openOnBridge();
    const call = client.echo.query('x');
    answer({ kind: 'hello', protocol: 7, session: session() });
    await expect(call).rejects.toMatchObject({
      data: { adiuva: { code: 'protocolMismatch', fields: { ours: 1, theirs: 7 } } },
    });
  });
});

describe('what is not for us', () => {
  test('is let pass: nonsense, unknown ids, answers after the end', async () => {
    const { client, session, answer } = openOnBridge();
    answer({ kind: 'hello', protocol: 1, session: session() });
    const call = client.echo.query('x');
    const nonsense = [
      null,
      'x',
      7,
      [],
      {},
      { kind: 'result' },
      { kind: 'result', id: '1' },
      { kind: 'error', id: 1, error: 'x' },
    ];
    for (const message of nonsense) answer(message);
    answer({ kind: 'error', id: null, error: mismatch(1, 1) });
    answer({ kind: 'result', id: 99, data: 'of nobody' });
    answer({ kind: 'result', id: 1, data: 'ours' });
    answer({ kind: 'result', id: 1, data: 'twice' });
    expect(await call).toBe('ours');
  });

  test('of a subscription that was left is let pass, and its cancel goes out once', () => {
    const { client, session, answer, sent } = openOnBridge();
    answer({ kind: 'hello', protocol: 1, session: session() });
    const heard: unknown[] = [];
    const subscription = client.count.subscribe({ to: 3 }, { onData: (value) => heard.push(value) });
    answer({ kind: 'started', id: 1 });
    answer({ kind: 'data', id: 1, data: 1 });
    subscription.unsubscribe();
    subscription.unsubscribe();
    answer({ kind: 'data', id: 1, data: 2 });
    answer({ kind: 'complete', id: 1 });
    expect(heard).toEqual([1]);
    expect(sent.slice(2)).toEqual([{ kind: 'cancel', id: 1 }]);
  });
});

test('more requests at once than the other side takes are refused here', async () => {
  const { client, sent } = openOnBridge();
  const calls = Array.from({ length: 1_025 }, () => client.nothing.mutate());
  await expect(calls[1_024]).rejects.toMatchObject({
    data: { adiuva: { code: 'malformedMessage', fields: { reason: 'tooManyRequests', max: 1_024 } } },
  });
  expect(sent).toHaveLength(1_025);
});

test('a message that the bridge cannot carry fails by itself', async () => {
  const connection = createConnection(
    createWindowPort({
      send(message) {
        structuredClone(message);
      },
      onMessage: () => () => undefined,
    }),
  );
  const client = createTRPCClient<TestRouter>({ links: [portLink<TestRouter>(connection)] });
  const uncarried: unknown = () => 'a function';
  await expect(client.echo.query(uncarried as string)).rejects.toMatchObject({
    data: { adiuva: { code: 'malformedMessage', fields: { reason: 'notJson' } } },
  });
});

test('closing fails what is under way', async () => {
  const { client, connection } = openOnBridge();
  const call = client.echo.query('x');
  connection.close();
  await expect(call).rejects.toMatchObject({ data: { adiuva: { code: 'connectionLost' } } });
  expect(connection.state.name).toBe('lost');
});
