// What is built, for forge.config.ts (packages, hot reload) and build.mjs (without Electron's binary) alike.

import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Everything that runs in Node, one file each below .vite/build; what they share goes to common chunks. */
const entry = {
  main: 'src/main/main.ts',
  cli: 'src/cli/cli.ts',
  indexerWorker: 'src/core/search/indexerWorker.ts',
  readerWorker: 'src/core/reader/readerWorker.ts',
};

/** @type {import('@electron-forge/plugin-vite').VitePluginConfig} */
export const bundles = {
  build: [
    { entry, config: 'vite.main.config.mts', target: 'main' },
    { entry: 'src/preload/preload.ts', config: 'vite.main.config.mts', target: 'preload' },
  ],
  renderer: [{ name: 'main_window', config: 'vite.renderer.config.mts' }],
};

/** Packages with native code, loaded from node_modules at run time. Everything else is bundled. */
export const externalPackages = ['better-sqlite3', '@lancedb/lancedb', 'apache-arrow', 'keytar'];
