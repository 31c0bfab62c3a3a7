import { expect, test } from 'vitest';
import type { WorkspaceEvent } from '../../../src/contracts/event.ts';
import type { RecordKind } from '../../../src/contracts/record.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
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
import { readActivity, told } from '../activity/readActivity.ts';

const titles = (workspace: Workspace) =>
  workspace.trash.list({ limit: 100 }).items.map(({ kind, title, childCount }) => [kind, title, childCount]);
const restore = (workspace: Workspace, ...items: [RecordKind, string][]) =>
  workspace.trash.restore(
    items.map(([kind, id]) => ({ kind, id })),
    user,
  );

test('what is deleted lies in the trash once, with what hung on it, and comes back whole', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  fillStudioFerri(workspace, test.ports.clock.today());
  const before = withoutVersions(readEverything(workspace));
  const projects = workspace.projects.list({ limit: 10, status: 'all' }).items;
  const project = projects.find((item) => item.name === 'Wine shop relaunch');
  if (project === undefined) throw new Error('no project');
  test.ports.clock.advance(1_000);
  const changeSetId = remove(workspace, 'project', project.id);
  expect(workspace.trash.list({ limit: 10 })).toEqual({
    items: [
      {
        kind: 'project',
        id: project.id,
        title: 'Wine shop relaunch',
        projectId: project.id,
        deletedAt: test.ports.clock.now(),
        expiresAt: test.ports.clock.now() + 30 * 24 * 3_600_000,
        childCount: 14,
        actorKind: 'user',
        actorName: null,
        changeSetId,
      },
    ],
    nextCursor: null,
  });
  expect(workspace.trash.count()).toBe(1);

  const restored = restore(workspace, ['project', project.id]);
  expect(restored).toMatchObject({ count: 1, dropped: [] });
  expect(withoutVersions(readEverything(workspace))).toEqual(before);
  expect(workspace.projects.get(project.id).version).toBe(project.version);
  expect(titles(workspace)).toEqual([]);
  expect(readActivity(workspace).slice(0, 2).map(told)).toEqual([
    ['restore', 'project', 'Wine shop relaunch', [], 21],
    ['delete', 'project', 'Wine shop relaunch', [], 21],
  ]);
  expect(readActivity(workspace)[1]).toMatchObject({ undoneBy: restored.changeSetId, canUndo: false });
  expect(workspace.history.list({ limit: 1, recordKind: 'project', recordId: project.id }).items).toMatchObject([
    { operation: 'create', isRestored: true },
  ]);

  // It is one step, to be undone and redone.
  const undone = workspace.history.undo(restored.changeSetId, user).changeSetId;
  expect(titles(workspace)).toEqual([['project', 'Wine shop relaunch', 14]]);
  workspace.history.undo(undone, user);
  expect(withoutVersions(readEverything(workspace))).toEqual(before);
  expect(workspace.trash.count()).toBe(0);
});

test('a task with its comments, a note, a client with its projects’ links, a comment alone', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  const client = create(workspace, 'client', { name: 'Rossi' });
  const project = create(workspace, 'project', { name: 'Shop', clientId: client.id });
  const task = create(workspace, 'task', { title: 'Quote', projectId: project.id });
  create(workspace, 'comment', { taskId: task.id, body: 'First' });
  const comment = create(workspace, 'comment', { taskId: task.id, body: `# Second\n\n${'words '.repeat(100)}` });
  const note = create(workspace, 'note', { title: '', content: 'long '.repeat(2_000), projectId: project.id });
  const before = withoutVersions(readEverything(workspace));
  for (const [kind, id] of [
    ['comment', comment.id],
    ['task', task.id],
    ['note', note.id],
    ['client', client.id],
  ] as const) {
    ports.clock.advance(1_000);
    remove(workspace, kind, id);
  }
  expect(titles(workspace)).toEqual([
    ['client', 'Rossi', 0],
    ['note', '', 0],
    ['task', 'Quote', 1],
    ['comment', expect.stringMatching(/^Second words words .{150,}/u), 0],
  ]);
  // A comment cannot be without its task.
  expect(failureOf(() => restore(workspace, ['comment', comment.id]))).toEqual({
    code: 'restoreBlocked',
    fields: { recordKind: 'comment', id: comment.id, title: 'Quote' },
  });
  expect(
    restore(workspace, ['comment', comment.id], ['note', note.id], ['task', task.id], ['client', client.id]),
  ).toEqual({ changeSetId: expect.any(String), count: 4, dropped: [] });
  expect(withoutVersions(readEverything(workspace))).toEqual(before);
  expect(readActivity(workspace).slice(0, 1).map(told)).toEqual([['restore', null, 'Rossi', [], 6]]);
});

