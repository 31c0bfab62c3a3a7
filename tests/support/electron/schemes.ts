import type { CustomScheme, Protocol } from 'electron';
import { partOf } from './partOf.ts';

type ProtocolHandler = Parameters<Protocol['handle']>[1];

const registered = new Map<string, CustomScheme>();
const handlers = new Map<string, ProtocolHandler>();

/**
 * Chromium knows no scheme of ours, so pages run on `https://app.adiuva.invalid/` where the app says `adiuva://app/`.
 * `.invalid` never resolves (RFC 2606), so a request that is not answered by a handler cannot leave the machine.
 */
export function toPageUrl(url: string): string {
  const { protocol, host, pathname, search, hash } = new URL(url);
  const scheme = protocol.slice(0, -1);
  return registered.has(scheme) ? `https://${host}.${scheme}.invalid${pathname}${search}${hash}` : url;
}

export function toAppUrl(url: string): string {
  const [, host, scheme, rest] = /^https:\/\/([^/]+)\.([a-z]+)\.invalid(\/.*)$/u.exec(url) ?? [];
  return scheme !== undefined && registered.has(scheme) ? `${scheme}://${host ?? ''}${rest ?? ''}` : url;
}

/** The handler's answer to a request, or null where no scheme of the app is meant. */
export async function answerRequest(url: string, method: string, headers: Headers): Promise<Response | null> {
  const appUrl = toAppUrl(url);
  const handler = handlers.get(new URL(appUrl).protocol.slice(0, -1));
  return handler === undefined ? null : handler(new Request(appUrl, { method, headers }));
}

export const protocol = partOf<Protocol>('protocol', {
  registerSchemesAsPrivileged(schemes) {
    for (const scheme of schemes) registered.set(scheme.scheme, scheme);
  },
  handle(scheme, handler) {
    if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} has a handler already.`);
    handlers.set(scheme, handler);
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
  unhandle(scheme) {
    handlers.delete(scheme);
  },
});

/** What was registered, for tests of the privileges. */
export function privilegesOf(scheme: string): CustomScheme['privileges'] {
  return registered.get(scheme)?.privileges;
}
