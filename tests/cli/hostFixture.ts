import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request as httpRequest, type RequestOptions } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { WebSocket as NodeWebSocket } from 'ws';
import { type BrowserHost, type BrowserHostOptions, startBrowserHost } from '../../src/cli/serve/browserHost.ts';
import { readRendererFiles } from '../../src/platform/rendererFiles.ts';
import { createTemporaryFolder } from '../platform/temporaryFolder.ts';
import {
  createTestContext,
  createTestLogger,
  type TestContext,
  testRouter,
  type TestRouter,
} from '../transport/testRouter.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface TestHost extends BrowserHost {
  readonly context: TestContext;
  readonly logger: ReturnType<typeof createTestLogger>;
  readonly token: string;
  /** One request on a connection of its own, with whatever headers. */
  send(path: string, options?: RequestOptions & { body?: string | Buffer }): Promise<Answer>;
  /** Uses the token up, the first time; the cookie that came for it. */
  signIn(): Promise<string>;
  /** A window's WebSocket, as a browser would open it. */
  openSocket(headers: Record<string, string | undefined>, path?: string): NodeWebSocket;
}

/** The browser host on a free port, with the test router and a window of a few files. */
export async function startTestHost(options: Partial<BrowserHostOptions<TestRouter>> = {}): Promise<TestHost> {
  const folder = createTemporaryFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>the window</title>');
  writeFileSync(join(folder, 'assets', 'index-BXk3a9_Z.js'), 'export {};');
  const context = createTestContext();
  const logger = createTestLogger();
  const host = await startBrowserHost({
    port: 0,
    files: readRendererFiles(folder),
    router: testRouter,
    createContext: () => context,
    apiToken: undefined,
    logger: { ...logger, info: () => undefined },
    ...options,
  });
  onTestFinished(() => host.close({ grace: 100 }));
  const origin = `http://127.0.0.1:${host.port}`;

  const token = new URL(host.startAddress).searchParams.get('token') ?? '';
  let cookie: Promise<string> | undefined;
  return {
    ...host,
    context,
    logger,
    token,
    send: (path, requestOptions) => sendRequest(host.port, path, requestOptions),
    signIn() {
      cookie ??= sendRequest(host.port, `/?token=${token}`).then(
        ({ headers }) => headers['set-cookie']?.[0]?.split(';')[0] ?? '',
      );
      return cookie;
    },
    openSocket(headers, path = '/socket') {
      const sent: Record<string, string | undefined> = { origin, ...headers };
      const entries = Object.entries(sent).filter(([, value]) => value !== undefined);
      const socket = new NodeWebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers: Object.fromEntries(entries) });
      onTestFinished(() => {
        socket.terminate();
      });
      return socket;
    },
  };
}

export function sendRequest(
  port: number,
  path: string,
  { body, ...options }: RequestOptions & { body?: string | Buffer } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, agent: false, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        });
      });
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}
