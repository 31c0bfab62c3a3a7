import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may use the window: whoever brings the start address's token first, and from then on its cookie. */
export interface Session {
  readonly token: string;
  /** The `Set-Cookie` that the token is good for, once; null where it is wrong or was used. */
  redeem(token: string): string | null;
  /** Whether a request's `Cookie` header holds this session's. */
  accepts(cookieHeader: string | undefined): boolean;
}

/** @param port part of the cookie's name: cookies do not tell ports apart, and two workspaces may be served at once */
export function createSession(port: number): Session {
  const token = randomBytes(32).toString('base64url');
  const cookie = { name: `adiuva-${port}`, value: randomBytes(32).toString('base64url') };
  let isUsed = false;
  return {
    token,
    redeem(offered) {
      if (isUsed || !isSameSecret(offered, token)) return null;
      isUsed = true;
      return `${cookie.name}=${cookie.value}; Path=/; HttpOnly; SameSite=Strict`;
    },
    accepts(cookieHeader = '') {
      return cookieHeader
        .split(';')
        .map((pair) => pair.trim().split('='))
        .some(([name, value]) => name === cookie.name && value !== undefined && isSameSecret(value, cookie.value));
    },
  };
}

/** Takes as long for a near miss as for a far one, and tells nothing of the length. */
export function isSameSecret(offered: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(offered), digest(expected));
}
