import { Listeners, type MessagePortLike, type PortClosing } from './messagePort.ts';

/** What both ends of a `MessageChannel` have, in a window and in Node's worker threads. */
interface ChannelEnd {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
  start(): void;
  close(): void;
}

/** One end of a `MessageChannel`: a worker, or a caller in the same process. Closing either end closes both. */
export function createChannelPort(end: ChannelEnd): MessagePortLike & { close(): void } {
  const messages = new Listeners<unknown>();
  const closings = new Listeners<PortClosing>();
  end.addEventListener('message', (event) => {
    messages.call(event.data);
  });
  end.addEventListener('close', () => {
    closings.call({ willReopen: false, isUnauthorized: false });
  });
  end.start();
  return {
    post(message) {
      end.postMessage(message);
    },
    onMessage: (listener) => messages.add(listener),
    onClose: (listener) => closings.add(listener),
    close() {
      end.close();
    },
  };
}
