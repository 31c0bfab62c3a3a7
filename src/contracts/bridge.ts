/**
 * The one object that the preload puts into the window, `window.adiuva`. It carries messages and means nothing by them:
 * what they say is `transport`'s protocol.
 */
export interface AdiuvaBridge {
  send(message: unknown): void;
  /** Calls back for each message from main; the answer takes the callback away again. */
  onMessage(listener: (message: unknown) => void): () => void;
}

/** The one IPC channel between the preload and main. */
export const BRIDGE_CHANNEL = 'adiuva:message';

declare global {
  interface Window {
    /** There in the desktop app; absent in the browser host, which speaks over a WebSocket. */
    readonly adiuva?: AdiuvaBridge;
  }
}
