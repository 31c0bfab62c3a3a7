import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const versions = z.record(z.string(), z.string());
const manifest = z
  .object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ optionalDependencies: versions.optional(), resolved: z.string().optional() }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));

test('every package is pinned to one version', () => {
  const all = Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });
  expect(all.filter(([, version]) => !/^(?:npm:.+@)?\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
});

// Where the registry lacked one when the file was written, npm 11 on another system refuses the whole lockfile.
test('the lockfile holds the native part of every package for every system', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !foldersAbove(path).some((folder) => `${folder}node_modules/${name}` in packages))
      .map((name) => `${path}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test('the lockfile binds nobody to one registry', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

/** The package's own folder and those above it, as Node looks them through. */
function foldersAbove(path: string): string[] {
  const parts = path === '' ? [] : path.split('/node_modules/');
  return parts.map((_, index) => `${parts.slice(0, index + 1).join('/node_modules/')}/`).concat('');
}
