import BetterSqlite from 'better-sqlite3';
import { BUSY_TIMEOUT } from './driverErrors.ts';
import type { Connection } from './openDatabase.ts';

/** One more connection to a database that is open, for reading what is committed. */
export function openReadOnly(file: string): Connection & { close(): void } {
  const sqlite = new BetterSqlite(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT });
  sqlite.pragma('cache_size = -32000');
  sqlite.pragma('temp_store = memory');
  return { sqlite, close: () => void sqlite.close() };
}
