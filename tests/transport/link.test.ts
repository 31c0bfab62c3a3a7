import { TRPCClientError } from '@trpc/client';
import { describe, expect, test, vi } from 'vitest';
import { createTestPair, type TestRouter } from './testRouter.ts';

/** What a rejected call carries of the workspace's error. */
async function adiuvaErrorOf(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TRPCClientError)) throw new Error('It was not rejected by the link.', { cause: error });
  return (error as TRPCClientError<TestRouter>).data?.adiuva;
}

describe('a client and a handler on one port', () => {
  test('queries and mutations answer, with plain JSON untouched', async () => {
    const { client } = createTestPair();
    const value = { text: 'Überfällig שלום 🌍', list: [1, null, true, { deep: [] }] };
    expect(await client.echo.query(value)).toEqual(value);
    await expect(client.nothing.mutate()).resolves.toBeUndefined();
  });

  test('a thousand at once each get their own answer', async () => {
    const { client } = createTestPair();
    const answers = await Promise.all(Array.from({ length: 1_000 }, (_, index) => client.echo.query(index)));
    expect(answers).toEqual(Array.from({ length: 1_000 }, (_, index) => index));
  });

  test('errors arrive with kind, code and fields', async () => {
    const { client, logger } = createTestPair();
    expect(await adiuvaErrorOf(client.fail.mutate())).toEqual({
      kind: 'expected',
      code: 'conflict',
      fields: { recordKind: 'task', id: 'x', expectedVersion: 1, actualVersion: 2 },
    });
    expect(logger.lines.filter(({ level }) => level !== 'debug')).toEqual([]);
  });

  test('a bug is logged with its cause', async () => {
    const { client, logger } = createTestPair();
    expect(await adiuvaErrorOf(client.breakDown.query())).toMatchObject({ kind: 'bug' });
    expect(logger.lines).toEqual([
      {
        level: 'error',
        message: 'request failed',
        fields: {
          path: 'breakDown',
          type: 'query',
          code: 'internal',
          error: new Error('the inside of the house'),
        },
      },
    ]);
  });

  test('an answer that no message can hold, and a query that streams, fail by themselves', async () => {
    const { client } = createTestPair();
    expect(await adiuvaErrorOf(client.unsendable.query())).toMatchObject({ kind: 'bug' });
    expect(await adiuvaErrorOf(client.streamingQuery.query())).toMatchObject({ kind: 'bug' });
    expect(await client.echo.query('still here')).toBe('still here');
  });

  test('a subscription starts, brings its data in order and completes', async () => {
    const { client, context } = createTestPair();
    const heard: unknown[] = [];
    await new Promise<void>((resolve, reject) => {
      client.count.subscribe(
        { to: 500 },
        {
          onStarted: () => heard.push('started'),
          onData: (value) => heard.push(value),
          onError: reject,
          onComplete: resolve,
        },
      );
    });
    expect(heard).toEqual(['started', ...Array.from({ length: 500 }, (_, index) => index + 1)]);
    expect(context.ended).toEqual(['count']);
  });

  test('a subscription that fails midway says why', async () => {
    const { client } = createTestPair();
    const heard: unknown[] = [];
    const error = await new Promise((resolve) => {
      client.failMidway.subscribe(undefined, { onData: (value) => heard.push(value), onError: resolve });
    });
    expect(heard).toEqual([1]);
    expect(error).toMatchObject({ data: { adiuva: { code: 'notFound' } } });
  });

  test('leaving a subscription ends it at the other side, generator or observable', async () => {
    const { client, context } = createTestPair();
    for (const procedure of [client.wait, client.watch]) {
      await new Promise<void>((resolve) => {
        const subscription = procedure.subscribe(undefined, {
          onData: () => {
            queueMicrotask(() => {
              subscription.unsubscribe();
            });
            resolve();
          },
        });
      });
    }
    await vi.waitFor(() => {
      expect(context.ended).toEqual(['wait', 'watch']);
    });
  });

  test("a caller's abort reaches the procedure's signal", async () => {
    const { client, context } = createTestPair();
    const controller = new AbortController();
    const call = client.waitForAbort.query(undefined, { signal: controller.signal });
    await client.echo.query('the other one has arrived');
    controller.abort();
    await expect(call).rejects.toThrow(/abort/iu);
    await vi.waitFor(() => {
      expect(context.aborted).toEqual(['waitForAbort']);
    });
    await expect(client.echo.query(1, { signal: controller.signal })).rejects.toThrow(/abort/iu);
  });

  test('a closed port fails what is under way and all that comes later, and aborts the procedures', async () => {
    const { client, context, connection, closePort } = createTestPair();
    const call = client.waitForAbort.query();
    const stream = new Promise((resolve) => {
      client.wait.subscribe(undefined, { onData: closePort, onError: resolve });
    });
    expect(await adiuvaErrorOf(call)).toEqual({ kind: 'expected', code: 'connectionLost', fields: {} });
    expect(await stream).toMatchObject({ data: { adiuva: { code: 'connectionLost' } } });
    expect(await adiuvaErrorOf(client.echo.query(1))).toMatchObject({ code: 'connectionLost' });
    expect(connection.state).toMatchObject({ name: 'lost' });
    await vi.waitFor(() => {
      expect({ aborted: context.aborted, ended: context.ended }).toEqual({
        aborted: ['waitForAbort'],
        ended: ['wait'],
      });
    });
  });
});

describe('dispose', () => {
  test('waits for calls under way, which still answer, and ends subscriptions', async () => {
    const { client, handler, context } = createTestPair();
    const call = client.waitForGo.mutate();
    await new Promise<void>((resolve) => {
      client.wait.subscribe(undefined, { onData: () => resolve() });
    });
    const disposed = handler.dispose({ grace: 60_000 });
    context.go.resolve('written');
    await disposed;
    expect(await call).toBe('written');
    expect(context.ended).toEqual(['wait']);
  });

  test('aborts what does not end in time, and does not wait for the deaf', async () => {
    const { client, handler, context, closePort } = createTestPair();
    const stopped = adiuvaErrorOf(client.waitForAbort.query());
    const unanswered = adiuvaErrorOf(client.waitForGo.mutate());
    await client.echo.query('both have arrived');
    await handler.dispose({ grace: 1 });
    expect(await stopped).toMatchObject({ kind: 'cancelled', code: 'cancelled' });
    expect(context.aborted).toEqual(['waitForAbort']);
    closePort();
    expect(await unanswered).toMatchObject({ code: 'connectionLost' });
  });
});
