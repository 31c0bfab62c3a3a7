import BetterSqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AdiuvaError } from '../../contracts/errors.ts';
import type { Health } from '../../contracts/health.ts';
import type { Ports } from '../ports.ts';
import { BUSY_TIMEOUT, isCorruption, translateDriverError, translateFolderError } from './driverErrors.ts';
import { lockWorkspace } from './lockWorkspace.ts';
import { migrate, type Migrations, moveAside, readMigrations, takeSnapshot } from './migrate.ts';
import * as schema from './schema.ts';

/** The workspace's one connection that writes. */
export interface Database {
  /** For prepared statements on hot paths. */
  readonly sqlite: BetterSqlite.Database;
  /** Typed queries over every table; made on first use. */
  readonly orm: BetterSQLite3Database<typeof schema>;
  /**
   * Runs `work` in a transaction that takes the write lock at once; a nested call is a savepoint. What `work` throws rolls
   * back and is thrown on.
   */
  transaction<Result>(work: () => Result): Result;
  /** Calls back once the outermost transaction is on disk, or at once outside of one. Not at all if it is rolled back. */
  afterCommit(callback: () => void): void;
  /** What the user should know of how it was opened. */
  readonly notices: Health['notices'];
  /** A driver's error as ours; anything else as it is. Damage found on the way is noted, so that the next start checks. */
  translateError(error: unknown): unknown;
  /** Writes the log into the main file, closes, gives the workspace free. Twice does no harm. */
  close(): void;
}

/** For statements that only read: the workspace's own connection, or one that cannot write. */
export type Connection = Pick<Database, 'sqlite'>;

/** Where a workspace's database lies. */
export const databaseFile = (workspace: string): string => join(workspace, 'adiuva.db');

/**
 * Opens `adiuva.db` in the workspace's folder as its only owner, makes or migrates it.
 *
 * After an end that was not clean the whole file is checked. A damaged database is moved aside, whole, under a name that
 * the notice tells, and a new one is begun.
 * @throws AdiuvaError `workspaceLocked`, `workspaceNewer` (the file is left as it is), `workspaceReadOnly`, `diskFull`
 */
