import { createTRPCClient, type TRPCClient } from '@trpc/client';
import { initTRPC, tracked } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { AdiuvaError } from '../../src/contracts/errors.ts';
import { createChannelPort } from '../../src/transport/channelPort.ts';
import { createConnection } from '../../src/transport/connection.ts';
import {
  type Connection,
  type ConnectionLogger,
  handleConnection,
  type HandlerOptions,
} from '../../src/transport/handler.ts';
import { portLink } from '../../src/transport/link.ts';

/** What the test's procedures saw, and the switches with which a test steers them. */
export interface TestContext {
  readonly aborted: string[];
  readonly ended: string[];
  /** Resolves what `waitForGo` waits for. */
  readonly go: PromiseWithResolvers<string>;
}

export function createTestContext(): TestContext {
  return { aborted: [], ended: [], go: Promise.withResolvers<string>() };
}

const t = initTRPC.context<TestContext>().create({
  isDev: false,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: {
      ...shape.data,
      adiuva:
        error.cause instanceof AdiuvaError
          ? error.cause.toData()
          : { kind: error.code === 'INTERNAL_SERVER_ERROR' ? 'bug' : 'expected', code: 'internal', fields: {} },
    },
  }),
});

export const testRouter = t.router({
  echo: t.procedure.input(z.json()).query(({ input }) => input),
  nothing: t.procedure.mutation(() => undefined),
  fail: t.procedure.mutation(() => {
    throw new AdiuvaError('conflict', { recordKind: 'task', id: 'x', expectedVersion: 1, actualVersion: 2 });
  }),
  breakDown: t.procedure.query(() => {
    throw new Error('the inside of the house');
  }),
  unsendable: t.procedure.query(() => () => 'a function'),
  streamingQuery: t.procedure.query(async function* () {
    yield 1;
  }),
  waitForAbort: t.procedure.query(
    ({ ctx, signal }) =>
      new Promise<never>((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          ctx.aborted.push('waitForAbort');
          reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
        });
      }),
  ),
  /** Deaf to its signal. */
  waitForGo: t.procedure.mutation(({ ctx }) => ctx.go.promise),
  count: t.procedure.input(z.object({ to: z.int() })).subscription(async function* ({ input, ctx }) {
    try {
      for (let index = 1; index <= input.to; index++) yield index;
    } finally {
      ctx.ended.push('count');
    }
  }),
  countTracked: t.procedure
    .input(z.object({ to: z.int(), lastEventId: z.string().optional() }))
    .subscription(async function* ({ input, signal }) {
      for (let index = Number(input.lastEventId ?? 0) + 1; index <= input.to; index++)
        yield tracked(String(index), index);
      await untilAborted(signal);
    }),
  /** Says `ready`, then nothing until the caller leaves. */
  wait: t.procedure.subscription(async function* ({ ctx, signal }) {
    try {
      yield 'ready';
      await untilAborted(signal);
    } finally {
      ctx.ended.push('wait');
    }
  }),
  failMidway: t.procedure.subscription(async function* () {
    yield 1;
    throw new AdiuvaError('notFound', { recordKind: 'task', id: 'x' });
  }),
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- observables are what it is for
  watch: t.procedure.subscription(({ ctx }) =>
    observable<string>((observer) => {
      observer.next('one');
      observer.next('two');
      return () => {
        ctx.ended.push('watch');
      };
    }),
  ),
});
export type TestRouter = typeof testRouter;

function untilAborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => {
      resolve();
    });
  });
}

export interface LoggedLine {
  level: 'debug' | 'warn' | 'error';
  message: string;
  fields: Readonly<Record<string, unknown>> | undefined;
}

export function createTestLogger(): ConnectionLogger & { readonly lines: LoggedLine[] } {
  const lines: LoggedLine[] = [];
  const write =
    (level: LoggedLine['level']) =>
    (message: string, fields?: Readonly<Record<string, unknown>>): void =>
      void lines.push({ level, message, fields });
  return { lines, debug: write('debug'), warn: write('warn'), error: write('error') };
}

export interface TestPair {
  readonly client: TRPCClient<TestRouter>;
  readonly connection: ReturnType<typeof createConnection>;
  readonly handler: Connection;
  readonly context: TestContext;
  readonly logger: ReturnType<typeof createTestLogger>;
  /** The server's end: closing it is losing the connection. */
  closePort(): void;
}

/** A client and a handler on the two ends of a MessageChannel. */
export function createTestPair(limits: HandlerOptions<TestRouter>['limits'] = {}): TestPair {
  const channel = new MessageChannel();
  const context = createTestContext();
  const logger = createTestLogger();
  const serverPort = createChannelPort(channel.port1);
  const handler = handleConnection({
    port: serverPort,
    router: testRouter,
    createContext: () => context,
    logger,
    limits,
  });
  const connection = createConnection(createChannelPort(channel.port2));
  const client = createTRPCClient<TestRouter>({ links: [portLink<TestRouter>(connection)] });
  onTestFinished(async () => {
    context.go.resolve('the test is over');
    serverPort.close();
    await handler.dispose();
  });
  return { client, connection, handler, context, logger, closePort: serverPort.close };
}
