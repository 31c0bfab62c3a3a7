import BetterSqlite from 'better-sqlite3';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { AdiuvaError } from '../../contracts/errors.ts';
import type { Ports } from '../ports.ts';
import { isBusy } from './driverErrors.ts';

export interface WorkspaceLock {
  release(): void;
}

const ownerSchema = z.object({ pid: z.int(), host: z.string(), program: z.string(), since: z.int() });

/**
 * Makes this process the workspace's only owner: an exclusive transaction on a database of its own, which the operating
 * system drops when its holder dies, however it dies. The file beside it only tells whom to name.
 * The lock file must not be opened by anything else in this process: closing any descriptor of a file drops the
 * process's POSIX locks on it (https://sqlite.org/howtocorrupt.html, section 2.2).
 * @throws AdiuvaError `workspaceLocked`
 */
export function lockWorkspace({ paths, host, clock }: Pick<Ports, 'paths' | 'host' | 'clock'>): WorkspaceLock {
  const ownerFile = join(paths.workspace, 'owner.json');
  const sqlite = new BetterSqlite(join(paths.workspace, 'workspace.lock.db'), { timeout: 0 });
  try {
    sqlite.exec('begin exclusive');
  } catch (error) {
    sqlite.close();
    throw isBusy(error) ? new AdiuvaError('workspaceLocked', readOwner(ownerFile), { cause: error }) : error;
  }
  try {
    const owner: z.infer<typeof ownerSchema> = {
      pid: process.pid,
      host: hostname(),
      program: `Adiuva ${host.version} (${host.kind})`,
      since: clock.now(),
    };
    writeFileSync(ownerFile, JSON.stringify(owner));
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return {
    release() {
      if (!sqlite.open) return;
      rmSync(ownerFile, { force: true });
      sqlite.close();
    },
  };
}

function readOwner(file: string): {
  pid: number | null;
  host: string | null;
  program: string | null;
  since: number | null;
} {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // It has the lock but has not written its name yet.
    return { pid: null, host: null, program: null, since: null };
  }
}
