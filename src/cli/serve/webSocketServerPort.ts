import type { RawData, WebSocket } from 'ws';
import { Listeners, type MessagePortLike, type PortClosing } from '../../transport/messagePort.ts';

/** A window that reads slower than this, in bytes waiting for it, is cut off; it comes back and asks anew. */
const WAITING_MAX = 256 * 1024 * 1024;

/** The server's end of a window's WebSocket: JSON in text frames. */
export function createWebSocketServerPort(socket: WebSocket): MessagePortLike {
  const messages = new Listeners<unknown>();
  const closings = new Listeners<PortClosing>();
  socket.on('message', (data, isBinary) => {
    messages.call(isBinary ? undefined : parse(data));
  });
  socket.on('close', () => {
    closings.call({ willReopen: false, isUnauthorized: false });
  });
  return {
    post(message) {
      const text = JSON.stringify(message);
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > WAITING_MAX) socket.terminate();
      else socket.send(text);
    },
    onMessage: (listener) => messages.add(listener),
    onClose: (listener) => closings.add(listener),
  };
}

/** What is not JSON goes on as undefined: the handler answers it like any other malformed message. */
function parse(data: RawData): unknown {
  try {
    // With ws's usual binaryType a frame is one Buffer.
    return Buffer.isBuffer(data) ? JSON.parse(data.toString('utf8')) : undefined;
  } catch {
    return undefined;
  }
}
