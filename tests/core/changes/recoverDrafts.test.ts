import BetterSqlite from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { NoteId } from '../../../src/contracts/ids.ts';
import type { Workspace, Writing } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { applyAll, create, remove, textsOf, update } from '../../support/writeRecords.ts';

/** A window where a note is open. */
function openWindow(
  { notes }: Workspace,
  id: NoteId,
  writer: string,
): Writing & { type(text: string, base?: number): void } {
  const writing = notes.startWriting({ id, writer });
  return {
    ...writing,
    type: (content, baseVersion = 1) => notes.keepDraft({ id, writer, baseVersion, title: 'Call', content }),
  };
}

const recovered = [{ code: 'draftsRecovered', fields: { count: '1' } }];
const copied = [{ code: 'draftKeptAsCopy', fields: { title: 'Call (copy)' } }];

async function createNote() {
  const test = await createTestWorkspace();
  const note = create(test.workspace, 'note', { title: 'Call', content: 'a' });
  return { test, note, notes: test.workspace.notes };
}

test('a window that crashed: its text comes back when the note is opened, once', async () => {
  const { test, note, notes } = await createNote();
  await using _ = test;
  const crashed = openWindow(test.workspace, note.id, 'left');
  crashed.type('ab');
  crashed.end();
  expect(textsOf(test.workspace)).toEqual(['Call: a']);
  openWindow(test.workspace, note.id, 'right');
  expect(notes.recoverDrafts(note.id)).toEqual(recovered);
  expect(notes.recoverDrafts(note.id)).toEqual([]);
  expect(textsOf(test.workspace)).toEqual(['Call: ab']);
  expect(textsOf(await test.reopen())).toEqual(['Call: ab']);
});

test('where the note changed before it is opened, the text comes back as a note beside it, once', async () => {
  const { test, note, notes } = await createNote();
  await using _ = test;
  const crashed = openWindow(test.workspace, note.id, 'left');
  crashed.type('ab');
  crashed.end();
  update(test.workspace, 'note', { id: note.id, content: 'by a script' }, { kind: 'api' });
  expect(notes.recoverDrafts(note.id)).toEqual(copied);
  expect(notes.recoverDrafts(note.id)).toEqual([]);
  expect(textsOf(await test.reopen())).toEqual(['Call (copy): ab', 'Call: by a script']);
});

test('the draft of a window that is there is its own, also while it shows two texts to choose from', async () => {
  const { test, note, notes } = await createNote();
  await using _ = test;
  const left = openWindow(test.workspace, note.id, 'left');
  left.type('ab');
  openWindow(test.workspace, note.id, 'right');
  expect(notes.recoverDrafts(note.id)).toEqual([]);
  applyAll(test.workspace, [
    { kind: 'note', operation: 'update', fields: { id: note.id, content: 'right' }, writer: 'right' },
  ]);
  expect(notes.recoverDrafts(note.id)).toEqual([]);
  left.type('abc');
  expect(textsOf(test.workspace)).toEqual(['Call: right']);
  left.end();
  left.end();
  expect(notes.recoverDrafts(note.id)).toEqual(copied);
  expect(textsOf(test.workspace)).toEqual(['Call (copy): abc', 'Call: right']);
});

test('a connection that comes back before the old one has ended leaves the writer there', async () => {
  const { test, note, notes } = await createNote();
  await using _ = test;
  const before = openWindow(test.workspace, note.id, 'left');
  before.type('ab');
  const after = openWindow(test.workspace, note.id, 'left');
  before.end();
  before.end();
  expect(notes.recoverDrafts(note.id)).toEqual([]);
  after.end();
  expect(notes.recoverDrafts(note.id)).toEqual(recovered);
});

test('a writer who was only out of reach types on: the text follows into the note, and no copy is made', async () => {
  const { test, note, notes } = await createNote();
  await using _ = test;
  const left = openWindow(test.workspace, note.id, 'left');
  left.type('ab');
  left.end();
  expect(notes.recoverDrafts(note.id)).toEqual(recovered);
  const back = openWindow(test.workspace, note.id, 'left');
  expect(back.recovered).toEqual({ keptIn: note.id, keptVersion: 2 });
  // It has not heard of the new version yet.
  back.type('ab');
  back.type('abc', 1);
  update(test.workspace, 'note', { id: note.id, isPinned: true });
  back.end();
  expect(notes.recoverDrafts(note.id)).toEqual(recovered);
  back.type('abc', 1);
  expect(notes.recoverDrafts(note.id)).toEqual([]);
  back.type('abcd', 1);
  const workspace = await test.reopen();
  expect(textsOf(workspace)).toEqual(['Call: abcd']);
  workspace.notes.keepDraft({ id: note.id, writer: 'left', baseVersion: 1, content: 'abcde' });
  expect(textsOf(await test.reopen())).toEqual(['Call: abcde']);
});

test('once somebody else changed the note, the text of a writer who comes back goes beside it', async () => {
  const { test, note, notes } = await createNote();
  await using _ = test;
  const left = openWindow(test.workspace, note.id, 'left');
  left.type('ab');
  left.end();
  notes.recoverDrafts(note.id);
  update(test.workspace, 'note', { id: note.id, content: 'by a script' }, { kind: 'api' });
  left.type('abc');
  expect(notes.recoverDrafts(note.id)).toEqual(copied);
  expect(textsOf(test.workspace)).toEqual(['Call (copy): abc', 'Call: by a script']);
});

