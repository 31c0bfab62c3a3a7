import { expect, test } from 'vitest';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { fillStudioFerri } from '../../support/studioFerri.ts';
import {
  agent,
  applyAll,
  create,
  failureOf,
  propose,
  readEverything,
  remove,
  unknownId,
  update,
  user,
  withoutVersions,
} from '../../support/writeRecords.ts';
import { changeSetIdSchema } from '../../../src/contracts/ids.ts';

test('create, update and delete are undone, and undoing that does them again', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const empty = withoutVersions(readEverything(workspace));
  const task = create(workspace, 'task', { title: 'Quote', description: 'long '.repeat(1_000), labels: ['a'] });
  const created = withoutVersions(readEverything(workspace));
  const updated = update(workspace, 'task', { id: task.id, status: 'done', description: 'short', labels: [] });
  const changed = withoutVersions(readEverything(workspace));
  const deleted = remove(workspace, 'task', task.id);
  expect(withoutVersions(readEverything(workspace))).toEqual(empty);

  const restored = workspace.history.undo(deleted, user);
  expect(withoutVersions(readEverything(workspace))).toEqual(changed);
  expect(workspace.tasks.get(task.id).version).toBe(updated.version);
  const redone = workspace.history.undo(restored.changeSetId, user);
  expect(withoutVersions(readEverything(workspace))).toEqual(empty);
  workspace.history.undo(redone.changeSetId, user);

  const back = workspace.history.undo(updated.changeSetId, user);
  expect(withoutVersions(readEverything(workspace))).toEqual(created);
  workspace.history.undo(back.changeSetId, user);
  expect(withoutVersions(readEverything(workspace))).toEqual(changed);
});

test('a change set is undone once, an unknown one not at all, and only by the user', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const { changeSetId } = create(workspace, 'task', { title: 'Quote' });
  expect(failureOf(() => workspace.history.undo(changeSetId, agent('call'))).code).toBe('unauthorized');
  const { changeSetId: undoing } = workspace.history.undo(changeSetId, user);
  expect(failureOf(() => workspace.history.undo(changeSetId, user))).toEqual({
    code: 'alreadyUndone',
    fields: { changeSetId },
  });
  expect(failureOf(() => workspace.history.undo(changeSetIdSchema.parse(unknownId), user)).code).toBe('notFound');
  expect(workspace.history.list({ limit: 10 }).items.map((entry) => [entry.operation, entry.undoneBy])).toEqual([
    ['delete', null],
    ['create', undoing],
  ]);
});

test('a field that was changed since is not overwritten, other fields do not stand in the way', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const task = create(workspace, 'task', { title: 'Quote', priority: 'low' });
  const first = update(workspace, 'task', { id: task.id, title: 'Offer' });
  update(workspace, 'task', { id: task.id, priority: 'high' });
  workspace.history.undo(first.changeSetId, user);
  expect(workspace.tasks.get(task.id)).toMatchObject({ title: 'Quote', priority: 'high' });

  const second = update(workspace, 'task', { id: task.id, title: 'Bid' });
  update(workspace, 'task', { id: task.id, title: 'Tender' });
  expect(failureOf(() => workspace.history.undo(second.changeSetId, user))).toEqual({
    code: 'undoConflict',
    fields: { recordKind: 'task', id: task.id, title: 'Bid' },
  });
  expect(failureOf(() => workspace.history.undo(task.changeSetId, user)).code).toBe('undoConflict');
  expect(workspace.tasks.get(task.id).title).toBe('Tender');
  remove(workspace, 'task', task.id);
  expect(failureOf(() => workspace.history.undo(second.changeSetId, user)).code).toBe('undoConflict');
});

test('a deleted project takes its tasks, comments and checkpoints, its notes stay; undo brings all back', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  fillStudioFerri(workspace, test.ports.clock.today());
  const before = withoutVersions(readEverything(workspace));
  const project = workspace.projects
    .list({ limit: 10, status: 'all' })
    .items.find((item) => item.name === 'Wine shop relaunch');
  if (project === undefined) throw new Error('no project');
  const deleted = remove(workspace, 'project', project.id);

  const after = readEverything(workspace);
  expect(after.tasks.filter((task) => task.projectId === project.id)).toEqual([]);
  expect(after.checkpoints.filter((checkpoint) => checkpoint.projectId === project.id)).toEqual([]);
  expect(after.notes.find((note) => note.title === 'Shipping rules, Rossi Vini')?.projectId).toBeNull();
  expect(after.suggestions.map((suggestion) => suggestion.title)).toEqual(['Ask Ingrid for the final tariff names']);

  const { changeSetId } = workspace.history.undo(deleted, user);
  expect(withoutVersions(readEverything(workspace))).toEqual(before);
  workspace.history.undo(changeSetId, user);
  expect(withoutVersions(readEverything(workspace))).toEqual(withoutVersions(after));
});

