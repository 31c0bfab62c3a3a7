import { Listeners, type PortClosing, type ReopeningPort } from './messagePort.ts';
import { MESSAGE_MAX } from './protocol.ts';
import { malformedMessage } from './protocolError.ts';

/** Where the browser host takes WebSockets. */
export const SOCKET_PATH = '/socket';

/** Close code of a socket whose cookie the browser host does not know (RFC 6455, section 7.4.2: 4000 to 4999 are ours). */
export const CLOSE_UNAUTHORIZED = 4_401;

/** Pauses before reopening, in milliseconds: doubling from the first to the last. */
const FIRST_PAUSE = 250;
const LAST_PAUSE = 8_000;

export interface WebSocketPortOptions {
  readonly url: string;
  /** Makes the socket; the browser's own unless a test hands in another. */
  readonly open?: (url: string) => WebSocket;
}

/**
 * The browser host's window: a WebSocket that opens again after it broke, until `close` or until the host says that it
 * does not know this window (`isUnauthorized`).
 */
export function createWebSocketPort({
  url,
  open = (address) => new WebSocket(address),
}: WebSocketPortOptions): ReopeningPort {
  const messages = new Listeners<unknown>();
  const closings = new Listeners<PortClosing>();
  const openings = new Listeners();
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempts = 0;
  let isDone = false;

  function connect(): void {
    clearTimeout(timer);
    timer = undefined;
    const own = open(url);
    socket = own;
    own.addEventListener('open', () => {
      if (socket !== own) return;
      attempts = 0;
      openings.call();
    });
    own.addEventListener('message', (event: { readonly data: unknown }) => {
      if (socket !== own || typeof event.data !== 'string') return;
      const message = parseJson(event.data);
      if (message !== undefined) messages.call(message);
    });
    // A browser says nothing of why a socket failed; its close event always follows.
    own.addEventListener('close', (event) => {
      if (socket !== own) return;
      socket = null;
      const isUnauthorized = event.code === CLOSE_UNAUTHORIZED;
      isDone ||= isUnauthorized;
      if (!isDone) timer = setTimeout(connect, pauseAfter(attempts++));
      closings.call({ willReopen: !isDone, isUnauthorized });
    });
  }

  connect();
  return {
    post(message) {
      const text = JSON.stringify(message);
      if (isLargerThan(text, MESSAGE_MAX)) throw malformedMessage('tooLarge', MESSAGE_MAX);
      if (socket?.readyState === WebSocket.OPEN) socket.send(text);
    },
    onMessage: (listener) => messages.add(listener),
    onClose: (listener) => closings.add(listener),
    onOpen(listener) {
      if (socket?.readyState === WebSocket.OPEN) listener();
      return openings.add(listener);
    },
    reopen() {
      if (timer !== undefined) connect();
    },
    close() {
      isDone = true;
      clearTimeout(timer);
      timer = undefined;
      const closing = socket;
      socket = null;
      closing?.close();
    },
  };
}

/** Doubling, with up to a quarter taken off, so that several windows do not come back in step. */
function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE * 2 ** attempts, LAST_PAUSE) * (1 - Math.random() / 4);
}

/** In UTF-8, without encoding what is far from the limit. */
function isLargerThan(text: string, bytes: number): boolean {
  if (text.length > bytes) return true;
  return text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
