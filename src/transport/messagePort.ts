/**
 * What tRPC travels over: Electron's IPC, a WebSocket, a worker's port. Messages arrive once and in order, or the port
 * closes.
 */
export interface MessagePortLike {
  /** @throws where the message cannot be carried: too large, or not JSON. On a closed port it does nothing. */
  post(message: unknown): void;
  /** Calls back for each message; the answer takes the callback away again. */
  onMessage(listener: (message: unknown) => void): () => void;
  /** Calls back when the port closes. A port without `onOpen` closes once and for good. */
  onClose(listener: (closing: PortClosing) => void): () => void;
}

/** The client's end of a carrier that comes back after it broke, with nobody at the other end remembering anything. */
export interface ReopeningPort extends MessagePortLike {
  /** Calls back each time the port has opened; at once where it is open already. */
  onOpen(listener: () => void): () => void;
  /** Tries again now instead of after the pause. */
  reopen(): void;
  /** Closes and stays closed. */
  close(): void;
}

export interface PortClosing {
  /** Whether the port tries to open again by itself. */
  readonly willReopen: boolean;
  /** The other end does not know this window (any more): its address has to be opened anew. */
  readonly isUnauthorized: boolean;
}

/** Listeners of one kind: what every port here keeps. */
export class Listeners<Argument = void> {
  readonly #listeners = new Set<(argument: Argument) => void>();

  add(listener: (argument: Argument) => void): () => void {
    // Wrapped, so that the same function added twice is two listeners.
    const own = (argument: Argument): void => {
      listener(argument);
    };
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  call(argument: Argument): void {
    for (const listener of [...this.#listeners]) listener(argument);
  }
}
