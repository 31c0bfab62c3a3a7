import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { RendererFile, RendererFiles } from '../../platform/rendererFiles.ts';
import { loadAgainPage, unknownWindowPage, usedTokenPage } from './pages.ts';
import type { Session } from './session.ts';

/** Serves the built window to the browser that holds the session's cookie, and gives the cookie out for the token. */
export function createWindowHandler(files: RendererFiles, session: Session) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      sendText(response, 405, 'Only reading is possible here.');
      return;
    }
    // Not by URL, which would resolve `..` before anybody has looked at it.
    const [path = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/su);
    const parameters = new URLSearchParams(search);
    const isKnown = session.accepts(request.headers.cookie);
    const token = parameters.get('token');
    if (token !== null) {
      parameters.delete('token');
      const location = parameters.size === 0 ? path : `${path}?${parameters.toString()}`;
      redeemToken({ request, response, session, token, isKnown, location });
      return;
    }
    const file = files.find(path);
    if (!isKnown) sendUnknown(request, response, file);
    else if (file === null) sendText(response, 404, 'There is no such file.');
    else await sendFile(request, response, file);
  };
}

interface Redemption {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly session: Session;
  readonly token: string;
  readonly isKnown: boolean;
  /** The address without the token. */
  readonly location: string;
}

/** The token works once and must not stay in the browser's history: what follows is a redirect without it. */
function redeemToken({ request, response, session, token, isKnown, location }: Redemption): void {
  const cookie = request.method === 'GET' ? session.redeem(token) : null;
  if (cookie === null && !isKnown) {
    sendPage(response, 403, usedTokenPage);
    return;
  }
  if (cookie !== null) response.setHeader('set-cookie', cookie);
  response.writeHead(303, { location, 'cache-control': 'no-store' }).end();
}

function sendUnknown(request: IncomingMessage, response: ServerResponse, file: RendererFile | null): void {
  const isPage = file === null || file.contentType.startsWith('text/html');
  if (!isPage) sendText(response, 401, 'Open the address that Adiuva printed when it started.');
  else if (request.headers['sec-fetch-site'] === 'cross-site') sendPage(response, 200, loadAgainPage);
  else sendPage(response, 401, unknownWindowPage);
}

async function sendFile(request: IncomingMessage, response: ServerResponse, file: RendererFile): Promise<void> {
  response.setHeader('content-type', file.contentType);
  response.setHeader('cache-control', file.isImmutable ? 'private, max-age=31536000, immutable' : 'no-cache');
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const content = createReadStream(file.path);
  // Before the first byte an error can still be told.
  content.once('error', () => {
    if (!response.headersSent) {
      response.removeHeader('cache-control');
      sendText(response, 404, 'This file is gone: Adiuva was built anew. Start it again.');
    }
  });
  await pipeline(content, response).catch((error: unknown) => {
    if (!response.writableEnded) throw error;
  });
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .end(`${text}\n`);
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html);
}
