import { expect, test } from 'vitest';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import {
  applyAll,
  create,
  failureOf,
  propose,
  remove,
  textsOf,
  unknownId,
  update,
  user,
} from '../../support/writeRecords.ts';
import { noteIdSchema } from '../../../src/contracts/ids.ts';

test('what was typed and not saved is there after the next start', async () => {
  await using test = await createTestWorkspace();
  const note = create(test.workspace, 'note', { title: 'Call', content: 'a' });
  test.workspace.notes.keepDraft({ id: note.id, baseVersion: 1, content: 'ab' });
  test.workspace.notes.keepDraft({ id: note.id, baseVersion: 1, content: 'abc', title: 'Call with\nNordlys' });
  test.workspace.notes.keepDraft({ id: note.id, baseVersion: 1, content: 'abcd' });
  expect(test.workspace.notes.get(note.id)).toMatchObject({ content: 'a', version: 1 });
  const workspace = await test.reopen();
  expect(workspace.health().notices).toEqual([{ code: 'draftsRecovered', fields: { count: '1' } }]);
  expect(workspace.notes.get(note.id)).toMatchObject({ title: 'Call with Nordlys', content: 'abcd', version: 2 });
  expect(workspace.history.list({ limit: 1 }).items).toMatchObject([{ operation: 'update', actorKind: 'system' }]);
  expect((await test.reopen()).health().notices).toEqual([]);
});

test('a note whose text changed since keeps it, and the draft becomes a note beside it', async () => {
  await using test = await createTestWorkspace();
  const project = create(test.workspace, 'project', { name: 'Shop' });
  const note = create(test.workspace, 'note', { title: 'Call', content: 'a', projectId: project.id });
  update(test.workspace, 'note', { id: note.id, content: 'by a script' }, { kind: 'api' });
  test.workspace.notes.keepDraft({ id: note.id, baseVersion: 1, content: 'typed' });
  const workspace = await test.reopen();
  expect(workspace.health().notices).toEqual([{ code: 'draftKeptAsCopy', fields: { title: 'Call (copy)' } }]);
  expect(workspace.notes.get(note.id).content).toBe('by a script');
  const copy = workspace.notes.list({ limit: 10 }).items.find((item) => item.id !== note.id);
  expect(workspace.notes.get(copy?.id ?? '')).toMatchObject({
    title: 'Call (copy)',
    content: 'typed',
    projectId: project.id,
  });
});

test('a saved text ends its draft, also one that came to what it was before', async () => {
  await using test = await createTestWorkspace();
  const note = create(test.workspace, 'note', { title: 'Call', content: 'a' });
  test.workspace.notes.keepDraft({ id: note.id, baseVersion: 1, content: 'ab' });
  update(test.workspace, 'note', { id: note.id, content: 'a' });
  expect((await test.reopen()).notes.get(note.id)).toMatchObject({ content: 'a', version: 1 });
  test.workspace.notes.keepDraft({ id: note.id, baseVersion: 1, content: 'ab' });
  update(test.workspace, 'note', { id: note.id, content: 'abc' });
  expect((await test.reopen()).notes.get(note.id)).toMatchObject({ content: 'abc', version: 2 });
  expect(test.workspace.health().notices).toEqual([]);
});

test('a change of anything but the text leaves the draft as it was', async () => {
  await using test = await createTestWorkspace();
  const note = create(test.workspace, 'note', { title: 'Call', content: 'a' });
  test.workspace.notes.keepDraft({ id: note.id, baseVersion: 1, content: 'ab' });
  update(test.workspace, 'note', { id: note.id, isPinned: true });
  const workspace = await test.reopen();
  expect(workspace.notes.get(note.id)).toMatchObject({ content: 'ab', isPinned: true });
  expect(workspace.health().notices).toMatchObject([{ code: 'draftsRecovered' }]);
});

test('a draft needs its note, and goes with it', async () => {
  await using test = await createTestWorkspace();
  const note = create(test.workspace, 'note', { title: 'Call', content: 'a' });
  test.workspace.notes.keepDraft({ id: note.id, baseVersion: 1, content: 'ab' });
  remove(test.workspace, 'note', note.id);
  const keep = (id: string) =>
    failureOf(() => test.workspace.notes.keepDraft({ id: noteIdSchema.parse(id), baseVersion: 1, content: 'x' }));
  expect(keep(note.id)).toEqual({ code: 'deleted', fields: { recordKind: 'note', id: note.id } });
  expect(keep(unknownId).code).toBe('notFound');
  const workspace = await test.reopen();
  expect([workspace.notes.count(), workspace.health().notices]).toEqual([0, []]);
});

