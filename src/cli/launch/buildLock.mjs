// One build at a time on one folder. The holder's process id lies in a file; whoever finds its holder dead takes it away.

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from './bundles.mjs';

/** Not below .vite, which each build deletes. */
const lockFile = join(root, 'node_modules', '.cache', 'adiuva-build.lock');

/**
 * Runs `work` while no other process on this machine does, waiting for one that is at it.
 * @template Result
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withBuildLock(work) {
  mkdirSync(dirname(lockFile), { recursive: true });
  while (!take()) {
    removeIfAbandoned();
    await delay(100);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function take() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function removeIfAbandoned() {
  const holder = readHolder();
  if (holder === undefined || isRunning(holder)) return;
  // Renaming succeeds for one process only. Should another have taken the lock in between, it is put back.
  const aside = `${lockFile}.${process.pid}`;
  try {
    renameSync(lockFile, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (Number(readFileSync(aside, 'utf8')) !== holder) renameSync(aside, lockFile);
  else rmSync(aside, { force: true });
}

/** Undefined while the file is gone, or made but not yet filled. */
function readHolder() {
  try {
    const holder = Number(readFileSync(lockFile, 'utf8'));
    return holder > 0 ? holder : undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
