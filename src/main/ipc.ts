import { ipcMain, type IpcMainEvent } from 'electron';
import { appRouter } from '../api/appRouter.ts';
import type { ApiContext } from '../api/trpc.ts';
import { BRIDGE_CHANNEL } from '../contracts/bridge.ts';
import type { Logger } from '../core/ports.ts';
import type { Workspace } from '../core/workspace.ts';
import { type Connection, handleConnection } from '../transport/handler.ts';
import { Listeners, type MessagePortLike, type PortClosing } from '../transport/messagePort.ts';
import { isAppAddress } from './address.ts';

export interface WindowLinks {
  /** Serves the API to a window until it closes. */
  connect(window: Electron.BrowserWindow): void;
  /** Settles with the first message of any window: its page was loaded and runs. */
  readonly firstMessage: Promise<void>;
  /** Takes no more requests and lets those under way finish. */
  dispose(): Promise<void>;
}

/**
 * The API for windows, over one IPC channel. Each window is a port of its own. A message counts only when it comes from
 * the main frame of a window that was connected, and that frame shows the app; what it says is the transport's to check.
 */
export function serveWindows({ workspace, logger }: { workspace: Workspace; logger: Logger }): WindowLinks {
  const links = new Map<number, { receive(message: unknown): void; connection: Connection }>();
  const firstMessage = Promise.withResolvers<void>();

  function receive(event: IpcMainEvent, message: unknown): void {
    const link = links.get(event.sender.id);
    if (link === undefined || !isFromApp(event)) {
      logger.warn('a message of an unknown sender was dropped');
      return;
    }
    firstMessage.resolve();
    link.receive(message);
  }
  ipcMain.on(BRIDGE_CHANNEL, receive);

  return {
    connect(window) {
      const contents = window.webContents;
      const { id } = contents;
      const messages = new Listeners<unknown>();
      const closings = new Listeners<PortClosing>();
      const port: MessagePortLike = {
        post(message) {
          if (!contents.isDestroyed()) contents.send(BRIDGE_CHANNEL, message);
        },
        onMessage: (listener) => messages.add(listener),
        onClose: (listener) => closings.add(listener),
      };
      const connection = handleConnection({
        port,
        router: appRouter,
        createContext: (): ApiContext => ({ workspace, actor: { kind: 'user' } }),
        logger,
      });
      links.set(id, {
        receive: (message) => {
          messages.call(message);
        },
        connection,
      });
      const leave = (): void => {
        closings.call({ willReopen: false, isUnauthorized: false });
      };
      // The window stays, and its next page says hello anew; nobody waits for what the one before had asked.
      contents.on('render-process-gone', leave);
      contents.once('destroyed', () => {
        links.delete(id);
        leave();
      });
    },
    firstMessage: firstMessage.promise,
    async dispose() {
      ipcMain.off(BRIDGE_CHANNEL, receive);
      await Promise.all([...links.values()].map(({ connection }) => connection.dispose()));
      links.clear();
    },
  };
}

/** `senderFrame` is null once the frame is gone: what nobody can vouch for is not listened to. */
function isFromApp({ sender, senderFrame }: IpcMainEvent): boolean {
  if (senderFrame?.frameTreeNodeId !== sender.mainFrame.frameTreeNodeId) return false;
  return isAppAddress(senderFrame.url);
}
