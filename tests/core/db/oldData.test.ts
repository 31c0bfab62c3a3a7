import type { Database as Sqlite } from 'better-sqlite3';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createWorkspace } from '../../../src/core/createWorkspace.ts';
import { openDatabase } from '../../../src/core/db/openDatabase.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTemporaryFolder } from '../../support/createTestWorkspace.ts';
import { createTestPorts, type TestPorts } from '../../support/ports.ts';

interface Journal {
  entries: { tag: string }[];
}

/** What a user of the version before a migration had on disk, and what must be there after it. */
interface OldData {
  fill(sqlite: Sqlite): void;
  check(workspace: Workspace): void;
}

const noteId = '0192f0c1-2f7e-7c3a-9a51-000000000001';
const otherId = '0192f0c1-2f7e-7c3a-9a51-000000000002';

/** By migration. Each is run on a database that the migrations before it made, with data in what it changes. */
const oldData: Record<string, OldData> = {
  '0002_note_draft_writers': {
    fill(sqlite) {
      const note = sqlite.prepare(
        `insert into notes (id, version, created_at, updated_at, title, project_id, is_pinned, excerpt, content)
         values (?, ?, 1, 1, ?, null, 0, 'a', 'a')`,
      );
      note.run(noteId, 3, 'Call');
      note.run(otherId, 5, 'Rates');
      const draft = sqlite.prepare(
        'insert into note_drafts (note_id, base_version, title, updated_at, content) values (?, ?, ?, ?, ?)',
      );
      draft.run(noteId, 3, null, 7, 'a, and what was typed');
      draft.run(otherId, 4, 'Rates of 2026', 8, 'typed before it changed');
    },
    check({ notes, health }) {
      expect(notes.get(noteId)).toMatchObject({ title: 'Call', content: 'a, and what was typed', version: 4 });
      expect(notes.get(otherId)).toMatchObject({ title: 'Rates', content: 'a', version: 5 });
      expect(health().notices).toEqual([
        { code: 'draftsRecovered', fields: { count: '1' } },
        { code: 'draftKeptAsCopy', fields: { title: 'Rates of 2026 (copy)' } },
      ]);
      const copy = notes.list({ limit: 10 }).items.find(({ id }) => id !== noteId && id !== otherId);
      expect(notes.get(copy?.id ?? '').content).toBe('typed before it changed');
    },
  },
};

test.each(Object.entries(oldData))('%s keeps what was there before it', async (tag, { fill, check }) => {
  using folder = createTemporaryFolder();
  const ports = createTestPorts(join(folder.path, 'workspace'));
  const old = openDatabase(withMigrationsBefore(tag, ports, folder.path));
  fill(old.sqlite);
  old.close();
  for (const time of ['first', 'second']) {
    const workspace = await createWorkspace(ports);
    if (time === 'first') check(workspace);
    else expect(workspace.health().notices).toEqual([]);
    await workspace.dispose();
  }
});

test('no migration is without data that it was run on', () => {
  // The first two made the tables: no database was ever left between them.
  const [, , ...later] = readJournal(createTestPorts('').paths.migrations).entries.map(({ tag }) => tag);
  expect(Object.keys(oldData)).toEqual(later);
});

/** The ports of the program as it was before a migration. */
function withMigrationsBefore(tag: string, ports: TestPorts, folder: string): TestPorts {
  const migrations = join(folder, 'migrations');
  cpSync(ports.paths.migrations, migrations, { recursive: true });
  const journal = readJournal(migrations);
  const place = journal.entries.findIndex((entry) => entry.tag === tag);
  if (place === -1) throw new Error(`There is no migration ${tag}.`);
  const entries = journal.entries.slice(0, place);
  writeFileSync(join(migrations, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries }));
  return { ...ports, paths: { ...ports.paths, migrations } };
}

const readJournal = (migrations: string): Journal =>
  JSON.parse(readFileSync(join(migrations, 'meta', '_journal.json'), 'utf8')) as Journal;