export function openDatabase(ports: Pick<Ports, 'paths' | 'host' | 'clock' | 'logger'>): Database {
  const { workspace } = ports.paths;
  try {
    mkdirSync(workspace, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw translateFolderError(error, workspace);
  }
  try {
    const lock = lockWorkspace(ports);
    try {
      const { sqlite, notices } = openFile(ports);
      return wrap(sqlite, workspace, notices, () => lock.release());
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw translateDriverError(error, workspace);
  }
}

type Opened = { sqlite: BetterSqlite.Database; notices: Health['notices'] };

function openFile({ paths, clock, logger }: Pick<Ports, 'paths' | 'clock' | 'logger'>): Opened {
  const { workspace } = paths;
  const file = databaseFile(workspace);
  const stamp = new Date(clock.now()).toISOString().replaceAll(/[:.]/gu, '-');
  const migrations = readMigrations(paths.migrations);
  const notices: Health['notices'] = [];
  // SQLite throws away a log beside an empty file, silently, and may take one into a new file. A new workspace that was
  // cut off never looks like this: its main file has its first page before there is a log.
  if (sizeOf(file) === 0 && sizeOf(`${file}-wal`) > 0) {
    const movedTo = moveAside(workspace, stamp);
    logger.error('the database is gone and its log was moved aside', { movedTo });
    notices.push({ code: 'corruptMovedAside', fields: { movedTo } });
  }
  try {
    return { sqlite: openChecked(file, workspace, migrations, stamp), notices };
  } catch (error) {
    if (!isCorruption(error) && !(error instanceof DamageError)) throw error;
    const movedTo = moveAside(workspace, stamp);
    rmSync(suspectFlag(workspace), { force: true });
    logger.error('the database is damaged and was moved aside', { error, movedTo });
    return {
      sqlite: openChecked(file, workspace, migrations, stamp),
      notices: [...notices, { code: 'corruptMovedAside', fields: { movedTo } }],
    };
  }
}

/** The file can be read, but what is in it does not hold together, or is not ours. */
class DamageError extends Error {}

/** "Adiu", so that a database of another program is not taken for ours. */
const APPLICATION_ID = 0x41646975;

function openChecked(file: string, workspace: string, migrations: Migrations, stamp: string): BetterSqlite.Database {
  const wasClean = !existsSync(suspectFlag(workspace)) && sizeOf(`${file}-wal`) === 0;
  const found = sizeOf(file) === 0 ? 0 : readVersion(file, migrations.version);
  const sqlite = new BetterSqlite(file, { timeout: BUSY_TIMEOUT });
  try {
    if (!wasClean && found > 0) checkIntegrity(sqlite);
    sqlite.pragma('journal_mode = wal');
    sqlite.pragma('synchronous = full');
    sqlite.pragma('foreign_keys = on');
    sqlite.pragma('wal_autocheckpoint = 1000');
    sqlite.pragma('journal_size_limit = 67108864');
    sqlite.pragma('cache_size = -32000');
    sqlite.pragma('temp_store = memory');
    if (found < migrations.version) {
      if (found > 0) takeSnapshot(sqlite, workspace, found, stamp);
      else sqlite.pragma(`application_id = ${APPLICATION_ID}`);
      migrate(sqlite, migrations, found);
    }
    if (!wasClean) rmSync(suspectFlag(workspace), { force: true });
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/**
 * Reads whose file this is and of which version, without leaving a trace. Where no log lies beside it, its header says it
 * (https://sqlite.org/fileformat2.html, section 1.3); else SQLite has to read through the log.
 * @throws AdiuvaError `workspaceNewer`
 */
function readVersion(file: string, supported: number): number {
  const header = sizeOf(`${file}-wal`) === 0 ? readHeader(file) : null;
  const { found, isOurs } = header?.isOurs === true ? header : readThroughLog(file);
  if (!isOurs) throw new DamageError('this is not a database of Adiuva');
  if (found > supported) throw new AdiuvaError('workspaceNewer', { found, supported });
  return found;
}

interface FoundVersion {
  readonly found: number;
  readonly isOurs: boolean;
}

function readHeader(file: string): FoundVersion | null {
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    if (readSync(handle, header, 0, 100, 0) < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
      return null;
    return { found: header.readUInt32BE(60), isOurs: header.readUInt32BE(68) === APPLICATION_ID };
  } finally {
    closeSync(handle);
  }
}

function readThroughLog(file: string): FoundVersion {
  const sqlite = new BetterSqlite(file, { readonly: true, timeout: BUSY_TIMEOUT });
  try {
    const found = z.int().parse(sqlite.pragma('user_version', { simple: true }));
    const applicationId = z.int().parse(sqlite.pragma('application_id', { simple: true }));
    const tables = sqlite.prepare<[], { count: number }>('select count(*) as count from sqlite_schema').get();
    // An empty database is one that was begun and not finished.
    return { found, isOurs: applicationId === APPLICATION_ID || tables?.count === 0 };
  } finally {
    sqlite.close();
  }
}

function checkIntegrity(sqlite: BetterSqlite.Database): void {
  const problems = z.array(z.object({ integrity_check: z.string() })).parse(sqlite.pragma('integrity_check(20)'));
  const found = problems.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  // The full-text index can be made anew from its documents; that is no reason to set the workspace aside.
  const severe = found.filter((text) => !/\bfts5\b/iu.test(text));
  if (severe.length > 0) throw new DamageError(severe.join('; '));
  if (found.length > 0) sqlite.exec(`insert into search_text (search_text) values ('rebuild')`);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Has the next start check the whole file. Where not even that can be written, the error at hand is what counts. */
function noteSuspicion(workspace: string): void {
  try {
    writeFileSync(suspectFlag(workspace), '');
  } catch {
    return;
  }
}

const suspectFlag = (workspace: string): string => join(workspace, 'adiuva.db-suspect');

function wrap(
  sqlite: BetterSqlite.Database,
  workspace: string,
  notices: Health['notices'],
  release: () => void,
): Database {
  let orm: BetterSQLite3Database<typeof schema> | null = null;
  let depth = 0;
  let committed: (() => void)[] = [];

  return {
    sqlite,
    notices,
    get orm() {
      return (orm ??= drizzle({ client: sqlite, schema }));
    },
    transaction(work) {
      const before = committed.length;
      let result: ReturnType<typeof work>;
      depth += 1;
      try {
        result = sqlite.transaction(work).immediate();
      } catch (error) {
        committed.length = before;
        throw error;
      } finally {
        depth -= 1;
      }
      if (depth === 0) {
        const callbacks = committed;
        committed = [];
        for (const callback of callbacks) callback();
      }
      return result;
    },
    afterCommit(callback) {
      if (depth === 0) callback();
      else committed.push(callback);
    },
    translateError(error) {
      if (isCorruption(error)) noteSuspicion(workspace);
      return translateDriverError(error, workspace);
    },
    close() {
      if (!sqlite.open) return;
      try {
        sqlite.pragma('wal_checkpoint(truncate)');
      } finally {
        sqlite.close();
        release();
      }
    },
  };
}
