// The desktop app, tried in bounded time. Every function that fails says why in words for the user.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { root } from './bundles.mjs';
import { passSignalsTo } from './modernNode.mjs';

const require = createRequire(import.meta.url);
/** The app is up, or it has said, in a dialog too, why the workspace does not open: the browser host could not open it either. */
const settledLine = /^Adiuva (?:is ready at|cannot open the workspace)/mu;

const reachTimeout = 3_000;
const fetchTimeout = 30_000;
/** Until the app has said anything at all. Dialogs about the workspace come after its first line. */
const startTimeout = 30_000;

/**
 * @typedef {{ kind: 'ended', code: number | null, signal: string | null }} Ended the app ran and was quit
 * @typedef {{ kind: 'failed', reason: string }} Failed
 */

/**
 * Runs the desktop app until the user quits it, or says why it cannot run here.
 * @param {string[]} args
 * @returns {Promise<Ended | Failed>}
 */
export async function runElectron(args) {
  const obstacle = findObstacle();
  if (obstacle !== undefined) return { kind: 'failed', reason: obstacle };
  const binary = findBinary() ?? (await fetchBinary());
  if (binary === undefined) return { kind: 'failed', reason: 'its program could not be downloaded' };
  return start(binary, args);
}

/**
 * Why no desktop app can run here, whatever is installed. Without its sandbox it is not run.
 * @returns {string | undefined}
 */
export function findObstacle() {
  if (process.platform !== 'linux') return undefined;
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'there is no display';
  if (process.getuid?.() === 0) return 'Electron allows no sandbox to root';
  return undefined;
}

/**
 * Where Electron's installer put its program, or where ELECTRON_OVERRIDE_DIST_PATH says that it is.
 * @returns {string | undefined}
 */
export function findBinary() {
  const folder = dirname(require.resolve('electron/package.json'));
  const nameFile = join(folder, 'path.txt');
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  // The installer writes the name last: without it what lies there is half a download.
  if (override === undefined && !existsSync(nameFile)) return undefined;
  const name = existsSync(nameFile) ? readFileSync(nameFile, 'utf8') : 'electron';
  const file = join(override ?? join(folder, 'dist'), name);
  return existsSync(file) ? file : undefined;
}

/**
 * Electron's own installer, quietly and in bounded time. Behind a closed network it would try for minutes, so the
 * server is knocked at first, unless a proxy stands in between.
 */
async function fetchBinary() {
  const environment = process.env;
  const isProxied = Object.keys(environment).some((name) => /^(?:npm_config_)?(?:https?|all)_?proxy$/iu.test(name));
  const mirror = environment['npm_config_electron_mirror'] ?? environment['ELECTRON_MIRROR'] ?? 'https://github.com/';
  if (!isProxied && !(await canReach(new URL(mirror)))) return undefined;
  process.stderr.write('Fetching Electron, for at most 30 seconds.\n');
  const installer = join(dirname(require.resolve('electron/package.json')), 'install.js');
  const child = spawn(process.execPath, [installer], { stdio: 'ignore', env: createEnvironment() });
  const stop = () => child.kill('SIGKILL');
  const timer = setTimeout(stop, fetchTimeout);
  process.once('exit', stop);
  await new Promise((resolve) => child.once('close', resolve).once('error', resolve));
  clearTimeout(timer);
  process.off('exit', stop);
  return findBinary();
}

/**
 * @param {URL} url
 * @returns {Promise<boolean>}
 */
function canReach(url) {
  return new Promise((resolve) => {
    const port = Number(url.port) || (url.protocol === 'http:' ? 80 : 443);
    const socket = connect({ host: url.hostname, port });
    /** @param {boolean} answer */
    const settle = (answer) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    // The socket's own timeout does not cover looking the name up.
    const timer = setTimeout(() => settle(false), reachTimeout);
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
  });
}

/**
 * @param {string} binary
 * @param {string[]} args
 * @returns {Promise<Ended | Failed>}
 */
function start(binary, args) {
  const environment = createEnvironment();
  delete environment['ELECTRON_RUN_AS_NODE'];
  const child = spawn(binary, [root, ...args], { stdio: ['inherit', 'pipe', 'pipe'], env: environment });
  passSignalsTo(child);
  process.once('exit', () => child.kill());

  return new Promise((resolve) => {
    let isSettled = false;
    let isTooSlow = false;
    let heldBack = '';
    const timer = setTimeout(() => {
      isTooSlow = true;
      child.kill('SIGKILL');
    }, startTimeout);

    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      clearTimeout(timer);
      process.stdout.write(text);
      if (isSettled) return;
      printed += text;
      isSettled = settledLine.test(printed);
      if (isSettled) process.stderr.write(heldBack);
    });
    // What a failing start complains of is not for the user, who gets the browser host instead.
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      if (isSettled) process.stderr.write(text);
      else heldBack += text;
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ kind: 'failed', reason: `it does not start: ${error.message}` });
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (isTooSlow) resolve({ kind: 'failed', reason: 'it did not start in time' });
      // An end without an error is a second start that handed over to the first window.
      else if (isSettled || code === 0) resolve({ kind: 'ended', code, signal });
      else if (wasAskedToStop) resolve({ kind: 'ended', code, signal });
      else resolve({ kind: 'failed', reason: explain(heldBack) });
    });
  });
}

/** This process's, without the token for scripts: it is the browser host's alone. */
function createEnvironment() {
  const environment = { ...process.env };
  delete environment['ADIUVA_API_TOKEN'];
  return environment;
}

let wasAskedToStop = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (wasAskedToStop = true));

/** @param {string} complaint what Electron wrote on standard error */
function explain(complaint) {
  const library = /error while loading shared libraries: ([^\s:]+)/u.exec(complaint)?.[1];
  if (library !== undefined) return `the system has no ${library}`;
  if (/sandbox/iu.test(complaint)) return 'the system allows it no sandbox';
  if (/cannot open display|Missing X server|ozone/iu.test(complaint)) return 'the display does not answer';
  return 'it ended while starting';
}
