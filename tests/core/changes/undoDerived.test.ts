import { expect, test } from 'vitest';
import { taskListInputSchema, taskUpdateManySchema } from '../../../src/contracts/task.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { applyAll, create, failureOf, propose, remove, update, user } from '../../support/writeRecords.ts';
import { readActivity, told } from '../activity/readActivity.ts';
import { openWorkspaceState } from './workspaceState.ts';

const openTasks = (workspace: Workspace) => workspace.tasks.list(taskListInputSchema.parse({ status: 'open' })).items;

test('undoing that a recurring task was done takes its next instance back', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  using state = openWorkspaceState(test.folder);
  const task = create(workspace, 'task', { title: 'Invoice', dueDate: '2026-11-21', recurrence: 'FREQ=DAILY' });
  const before = state.read();
  const done = update(workspace, 'task', { id: task.id, status: 'done' });
  const after = state.read();
  const [next] = openTasks(workspace);
  expect(next).toMatchObject({ title: 'Invoice', dueDate: '2026-11-22', seriesId: task.id });
  expect(readActivity(workspace).map(told)[0]).toEqual(['update', 'task', 'Invoice', ['status'], 2]);
  const undone = workspace.history.undo(done.changeSetId, user).changeSetId;
  expect(state.read()).toEqual(before);
  expect(workspace.trash.count()).toBe(0);
  workspace.history.undo(undone, user);
  expect(state.read()).toEqual(after);
});

test('a next instance that was edited, commented, done or deleted meanwhile is not undone over', async () => {
  const meanwhile: ((workspace: Workspace, id: string) => unknown)[] = [
    (workspace, id) => update(workspace, 'task', { id, title: 'Invoice Rossi' }),
    (workspace, id) => create(workspace, 'comment', { taskId: id, body: 'Late' }),
    (workspace, id) => create(workspace, 'task', { title: 'Call', blockedBy: [id] }),
    (workspace, id) => update(workspace, 'task', { id, status: 'done' }),
    (workspace, id) => remove(workspace, 'task', id),
  ];
  for (const change of meanwhile) {
    await using test = await createTestWorkspace();
    const { workspace } = test;
    using state = openWorkspaceState(test.folder);
    const task = create(workspace, 'task', { title: 'Invoice', dueDate: '2026-11-21', recurrence: 'FREQ=DAILY' });
    const done = update(workspace, 'task', { id: task.id, status: 'done' });
    change(workspace, openTasks(workspace)[0]?.id ?? '');
    const before = state.read();
    expect(failureOf(() => workspace.history.undo(done.changeSetId, user)).code).toBe('undoConflict');
    expect(state.read()).toEqual(before);
    const [row] = readActivity(workspace).filter((item) => item.changeSetId === done.changeSetId);
    expect(workspace.activity.get(row?.sequence ?? 0).canUndo).toBe(false);
    expect(state.read()).toEqual(before);
  }
});

test('the last instance of a series that came back from the trash goes on with it', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const task = create(workspace, 'task', { title: 'Invoice', dueDate: '2026-11-21', recurrence: 'FREQ=DAILY' });
  remove(workspace, 'task', task.id);
  workspace.trash.restore([{ kind: 'task', id: task.id }], user);
  update(workspace, 'task', { id: task.id, status: 'done' });
  expect(openTasks(workspace)).toMatchObject([{ dueDate: '2026-11-22', seriesId: task.id }]);
});

test('what a task waits for: undone, redone, and never in a circle', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  using state = openWorkspaceState(test.folder);
  const [a, b] = ['a', 'b'].map((title) => create(workspace, 'task', { title }));
  if (a === undefined || b === undefined) throw new Error('no tasks');
  const blocked = update(workspace, 'task', { id: b.id, blockedBy: [a.id] });
  const unblocked = update(workspace, 'task', { id: b.id, blockedBy: [] });
  update(workspace, 'task', { id: a.id, blockedBy: [b.id] });
  const before = state.read();
  // Each would wait for the other.
  expect(failureOf(() => workspace.history.undo(unblocked.changeSetId, user))).toEqual({
    code: 'undoConflict',
    fields: { recordKind: 'task', id: b.id, title: 'b' },
  });
  expect(state.read()).toEqual(before);
  expect(failureOf(() => workspace.history.undo(blocked.changeSetId, user)).code).toBe('undoConflict');
  update(workspace, 'task', { id: a.id, blockedBy: [] });
  workspace.history.undo(unblocked.changeSetId, user);
  expect(openTasks(workspace).map((task) => task.openBlockerCount)).toEqual([0, 1]);

  // The blocker goes: nothing waits for it; it comes back: it is waited for again, unless that was changed since.
  const removed = remove(workspace, 'task', a.id);
  expect(workspace.tasks.get(b.id).blockedBy).toEqual([]);
  const c = create(workspace, 'task', { title: 'c' });
  update(workspace, 'task', { id: b.id, blockedBy: [c.id] });
  expect(failureOf(() => workspace.history.undo(removed, user)).code).toBe('undoConflict');
  expect(workspace.trash.restore([{ kind: 'task', id: a.id }], user).dropped).toEqual([]);
  expect(workspace.tasks.get(b.id).blockedBy).toEqual([c.id, a.id]);
});