test('an agent that proposes a text does not end the draft of the user', async () => {
  await using test = await createTestWorkspace();
  const note = create(test.workspace, 'note', { title: '', content: 'a' });
  test.workspace.notes.keepDraft({ id: note.id, baseVersion: 1, content: 'ab' });
  const { id } = propose(
    test.workspace,
    [{ kind: 'note', operation: 'update', fields: { id: note.id, content: 'better' } }],
    'one',
  );
  test.workspace.suggestions.approve({ id }, user);
  const workspace = await test.reopen();
  const texts = workspace.notes.list({ limit: 5 }).items.map((item) => `${item.title}: ${item.excerpt}`);
  expect(new Set(texts)).toEqual(new Set([': better', '(copy): ab']));
});

test('two windows that type in one note keep a draft each, and each saves its own', async () => {
  await using test = await createTestWorkspace();
  const note = create(test.workspace, 'note', { title: 'Call', content: 'a' });
  test.workspace.notes.keepDraft({ id: note.id, writer: 'left', baseVersion: 1, content: 'a, left' });
  test.workspace.notes.keepDraft({ id: note.id, writer: 'right', baseVersion: 1, content: 'a, right' });
  applyAll(test.workspace, [
    { kind: 'note', operation: 'update', fields: { id: note.id, content: 'a, left, saved' }, writer: 'left' },
  ]);
  const workspace = await test.reopen();
  expect(workspace.health().notices).toEqual([{ code: 'draftKeptAsCopy', fields: { title: 'Call (copy)' } }]);
  expect(textsOf(workspace)).toEqual(['Call (copy): a, right', 'Call: a, left, saved']);
  expect((await test.reopen()).notes.count()).toBe(2);
});

test('of two texts that a crash left, one becomes an update and one a copy', async () => {
  await using test = await createTestWorkspace();
  const note = create(test.workspace, 'note', { title: 'Call', content: 'a' });
  test.workspace.notes.keepDraft({ id: note.id, writer: 'left', baseVersion: 1, content: 'a, left' });
  test.ports.clock.advance(1);
  test.workspace.notes.keepDraft({ id: note.id, writer: 'right', baseVersion: 1, content: 'a, right' });
  const workspace = await test.reopen();
  expect(textsOf(workspace)).toEqual(['Call (copy): a, right', 'Call: a, left']);
  expect(workspace.health().notices.map(({ code }) => code)).toEqual(['draftsRecovered', 'draftKeptAsCopy']);
});

test('the same text of two writers is kept once', async () => {
  await using test = await createTestWorkspace();
  const note = create(test.workspace, 'note', { title: 'Call', content: 'a' });
  for (const writer of ['left', 'right'])
    test.workspace.notes.keepDraft({ id: note.id, writer, baseVersion: 1, content: 'ab' });
  expect(textsOf(await test.reopen())).toEqual(['Call: ab']);
});

test('a draft that its writer gave up does not come back', async () => {
  await using test = await createTestWorkspace();
  const note = create(test.workspace, 'note', { title: 'Call', content: 'a' });
  test.workspace.notes.keepDraft({ id: note.id, writer: 'left', baseVersion: 1, content: 'ab' });
  test.workspace.notes.dropDraft({ id: note.id, writer: 'left' });
  test.workspace.notes.dropDraft({ id: note.id, writer: 'left' });
  expect(textsOf(await test.reopen())).toEqual(['Call: a']);
});

test('a title that changed since is not taken back by a draft that has one of its own', async () => {
  await using test = await createTestWorkspace();
  const [one, other] = [1, 2].map(() => create(test.workspace, 'note', { title: 'Call', content: 'a' }));
  if (one === undefined || other === undefined) throw new Error('no notes');
  test.workspace.notes.keepDraft({ id: one.id, writer: 'left', baseVersion: 1, content: 'ab' });
  test.workspace.notes.keepDraft({ id: other.id, writer: 'left', baseVersion: 1, content: 'ac', title: 'Call' });
  update(test.workspace, 'note', { id: one.id, title: 'Renamed' });
  update(test.workspace, 'note', { id: other.id, title: 'Renamed' });
  expect(textsOf(await test.reopen())).toEqual(['Call (copy): ac', 'Renamed: a', 'Renamed: ab']);
});