test('out of a bulk delete one comes back alone, also when the others were changed since', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const project = create(workspace, 'project', { name: 'Shop' });
  const [a, b, c] = ['a', 'b', 'c'].map((title) => create(workspace, 'task', { title, projectId: project.id }));
  if (a === undefined || b === undefined || c === undefined) throw new Error('no tasks');
  create(workspace, 'comment', { taskId: b.id, body: 'on b' });
  const bulk = applyAll(workspace, [
    { kind: 'task', operation: 'update', fields: { id: a.id, title: 'a2' } },
    { kind: 'task', operation: 'delete', id: b.id },
    { kind: 'task', operation: 'delete', id: c.id },
  ]);
  expect(titles(workspace)).toEqual([
    ['task', 'c', 0],
    ['task', 'b', 1],
  ]);
  update(workspace, 'task', { id: a.id, title: 'a3' });
  expect(failureOf(() => workspace.history.undo(bulk, user)).code).toBe('undoConflict');
  expect(restore(workspace, ['task', b.id])).toMatchObject({ count: 1, dropped: [] });
  expect(workspace.comments.list({ limit: 10, taskId: b.id }).items).toMatchObject([{ body: 'on b' }]);
  expect(titles(workspace)).toEqual([['task', 'c', 0]]);
  expect(workspace.tasks.get(a.id).title).toBe('a3');
  // Not all of it is back, so it is not undone.
  expect(readActivity(workspace).find((row) => row.changeSetId === bulk)).toMatchObject({ undoneBy: null });
});

test('links to what is gone are dropped and told, links that were set anew stay', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const client = create(workspace, 'client', { name: 'Rossi' });
  const project = create(workspace, 'project', { name: 'Shop', clientId: client.id });
  const other = create(workspace, 'project', { name: 'Other' });
  const task = create(workspace, 'task', { title: 'Quote', projectId: project.id });
  const checkpoint = create(workspace, 'checkpoint', { title: 'Launch', projectId: project.id, date: '2026-12-01' });
  const [kept, moved, gone] = ['kept', 'moved', 'gone'].map((title) =>
    create(workspace, 'note', { title, projectId: project.id }),
  );
  if (kept === undefined || moved === undefined || gone === undefined) throw new Error('no notes');
  remove(workspace, 'task', task.id);
  remove(workspace, 'checkpoint', checkpoint.id);
  remove(workspace, 'project', project.id);
  remove(workspace, 'client', client.id);
  update(workspace, 'note', { id: moved.id, projectId: other.id });
  remove(workspace, 'note', gone.id);

  expect(failureOf(() => restore(workspace, ['task', task.id], ['checkpoint', checkpoint.id]))).toEqual({
    code: 'restoreBlocked',
    fields: { recordKind: 'checkpoint', id: checkpoint.id, title: 'Launch' },
  });
  // Then none came back.
  expect(workspace.trash.count()).toBe(5);
  expect(restore(workspace, ['task', task.id]).dropped).toEqual([
    { kind: 'task', id: task.id, title: 'Quote', field: 'projectId' },
  ]);
  expect(workspace.tasks.get(task.id).projectId).toBeNull();
  expect(restore(workspace, ['project', project.id]).dropped).toEqual([
    { kind: 'project', id: project.id, title: 'Shop', field: 'clientId' },
    { kind: 'note', id: moved.id, title: 'moved', field: 'projectId' },
    { kind: 'note', id: gone.id, title: 'gone', field: 'projectId' },
  ]);
  expect(workspace.projects.get(project.id).clientId).toBeNull();
  expect(workspace.notes.get(kept.id).projectId).toBe(project.id);
  expect(workspace.notes.get(moved.id).projectId).toBe(other.id);
  restore(workspace, ['checkpoint', checkpoint.id]);
  expect(workspace.projects.get(project.id)).toMatchObject({ taskCount: 0, nextCheckpoint: { title: 'Launch' } });
});

