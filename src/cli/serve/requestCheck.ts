import type { IncomingMessage } from 'node:http';

/**
 * Why a request is not one of this host's own, or null where it is. Whoever controls a name can point it at 127.0.0.1
 * (DNS rebinding), so `Host` must be ours; a page from elsewhere can send requests here, so `Origin` must be ours where a
 * browser names it. What a browser says of itself in `Sec-Fetch-Site` is checked too; following a link is no harm, since the
 * cookie does not come along.
 */
export function refusalOf(request: IncomingMessage, port: number): 'host' | 'origin' | 'address' | null {
  const { host, origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = request.headers;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return 'host';
  if (origin !== undefined && origin !== `http://${host}`) return 'origin';
  const isFromElsewhere = site === 'cross-site' || site === 'same-site';
  if (isFromElsewhere && !(mode === 'navigate' && request.method === 'GET')) return 'origin';
  // Absolute addresses are for proxies, and a browser would read `//name` and `/\name` as one when sent back to it.
  if (!/^\/(?!\/)[^\\]*$/u.test(request.url ?? '')) return 'address';
  return null;
}

export const refusalSentences: Readonly<Record<'host' | 'origin' | 'address', string>> = {
  host: 'Adiuva answers only under the address that it printed when it started.',
  origin: 'Another page asked for this. Adiuva answers only its own window.',
  address: 'This address is not one of Adiuva.',
};
