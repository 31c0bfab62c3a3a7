import type { ContextBridge, IpcRenderer, IpcRendererEvent } from 'electron';

type Listener = (event: IpcRendererEvent, ...args: unknown[]) => void;
type RunPreload = (require: (name: string) => unknown, module: object, exports: object) => void;

declare global {
  interface Window {
    /** Playwright's binding into the stand-in's process. */
    __electronSend?(channel: string, args: unknown[]): Promise<void>;
    __electronOpen?(url: string, target: string): Promise<void>;
    __electronClose?(): Promise<void>;
    __electronDeliver?(batch: readonly { channel: string; args: unknown[] }[]): void;
  }
}

/**
 * The half of the stand-in that runs in the page, before any script of it: gives the built preload an `electron` to
 * require. It is sent as source, so it may name nothing outside itself.
 */
export function rendererSide(runPreload: RunPreload): void {
  // As in Electron: frames within a page get no preload.
  if (window !== window.top) return;
  const listeners = new Map<string, Set<Listener>>();

  const ipcRenderer = {
    send(channel, ...args) {
      // Throws, as Electron does, at what cannot be cloned.
      void window.__electronSend?.(channel, structuredClone(args));
    },
    on(channel, listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      return this as unknown as IpcRenderer;
    },
    off(channel, listener) {
      listeners.get(channel)?.delete(listener);
      return this as unknown as IpcRenderer;
    },
    removeListener(channel, listener) {
      listeners.get(channel)?.delete(listener);
      return this as unknown as IpcRenderer;
    },
  } satisfies Partial<IpcRenderer>;

  const contextBridge = {
    exposeInMainWorld(key, api: object) {
      Object.defineProperty(window, key, { value: Object.freeze(api), enumerable: true });
    },
  } satisfies Partial<ContextBridge>;

  Object.defineProperty(window, '__electronDeliver', {
    value: (batch: readonly { channel: string; args: unknown[] }[]) => {
      for (const { channel, args } of batch) {
        for (const listener of [...(listeners.get(channel) ?? [])]) listener({} as IpcRendererEvent, ...args);
      }
    },
  });

  // A page whose window is denied gets null; the app denies all that pages ask for, and opens its own.
  window.open = (url = '', target = '') => {
    void window.__electronOpen?.(new URL(url, document.baseURI).href, target);
    return null;
  };
  // A page may close its window there, whoever opened it.
  window.close = () => void window.__electronClose?.();

  const module = { exports: {} };
  runPreload(
    (name) => {
      if (name === 'electron' || name === 'electron/renderer') return { ipcRenderer, contextBridge };
      throw new Error(`A sandboxed preload cannot require ${name}.`);
    },
    module,
    module.exports,
  );
}