test('a bulk edit is undone as one step or not at all, and each record’s own history tells it', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  using state = openWorkspaceState(test.folder);
  const tasks = Array.from({ length: 500 }, (_, index) => ({ id: crypto.randomUUID(), title: `t${index}` }));
  applyAll(
    workspace,
    tasks.map((fields) => ({ kind: 'task', operation: 'create', fields })),
  );
  const before = state.read();
  const { changeSetId } = workspace.tasks.updateMany(
    taskUpdateManySchema.parse({ ids: tasks.map((task) => task.id), fields: { priority: 'high' }, addLabels: ['a'] }),
    user,
  );
  const undone = workspace.history.undo(changeSetId, user).changeSetId;
  expect(state.read()).toEqual(before);
  workspace.history.undo(undone, user);
  update(workspace, 'task', { id: tasks[499]?.id, priority: 'low' });
  const changed = state.read();
  expect(failureOf(() => workspace.history.undo(changeSetId, user)).fields).toMatchObject({ title: 't499' });
  expect(state.read()).toEqual(changed);
  const history = workspace.history.list({ limit: 10, recordKind: 'task', recordId: tasks[0]?.id }).items;
  expect(history.map(({ operation, undoneBy }) => [operation, undoneBy === null])).toEqual([
    ['update', true],
    ['update', false],
    ['update', true],
    ['create', true],
  ]);
});

test('the history of views, clients and notes: who, when, what was undone, and excerpts of long texts', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  const view = create(workspace, 'view', { name: 'Mine', query: { layout: 'list', label: 'a' } });
  const client = create(workspace, 'client', { name: 'Rossi' }, { kind: 'api' });
  const note = create(workspace, 'note', { title: 'Call', content: 'x'.repeat(5_000) });
  ports.clock.advance(60_000);
  const renamed = update(workspace, 'view', { id: view.id, query: { layout: 'board' } });
  update(workspace, 'client', { id: client.id, notes: 'Pays late' });
  update(workspace, 'note', { id: note.id, content: `${'x'.repeat(2_500)}changed${'x'.repeat(2_500)}` });
  workspace.history.undo(renamed.changeSetId, user);
  const of = (recordKind: 'view' | 'client' | 'note', recordId: string) =>
    workspace.history.list({ limit: 10, recordKind, recordId }).items;
  expect(of('view', view.id)).toMatchObject([
    { operation: 'update', after: { query: { layout: 'list', label: 'a' } }, undoneBy: null },
    { operation: 'update', after: { query: { layout: 'board' } }, undoneBy: expect.any(String) },
    { operation: 'create', title: 'Mine', actorKind: 'user' },
  ]);
  expect(workspace.views.get(view.id).query).toMatchObject({ layout: 'list', label: 'a' });
  expect(of('client', client.id)).toMatchObject([
    { operation: 'update', before: { notes: '' }, after: { notes: 'Pays late' }, actorKind: 'user' },
    { operation: 'create', actorKind: 'api', isRestored: false },
  ]);
  const [edited] = of('note', note.id);
  expect(edited).toMatchObject({ operation: 'update', before: { content: '…' }, after: { content: '…changed' } });
  expect(edited?.at).toBe(ports.clock.now());
  // Without the kind the same is found, in any kind that there is.
  expect(workspace.history.list({ limit: 10, recordId: view.id }).items).toEqual(of('view', view.id));
  remove(workspace, 'view', view.id);
  expect(workspace.trash.list({ limit: 10 }).items).toMatchObject([{ kind: 'view', title: 'Mine' }]);
  workspace.trash.restore([{ kind: 'view', id: view.id }], user);
  expect(of('view', view.id)[0]).toMatchObject({ operation: 'create', isRestored: true });
});

test('an approved deletion, restored from the trash, cannot be undone over', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const task = create(workspace, 'task', { title: 'Old' });
  const { id } = propose(workspace, [{ kind: 'task', operation: 'delete', id: task.id }], 'one');
  const { changeSetId } = workspace.suggestions.approve({ id }, user);
  workspace.trash.restore([{ kind: 'task', id: task.id }], user);
  expect(failureOf(() => workspace.history.undo(changeSetId, user)).code).toBe('undoConflict');
  expect(workspace.tasks.get(task.id).title).toBe('Old');
});
