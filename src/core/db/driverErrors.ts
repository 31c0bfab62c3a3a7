import BetterSqlite from 'better-sqlite3';
import { AdiuvaError } from '../../contracts/errors.ts';

/** How long a statement waits for another process before it gives up, in milliseconds. */
export const BUSY_TIMEOUT = 5_000;

/**
 * What the driver or the file system threw, as an error of ours where the user can do something about it; anything else
 * comes back as it is. `path` is the workspace's folder.
 * Codes: https://sqlite.org/rescode.html and errno(3).
 */
export function translateDriverError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === null) return error;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return new AdiuvaError('diskFull', { path }, { cause: error });
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AdiuvaError('databaseBusy', { waited: BUSY_TIMEOUT }, { cause: error });
  }
  if (isCorruption(error)) return new AdiuvaError('workspaceCorrupt', { movedTo: null }, { cause: error });
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || READ_ONLY.has(code)) {
    return new AdiuvaError('workspaceReadOnly', { path }, { cause: error });
  }
  return error;
}

/** The same for making the folder itself, where it may also be that there is no place for one: a file in its way, say. */
export function translateFolderError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code !== null && NO_PLACE.has(code)) return new AdiuvaError('workspaceReadOnly', { path }, { cause: error });
  return translateDriverError(error, path);
}

/** Whether the driver says that the file is damaged or is no database at all. */
export function isCorruption(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'SQLITE_NOTADB' || (code?.startsWith('SQLITE_CORRUPT') ?? false);
}

/** Whether another connection holds the file. */
export function isBusy(error: unknown): boolean {
  return codeOf(error)?.startsWith('SQLITE_BUSY') ?? false;
}

const READ_ONLY = new Set(['EROFS', 'EACCES', 'EPERM']);
const NO_PLACE = new Set(['ENOENT', 'ENOTDIR', 'EEXIST', 'ELOOP', 'ENAMETOOLONG']);

function codeOf(error: unknown): string | null {
  if (error instanceof BetterSqlite.SqliteError) return error.code;
  if (error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string')
    return error.code;
  return null;
}
