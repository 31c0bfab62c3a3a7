import type { AnyTRPCRouter, inferRouterContext } from '@trpc/server';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Logger } from '../../core/ports.ts';
import { contentSecurityPolicy } from '../../platform/contentSecurityPolicy.ts';
import type { RendererFiles } from '../../platform/rendererFiles.ts';
import { API_PREFIX, createApiHandler, sendError } from './apiHandler.ts';
import { refusalOf, refusalSentences } from './requestCheck.ts';
import { createSession, type Session } from './session.ts';
import { createSocketServer, type SocketServer } from './socketServer.ts';
import { createWindowHandler, sendText } from './windowHandler.ts';

export interface BrowserHostOptions<Router extends AnyTRPCRouter> {
  /** 0 takes any that is free. */
  readonly port: number;
  readonly files: RendererFiles;
  readonly router: Router;
  /** On whose behalf: a window is the user, a script with the token is `api`. */
  readonly createContext: (actor: 'user' | 'api') => inferRouterContext<Router>;
  readonly apiToken: string | undefined;
  readonly logger: Logger;
  /** What tests make small. */
  readonly limits?: { readonly body?: number; readonly message?: number; readonly heartbeat?: number };
}

export interface BrowserHost {
  readonly port: number;
  /** Opens the window once. */
  readonly startAddress: string;
  /** Takes nothing new, lets calls under way finish for at most `grace` milliseconds, and closes every connection. */
  close(options?: { grace?: number }): Promise<void>;
}

/**
 * The app in a browser: the built window, its WebSocket, and the API for scripts, on 127.0.0.1 and nowhere else.
 * @throws the server's own error where the port is taken (`EADDRINUSE`) or not allowed (`EACCES`)
 */
export async function startBrowserHost<Router extends AnyTRPCRouter>(
  options: BrowserHostOptions<Router>,
): Promise<BrowserHost> {
  const { files, router, createContext, apiToken, logger, limits = {} } = options;
  const server = createServer();
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const { port } = addressOf(server);
  const session = createSession(port);
  const handleApi = createApiHandler({
    router,
    createContext: () => createContext('api'),
    token: apiToken,
    logger,
    ...(limits.body === undefined ? {} : { bodyMax: limits.body }),
  });
  const sockets = createSocketServer({
    router,
    createContext: () => createContext('user'),
    session,
    port,
    logger,
    ...(limits.message === undefined ? {} : { messageMax: limits.message }),
    ...(limits.heartbeat === undefined ? {} : { heartbeat: limits.heartbeat }),
  });
  const handleWindow = createWindowHandler(files, session);
  const responses = new Set<ServerResponse>();
  const connections = new Set<Socket>();

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    responses.add(response);
    response.once('close', () => responses.delete(response));
    setSecurityHeaders(request, response);
    const isApi = request.url?.startsWith(API_PREFIX) ?? false;
    const refusal = refusalOf(request, port);
    if (refusal !== null) {
      logger.warn('a request was refused', { refusal });
      if (isApi) sendError(response, 403, refusalSentences[refusal]);
      else sendText(response, 403, refusalSentences[refusal]);
    } else if (isApi) {
      handleApi(request, response);
    } else {
      handleWindow(request, response).catch((error: unknown) => {
        logger.warn('a file was not sent whole', { error });
        response.destroy();
      });
    }
  });
  server.on('upgrade', (request, socket, head) => {
    sockets.upgrade(request, socket, head);
  });
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });

  return {
    port,
    startAddress: startAddressOf(port, session),
    close: ({ grace = 2_000 } = {}) => closeAll({ server, sockets, responses, connections, grace }),
  };
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address;
}

function startAddressOf(port: number, { token }: Session): string {
  return `http://127.0.0.1:${port}/?token=${token}`;
}

function setSecurityHeaders({ headers: { host = '' } }: IncomingMessage, response: ServerResponse): void {
  // Not every browser counts the WebSocket of its own host as 'self'. A host that is not ours is refused before use.
  const socketSource = /^[\w.]+:\d+$/u.test(host) ? [`ws://${host}`] : [];
  response.setHeader('content-security-policy', contentSecurityPolicy(socketSource));
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('x-frame-options', 'DENY');
}

interface ClosingParts {
  readonly server: Server;
  readonly sockets: SocketServer;
  /** Answers under way. */
  readonly responses: ReadonlySet<ServerResponse>;
  readonly connections: ReadonlySet<Socket>;
  readonly grace: number;
}

async function closeAll({ server, sockets, responses, connections, grace }: ClosingParts): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  // Events go on until somebody leaves: they are not waited for.
  for (const response of responses) {
    if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.destroy();
  }
  const timer = setTimeout(() => {
    for (const socket of connections) socket.destroy();
  }, grace);
  await sockets.close(grace);
  await closed;
  clearTimeout(timer);
}
