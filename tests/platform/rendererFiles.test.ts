import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../src/platform/contentSecurityPolicy.ts';
import { readRendererFiles, type RendererFiles } from '../../src/platform/rendererFiles.ts';
import { createTemporaryFolder } from './temporaryFolder.ts';

describe('the files of the window', () => {
  let folder: string;
  let files: RendererFiles;

  beforeEach(() => {
    const outside = createTemporaryFolder();
    writeFileSync(join(outside, 'secret.txt'), 'canary');
    folder = join(outside, 'main_window');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    for (const name of [
      'index.html',
      'favicon.ico',
      'assets/index-BXk3a9_Z.js',
      'assets/plain.css',
      'assets/Geist-D4f9-x1a.woff2',
    ]) {
      writeFileSync(join(folder, name), name);
    }
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
    files = readRendererFiles(folder);
  });

  test.each([
    ['/', 'index.html', 'text/html; charset=utf-8', false],
    ['/tasks', 'index.html', 'text/html; charset=utf-8', false],
    ['/projects/0190f3c2-0000-7000-8000-000000000000', 'index.html', 'text/html; charset=utf-8', false],
    ['/settings/providers/', 'index.html', 'text/html; charset=utf-8', false],
    ['/assets/index-BXk3a9_Z.js', 'assets/index-BXk3a9_Z.js', 'text/javascript; charset=utf-8', true],
    ['/assets/Geist-D4f9-x1a.woff2', 'assets/Geist-D4f9-x1a.woff2', 'font/woff2', true],
    ['/assets/plain.css', 'assets/plain.css', 'text/css; charset=utf-8', false],
    ['/favicon.ico', 'favicon.ico', 'image/x-icon', false],
  ])('%s is %s', (address, name, contentType, isImmutable) => {
    expect(files.find(address)).toEqual({ path: join(folder, name), contentType, isImmutable });
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e/secret.txt',
    '//etc/passwd',
    '/C:/Windows/win.ini',
    '/index.html%00.js',
    '/%',
    '/%ff',
    '/link.txt',
    '/assets/missing-12345678.js',
    '/assets/',
    '/missing.png',
    '/CON',
  ])('%s leads nowhere outside', (address) => {
    const found = files.find(address);
    expect([null, join(folder, 'index.html')]).toContain(found?.path ?? null);
    if (address !== '/CON') expect(found).toBeNull();
  });

  test('a window that is not built says so', () => {
    expect(() => readRendererFiles(join(folder, 'assets'))).toThrow(/index\.html/u);
  });
});

test('the policy lets nothing in from outside', () => {
  const policy = contentSecurityPolicy(['ws://127.0.0.1:1']);
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-elem 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' ws://127.0.0.1:1",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
  expect(policy).not.toMatch(/https?:|unsafe-eval|\*/u);
});
