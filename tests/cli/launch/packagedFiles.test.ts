import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectRuntimePackages, createIgnore } from '../../../src/cli/launch/packagedFiles.mjs';

const root = join(import.meta.dirname, '../../..');

test('an installer carries the native packages with all that they load', () => {
  const folders = collectRuntimePackages();
  for (const name of [
    'better-sqlite3',
    'keytar',
    '@lancedb/lancedb',
    'apache-arrow',
    'flatbuffers',
    'reflect-metadata',
  ]) {
    expect(folders).toContain(`node_modules/${name}`);
  }
  expect([...folders].filter((folder) => /@lancedb\/lancedb-|@napi-rs\/keyring-/u.test(folder))).toHaveLength(2);
  expect([...folders].filter((folder) => !existsSync(join(root, folder, 'package.json')))).toEqual([]);
});

test('an installer carries bundles and migrations, and neither sources nor tools', () => {
  const ignores = createIgnore(
    new Set(['node_modules/better-sqlite3', 'node_modules/@lancedb/lancedb']),
    'linux',
    'x64',
  );
  const asked = {
    '': false,
    '/.vite': false,
    '/.vite/build/main.cjs': false,
    '/.vite/renderer/main_window/index.html': false,
    '/.vite/built-from.txt': true,
    '/package.json': false,
    '/LICENSE': false,
    '/src': false,
    '/src/core/db/migrations/0000_first.sql': false,
    '/src/core/db/openDatabase.ts': true,
    '/src/main': true,
    '/tests': true,
    '/docs': true,
    '/.git': true,
    '/node_modules': false,
    '/node_modules/@lancedb': false,
    '/node_modules/@lancedb/lancedb/dist/index.js': false,
    '/node_modules/@lancedb/lancedb/dist/index.d.ts': true,
    '/node_modules/better-sqlite3/prebuilds/linux-x64.node': false,
    '/node_modules/better-sqlite3/prebuilds/linuxmusl-x64.node': false,
    '/node_modules/better-sqlite3/prebuilds/win32-x64.node': true,
    '/node_modules/better-sqlite3/deps/sqlite3.c': true,
    '/node_modules/vite/package.json': true,
  };
  expect(Object.fromEntries(Object.keys(asked).map((file) => [file, ignores(file)]))).toEqual(asked);
});
