import BetterSqlite from 'better-sqlite3';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/core/db/openDatabase.ts';
import { createSettings } from '../../../src/core/settings.ts';
import { guardService } from '../../../src/core/db/guardService.ts';
import { createTemporaryFolder, createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { createTestPorts } from '../../support/ports.ts';
import { create, failureOf, readEverything } from '../../support/writeRecords.ts';
import { fillStudioFerri } from '../../support/studioFerri.ts';
import { createWorkspace } from '../../../src/core/createWorkspace.ts';

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
const STAMP = '2026-11-21T09-00-00-000Z';

/** A workspace with records in it, closed. */
async function createFilled(): Promise<Disposable & { path: string; file: string; everything: unknown }> {
  const folder = createTemporaryFolder();
  const ports = createTestPorts(folder.path);
  const workspace = await createWorkspace(ports);
  fillStudioFerri(workspace, ports.clock.today());
  const everything = readEverything(workspace);
  await workspace.dispose();
  return {
    path: folder.path,
    file: join(folder.path, 'adiuva.db'),
    everything,
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

test('the settings that keep what was acknowledged are on', () => {
  using folder = createTemporaryFolder();
  const database = openDatabase(createTestPorts(join(folder.path, 'not', 'there', 'yet')));
  const pragma = (name: string): unknown => database.sqlite.pragma(name, { simple: true });
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('busy_timeout')]).toEqual([
    'wal',
    2,
    1,
    5_000,
  ]);
  expect(database.orm.query.tasks.findMany().sync()).toEqual([]);
  database.close();
  database.close();
});

test('closing leaves one file without a log, so that a copy of it is whole', async () => {
  using filled = await createFilled();
  expect(readdirSync(filled.path).filter((name) => name.startsWith('adiuva.db'))).toEqual(['adiuva.db']);
});

test('a database of a newer version is refused and left as it is', async () => {
  using filled = await createFilled();
  const sqlite = new BetterSqlite(filled.file);
  const supported = Number(sqlite.pragma('user_version', { simple: true }));
  sqlite.pragma(`user_version = ${supported + 7}`);
  sqlite.close();
  const before = hashOf(filled.file);
  const names = readdirSync(filled.path).sort();
  const ports = createTestPorts(filled.path);
  expect(failureOf(() => openDatabase(ports))).toEqual({
    code: 'workspaceNewer',
    fields: { found: supported + 7, supported },
  });
  expect([hashOf(filled.file), readdirSync(filled.path).sort()]).toEqual([before, names]);
});

test.each([
  ['text', (file: string) => writeFileSync(file, 'this is no database, '.repeat(1_000))],
  ['a file that breaks off', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 5_000))],
  ['zeroes at its beginning', (file: string) => overwrite(file, 0, 4_096)],
  [
    'the database of another program',
    (file: string) => {
      writeFileSync(file, '');
      const other = new BetterSqlite(file);
      other.exec('create table bookmarks (url text)');
      other.close();
    },
  ],
])('%s is moved aside under its own name, and a new workspace begun', async (_what, damage) => {
  using filled = await createFilled();
  damage(filled.file);
  const damaged = readFileSync(filled.file);
  const ports = createTestPorts(filled.path);
  const workspace = await createWorkspace(ports);
  const movedTo = `adiuva-damaged-${STAMP}.db`;
  expect(workspace.health().notices).toEqual([{ code: 'corruptMovedAside', fields: { movedTo } }]);
  expect(readFileSync(join(filled.path, movedTo)).equals(damaged)).toBe(true);
  expect(readEverything(workspace).tasks).toEqual([]);
  create(workspace, 'task', { title: 'on we go' });
  await workspace.dispose();
  expect(ports.logger.lines.some((line) => line.level === 'error')).toBe(true);

  // A second time takes another name: nothing that was moved aside is overwritten.
  writeFileSync(filled.file, 'no database again');
  const again = await createWorkspace(ports);
  expect(again.health().notices).toMatchObject([{ fields: { movedTo: `adiuva-damaged-${STAMP}-1.db` } }]);
  await again.dispose();
  expect(readFileSync(join(filled.path, movedTo)).equals(damaged)).toBe(true);
  const clean = await createWorkspace(ports);
  expect(clean.health().notices).toEqual([]);
  await clean.dispose();
});

function overwrite(file: string, at: number, length: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(length), 0, length, at);
  closeSync(handle);
}

