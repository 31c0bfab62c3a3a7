import { protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { contentSecurityPolicy } from '../platform/contentSecurityPolicy.ts';
import { readRendererFiles, type RendererFiles } from '../platform/rendererFiles.ts';
import { APP_ADDRESS, APP_SCHEME, isAppAddress } from './address.ts';

/** Has to run before Electron is ready: a standard, secure scheme has an origin, storage and fetch, as https has. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the built window of a folder at `adiuva://app/`, and nothing else of the disk.
 * @throws where the window has not been built
 */
export function serveApp(folder: string): void {
  const files = readRendererFiles(folder);
  protocol.handle(APP_SCHEME, (request) => answer(request, files));
}

const headers = {
  'content-security-policy': contentSecurityPolicy(),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

async function answer(request: { url: string; method: string }, files: RendererFiles): Promise<Response> {
  const refuse = (status: number): Response => new Response(null, { status, headers });
  if (!isAppAddress(request.url, APP_ADDRESS)) return refuse(404);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const file = files.find(new URL(request.url).pathname);
  if (file === null) return refuse(404);
  const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(file.path));
  return new Response(body, { headers: { ...headers, 'content-type': file.contentType } });
}