test('tasks that wait for each other wait again, and never in a circle', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const project = create(workspace, 'project', { name: 'Shop' });
  const first = create(workspace, 'task', { title: 'first', projectId: project.id });
  const second = create(workspace, 'task', { title: 'second', projectId: project.id, blockedBy: [first.id] });
  const third = create(workspace, 'task', { title: 'third', blockedBy: [first.id, second.id] });
  const before = withoutVersions(readEverything(workspace));
  remove(workspace, 'project', project.id);
  expect(workspace.tasks.get(third.id).blockedBy).toEqual([]);
  expect(restore(workspace, ['project', project.id]).dropped).toEqual([]);
  expect(workspace.tasks.get(third.id).blockedBy.toSorted()).toEqual([first.id, second.id].toSorted());
  expect(workspace.tasks.get(second.id).blockedBy).toEqual([first.id]);
  update(workspace, 'task', { id: third.id, blockedBy: [first.id, second.id] });
  expect(withoutVersions(readEverything(workspace))).toEqual(before);

  for (const order of [
    [first, second],
    [second, first],
  ]) {
    for (const task of order) remove(workspace, 'task', task.id);
    expect(restore(workspace, ['task', second.id], ['task', first.id]).dropped).toEqual([]);
    expect(workspace.tasks.get(second.id).blockedBy).toEqual([first.id]);
  }

  // Meanwhile the other way round.
  remove(workspace, 'task', first.id);
  const between = create(workspace, 'task', { title: 'between', blockedBy: [second.id] });
  restore(workspace, ['task', first.id]);
  update(workspace, 'task', { id: second.id, blockedBy: [] });
  update(workspace, 'task', { id: first.id, blockedBy: [between.id] });
  const unblocked = remove(workspace, 'task', between.id);
  update(workspace, 'task', { id: second.id, blockedBy: [first.id] });
  expect(failureOf(() => workspace.history.undo(unblocked, user)).code).toBe('undoConflict');
  expect(restore(workspace, ['task', between.id]).dropped).toEqual([
    { kind: 'task', id: first.id, title: 'first', field: 'blockedBy' },
  ]);
  expect(workspace.tasks.get(between.id).blockedBy).toEqual([second.id]);
  expect(workspace.tasks.get(first.id).blockedBy).toEqual([]);
});

test('restored twice, restored by another window, made anew under the same id', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const a = create(workspace, 'task', { title: 'a' });
  const b = create(workspace, 'task', { title: 'b' });
  remove(workspace, 'task', a.id);
  remove(workspace, 'task', b.id);
  restore(workspace, ['task', a.id]);
  expect(failureOf(() => restore(workspace, ['task', a.id]))).toEqual({
    code: 'notInTrash',
    fields: { recordKind: 'task', id: a.id },
  });
  // Of several, the others come back; naming one twice does no harm.
  expect(restore(workspace, ['task', a.id], ['task', b.id], ['task', b.id]).count).toBe(1);
  expect(failureOf(() => restore(workspace, ['task', unknownId])).code).toBe('notInTrash');
  expect(failureOf(() => restore(workspace, ['project', a.id])).code).toBe('notInTrash');

  const project = create(workspace, 'project', { name: 'Shop' });
  const task = create(workspace, 'task', { title: 'old', projectId: project.id });
  remove(workspace, 'project', project.id);
  create(workspace, 'task', { id: task.id, title: 'new' });
  expect(restore(workspace, ['project', project.id]).dropped).toEqual([
    { kind: 'task', id: task.id, title: 'old', field: 'id' },
  ]);
  expect(workspace.tasks.get(task.id)).toMatchObject({ title: 'new', projectId: null });
  remove(workspace, 'project', project.id);
  create(workspace, 'project', { id: project.id, name: 'New' });
  expect(titles(workspace)).toEqual([]);
});

