import type { Database as Sqlite } from 'better-sqlite3';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { countBoxes } from '../records/checklist.ts';

/** How many snapshots are kept. */
const SNAPSHOTS_KEPT = 3;
/** The main file, its log and the log's index. */
const SUFFIXES = ['', '-wal', '-shm'];

const journalSchema = z.object({ entries: z.array(z.object({ idx: z.int(), tag: z.string().regex(/^\w+$/u) })) });

export interface Migrations {
  /** The schema version of this program: how many migrations there are. */
  readonly version: number;
  /** The SQL statements from one version to the latest. */
  statementsAfter(version: number): string[];
}

/** Reads what drizzle-kit generated: `meta/_journal.json` and one SQL file per migration, append-only. */
export function readMigrations(folder: string): Migrations {
  const { entries } = journalSchema.parse(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')));
  return {
    version: entries.length,
    statementsAfter: (version) =>
      entries
        .slice(version)
        .flatMap(({ tag }) => readFileSync(join(folder, `${tag}.sql`), 'utf8').split('--> statement-breakpoint'))
        .filter((statement) => statement.trim() !== ''),
  };
}

/**
 * Brings the database from `from` to the latest version: all of it or nothing. The version is SQLite's `user_version`,
 * set in the same transaction.
 */
export function migrate(sqlite: Sqlite, migrations: Migrations, from: number): void {
  provideFunctions(sqlite);
  // Table rebuilds break references for a moment, and the pragma does nothing inside a transaction.
  sqlite.pragma('foreign_keys = off');
  try {
    sqlite
      .transaction(() => {
        for (const statement of migrations.statementsAfter(from)) sqlite.exec(statement);
        const broken: unknown[] = z.array(z.unknown()).parse(sqlite.pragma('foreign_key_check'));
        if (broken.length > 0) throw new Error(`a migration left ${broken.length} references without their record`);
        sqlite.pragma(`user_version = ${migrations.version}`);
      })
      .immediate();
  } finally {
    sqlite.pragma('foreign_keys = on');
  }
}

/** What migrations ask of the program. Append-only, as they are. */
function provideFunctions(sqlite: Sqlite): void {
  const options = { deterministic: true, directOnly: true };
  sqlite.function('count_boxes', options, (markdown) => countBoxes(String(markdown)).total);
  sqlite.function('count_ticked_boxes', options, (markdown) => countBoxes(String(markdown)).done);
}

/**
 * Copies the database to `snapshots/` and keeps the newest few. VACUUM INTO reads through the WAL and keeps encryption;
 * the copy gets its name only when it is whole.
 */
export function takeSnapshot(sqlite: Sqlite, workspace: string, version: number, stamp: string): string {
  const folder = join(workspace, 'snapshots');
  mkdirSync(folder, { recursive: true });
  const name = `adiuva-${stamp}-schema-${version}.db`;
  const unfinished = join(folder, `${name}.unfinished`);
  rmSync(unfinished, { force: true });
  sqlite.prepare('vacuum into ?').run(unfinished);
  renameSync(unfinished, join(folder, name));
  const names = readdirSync(folder)
    .filter((entry) => /^adiuva-.*\.db$/u.test(entry))
    .sort();
  for (const old of names.slice(0, -SNAPSHOTS_KEPT)) rmSync(join(folder, old), { force: true });
  for (const left of readdirSync(folder).filter((entry) => entry.endsWith('.unfinished')))
    rmSync(join(folder, left), { force: true });
  return join(folder, name);
}

/** Moves the database's files aside under a name that is not taken. Answers the new name of the first that has data in it. */
export function moveAside(workspace: string, stamp: string): string {
  const base = (attempt: number): string => `adiuva-damaged-${stamp}${attempt === 0 ? '' : `-${attempt}`}.db`;
  let attempt = 0;
  const isTaken = (name: string): boolean => SUFFIXES.some((suffix) => existsSync(join(workspace, `${name}${suffix}`)));
  while (isTaken(base(attempt))) attempt += 1;
  const name = base(attempt);
  // The main file first: were this cut off, a log without a main file is known for what it is at the next start.
  let told: string | null = null;
  for (const suffix of SUFFIXES) {
    const file = join(workspace, `adiuva.db${suffix}`);
    const size = statSync(file, { throwIfNoEntry: false })?.size;
    if (size === undefined) continue;
    renameSync(file, join(workspace, `${name}${suffix}`));
    if (size > 0) told ??= `${name}${suffix}`;
  }
  return told ?? name;
}
