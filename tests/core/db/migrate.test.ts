import BetterSqlite from 'better-sqlite3';
import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createWorkspace } from '../../../src/core/createWorkspace.ts';
import { openDatabase } from '../../../src/core/db/openDatabase.ts';
import * as schema from '../../../src/core/db/schema.ts';
import type { Paths } from '../../../src/core/ports.ts';
import { createTemporaryFolder } from '../../support/createTestWorkspace.ts';
import { createTestPorts, type TestPorts } from '../../support/ports.ts';
import { create, readEverything } from '../../support/writeRecords.ts';

interface Journal {
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
}

test('the migrations make the tables, columns and indexes that the schema declares', () => {
  using folder = createTemporaryFolder();
  const database = openDatabase(createTestPorts(folder.path));
  const tables = Object.values(schema).filter((value) => is(value, SQLiteTable));
  const declared = tables.map((table) => ({
    name: getTableName(table),
    // In any order: a table that grew has its new ones at the end.
    columns: getTableConfig(table)
      .columns.map((column) => column.name)
      .sort(),
    indexes: getTableConfig(table)
      .indexes.map((index) => index.config.name)
      .sort(),
  }));
  const made = tables.map((table) => {
    const name = getTableName(table);
    return {
      name,
      columns: database.sqlite.prepare(`select name from pragma_table_info('${name}') order by name`).pluck().all(),
      indexes: database.sqlite
        .prepare(
          `select name from sqlite_schema where type = 'index' and tbl_name = ? and sql is not null order by name`,
        )
        .pluck()
        .all(name),
    };
  });
  expect(made).toEqual(declared);
  expect(declared.length).toBeGreaterThan(15);
  database.close();
});

/** A copy of the migrations with one more, as a newer version would bring it. */
function withOneMore(ports: TestPorts, folder: string, statements: string): TestPorts {
  const migrations = join(folder, 'migrations');
  cpSync(ports.paths.migrations, migrations, { recursive: true });
  const file = join(migrations, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as Journal;
  journal.entries.push({ idx: journal.entries.length, version: '6', when: 1, tag: '9999_more', breakpoints: true });
  writeFileSync(file, JSON.stringify(journal));
  writeFileSync(join(migrations, '9999_more.sql'), statements);
  const paths: Paths = { ...ports.paths, migrations };
  return { ...ports, paths };
}

test('a migration keeps every record and leaves a snapshot of before; only a few are kept', async () => {
  using folder = createTemporaryFolder();
  const path = join(folder.path, 'workspace');
  const ports = createTestPorts(path);
  const workspace = await createWorkspace(ports);
  create(workspace, 'task', { title: 'kept' });
  const before = readEverything(workspace);
  await workspace.dispose();
  expect(readdirSync(path)).not.toContain('snapshots');
  mkdirSync(join(path, 'snapshots'));
  for (const day of ['01', '02', '03']) writeFileSync(join(path, 'snapshots', `adiuva-2026-01-${day}-schema-1.db`), '');
  writeFileSync(join(path, 'snapshots', 'of the user.txt'), '');

  const newer = withOneMore(
    ports,
    folder.path,
    'alter table clients add column vat text;\n--> statement-breakpoint\nupdate clients set vat = null;',
  );
  const migrated = await createWorkspace(newer);
  expect(readEverything(migrated)).toEqual(before);
  await migrated.dispose();
  const snapshots = readdirSync(join(path, 'snapshots')).sort();
  expect(snapshots).toEqual([
    'adiuva-2026-01-02-schema-1.db',
    'adiuva-2026-01-03-schema-1.db',
    expect.stringMatching(/^adiuva-2026-11-21T09-00-00-000Z-schema-\d+\.db$/u),
    'of the user.txt',
  ]);
  using snapshot = openReadOnly(join(path, 'snapshots', snapshots[2] ?? ''));
  expect(snapshot.sqlite.prepare('select title from tasks').pluck().all()).toEqual(['kept']);
  // The program of before meets what the newer one made.
  await expect(createWorkspace(ports)).rejects.toMatchObject({ code: 'workspaceNewer' });
});

test('a migration that fails leaves the database as it was', async () => {
  using folder = createTemporaryFolder();
  const path = join(folder.path, 'workspace');
  const ports = createTestPorts(path);
  const workspace = await createWorkspace(ports);
  create(workspace, 'task', { title: 'kept' });
  const before = readEverything(workspace);
  await workspace.dispose();
  const broken = withOneMore(
    ports,
    folder.path,
    'drop table comments;\n--> statement-breakpoint\ninsert into nowhere values (1);',
  );
  await expect(createWorkspace(broken)).rejects.toThrow('nowhere');
  const again = await createWorkspace(ports);
  expect(readEverything(again)).toEqual(before);
  await again.dispose();
});

test('a migration that would leave a reference without its record is not made', async () => {
  using folder = createTemporaryFolder();
  const path = join(folder.path, 'workspace');
  const ports = createTestPorts(path);
  const workspace = await createWorkspace(ports);
  const project = create(workspace, 'project', { name: 'Shop' });
  create(workspace, 'task', { title: 'kept', projectId: project.id });
  await workspace.dispose();
  await expect(createWorkspace(withOneMore(ports, folder.path, 'delete from projects;'))).rejects.toThrow('references');
  const again = await createWorkspace(ports);
  expect(again.projects.get(project.id).taskCount).toBe(1);
  await again.dispose();
});

function openReadOnly(file: string): Disposable & { sqlite: BetterSqlite.Database } {
  const sqlite = new BetterSqlite(file, { readonly: true });
  return { sqlite, [Symbol.dispose]: () => void sqlite.close() };
}
