import { AdiuvaError, errorDataSchema } from '../contracts/errors.ts';
import { PROTOCOL_VERSION } from '../contracts/health.ts';
import { Listeners, type MessagePortLike, type PortClosing, type ReopeningPort } from './messagePort.ts';
import {
  type ErrorShape,
  LIVE_REQUESTS_MAX,
  type RequestMessage,
  serverMessageSchema,
  type ServerMessage,
} from './protocol.ts';
import { malformedMessage, protocolErrorShape } from './protocolError.ts';

/**
 * `connecting`: not there yet. `connected`. `lost`: it was there, or did not come; tried again where the port reopens.
 * `refused`: for good, until the window is loaded anew: `error` says why (`protocolMismatch`, `unauthorized`).
 */
export type ConnectionState =
  { readonly name: 'connecting' | 'connected' } | { readonly name: 'lost' | 'refused'; readonly error: AdiuvaError };

/** What a caller hears of its request. Nothing after `fail`, `result` or `complete`. */
export interface RequestObserver {
  result(data: unknown): void;
  /** Also after the connection came back and the subscription was asked for again. */
  started(): void;
  data(data: unknown, eventId: string | undefined): void;
  complete(): void;
  fail(error: ErrorShape): void;
  /** A subscription waits for the connection to come back. */
  interrupted(error: ErrorShape): void;
}

export type ConnectionRequest = Pick<RequestMessage, 'type' | 'path' | 'input'>;

/** The window's side of the link: one session with the workspace, over a port. */
export interface ClientConnection {
  readonly state: ConnectionState;
  onStateChange(listener: (state: ConnectionState) => void): () => void;
  /**
   * Sends a request; the answer cancels it, or does nothing where it has ended.
   *
   * While connecting, requests wait. When the connection breaks, queries and mutations fail with `connectionLost`, also
   * those made before it is back: a change must not happen long after it was given up. Subscriptions are asked for again,
   * tracked ones from the last event on; an untracked one starts anew, so on each `started` read again what may have
   * been missed. Where the port does not reopen they fail too.
   */
  request(request: ConnectionRequest, observer: RequestObserver): () => void;
  /** Tries to reopen now. */
  retry(): void;
  /** Fails what is under way and closes the port where it can be closed. */
  close(): void;
}

interface Entry {
  readonly request: ConnectionRequest;
  readonly observer: RequestObserver;
  lastEventId: string | undefined;
}