test('suggestions that are rejected or deleted, and what is undone in its making, never lie in the trash', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const one = propose(workspace, [{ kind: 'task', operation: 'create', fields: { title: 'Ask' } }], 'one');
  const two = propose(workspace, [{ kind: 'task', operation: 'create', fields: { title: 'Call' } }], 'two');
  workspace.suggestions.reject({ id: one.id }, user);
  remove(workspace, 'task', two.changes[0]?.recordId ?? '');
  const made = create(workspace, 'task', { title: 'Quote' });
  const undone = workspace.history.undo(made.changeSetId, user).changeSetId;
  const redone = workspace.history.undo(undone, user).changeSetId;
  workspace.history.undo(redone, user);
  expect(titles(workspace)).toEqual([]);

  // But what the user deletes does, also by approving it, undoing its restoring, or redoing the deletion.
  const kept = create(workspace, 'task', { title: 'Kept' });
  const proposal = propose(workspace, [{ kind: 'task', operation: 'delete', id: kept.id }], 'three');
  const { changeSetId } = workspace.suggestions.approve({ id: proposal.id }, user);
  expect(titles(workspace)).toEqual([['task', 'Kept', 0]]);
  const back = workspace.history.undo(changeSetId, user).changeSetId;
  expect(titles(workspace)).toEqual([]);
  workspace.history.undo(back, user);
  expect(titles(workspace)).toEqual([['task', 'Kept', 0]]);
  restore(workspace, ['task', kept.id]);
  expect(workspace.suggestions.get(proposal.id).state).toBe('approved');
});

test('pages, events, and only the user', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  const tasks = Array.from({ length: 7 }, (_, index) => create(workspace, 'task', { title: `t${index}` }));
  const heard: WorkspaceEvent['type'][] = [];
  workspace.events.subscribe((event) => heard.push(event.type));
  for (const [index, task] of tasks.entries()) {
    // The clock goes backwards in between.
    ports.clock.advance(index === 4 ? -10_000 : index % 2 === 0 ? 1_000 : 0);
    remove(workspace, 'task', task.id);
  }
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: ReturnType<typeof workspace.trash.list> = workspace.trash.list({ limit: 2, cursor });
    seen.push(...page.items.map((item) => item.title));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(['t3', 't2', 't1', 't0', 't6', 't5', 't4']);
  expect(failureOf(() => workspace.trash.list({ limit: 2, cursor: 'x' })).code).toBe('validation');
  expect(heard.filter((type) => type === 'trashChanged')).toHaveLength(7);
  const item = { kind: 'task' as const, id: tasks[0]?.id ?? '' };
  expect(failureOf(() => workspace.trash.restore([item], agent('x'))).code).toBe('unauthorized');
  await expect(workspace.trash.delete([item], agent('x'))).rejects.toMatchObject({ code: 'unauthorized' });
  await expect(workspace.trash.empty(agent('x'))).rejects.toMatchObject({ code: 'unauthorized' });
  expect(workspace.trash.count()).toBe(7);
  heard.length = 0;
  const back = restore(workspace, ...tasks.map(({ id }): [RecordKind, string] => ['task', id]));
  expect(heard).toEqual(['recordsChanged', 'trashChanged']);
  workspace.history.undo(back.changeSetId, user);
  expect(heard).toEqual(['recordsChanged', 'trashChanged', 'recordsChanged', 'trashChanged']);
  await test.reopen();
  expect(test.workspace.trash.count()).toBe(7);
});

test('a workspace that is closed as soon as it is open leaves no fault in the log', async () => {
  const opened = await createTestWorkspace();
  await opened[Symbol.asyncDispose]();
  await new Promise(setImmediate);
  expect(opened.ports.logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
});
