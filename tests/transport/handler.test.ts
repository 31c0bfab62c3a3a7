import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createChannelPort } from '../../src/transport/channelPort.ts';
import { handleConnection, type HandlerOptions } from '../../src/transport/handler.ts';
import { createTestContext, createTestLogger, testRouter, type TestContext, type TestRouter } from './testRouter.ts';

const hello = { kind: 'hello', protocol: 1, session: 'first' };

interface Raw {
  /** Puts a message on the wire as it is. */
  send(message: unknown): void;
  /** All that has come back, once there are `count` messages. */
  receive(count: number): Promise<unknown[]>;
  readonly context: TestContext;
  readonly logger: ReturnType<typeof createTestLogger>;
}

/** A handler, and beside it a port with which a test says what no link would. */
function openRaw(limits: HandlerOptions<TestRouter>['limits'] = {}): Raw {
  const channel = new MessageChannel();
  const context = createTestContext();
  const logger = createTestLogger();
  const port = createChannelPort(channel.port1);
  const handler = handleConnection({ port, router: testRouter, createContext: () => context, logger, limits });
  const received: unknown[] = [];
  const other = createChannelPort(channel.port2);
  other.onMessage((message) => received.push(message));
  onTestFinished(async () => {
    context.go.resolve('the test is over');
    port.close();
    await handler.dispose();
  });
  return {
    send: other.post,
    context,
    logger,
    async receive(count) {
      await vi.waitFor(() => {
        expect(received.length).toBeGreaterThanOrEqual(count);
      });
      return [...received];
    },
  };
}

const request = (id: number, path: string, input?: unknown, type = 'query') => ({
  kind: 'request',
  id,
  type,
  path,
  input,
});

const refused = (id: number | null, reason: string, max?: number) => ({
  kind: 'error',
  id,
  error: {
    code: -32600,
    message: 'malformedMessage',
    data: {
      code: 'BAD_REQUEST',
      httpStatus: 400,
      adiuva: { kind: 'bug', code: 'malformedMessage', fields: { reason, ...(max === undefined ? {} : { max }) } },
    },
  },
});

describe('a hello', () => {
  test('is answered with its session', async () => {
    const { send, receive } = openRaw();
    send({ ...hello, somethingNewer: true });
    expect(await receive(1)).toEqual([{ kind: 'hello', protocol: 1, session: 'first' }]);
  });

  test('of another version is refused, with both named, and nothing is answered after it', async () => {
    const { send, receive } = openRaw();
    send({ ...hello, protocol: 2 });
    send(request(1, 'echo', 'x'));
    expect(await receive(2)).toMatchObject([
      {
        kind: 'refused',
        session: 'first',
        error: { data: { adiuva: { code: 'protocolMismatch', fields: { ours: 1, theirs: 2 } } } },
      },
      refused(1, 'helloMissing'),
    ]);
  });

  test('must come first', async () => {
    const { send, receive } = openRaw();
    send(request(5, 'echo', 'x'));
    send(hello);
    send(request(5, 'echo', 'x'));
    expect(await receive(3)).toEqual([
      refused(5, 'helloMissing'),
      { kind: 'hello', protocol: 1, session: 'first' },
      { kind: 'result', id: 5, data: 'x' },
    ]);
  });

  test('again is a window that was reloaded: what it left is aborted and not answered', async () => {
    const { send, receive, context } = openRaw();
    send(hello);
    send(request(1, 'waitForAbort'));
    send(request(2, 'wait', undefined, 'subscription'));
    send(request(3, 'waitForGo', undefined, 'mutation'));
    await receive(3);
    send({ ...hello, session: 'second' });
    send(request(1, 'echo', 'of the second'));
    const received = await receive(5);
    expect(received.slice(3)).toEqual([
      { kind: 'hello', protocol: 1, session: 'second' },
      { kind: 'result', id: 1, data: 'of the second' },
    ]);
    context.go.resolve('too late');
    await vi.waitFor(() => {
      expect({ aborted: context.aborted, ended: context.ended }).toEqual({
        aborted: ['waitForAbort'],
        ended: ['wait'],
      });
    });
    send(request(2, 'echo', 'last'));
    expect((await receive(6)).at(-1)).toEqual({ kind: 'result', id: 2, data: 'last' });
  });
});