test('text of which there is a copy goes on in that copy, also after another start', async () => {
  const { test, note } = await createNote();
  await using _ = test;
  test.workspace.notes.keepDraft({ id: note.id, writer: 'left', baseVersion: 1, title: 'Call', content: 'ab' });
  update(test.workspace, 'note', { id: note.id, content: 'by a script' }, { kind: 'api' });
  const second = await test.reopen();
  const back = openWindow(second, note.id, 'left');
  expect(back.recovered?.keptIn).not.toBe(note.id);
  back.type('ab');
  back.type('abc');
  back.end();
  expect(second.notes.recoverDrafts(note.id)).toEqual(copied);
  expect(textsOf(second)).toEqual(['Call (copy): abc', 'Call: by a script']);
  back.type('abc');
  expect(second.notes.recoverDrafts(note.id)).toEqual([]);
  back.type('abcd');
  expect(textsOf(await test.reopen())).toEqual(['Call (copy): abcd', 'Call: by a script']);
});

test.each(['changed', 'deleted'])('a copy that the user %s is left alone', async (how) => {
  const { test, note, notes } = await createNote();
  await using _ = test;
  const left = openWindow(test.workspace, note.id, 'left');
  left.type('ab');
  left.end();
  update(test.workspace, 'note', { id: note.id, content: 'by a script' }, { kind: 'api' });
  notes.recoverDrafts(note.id);
  const copy = notes.startWriting({ id: note.id, writer: 'left' }).recovered?.keptIn ?? note.id;
  if (how === 'changed') update(test.workspace, 'note', { id: copy, title: 'Mine', content: 'edited' });
  else remove(test.workspace, 'note', copy);
  left.type('abc');
  expect(textsOf(await test.reopen())).toEqual([
    'Call (copy): abc',
    'Call: by a script',
    ...(how === 'changed' ? ['Mine: edited'] : []),
  ]);
});

test('a writer who has heard of the new version and chose its own text saves it, and the memory ends', async () => {
  const { test, note, notes } = await createNote();
  await using _ = test;
  const left = openWindow(test.workspace, note.id, 'left');
  left.type('ab');
  left.end();
  notes.recoverDrafts(note.id);
  left.type('abc', 2);
  applyAll(test.workspace, [
    {
      kind: 'note',
      operation: 'update',
      fields: { id: note.id, expectedVersion: 2, content: 'abc' },
      writer: 'left',
    },
  ]);
  expect(notes.startWriting({ id: note.id, writer: 'left' }).recovered).toBeNull();
  expect(textsOf(await test.reopen())).toEqual(['Call: abc']);
});

test('callers without a name are not one writer: what another of them left does not replace the first one’s text', async () => {
  const { test, note, notes } = await createNote();
  await using _ = test;
  notes.keepDraft({ id: note.id, baseVersion: 1, content: 'of one script' });
  expect(notes.recoverDrafts(note.id)).toEqual(recovered);
  notes.keepDraft({ id: note.id, baseVersion: 1, content: 'of another' });
  expect(notes.recoverDrafts(note.id)).toEqual(copied);
  expect(textsOf(test.workspace)).toEqual(['Call (copy): of another', 'Call: of one script']);
});

test('recovering one draft ends no other, whoever left it', async () => {
  const { test, note, notes } = await createNote();
  await using _ = test;
  const left = openWindow(test.workspace, note.id, 'left');
  openWindow(test.workspace, note.id, 'right').type('right');
  left.type('left');
  left.end();
  test.ports.clock.advance(1);
  notes.keepDraft({ id: note.id, baseVersion: 1, content: 'nobody' });
  notes.recoverDrafts(note.id);
  expect(textsOf(await test.reopen())).toEqual(['Call (copy): nobody', 'Call (copy): right', 'Call: left']);
});

test('a draft that cannot be recovered stays where it is, and the others come back', async () => {
  const { test, note, notes } = await createNote();
  await using _ = test;
  for (const writer of ['left', 'right']) notes.keepDraft({ id: note.id, writer, baseVersion: 1, content: writer });
  using database = openFile(test.folder);
  database.sqlite
    .prepare(`update note_drafts set title = ?, updated_at = 0 where writer = 'left'`)
    .run('x'.repeat(2_000));
  expect(notes.recoverDrafts(note.id)).toEqual(recovered);
  expect(test.ports.logger.lines).toMatchObject([{ level: 'error', message: 'a draft could not be recovered' }]);
  expect(database.sqlite.prepare('select writer, content from note_drafts').all()).toEqual([
    { writer: 'left', content: 'left' },
  ]);
  expect(textsOf(test.workspace)).toEqual(['Call: right']);
});

test('where drafts went is forgotten after a month, and with their notes', async () => {
  const { test, note, notes } = await createNote();
  await using _ = test;
  const other = create(test.workspace, 'note', { title: 'Other', content: 'a' });
  for (const id of [note.id, other.id]) notes.keepDraft({ id, writer: 'left', baseVersion: 1, content: 'ab' });
  for (const id of [note.id, other.id]) notes.recoverDrafts(id);
  remove(test.workspace, 'note', other.id);
  expect(notes.startWriting({ id: other.id, writer: 'left' }).recovered).toBeNull();
  test.ports.clock.advance(29 * 86_400_000);
  const find = (workspace: Workspace) => workspace.notes.startWriting({ id: note.id, writer: 'left' }).recovered;
  expect(find(await test.reopen())).toEqual({ keptIn: note.id, keptVersion: 2 });
  test.ports.clock.advance(2 * 86_400_000);
  expect(find(await test.reopen())).toBeNull();
});

function openFile(folder: string): Disposable & { sqlite: BetterSqlite.Database } {
  const sqlite = new BetterSqlite(join(folder, 'adiuva.db'));
  return { sqlite, [Symbol.dispose]: () => void sqlite.close() };
}
