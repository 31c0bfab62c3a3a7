import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { registerAppScheme, serveApp } from '../../src/main/protocol.ts';
import { answerRequest, privilegesOf, toPageUrl } from '../support/electron/schemes.ts';

vi.mock('electron', () => import('../support/electron/electron.ts'));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adiuva-protocol-'));
  const renderer = join(folder, 'renderer');
  await mkdir(join(renderer, 'assets'), { recursive: true });
  await writeFile(join(renderer, 'index.html'), '<!doctype html><title>Adiuva</title>');
  await writeFile(join(renderer, 'assets', 'index-abcdefgh.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'the secret');
  registerAppScheme();
  serveApp(renderer);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function get(url: string, method = 'GET'): Promise<Response> {
  const response = await answerRequest(url, method, new Headers());
  if (response === null) throw new Error(`${url} is not of the app`);
  return response;
}

test('the scheme is standard and secure and does not get around the policy', () => {
  expect(privilegesOf('adiuva')).toEqual({ standard: true, secure: true, supportFetchAPI: true, codeCache: true });
});

describe('what is served', () => {
  test.each([
    'adiuva://app/',
    'adiuva://app/tasks',
    'adiuva://app/projects/0192f0c1-2f7e-7c3a-9a51-000000000001?tab=notes#end',
  ])('%s is the page', async (url) => {
    const response = await get(toPageUrl(url));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('<title>Adiuva</title>');
  });

  test('a script is a script', async () => {
    const response = await get('adiuva://app/assets/index-abcdefgh.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe('export {};');
  });

  test('HEAD has no body', async () => {
    const response = await get('adiuva://app/', 'HEAD');
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('the policy goes with every answer, also with a refusal', () => {
  test.each(['adiuva://app/', 'adiuva://app/assets/gone-abcdefgh.js', 'adiuva://elsewhere/'])('%s', async (url) => {
    const { headers } = await get(url);
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources.join(' ')];
      }),
    );
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'style-src-elem': "'self' 'unsafe-inline'",
      'img-src': "'self' data: blob:",
      'font-src': "'self' data:",
      'connect-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });
});

describe('no address leads out of the folder', () => {
  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/%252e%252e%252fsecret.txt',
    '//secret.txt',
    '/assets/%00/../../secret.txt',
    '/secret.txt%00.html',
    '/C:/secret.txt',
    '/file:/etc/passwd',
    '/%E0%A4%A',
    '/assets/',
    '/assets/../index.html.map',
  ])('%s', async (path) => {
    const response = await get(`adiuva://app${path}`);
    expect(await response.text()).not.toContain('the secret');
    expect([200, 404]).toContain(response.status);
    if (response.status === 200) expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });
});

describe('what is refused', () => {
  test.each([
    ['another host', 'adiuva://evil/', 'GET', 404],
    ['writing', 'adiuva://app/', 'POST', 405],
    ['deleting', 'adiuva://app/assets/index-abcdefgh.js', 'DELETE', 405],
  ])('%s', async (_, url, method, status) => {
    expect((await get(url, method)).status).toBe(status);
  });
});
