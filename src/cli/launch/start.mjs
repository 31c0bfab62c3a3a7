// npm start: builds what is missing or stale, then opens the desktop app, or, where Electron cannot run, the same app
// in the browser. Options are passed on; --browser, or a --port, asks for the browser at once.

import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { continueOnModernNode, endLike } from './modernNode.mjs';
import { USUAL_PORT } from './usualPort.mjs';

await continueOnModernNode([22, 13]);
const { ensureBuilt } = await import('./ensureBuilt.mjs');
ensureBuilt();

const args = process.argv.slice(2).filter((argument) => argument !== '--browser');
const hasPort = args.some((argument) => /^--port(?:=|$)/u.test(argument));
if (!hasPort && !process.argv.includes('--browser')) {
  const { runElectron } = await import('./electron.mjs');
  const outcome = await runElectron(args);
  if (outcome.kind === 'ended') endLike(outcome.code, outcome.signal);
  process.stdout.write(`The desktop app cannot run here (${outcome.reason}): Adiuva runs in your browser instead.\n`);
}
const port = hasPort ? [] : ['--port', String(await findPort(USUAL_PORT))];
process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM').removeAllListeners('SIGHUP');
process.argv = [...process.argv.slice(0, 2), 'serve', ...port, ...args];
createRequire(import.meta.url)('../../../.vite/build/cli.cjs');

/**
 * The wanted port, or any free one (0) where it is taken.
 * @param {number} wanted
 * @returns {Promise<number>}
 */
function findPort(wanted) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(0));
    server.listen(wanted, '127.0.0.1', () => server.close(() => resolve(wanted)));
  });
}
