import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { findBuildFolders } from '../../src/platform/buildFolders.ts';
import { findUserDataFolder, findWorkspaceFolder } from '../../src/platform/defaultFolders.ts';
import { openOutside } from '../../src/platform/openOutside.ts';
import { systemClock } from '../../src/platform/systemClock.ts';
import { createTemporaryFolder } from './temporaryFolder.ts';

const home = resolve('/home/ada');

test.each([
  ['linux', {}, join(home, '.config', 'Adiuva')],
  ['linux', { XDG_CONFIG_HOME: '/xdg' }, join('/xdg', 'Adiuva')],
  ['darwin', {}, join(home, 'Library', 'Application Support', 'Adiuva')],
  ['win32', { APPDATA: '/appdata' }, join('/appdata', 'Adiuva')],
  ['win32', {}, join(home, 'AppData', 'Roaming', 'Adiuva')],
  ['linux', { ADIUVA_HOME: '/elsewhere', XDG_CONFIG_HOME: '/xdg' }, resolve('/elsewhere')],
  ['linux', { ADIUVA_HOME: '' }, join(home, '.config', 'Adiuva')],
] as const)('the user data folder on %s with %o', (platform, environment, folder) => {
  expect(findUserDataFolder({ platform, home, environment })).toBe(folder);
  expect(findWorkspaceFolder({ platform, home, environment })).toBe(join(folder, 'workspace'));
});

test('--workspace is the folder itself, made absolute', () => {
  const options = { platform: 'linux', home, environment: { ADIUVA_HOME: '/elsewhere' } } as const;
  expect(findWorkspaceFolder({ ...options, workspace: 'mine' })).toBe(resolve('mine'));
});

test('the program is found from its sources and from its bundles', () => {
  const root = createTemporaryFolder();
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'adiuva', version: '1.2.3' }));
  const inSources = join(root, 'src', 'cli');
  const inBuild = join(root, '.vite', 'build');
  for (const folder of [inSources, inBuild]) mkdirSync(folder, { recursive: true });
  // A package.json of somebody else on the way up.
  writeFileSync(join(root, '.vite', 'package.json'), '{"type":"commonjs"}');
  const shared = {
    root,
    version: '1.2.3',
    renderer: join(root, '.vite/renderer/main_window'),
    migrations: join(root, 'src/core/db/migrations'),
  };
  expect(findBuildFolders(inSources)).toEqual({
    ...shared,
    indexerWorker: join(root, 'src/core/search/indexerWorker.ts'),
    readerWorker: join(root, 'src/core/reader/readerWorker.ts'),
  });
  expect(findBuildFolders(inBuild)).toEqual({
    ...shared,
    indexerWorker: join(root, '.vite/build/indexerWorker.cjs'),
    readerWorker: join(root, '.vite/build/readerWorker.cjs'),
  });
});

test('the clock tells the day of the machine', () => {
  const now = new Date();
  const day = systemClock.today();
  expect(day).toMatch(/^\d{4}-\d\d-\d\d$/u);
  expect(Math.abs(new Date(`${day}T12:00`).getTime() - now.getTime())).toBeLessThanOrEqual(13 * 3_600_000);
  expect(Math.abs(systemClock.now() - now.getTime())).toBeLessThan(10_000);
});

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'http://example.org/',
  'http://127.0.0.1/',
  'https://a@b.example/',
  'smb://host/share',
  'not an address',
])('an address like %s is not opened', async (address) => {
  await expect(openOutside(address)).rejects.toThrow();
});
