// Whether what lies in .vite was built from the sources as they are now. Runs on Node 18 and newer.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundles.mjs';

export const outputFolder = join(root, '.vite');
const stateFile = join(outputFolder, 'built-from.txt');

/** What a build reads, below the project's folder. */
const inputs = [
  'src',
  'package-lock.json',
  'tsconfig.base.json',
  'vite.main.config.mts',
  'vite.renderer.config.mts',
  'forge.config.ts',
];

/** What a build needs not be repeated for: texts, and files that the build itself writes. */
const irrelevant = /(?:\.md|\.gen\.ts)$/u;

/** A digest over the names and contents of everything that a build reads. About 30 ms. */
export function fingerprintSources() {
  const hash = createHash('sha256');
  /** @param {string} path */
  const add = (path) => {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  };
  /** @param {string} folder */
  const addFolder = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) addFolder(path);
      else if (entry.isFile() && !irrelevant.test(entry.name)) add(path);
    }
  };
  for (const input of inputs) {
    if (!existsSync(join(root, input))) continue;
    if (input === 'src') addFolder(input);
    else add(input);
  }
  return hash.digest('hex');
}

/** @returns {'current' | 'missing' | 'stale'} */
export function readBuildState() {
  if (!existsSync(stateFile)) return 'missing';
  return readFileSync(stateFile, 'utf8') === fingerprintSources() ? 'current' : 'stale';
}

/**
 * Written last, so that an interrupted build counts as missing.
 * @param {string} fingerprint of the sources as they were when the build began
 */
export function recordBuild(fingerprint) {
  mkdirSync(outputFolder, { recursive: true });
  writeFileSync(stateFile, fingerprint);
}
