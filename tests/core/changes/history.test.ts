import { expect, test } from 'vitest';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { agent, create, failureOf, propose, remove, update, user } from '../../support/writeRecords.ts';
import type { Workspace } from '../../../src/core/workspace.ts';

const MINUTE = 60_000;
const entries = (workspace: Workspace, input: object = {}) => workspace.history.list({ limit: 100, ...input }).items;

test('every change is told with who, what, when, before and after; newest first, page by page', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const project = create(workspace, 'project', { name: 'Shop' });
  const task = create(workspace, 'task', { title: 'Quote', projectId: project.id }, { kind: 'api' });
  update(workspace, 'task', { id: task.id, title: 'Offer', priority: 'high' });
  remove(workspace, 'task', task.id);
  const { changeSetId: _, ...created } = task;
  expect(entries(workspace, { recordKind: 'task', recordId: task.id })).toMatchObject([
    {
      operation: 'delete',
      title: 'Offer',
      before: { ...created, title: 'Offer', priority: 'high', version: 2 },
      after: null,
    },
    {
      operation: 'update',
      title: 'Offer',
      before: { title: 'Quote', priority: 'medium' },
      after: { title: 'Offer', priority: 'high' },
      actorKind: 'user',
    },
    {
      operation: 'create',
      title: 'Quote',
      before: null,
      after: created,
      actorKind: 'api',
      actorName: null,
      at: test.ports.clock.now(),
    },
  ]);
  expect(entries(workspace, { recordId: task.id })).toHaveLength(3);
  expect(entries(workspace, { projectId: project.id })).toHaveLength(4);
  const all = entries(workspace).map((entry) => entry.sequence);
  const paged: number[] = [];
  let cursor: string | null = null;
  do {
    const page: ReturnType<Workspace['history']['list']> = workspace.history.list({ limit: 3, cursor });
    paged.push(...page.items.map((entry) => entry.sequence));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(paged).toEqual(all);
  expect(failureOf(() => workspace.history.list({ limit: 3, cursor: 'nonsense' })).fields).toEqual({
    cursor: { problem: 'invalid' },
  });
});

test('typing on in a note is one entry for ten minutes, from what it was to what it is', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  const note = create(workspace, 'note', { title: 'Call', content: 'a' });
  const first = update(workspace, 'note', { id: note.id, content: 'ab' });
  ports.clock.advance(9 * MINUTE);
  const second = update(workspace, 'note', { id: note.id, content: 'abc', title: 'Call with Nordlys' });
  expect(second.changeSetId).toBe(first.changeSetId);
  expect(second.version).toBe(3);
  expect(entries(workspace, { recordId: note.id })).toMatchObject([
    {
      operation: 'update',
      title: 'Call with Nordlys',
      before: { title: 'Call', content: 'a' },
      after: { title: 'Call with Nordlys', content: 'abc' },
    },
    { operation: 'create' },
  ]);
  ports.clock.advance(2 * MINUTE);
  expect(update(workspace, 'note', { id: note.id, content: 'abcd' }).changeSetId).not.toBe(first.changeSetId);
  expect(failureOf(() => workspace.history.undo(first.changeSetId, user)).code).toBe('undoConflict');
});

test('typing joins nothing that another did, that was undone, or that was more than typing', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const note = create(workspace, 'note', { title: 'Call', content: 'a' });
  const count = () => entries(workspace, { recordId: note.id }).length;
  update(workspace, 'note', { id: note.id, content: 'b' });
  update(workspace, 'note', { id: note.id, content: 'c' }, { kind: 'api' });
  expect(count()).toBe(3);
  update(workspace, 'note', { id: note.id, content: 'd', isPinned: true }, { kind: 'api' });
  expect(count()).toBe(4);
  const typed = update(workspace, 'note', { id: note.id, content: 'e' });
  workspace.history.undo(typed.changeSetId, user);
  expect(workspace.notes.get(note.id).content).toBe('d');
  update(workspace, 'note', { id: note.id, content: 'f' });
  expect(count()).toBe(7);
  const { id } = propose(
    workspace,
    [{ kind: 'note', operation: 'update', fields: { id: note.id, content: 'g' } }],
    'call',
  );
  workspace.suggestions.approve({ id }, user);
  update(workspace, 'note', { id: note.id, content: 'h' });
  expect(entries(workspace, { recordId: note.id }).map((entry) => entry.operation)).toEqual([
    'update',
    'update',
    'suggest',
    'update',
    'update',
    'update',
    'update',
    'update',
    'update',
    'create',
  ]);
  workspace.changes.apply(
    [{ kind: 'note', operation: 'update', fields: { id: note.id, content: 'i' } }],
    agent('other'),
  );
  expect(workspace.notes.get(note.id).content).toBe('h');
});