describe('what is malformed', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  const shared = Array.from({ length: 60 }).reduce<unknown>((inner) => [inner, inner], 'x');

  test.each<[string, unknown, ReturnType<typeof refused>]>([
    ['nothing', undefined, refused(null, 'notParsed')],
    ['null', null, refused(null, 'notParsed')],
    ['a text', 'hello', refused(null, 'notParsed')],
    ['a list', [hello], refused(null, 'notParsed')],
    ['an unknown kind', { kind: 'exec', id: 3 }, refused(3, 'notParsed')],
    ['no path', { kind: 'request', id: 3, type: 'query' }, refused(3, 'notParsed')],
    ['an endless path', request(3, 'x'.repeat(201)), refused(3, 'notParsed')],
    ['an unknown type', request(3, 'echo', 'x', 'delete'), refused(3, 'notParsed')],
    ['a key too many', { ...request(3, 'echo', 'x'), context: { actor: 'user' } }, refused(3, 'notParsed')],
    ['an id that is none', { ...request(3, 'echo', 'x'), id: '3' }, refused(null, 'notParsed')],
    ['a negative id', request(-1, 'echo', 'x'), refused(null, 'notParsed')],
    ['a cancel of nothing', { kind: 'cancel' }, refused(null, 'notParsed')],
    ['a date', request(3, 'echo', new Date(0)), refused(3, 'notJson')],
    ['a map', request(3, 'echo', new Map()), refused(3, 'notJson')],
    ['bytes', request(3, 'echo', new Uint8Array(3)), refused(3, 'notJson')],
    ['a big integer', request(3, 'echo', 1n), refused(3, 'notJson')],
    ['not a number', request(3, 'echo', NaN), refused(3, 'notJson')],
    ['a cycle', request(3, 'echo', cyclic), refused(3, 'notJson')],
    ['too much text', request(3, 'echo', 'x'.repeat(10_000)), refused(3, 'tooLarge', 10_000)],
    [
      'too many values',
      request(
        3,
        'echo',
        Array.from({ length: 10_001 }, () => 0),
      ),
      refused(3, 'tooLarge', 10_000),
    ],
    ['one value shared 2^60 times', request(3, 'echo', shared), refused(3, 'tooLarge', 10_000)],
    ['a list of a billion holes', request(3, 'echo', new Array(1_000_000_000)), refused(3, 'tooLarge', 10_000)],
    ['a long name', request(3, 'echo', { ['x'.repeat(10_001)]: 1 }), refused(3, 'tooLarge', 10_000)],
  ])('is answered and changes nothing: %s', async (_name, message, answer) => {
    const { send, receive } = openRaw({ message: 10_000 });
    send(hello);
    send(message);
    send(request(3, 'echo', 'well'));
    expect((await receive(3)).slice(1)).toEqual([answer, { kind: 'result', id: 3, data: 'well' }]);
  });

  test('is survived ten thousand times over', async () => {
    const { send, receive } = openRaw();
    send(hello);
    const random = createRandom(20_261_121);
    for (let index = 0; index < 10_000; index++) send(mutate(request(index, 'echo', { text: 'x' }), random));
    send(request(1_000_000, 'echo', 'well'));
    const received = await receive(10_002);
    expect(received.at(-1)).toEqual({ kind: 'result', id: 1_000_000, data: 'well' });
  });

  test.each([
    'toString',
    '__proto__',
    'constructor',
    'hasOwnProperty.call',
    'echo.call',
    '_def',
    'echo._def',
    '..',
    ' ',
  ])('a procedure called %s is not found', async (path) => {
    const { send, receive } = openRaw();
    send(hello);
    send(request(1, path));
    expect((await receive(2))[1]).toMatchObject({ kind: 'error', id: 1, error: { data: { code: 'NOT_FOUND' } } });
  });

  test('an id that is in use is refused, and its request goes on', async () => {
    const { send, receive, context } = openRaw();
    send(hello);
    send(request(1, 'waitForGo', undefined, 'mutation'));
    send(request(1, 'echo', 'x'));
    send({ kind: 'cancel', id: 1, more: true });
    expect((await receive(3)).slice(1)).toEqual([refused(null, 'duplicateId'), refused(null, 'notParsed')]);
    context.go.resolve('done');
    expect((await receive(4))[3]).toEqual({ kind: 'result', id: 1, data: 'done' });
  });

  test('more requests at once than allowed are refused until others have ended', async () => {
    const { send, receive } = openRaw({ liveRequests: 2 });
    send(hello);
    for (const id of [1, 2, 3]) send(request(id, 'waitForAbort'));
    expect((await receive(2))[1]).toEqual(refused(3, 'tooManyRequests', 2));
    send({ kind: 'cancel', id: 1 });
    await vi.waitFor(async () => {
      send(request(4, 'echo', 'x'));
      expect((await receive(3)).at(-1)).toEqual({ kind: 'result', id: 4, data: 'x' });
    });
  });

  test('cancelling what is not there, or twice, does nothing', async () => {
    const { send, receive } = openRaw();
    send(hello);
    send({ kind: 'cancel', id: 99 });
    send(request(1, 'waitForAbort'));
    for (let index = 0; index < 3; index++) send({ kind: 'cancel', id: 1 });
    send(request(2, 'echo', 'x'));
    expect((await receive(2)).slice(1)).toEqual([{ kind: 'result', id: 2, data: 'x' }]);
  });
});

/** A small linear congruential generator (Numerical Recipes): the same mutations on every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/** A message with one thing wrong with it, so that exactly one answer follows. */
function mutate(message: Record<string, unknown>, random: (below: number) => number): unknown {
  const wrong: unknown[] = [null, '', -1, 1.5, [], {}, true, 'x'.repeat(500), 2 ** 60];
  const keys = ['kind', 'type', 'path'];
  const key = keys[random(keys.length)] ?? 'kind';
  switch (random(4)) {
    case 0:
      return { ...message, [key]: wrong[random(wrong.length)] };
    case 1:
      return Object.fromEntries(Object.entries(message).filter(([name]) => name !== key));
    case 2:
      return { ...message, [`extra${random(10)}`]: wrong[random(wrong.length)] };
    default:
      return wrong[random(wrong.length)];
  }
}