test('a deleted client leaves its projects without one; undo gives them theirs again', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const client = create(workspace, 'client', { name: 'Rossi' });
  const project = create(workspace, 'project', { name: 'Shop', clientId: client.id });
  const deleted = remove(workspace, 'client', client.id);
  expect(workspace.projects.get(project.id).clientId).toBeNull();
  expect(failureOf(() => create(workspace, 'project', { name: 'x', clientId: client.id })).fields).toEqual({
    clientId: { problem: 'unknown' },
  });
  workspace.history.undo(deleted, user);
  expect(workspace.projects.get(project.id).clientId).toBe(client.id);
});

test('undo never takes what others hung on a record since, nor points at what is gone', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const project = create(workspace, 'project', { name: 'Shop' });
  const task = create(workspace, 'task', { title: 'Quote', projectId: project.id });
  expect(failureOf(() => workspace.history.undo(project.changeSetId, user)).code).toBe('undoConflict');
  const deleted = remove(workspace, 'task', task.id);
  remove(workspace, 'project', project.id);
  expect(failureOf(() => workspace.history.undo(deleted, user))).toEqual({
    code: 'undoConflict',
    fields: { recordKind: 'task', id: task.id, title: 'Quote' },
  });
});

test('several changes of one call are undone together or not at all', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const [a, b] = [create(workspace, 'task', { title: 'a' }), create(workspace, 'task', { title: 'b' })];
  const both = applyAll(workspace, [
    { kind: 'task', operation: 'update', fields: { id: a.id, priority: 'high' } },
    { kind: 'task', operation: 'update', fields: { id: b.id, priority: 'high' } },
    { kind: 'task', operation: 'update', fields: { id: a.id, priority: 'low' } },
  ]);
  update(workspace, 'task', { id: a.id, priority: 'medium' });
  const conflicting = readEverything(workspace);
  expect(failureOf(() => workspace.history.undo(both, user)).code).toBe('undoConflict');
  expect(readEverything(workspace)).toEqual(conflicting);
  update(workspace, 'task', { id: a.id, priority: 'low' });
  workspace.history.undo(both, user);
  expect([workspace.tasks.get(a.id).priority, workspace.tasks.get(b.id).priority]).toEqual(['medium', 'medium']);
});

test('undoing an approval makes it pending again, undoing a rejection restores it, both can be redone', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const project = create(workspace, 'project', { name: 'Shop' });
  const { id } = propose(
    workspace,
    [{ kind: 'task', operation: 'create', fields: { title: 'Ask Ingrid', projectId: project.id } }],
    'one',
  );
  const pending = withoutVersions(readEverything(workspace));

  const approval = workspace.suggestions.approve({ id, edits: { priority: 'high' } }, user);
  const approved = withoutVersions(readEverything(workspace));
  const undone = workspace.history.undo(approval.changeSetId, user);
  expect(withoutVersions(readEverything(workspace))).toEqual(pending);
  const redone = workspace.history.undo(undone.changeSetId, user);
  expect(withoutVersions(readEverything(workspace))).toEqual(approved);
  expect(workspace.suggestions.get(id).state).toBe('approved');
  workspace.history.undo(redone.changeSetId, user);

  const rejection = workspace.suggestions.reject({ id, reason: 'Ingrid is away' }, user);
  expect(rejection.suggestion).toMatchObject({ state: 'rejected', reason: 'Ingrid is away' });
  const restored = workspace.history.undo(rejection.changeSetId, user);
  expect(withoutVersions(readEverything(workspace))).toEqual(pending);
  workspace.history.undo(restored.changeSetId, user);
  expect(workspace.suggestions.get(id)).toMatchObject({ state: 'rejected', reason: 'Ingrid is away' });
  expect(readEverything(workspace).tasks).toEqual([]);
});

test('undoing an approved change set puts the records back and the suggestion before the user again', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const task = create(workspace, 'task', { title: 'Quote' });
  const other = create(workspace, 'task', { title: 'Old' });
  const { id } = propose(
    workspace,
    [
      { kind: 'task', operation: 'update', fields: { id: task.id, status: 'done' } },
      { kind: 'task', operation: 'delete', id: other.id },
    ],
    'two',
  );
  const pending = readEverything(workspace);
  const { changeSetId } = workspace.suggestions.approve({ id }, user);
  expect(readEverything(workspace).tasks).toMatchObject([{ id: task.id, status: 'done' }]);
  const undone = workspace.history.undo(changeSetId, user);
  expect(workspace.suggestions.get(id)).toMatchObject({ state: 'pending', stale: [] });
  expect(withoutVersions({ ...readEverything(workspace), suggestions: [] })).toEqual(
    withoutVersions({ ...pending, suggestions: [] }),
  );
  workspace.history.undo(undone.changeSetId, user);
  expect(workspace.suggestions.get(id).state).toBe('approved');
  workspace.history.undo(workspace.history.list({ limit: 1 }).items[0]?.changeSetId ?? changeSetId, user);
  expect(workspace.suggestions.approve({ id }, user).suggestion.state).toBe('approved');

  const rejected = propose(workspace, [{ kind: 'task', operation: 'delete', id: task.id }], 'three');
  const rejection = workspace.suggestions.reject({ id: rejected.id }, user);
  workspace.history.undo(rejection.changeSetId, user);
  expect(workspace.suggestions.get(rejected.id).state).toBe('pending');
});
