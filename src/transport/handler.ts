import {
  type AnyTRPCRouter,
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  type inferRouterContext,
  isTrackedEnvelope,
  TRPCError,
} from '@trpc/server';
import { isObservable, observableToAsyncIterable } from '@trpc/server/observable';
import { AdiuvaError, errorDataSchema } from '../contracts/errors.ts';
import { PROTOCOL_VERSION } from '../contracts/health.ts';
import { measureMessage } from './measureMessage.ts';
import type { MessagePortLike } from './messagePort.ts';
import {
  type ClientMessage,
  clientMessageSchema,
  type ErrorShape,
  errorShapeSchema,
  LIVE_REQUESTS_MAX,
  MESSAGE_MAX,
  type RequestMessage,
  type ServerMessage,
} from './protocol.ts';
import { malformedMessage, type MalformedReason, protocolErrorShape } from './protocolError.ts';
import { nextOrAborted } from './nextOrAborted.ts';

/** What the handler writes down. Core's Logger is one. */
export interface ConnectionLogger {
  debug(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

export interface HandlerOptions<Router extends AnyTRPCRouter> {
  readonly port: MessagePortLike;
  readonly router: Router;
  /** Called for each request. */
  createContext(): inferRouterContext<Router> | Promise<inferRouterContext<Router>>;
  readonly logger: ConnectionLogger;
  readonly limits?: { readonly message?: number; readonly liveRequests?: number };
}

export interface Connection {
  /**
   * Takes no more requests, ends subscriptions and lets calls under way finish and answer. What is not done after
   * `grace` milliseconds is aborted and not waited for longer. The port stays the host's to close.
   */
  dispose(options?: { grace?: number }): Promise<void>;
}

/** One request under way. */
interface Call {
  readonly request: RequestMessage;
  readonly controller: AbortController;
  /** Nobody waits for the answer any more. */
  isLeft: boolean;
  settled: Promise<void>;
}

/**
 * The server side of the link: answers one window's tRPC requests on a port until the port closes or `dispose`.
 * Whatever arrives is checked; what is malformed is answered with `malformedMessage` and changes nothing else. A hello
 * of another protocol version is answered with `protocolMismatch` (`ours` is this side's). Cancelling a request, a new
 * hello and the port's closing abort the procedures' signals.
 */
export function handleConnection<Router extends AnyTRPCRouter>(options: HandlerOptions<Router>): Connection {
  const { port, router, logger } = options;
  const messageMax = options.limits?.message ?? MESSAGE_MAX;
  const liveRequestsMax = options.limits?.liveRequests ?? LIVE_REQUESTS_MAX;
  /** By id: what can be cancelled. */
  const calls = new Map<number, Call>();
  /** All that has not ended yet, those that a reloaded window left included. */
  const live = new Set<Call>();
  let state: 'waiting' | 'greeted' | 'refused' | 'disposed' = 'waiting';

  function post(message: ServerMessage): void {
    port.post(message);
  }

  function postError(id: number | null, error: ErrorShape): void {
    try {
      post({ kind: 'error', id, error });
    } catch (cause) {
      logger.error('answer could not be sent', { error: cause });
    }
  }

  /** Answers a message that means nothing. Its id is used only where that cannot end a request that is well. */
  function refuseMessage(raw: unknown, reason: MalformedReason, max?: number): void {
    const error = malformedMessage(reason, max);
    logger.warn('message refused', { ...error.fields });
    const id = idOf(raw);
    postError(id !== null && calls.has(id) ? null : id, protocolErrorShape(error));
  }

  function receive(raw: unknown): void {
    if (state === 'disposed') return;
    const measure = measureMessage(raw, messageMax);
    if (measure !== 'fits') {
      refuseMessage(raw, measure, measure === 'tooLarge' ? messageMax : undefined);
      return;
    }
    const parsed = clientMessageSchema.safeParse(raw);
    if (!parsed.success) refuseMessage(raw, 'notParsed');
    else handle(parsed.data);
  }

  function handle(message: ClientMessage): void {
    switch (message.kind) {
      case 'hello':
        greet(message.protocol, message.session);
        return;
      case 'cancel': {
        const call = calls.get(message.id);
        if (call) leave(call);
        return;
      }
      case 'request':
        if (state !== 'greeted') refuseMessage(message, 'helloMissing');
        else if (calls.has(message.id)) refuseMessage(message, 'duplicateId');
        else if (live.size >= liveRequestsMax) refuseMessage(message, 'tooManyRequests', liveRequestsMax);
        else start(message);
    }
  }

  function greet(theirs: number, session: string): void {
    leaveAll();
    // They may still be ending; their ids are free for the new session.
    calls.clear();
    if (theirs === PROTOCOL_VERSION) {
      state = 'greeted';
      post({ kind: 'hello', protocol: PROTOCOL_VERSION, session });
      return;
    }
    state = 'refused';
    const error = new AdiuvaError('protocolMismatch', { ours: PROTOCOL_VERSION, theirs });
    logger.warn('another protocol version was refused', { ...error.fields });
    post({ kind: 'refused', session, error: protocolErrorShape(error) });
  }

  function leave(call: Call): void {
    call.isLeft = true;
    call.controller.abort();
  }

  function leaveAll(): void {
    for (const call of live) leave(call);
  }

  function start(request: RequestMessage): void {
    const call: Call = { request, controller: new AbortController(), isLeft: false, settled: Promise.resolve() };
    calls.set(request.id, call);
    live.add(call);
    call.settled = answer(call)
      .catch((error: unknown) => {
        answerError(call, error);
      })
      .finally(() => {
        live.delete(call);
        if (calls.get(request.id) === call) calls.delete(request.id);
      });
  }

  async function answer(call: Call): Promise<void> {
    const { type, path, id } = call.request;
    const { signal } = call.controller;
    const result: unknown = await callTRPCProcedure({
      router,
      path,
      type,
      ctx: await options.createContext(),
      signal,
      batchIndex: 0,
      getRawInput: async () => inputOf(call.request),
    });
    const stream = isObservable(result) ? observableToAsyncIterable(result, signal) : result;
    if (type === 'subscription') {
      if (!isAsyncIterable(stream)) throw new TypeError(`The subscription ${path} gave nothing to iterate.`);
      await answerStream(call, stream);
    } else {
      if (isAsyncIterable(stream)) throw new TypeError(`The ${type} ${path} gave a stream; only subscriptions may.`);
      if (!call.isLeft) post({ kind: 'result', id, data: result });
    }
  }

  async function answerStream(call: Call, stream: AsyncIterable<unknown>): Promise<void> {
    const { id } = call.request;
    const { signal } = call.controller;
    const iterator = stream[Symbol.asyncIterator]();
    if (!call.isLeft) post({ kind: 'started', id });
    try {
      for (;;) {
        const next = await nextOrAborted(iterator, signal);
        if (next === 'aborted' || call.isLeft) return;
        if (next.done) {
          post({ kind: 'complete', id });
          return;
        }
        if (isTrackedEnvelope(next.value)) {
          const [eventId, data] = next.value;
          post({ kind: 'data', id, eventId, data: { id: eventId, data } });
        } else {
          post({ kind: 'data', id, data: next.value });
        }
      }
    } finally {
      await iterator.return?.();
    }
  }

  function answerError(call: Call, thrown: unknown): void {
    const { path, type, id } = call.request;
    const { aborted } = call.controller.signal;
    const error =
      aborted && isAbortError(thrown)
        ? new TRPCError({ code: 'CLIENT_CLOSED_REQUEST', cause: new AdiuvaError('cancelled', {}, { cause: thrown }) })
        : getTRPCErrorFromUnknown(thrown);
    const shape: unknown = getTRPCErrorShape({
      config: router._def._config,
      error,
      type,
      path,
      input: undefined,
      ctx: undefined,
    });
    logError(call, error, shape);
    if (!call.isLeft) postError(id, errorShapeSchema.parse(shape));
  }

  function logError({ request: { path, type } }: Call, error: TRPCError, shape: unknown): void {
    const data = errorDataSchema.safeParse(adiuvaDataOf(shape));
    const isBug = data.success ? data.data.kind === 'bug' : error.code === 'INTERNAL_SERVER_ERROR';
    const fields = { path, type, code: data.success ? data.data.code : error.code, error: error.cause ?? error };
    if (isBug) logger.error('request failed', fields);
    else logger.debug('request refused', fields);
  }

  const stopListening = [
    port.onMessage(receive),
    port.onClose(() => {
      leaveAll();
    }),
  ];

  return {
    async dispose({ grace = 2_000 } = {}) {
      state = 'disposed';
      const settling = [...live].map((call) => {
        if (call.request.type === 'subscription') leave(call);
        return call.settled;
      });
      if (!(await settlesWithin(settling, grace))) {
        for (const call of live) call.controller.abort();
        await settlesWithin(settling, ABORT_GRACE);
      }
      leaveAll();
      for (const stop of stopListening) stop();
    },
  };
}

/** How long, in milliseconds, an aborted call may take to say so. */
const ABORT_GRACE = 250;

async function settlesWithin(promises: readonly Promise<void>[], milliseconds: number): Promise<boolean> {
  const { promise: timedOut, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => {
    resolve(false);
  }, milliseconds);
  const isSettled = await Promise.race([Promise.allSettled(promises).then(() => true), timedOut]);
  clearTimeout(timer);
  return isSettled;
}

/** tRPC's convention for tracked subscriptions: the last event goes in with the input. */
function inputOf({ input, lastEventId }: RequestMessage): unknown {
  if (lastEventId === undefined) return input;
  if (input === undefined || input === null) return { lastEventId };
  return typeof input === 'object' ? { ...input, lastEventId } : input;
}

/** The id of a message that could not be read, where it has one: its sender then does not wait for ever. */
function idOf(raw: unknown): number | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const id: unknown = Reflect.get(raw, 'id');
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? id : null;
}

function adiuvaDataOf(shape: unknown): unknown {
  if (typeof shape !== 'object' || shape === null || !('data' in shape)) return undefined;
  const { data } = shape;
  return typeof data === 'object' && data !== null && 'adiuva' in data ? data.adiuva : undefined;
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

function isAbortError(thrown: unknown): boolean {
  return thrown instanceof Error && (thrown.name === 'AbortError' || isAbortError(thrown.cause));
}