export function createConnection(port: MessagePortLike | ReopeningPort): ClientConnection {
  const entries = new Map<number, Entry>();
  const stateListeners = new Listeners<ConnectionState>();
  let state: ConnectionState = { name: 'connecting' };
  let nextId = 1;
  let session = '';
  let isOpen = false;

  function changeState(next: ConnectionState): void {
    state = next;
    stateListeners.call(next);
  }

  function open(): void {
    isOpen = true;
    session = makeSession();
    port.post({ kind: 'hello', protocol: PROTOCOL_VERSION, session });
    // Requests go right behind the hello: no round trip is spent on waiting for its answer.
    for (const [id, entry] of entries) send(id, entry);
  }

  function send(id: number, { request, observer, lastEventId }: Entry): void {
    try {
      port.post({ kind: 'request', id, ...request, ...(lastEventId === undefined ? {} : { lastEventId }) });
    } catch (error) {
      entries.delete(id);
      observer.fail(protocolErrorShape(error instanceof AdiuvaError ? error : malformedMessage('notJson')));
    }
  }

  function receive(raw: unknown): void {
    const parsed = serverMessageSchema.safeParse(raw);
    // What cannot be read belongs to no request that we know of; the others go on.
    if (parsed.success) handle(parsed.data);
  }

  function handle(message: ServerMessage): void {
    if (message.kind === 'hello') {
      if (message.session !== session) return;
      if (message.protocol === PROTOCOL_VERSION) changeState({ name: 'connected' });
      else refuse(new AdiuvaError('protocolMismatch', { ours: PROTOCOL_VERSION, theirs: message.protocol }));
    } else if (message.kind === 'refused') {
      if (message.session === session) refuse(mismatchOf(message.error));
    } else if (state.name === 'connected' && message.id !== null) {
      // Before our own hello is answered, answers are for the page that was here before.
      const entry = entries.get(message.id);
      if (entry) tell(message.id, entry, message);
    }
  }

  function tell(id: number, entry: Entry, message: Exclude<ServerMessage, { kind: 'hello' | 'refused' }>): void {
    const { observer } = entry;
    switch (message.kind) {
      case 'started':
        observer.started();
        return;
      case 'data':
        entry.lastEventId = message.eventId ?? entry.lastEventId;
        observer.data(message.data, message.eventId);
        return;
      case 'result':
        entries.delete(id);
        observer.result(message.data);
        return;
      case 'complete':
        entries.delete(id);
        observer.complete();
        return;
      case 'error':
        entries.delete(id);
        observer.fail(message.error);
    }
  }

  function refuse(error: AdiuvaError): void {
    changeState({ name: 'refused', error });
    failAll(protocolErrorShape(error));
  }

  function lose(closing: PortClosing): void {
    isOpen = false;
    if (state.name === 'refused') return;
    if (closing.isUnauthorized) {
      refuse(new AdiuvaError('unauthorized'));
      return;
    }
    const error = new AdiuvaError('connectionLost');
    const shape = protocolErrorShape(error);
    changeState({ name: 'lost', error });
    if (!closing.willReopen) {
      failAll(shape);
      return;
    }
    for (const [id, { request, observer }] of [...entries]) {
      if (request.type === 'subscription') {
        observer.interrupted(shape);
      } else {
        entries.delete(id);
        observer.fail(shape);
      }
    }
  }

  function failAll(shape: ErrorShape): void {
    const failing = [...entries.values()];
    entries.clear();
    for (const { observer } of failing) observer.fail(shape);
  }

  /** Why a request cannot even wait, or null. */
  function refusalOf({ type }: ConnectionRequest): AdiuvaError | null {
    if (state.name === 'refused') return state.error;
    if (state.name === 'lost' && (type !== 'subscription' || !('onOpen' in port))) return state.error;
    if (entries.size >= LIVE_REQUESTS_MAX) return malformedMessage('tooManyRequests', LIVE_REQUESTS_MAX);
    return null;
  }

  port.onMessage(receive);
  port.onClose(lose);
  if ('onOpen' in port) port.onOpen(open);
  else open();

  return {
    get state() {
      return state;
    },
    onStateChange: (listener) => stateListeners.add(listener),
    request(request, observer) {
      const refusal = refusalOf(request);
      if (refusal) {
        observer.fail(protocolErrorShape(refusal));
        return () => undefined;
      }
      const id = nextId++;
      const entry: Entry = { request, observer, lastEventId: undefined };
      entries.set(id, entry);
      if (isOpen) send(id, entry);
      return () => {
        if (entries.delete(id) && isOpen) port.post({ kind: 'cancel', id });
      };
    },
    retry() {
      if ('reopen' in port) port.reopen();
    },
    close() {
      if ('close' in port) port.close();
      lose({ willReopen: false, isUnauthorized: false });
    },
  };
}

/** Tells this page's answers from those of a page before it on the same port. Nothing depends on it being hard to guess. */
function makeSession(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

/** The other side's refusal seen from here: its `ours` is our `theirs`. */
function mismatchOf(shape: ErrorShape): AdiuvaError {
  const data = errorDataSchema.safeParse(shape.data['adiuva']);
  return new AdiuvaError('protocolMismatch', {
    ours: PROTOCOL_VERSION,
    theirs: (data.success ? data.data.fields['ours'] : undefined) ?? null,
  });
}
