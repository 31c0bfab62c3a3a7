// npm run dev: hot reload. Where Electron is at hand, Forge's own (window, preload and main process). Else the browser host
// straight from the sources, restarted when one changes, with the window's files served and replaced by Vite.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { readBuildState } from './buildState.mjs';
import { bundles, root } from './bundles.mjs';
import { findBinary, findObstacle } from './electron.mjs';
import { ensureBuilt } from './ensureBuilt.mjs';
import { continueOnModernNode, endLike, passSignalsTo } from './modernNode.mjs';

const readyLine = /^Adiuva is ready at (?<url>\S+)$/mu;

await continueOnModernNode([22, 18]);
const args = process.argv.slice(2).filter((argument) => argument !== '--browser');
if (!process.argv.includes('--browser') && findObstacle() === undefined && findBinary() !== undefined) runForge();
else await runBrowserHost();

function runForge() {
  const forge = join(root, 'node_modules/@electron-forge/cli/dist/electron-forge.js');
  const child = spawn(process.execPath, [forge, 'start', '--', ...args], { cwd: root, stdio: 'inherit' });
  passSignalsTo(child);
  child.once('exit', endLike);
}

async function runBrowserHost() {
  // The host wants a built window to serve, though Vite's is the one that is opened.
  if (readBuildState() === 'missing') ensureBuilt();
  const { createServer } = await import('vite');
  const hostPort = 4318;
  const host = `http://127.0.0.1:${hostPort}`;
  const proxied = { target: host, changeOrigin: true, headers: { origin: host } };
  const window = bundles.renderer[0];
  const server = await createServer({
    configFile: join(root, window?.config ?? ''),
    clearScreen: false,
    server: {
      host: '127.0.0.1',
      port: 5317,
      proxy: {
        // Not /trpc.ts, which is the window's own.
        '^/trpc/': proxied,
        '^/socket(?:$|\\?)': { ...proxied, ws: true },
        // The page with the one-time token answers with the cookie, which counts for every port of this machine.
        '^/\\?token=': proxied,
      },
    },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0] ?? '';

  const flags = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', '--watch', '--watch-preserve-output'];
  const child = spawn(
    process.execPath,
    [...flags, join(root, 'src/cli/cli.ts'), 'serve', '--port', String(hostPort), ...args],
    {
      stdio: ['inherit', 'pipe', 'inherit'],
    },
  );
  passSignalsTo(child);
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    // The address to open is Vite's; the host behind it has the token.
    const url = readyLine.exec(text)?.groups?.['url'];
    process.stdout.write(url === undefined ? text : text.replace(url, new URL(new URL(url).search, address).href));
  });
  child.once('exit', (code, signal) => {
    void server.close().finally(() => endLike(code, signal));
  });
}
