import type { Session } from 'electron';
import { contentSecurityPolicy } from '../platform/contentSecurityPolicy.ts';
import { windowAddress } from './address.ts';

/** What the development server puts on the one script that it writes into the page (vite.renderer.config.mts). */
const NONCE = 'development';

/**
 * Gives the pages of the development server the policy that the built window has, plus what hot reload needs: that
 * script, and the server's socket.
 */
export function protectDevelopmentServer(session: Session): void {
  const socket = windowAddress.replace(/^http/u, 'ws').replace(/\/$/u, '');
  const policy = contentSecurityPolicy([socket]).replace("script-src 'self'", `script-src 'self' 'nonce-${NONCE}'`);
  session.webRequest.onHeadersReceived({ urls: [`${windowAddress}*`] }, ({ responseHeaders }, callback) => {
    callback({ responseHeaders: { ...responseHeaders, 'content-security-policy': [policy] } });
  });
}
