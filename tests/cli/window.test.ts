import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { startTestHost, type TestHost } from './hostFixture.ts';

describe('the start address', () => {
  test('gives a cookie once and leads to the window without the token', async () => {
    const { send, token, port } = await startTestHost();
    const first = await send(`/tasks?token=${token}&group=status`);
    expect({ status: first.status, location: first.headers.location }).toEqual({
      status: 303,
      location: '/tasks?group=status',
    });
    const [cookie, ...attributes] = (first.headers['set-cookie']?.[0] ?? '').split('; ');
    expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict']);
    expect(cookie).toMatch(new RegExp(`^adiuva-${port}=[\\w-]{43}$`, 'u'));

    const window = await send('/tasks?group=status', { headers: { cookie } });
    expect(window).toMatchObject({ status: 200, text: expect.stringContaining('the window') as unknown });

    const again = await send(`/?token=${token}`);
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.text).toContain('start Adiuva again');
    // In the browser that has the cookie, going back to it does no harm.
    expect(await send(`/?token=${token}`, { headers: { cookie } })).toMatchObject({
      status: 303,
      headers: { location: '/' },
    });
  });

  test('of two at once, one gets the cookie', async () => {
    const { send, token } = await startTestHost();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(`/?token=${token}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 9 }, () => 403)]);
  });

  test('a wrong token does not use it up, and looking without opening neither', async () => {
    const { send, token } = await startTestHost();
    for (const wrong of ['', 'x', token.slice(1), `${token}x`, '%00', encodeURIComponent('ü')]) {
      expect((await send(`/?token=${wrong}`)).status).toBe(403);
    }
    expect((await send(`/?token=${token}`, { method: 'HEAD' })).status).toBe(403);
    expect((await send(`/?token=${token}`)).status).toBe(303);
  });
});

describe('without the cookie', () => {
  test.each(['/', '/tasks', '/assets/index-BXk3a9_Z.js', '/index.html'])('%s is not given', async (path) => {
    const { send, port } = await startTestHost();
    for (const cookie of [
      undefined,
      'adiuva=x',
      `adiuva-${port}=`,
      `adiuva-${port}=${'A'.repeat(43)}`,
      '=;;=',
      `adiuva-${port}`,
    ]) {
      const { status, text } = await send(path, { headers: cookie === undefined ? {} : { cookie } });
      expect(status).toBe(401);
      expect(text).toMatch(/[Oo]pen the address that Adiuva printed/u);
    }
  });

  test('a page reached from another site loads itself once more, so that the cookie comes along', async () => {
    const { send } = await startTestHost();
    const navigation = { 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'cross-site' };
    expect((await send('/', { headers: navigation })).text).toContain('http-equiv="refresh" content="0"');
    expect((await send('/', { headers: { ...navigation, 'sec-fetch-site': 'same-origin' } })).status).toBe(401);
  });
});

describe('every answer', () => {
  const expectSafe = ({ headers }: { headers: Record<string, unknown> }, port: number): void => {
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(headers['content-security-policy']).toContain(`connect-src 'self' ws://127.0.0.1:${port}; base-uri 'none'`);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['access-control-allow-origin']).toBeUndefined();
  };

  test('has the policy and the headers that keep others out', async () => {
    const { send, signIn, port } = await startTestHost({ apiToken: 'secret' });
    expectSafe(await send('/'), port);
    const cookie = await signIn();
    const paths = ['/', '/assets/index-BXk3a9_Z.js', '/assets/missing.js', '/?token=x', '/trpc/echo', '/socket'];
    for (const path of paths) expectSafe(await send(path, { headers: { cookie } }), port);
    expectSafe(await send('/', { method: 'POST', headers: { cookie } }), port);
  });

  test('is kept as long as it is good', async () => {
    const { send, signIn } = await startTestHost();
    const cookie = await signIn();
    const cached = async (path: string): Promise<unknown> =>
      (await send(path, { headers: { cookie } })).headers['cache-control'];
    expect(await cached('/')).toBe('no-cache');
    expect(await cached('/tasks')).toBe('no-cache');
    expect(await cached('/assets/index-BXk3a9_Z.js')).toBe('private, max-age=31536000, immutable');
    expect(await cached('/assets/gone.js')).toBe('no-store');
  });

  test('only reading is possible, and a look at the headers has no body', async () => {
    const { send, signIn } = await startTestHost();
    const cookie = await signIn();
    expect(await send('/', { method: 'HEAD', headers: { cookie } })).toMatchObject({ status: 200, text: '' });
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      expect(await send('/', { method, headers: { cookie } })).toMatchObject({
        status: 405,
        headers: { allow: 'GET, HEAD' },
      });
    }
  });
});

