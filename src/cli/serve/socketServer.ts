import type { AnyTRPCRouter, inferRouterContext } from '@trpc/server';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Logger } from '../../core/ports.ts';
import { type Connection, handleConnection } from '../../transport/handler.ts';
import { MESSAGE_MAX } from '../../transport/protocol.ts';
import { CLOSE_UNAUTHORIZED, SOCKET_PATH } from '../../transport/webSocketPort.ts';
import { refusalOf } from './requestCheck.ts';
import type { Session } from './session.ts';
import { createWebSocketServerPort } from './webSocketServerPort.ts';

const WINDOWS_MAX = 100;
/** How often, in milliseconds, each window must show that it is there. */
const HEARTBEAT = 30_000;
/** How long a window may take to answer the closing of its socket. */
const CLOSE_GRACE = 500;

export interface SocketServerOptions<Router extends AnyTRPCRouter> {
  readonly router: Router;
  readonly createContext: () => inferRouterContext<Router>;
  readonly session: Session;
  readonly port: number;
  readonly logger: Logger;
  readonly heartbeat?: number;
  readonly messageMax?: number;
}

export interface SocketServer {
  /** For the HTTP server's `upgrade` event. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Lets calls under way finish for at most `grace` milliseconds, then closes every socket. */
  close(grace: number): Promise<void>;
}

/** The windows' WebSockets: each is one connection of the transport, on behalf of the user. */
export function createSocketServer<Router extends AnyTRPCRouter>(options: SocketServerOptions<Router>): SocketServer {
  const { router, createContext, session, port, logger, heartbeat = HEARTBEAT, messageMax = MESSAGE_MAX } = options;
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: messageMax,
    perMessageDeflate: false,
  });
  const windows = new Map<WebSocket, { connection: Connection; isAlive: boolean }>();
  let isClosing = false;

  const timer = setInterval(() => {
    for (const [socket, window] of windows) {
      if (!window.isAlive) {
        socket.terminate();
        continue;
      }
      window.isAlive = false;
      socket.ping();
    }
  }, heartbeat);
  timer.unref();

  function accept(socket: WebSocket): void {
    const connection = handleConnection({ port: createWebSocketServerPort(socket), router, createContext, logger });
    const window = { connection, isAlive: true };
    windows.set(socket, window);
    const showLife = (): void => {
      window.isAlive = true;
    };
    socket.on('pong', showLife).on('message', showLife);
    socket.on('close', () => {
      windows.delete(socket);
    });
  }

  return {
    upgrade(request, socket, head) {
      socket.on('error', (error) => {
        logger.debug('a window broke off', { error });
      });
      const refusal = refusalOf(request, port) ?? (request.headers.origin === undefined ? 'origin' : null);
      if (refusal !== null) {
        logger.warn('a WebSocket was refused', { refusal });
        refuse(socket, '403 Forbidden');
      } else if (request.url !== SOCKET_PATH) {
        refuse(socket, '404 Not Found');
      } else if (isClosing || windows.size >= WINDOWS_MAX) {
        refuse(socket, '503 Service Unavailable');
      } else {
        server.handleUpgrade(request, socket, head, (webSocket) => {
          webSocket.on('error', (error) => {
            logger.warn('a window sent what cannot be read', { error });
          });
          if (session.accepts(request.headers.cookie)) accept(webSocket);
          // A refused upgrade looks to a page like a host that is gone; a close code can be told from that.
          else webSocket.close(CLOSE_UNAUTHORIZED, 'unauthorized');
        });
      }
    },
    async close(grace) {
      isClosing = true;
      clearInterval(timer);
      await Promise.all(
        [...windows].map(async ([socket, { connection }]) => {
          await connection.dispose({ grace });
          await closeSocket(socket);
        }),
      );
    },
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** 1001: the server is going away (RFC 6455, section 7.4.1). */
function closeSocket(socket: WebSocket): Promise<void> {
  if (socket.readyState === socket.CLOSED) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      socket.terminate();
    }, CLOSE_GRACE);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(1001);
  });
}