/** Copies the files of an open workspace, as a killed process leaves them: with the log not yet written back. */
async function createKilled(damage: (file: string) => void): Promise<Disposable & { path: string }> {
  const folder = createTemporaryFolder();
  await using test = await createTestWorkspace();
  fillStudioFerri(test.workspace, '2026-11-21');
  await test.reopen();
  create(test.workspace, 'client', { name: 'Written last' });
  for (const name of ['adiuva.db', 'adiuva.db-wal']) cpSync(join(test.folder, name), join(folder.path, name));
  expect(statSync(join(folder.path, 'adiuva.db-wal')).size).toBeGreaterThan(0);
  damage(join(folder.path, 'adiuva.db'));
  return { path: folder.path, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

test('after an end that was not clean, everything that was acknowledged is there', async () => {
  using killed = await createKilled(() => undefined);
  const workspace = await createWorkspace(createTestPorts(killed.path));
  expect(workspace.health().notices).toEqual([]);
  expect(readEverything(workspace).clients.at(-1)?.name).toBe('Written last');
  await workspace.dispose();
});

test('after an end that was not clean the whole file is checked: damage deep in it is found and moved aside with its log', async () => {
  using killed = await createKilled((file) => overwrite(file, 20 * 4_096, 4_096 * 6));
  const workspace = await createWorkspace(createTestPorts(killed.path));
  const movedTo = `adiuva-damaged-${STAMP}.db`;
  expect(workspace.health().notices).toEqual([{ code: 'corruptMovedAside', fields: { movedTo } }]);
  expect(existsSync(join(killed.path, movedTo))).toBe(true);
  await workspace.dispose();
});

test('damage that is met while reading is told, and found at the next start', async () => {
  using filled = await createFilled();
  const ports = createTestPorts(filled.path);
  const sqlite = new BetterSqlite(filled.file, { readonly: true });
  const { rootpage } = sqlite
    .prepare<[], { rootpage: number }>(`select rootpage from sqlite_schema where name = 'notes'`)
    .get() ?? { rootpage: 0 };
  sqlite.close();
  overwrite(filled.file, (rootpage - 1) * 4_096, 4_096);
  const workspace = await createWorkspace(ports);
  // A clean end is trusted: only what reads the page meets the damage.
  expect(workspace.health().notices).toEqual([]);
  expect(failureOf(() => workspace.notes.list({ limit: 10 }))).toEqual({
    code: 'workspaceCorrupt',
    fields: { movedTo: null },
  });
  await workspace.dispose();
  const next = await createWorkspace(ports);
  expect(next.health().notices).toMatchObject([{ code: 'corruptMovedAside' }]);
  await next.dispose();
});

test.each([
  ['gone', (file: string) => rmSync(file)],
  ['emptied', (file: string) => writeFileSync(file, '')],
])(
  'where the database is %s, the changes in its log are kept aside, and the user is told where',
  async (_how, damage) => {
    using killed = await createKilled(damage);
    const log = readFileSync(join(killed.path, 'adiuva.db-wal'));
    const workspace = await createWorkspace(createTestPorts(killed.path));
    const movedTo = `adiuva-damaged-${STAMP}.db-wal`;
    expect(workspace.health().notices).toEqual([{ code: 'corruptMovedAside', fields: { movedTo } }]);
    expect(readFileSync(join(killed.path, movedTo)).equals(log)).toBe(true);
    expect(readEverything(workspace).clients).toEqual([]);
    await workspace.dispose();

    // A second log under the same name of the moment does not overwrite the first.
    rmSync(join(killed.path, 'adiuva.db'));
    writeFileSync(join(killed.path, 'adiuva.db-wal'), 'left over');
    openDatabase(createTestPorts(killed.path)).close();
    expect(readFileSync(join(killed.path, movedTo)).equals(log)).toBe(true);
    expect(readFileSync(join(killed.path, `adiuva-damaged-${STAMP}-1.db-wal`), 'utf8')).toBe('left over');
  },
);

test('a new workspace that was cut off is not told as damaged: its first page comes before its log', () => {
  using folder = createTemporaryFolder();
  const file = join(folder.path, 'adiuva.db');
  const sqlite = new BetterSqlite(file);
  sqlite.pragma('journal_mode = wal');
  expect([statSync(file).size > 0, statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0]).toEqual([true, 0]);
  using cutOff = createTemporaryFolder();
  for (const name of readdirSync(folder.path)) cpSync(join(folder.path, name), join(cutOff.path, name));
  sqlite.close();
  const database = openDatabase(createTestPorts(cutOff.path));
  expect(database.notices).toEqual([]);
  database.close();
});

test('a new workspace folder is the user’s alone', () => {
  using folder = createTemporaryFolder();
  const path = join(folder.path, 'workspace');
  openDatabase(createTestPorts(path)).close();
  expect(statSync(path).mode & 0o077).toBe(0);
});

test('a folder that cannot be written to is told as such', () => {
  using folder = createTemporaryFolder();
  writeFileSync(join(folder.path, 'file'), '');
  const below = join(folder.path, 'file', 'workspace');
  expect(failureOf(() => openDatabase(createTestPorts(below)))).toEqual({
    code: 'workspaceReadOnly',
    fields: { path: below },
  });

  const isRoot = process.getuid?.() === 0;
  const existing = join(folder.path, 'existing');
  openDatabase(createTestPorts(existing)).close();
  const readOnly = join(folder.path, 'readOnly');
  mkdirSync(readOnly);
  for (const path of [folder.path, existing, readOnly]) chmodSync(path, 0o555);
  // Root may write anywhere, so it steps down to nobody for the length of the call.
  if (isRoot) process.seteuid?.(65_534);
  try {
    for (const path of [existing, readOnly, join(readOnly, 'new')]) {
      expect(failureOf(() => openDatabase(createTestPorts(path)))).toEqual({
        code: 'workspaceReadOnly',
        fields: { path },
      });
    }
  } finally {
    if (isRoot) process.seteuid?.(0);
    for (const path of [folder.path, existing, readOnly]) chmodSync(path, 0o755);
  }
  openDatabase(createTestPorts(existing)).close();
});

test('a full disk is told, writes nothing, and passes', () => {
  using folder = createTemporaryFolder();
  const database = openDatabase(createTestPorts(folder.path));
  const settings = guardService(createSettings(database, { emit: () => undefined }), database);
  settings.update({ userName: 'Marta' });
  // SQLite answers for a file that may not grow as for a disk that is full.
  const pages = Number(database.sqlite.pragma('page_count', { simple: true }));
  database.sqlite.pragma(`max_page_count = ${pages}`);
  const fill = database.sqlite.prepare('insert into search_documents (kind, id, title, body) values (?, ?, ?, ?)');
  const write = guardService(
    { write: () => database.transaction(() => fill.run('note', 'x', 'x', 'x'.repeat(1_000_000))) },
    database,
  );
  expect(failureOf(() => write.write())).toEqual({ code: 'diskFull', fields: { path: folder.path } });
  expect(settings.get().userName).toBe('Marta');
  database.sqlite.pragma(`max_page_count = ${pages + 1_000}`);
  write.write();
  database.close();
});

test('a database that another program keeps locked is told as busy, and written to once it is free', () => {
  using folder = createTemporaryFolder();
  const database = openDatabase(createTestPorts(folder.path));
  database.sqlite.pragma('busy_timeout = 20');
  const settings = guardService(createSettings(database, { emit: () => undefined }), database);
  const other = new BetterSqlite(join(folder.path, 'adiuva.db'));
  other.exec('begin immediate');
  expect(failureOf(() => settings.update({ userName: 'Marta' }))).toEqual({
    code: 'databaseBusy',
    fields: { waited: 5_000 },
  });
  other.exec('rollback');
  other.close();
  expect(settings.update({ userName: 'Marta' }).userName).toBe('Marta');
  database.close();
});

test('a nested transaction that fails takes back its own part; what was to follow it does not', () => {
  using folder = createTemporaryFolder();
  const database = openDatabase(createTestPorts(folder.path));
  const put = database.sqlite.prepare('insert into settings (key, value) values (?, ?)');
  const followed: string[] = [];
  database.afterCommit(() => followed.push('at once'));
  database.transaction(() => {
    put.run('outer', '1');
    database.afterCommit(() => followed.push(`outer ${database.sqlite.inTransaction}`));
    expect(() =>
      database.transaction(() => {
        put.run('inner', '1');
        database.afterCommit(() => followed.push('inner'));
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(followed).toEqual(['at once']);
  });
  expect(() =>
    database.transaction(() => {
      database.afterCommit(() => followed.push('never'));
      throw new Error('no');
    }),
  ).toThrow('no');
  expect([followed, database.sqlite.prepare('select key from settings').pluck().all()]).toEqual([
    ['at once', 'outer false'],
    ['outer'],
  ]);
  database.close();
});
