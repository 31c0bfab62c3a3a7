// npm run build: every bundle, without Electron's binary. With --if-stale only when the sources changed since the last.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withBuildLock } from './buildLock.mjs';
import { fingerprintSources, outputFolder, readBuildState, recordBuild } from './buildState.mjs';
import { bundles, root } from './bundles.mjs';
import { continueOnModernNode } from './modernNode.mjs';

await continueOnModernNode([22, 13]);
process.chdir(root);
const onlyIfStale = process.argv.includes('--if-stale');

await withBuildLock(async () => {
  const state = readBuildState();
  if (onlyIfStale && state === 'current') return;
  const started = performance.now();
  const why = state === 'missing' ? 'nothing is built yet' : state === 'stale' ? 'its sources changed' : 'as asked';
  process.stderr.write(`Building Adiuva: ${why}. `);
  const fingerprint = fingerprintSources();
  try {
    await buildAll();
  } catch (error) {
    process.stderr.write(`It failed.\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
    return;
  }
  recordBuild(fingerprint);
  process.stderr.write(`Done in ${((performance.now() - started) / 1000).toFixed(1)} s.\n`);
});

async function buildAll() {
  const { build } = await import('vite');
  const generator = await createConfigGenerator();
  // Chunks of an earlier build would stay and be packaged.
  rmSync(outputFolder, { recursive: true, force: true });
  for (const bundle of bundles.build) {
    await build({
      ...(await generator.resolveConfig(bundle, bundle.target ?? 'main')),
      configFile: false,
      logLevel: 'warn',
    });
  }
  for (const window of bundles.renderer) {
    await build({ ...(await generator.resolveConfig(window, 'renderer')), configFile: false, logLevel: 'warn' });
  }
}

/**
 * @typedef {{ resolveConfig: (bundle: object, target: string) => Promise<import('vite').InlineConfig> }} ConfigGenerator
 */

/**
 * What Forge builds is not in the Vite files alone: the plugin adds entries, externals and defines. Its generator is
 * internal, so the plugin's version is pinned exactly and the file is named by its path.
 * @returns {Promise<ConfigGenerator>}
 */
async function createConfigGenerator() {
  const file = join(root, 'node_modules/@electron-forge/plugin-vite/dist/ViteConfig.js');
  const module = /** @type {{ default: new (config: object, folder: string, isProd: boolean) => ConfigGenerator }} */ (
    await import(pathToFileURL(file).href)
  );
  return new module.default(bundles, root, true);
}