describe('who asks', () => {
  const asked = async (host: TestHost, headers: Record<string, string>, method = 'GET'): Promise<number> =>
    (await host.send('/', { method, headers: { cookie: await host.signIn(), ...headers } })).status;

  test.each([
    'evil.example',
    'evil.example:{port}',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost',
    '[::1]:{port}',
    '127.0.0.1.evil.example:{port}',
    '0.0.0.0:{port}',
  ])('the host %s is refused', async (host) => {
    const test = await startTestHost();
    expect(await asked(test, { host: host.replace('{port}', String(test.port)) })).toBe(403);
  });

  test.each([
    'null',
    'http://evil.example',
    'https://127.0.0.1:{port}',
    'http://127.0.0.1:1',
    'http://127.0.0.1',
    'http://127.0.0.1:{port}.evil.example',
  ])('the origin %s is refused', async (origin) => {
    const test = await startTestHost();
    expect(await asked(test, { origin: origin.replace('{port}', String(test.port)) })).toBe(403);
  });

  test('its own window, under both names of this machine, is not', async () => {
    const host = await startTestHost();
    const cookie = await host.signIn();
    for (const name of [`127.0.0.1:${host.port}`, `localhost:${host.port}`]) {
      const headers = { cookie, host: name, origin: `http://${name}`, 'sec-fetch-site': 'same-origin' };
      expect((await host.send('/', { headers })).status).toBe(200);
    }
    const crossed = { cookie, host: `127.0.0.1:${host.port}`, origin: `http://localhost:${host.port}` };
    expect((await host.send('/', { headers: crossed })).status).toBe(403);
  });

  test('a page elsewhere that embeds or fetches is refused, a link from it is followed', async () => {
    const host = await startTestHost();
    const cookie = await host.signIn();
    const from = (site: string, mode: string) => ({ cookie, 'sec-fetch-site': site, 'sec-fetch-mode': mode });
    expect((await host.send('/', { headers: from('cross-site', 'no-cors') })).status).toBe(403);
    expect((await host.send('/', { headers: from('same-site', 'cors') })).status).toBe(403);
    expect((await host.send('/', { headers: from('cross-site', 'navigate'), method: 'POST' })).status).toBe(403);
    expect((await host.send('/', { headers: from('cross-site', 'navigate') })).status).toBe(200);
    expect((await host.send('/', { headers: from('none', 'navigate') })).status).toBe(200);
  });
});

describe('hostile addresses', () => {
  /** Past every client that would tidy the address up. */
  const sendRaw = (port: number, text: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
      socket.on('close', () => {
        resolve(answer);
      });
      // A server that has said no may hang up on what is still coming.
      socket.on('error', () => undefined);
    });

  test.each([
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2fetc%2fpasswd',
    '/assets/..%2f..%2f..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..\\..\\etc\\passwd',
    '//etc/passwd',
    '/%00',
    '/%',
    'http://evil.example/etc/passwd',
    '*',
  ])('%s gives nothing', async (address) => {
    const { port, signIn } = await startTestHost();
    const cookie = await signIn();
    const answer = await sendRaw(
      port,
      `GET ${address} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 (?:400|403|404) /u);
    expect(answer).not.toContain('root:');
  });

  test('noise on the port is survived', async () => {
    const { port, send } = await startTestHost();
    for (const noise of [
      '\0\0\0\0',
      'GET\r\n\r\n',
      'GET / HTTP/1.1\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: ${'x'.repeat(100_000)}\r\n\r\n`,
    ]) {
      expect(await sendRaw(port, noise)).toMatch(/^(?:HTTP\/1\.1 4\d\d |$)/u);
    }
    expect((await send('/')).status).toBe(401);
  });
});