test('a long text is kept as differences, shown by the passage that changed, and comes back whole', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  const paragraph = 'Der Keller spricht klar. Ein Anspruch je Zeile, 👩‍👩‍👧. ';
  const original = paragraph.repeat(2_000);
  const note = create(workspace, 'note', { title: 'Tone', content: original });
  const middle = 50_000;
  let content = original;
  for (const word of ['one ', 'two ', 'three ']) {
    content = content.slice(0, middle) + word + content.slice(middle);
    update(workspace, 'note', { id: note.id, content });
  }
  const [typed] = entries(workspace, { recordId: note.id });
  expect(typed).toMatchObject({ before: { content: '…' }, after: { content: '…three two one ' } });
  const afterTyping = content;

  ports.clock.advance(11 * MINUTE);
  const rewritten = update(workspace, 'note', { id: note.id, content: 'All new.', title: 'Tone of voice' });
  update(workspace, 'note', { id: note.id, title: 'Voice' });
  const [rewrite] = entries(workspace, { recordId: note.id });
  expect(rewrite?.after).toEqual({ title: 'Voice', content: 'All new.' });
  expect(JSON.stringify(rewrite?.before).length).toBeLessThan(2_200);

  workspace.history.undo(rewritten.changeSetId, user);
  expect(workspace.notes.get(note.id)).toMatchObject({ title: 'Tone', content: afterTyping });
  if (typed === undefined) throw new Error('no entry');
  workspace.history.undo(typed.changeSetId, user);
  expect(workspace.notes.get(note.id).content).toBe(original);
  const deleted = remove(workspace, 'note', note.id);
  workspace.history.undo(deleted, user);
  expect(workspace.notes.get(note.id).content).toBe(original);
});

test('a title typed between two texts keeps the long text that it does not touch', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const long = 'x'.repeat(5_000);
  const note = create(workspace, 'note', { title: 'a', content: long });
  const first = update(workspace, 'note', { id: note.id, content: `${long}y` });
  update(workspace, 'note', { id: note.id, title: 'b' });
  update(workspace, 'note', { id: note.id, content: `z${long}y` });
  update(workspace, 'note', { id: note.id, title: 'c', content: 'short' });
  expect(entries(workspace, { recordId: note.id })).toHaveLength(2);
  workspace.history.undo(first.changeSetId, user);
  expect(workspace.notes.get(note.id)).toMatchObject({ title: 'a', content: long });
});

test('a 5 MB note is saved while typing without its copies filling history', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const original = 'Zones, duty and the papers each country wants. '.repeat(110_000);
  const note = create(workspace, 'note', { title: 'Big', content: original });
  let content = original;
  for (let at = 0; at < 5; at += 1) {
    content = `${content.slice(0, 1_000_000)}typed ${at} ${content.slice(1_000_000)}`;
    update(workspace, 'note', { id: note.id, content });
  }
  const listed = entries(workspace, { recordId: note.id });
  expect(listed).toHaveLength(2);
  expect(JSON.stringify(listed).length).toBeLessThan(10_000);
  const [typed] = listed;
  if (typed === undefined) throw new Error('no entry');
  workspace.history.undo(typed.changeSetId, user);
  expect(workspace.notes.get(note.id).content === original).toBe(true);
});
