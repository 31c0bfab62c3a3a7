import { expect, test } from 'vitest';
import { taskListInputSchema } from '../../../src/contracts/task.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import {
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

const blockers = (workspace: Workspace): string[] =>
  workspace.tasks
    .list(taskListInputSchema.parse({ status: 'all', sort: 'manual', pending: 'include' }))
    .items.map(({ title, blockedBy, openBlockerCount }) => `${title} ${openBlockerCount}/${blockedBy.length}`);
const cycle = { code: 'validation', fields: { blockedBy: { problem: 'cycle' } } };

test('how many blockers are open is kept as they are done, opened again, deleted and brought back', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const [a, b] = [create(workspace, 'task', { title: 'a' }), create(workspace, 'task', { title: 'b', status: 'done' })];
  const c = create(workspace, 'task', { title: 'c', blockedBy: [a.id, b.id, a.id] });
  expect(blockers(workspace)).toEqual(['a 0/0', 'b 0/0', 'c 1/2']);
  expect(workspace.tasks.waiting(a.id)).toEqual([{ id: c.id, title: 'c', status: 'todo' }]);
  const done = update(workspace, 'task', { id: a.id, status: 'done' });
  expect(blockers(workspace)).toEqual(['a 0/0', 'b 0/0', 'c 0/2']);
  update(workspace, 'task', { id: b.id, status: 'in_progress' });
  workspace.history.undo(done.changeSetId, user);
  expect(blockers(workspace)).toEqual(['a 0/0', 'b 0/0', 'c 2/2']);
  const before = withoutVersions(readEverything(workspace));
  const deleted = remove(workspace, 'task', a.id);
  expect(blockers(workspace)).toEqual(['b 0/0', 'c 1/1']);
  const undone = workspace.history.undo(deleted, user);
  expect(blockers(workspace)).toEqual(['a 0/0', 'b 0/0', 'c 2/2']);
  expect(withoutVersions(readEverything(workspace))).toEqual(before);
  workspace.history.undo(undone.changeSetId, user);
  remove(workspace, 'task', c.id);
  expect([blockers(workspace), workspace.tasks.waiting(b.id)]).toEqual([['b 0/0'], []]);
});

test('tasks never come to wait for themselves, by whatever way', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const [a, b, c] = ['a', 'b', 'c'].map((title) => create(workspace, 'task', { title }));
  if (a === undefined || b === undefined || c === undefined) throw new Error('three were made');
  expect(failureOf(() => update(workspace, 'task', { id: a.id, blockedBy: [a.id] }))).toEqual(cycle);
  expect(
    failureOf(() => create(workspace, 'task', { id: unknownId, title: 'self', blockedBy: [unknownId] })),
  ).toMatchObject({
    code: 'validation',
  });
  const first = update(workspace, 'task', { id: b.id, blockedBy: [a.id] });
  update(workspace, 'task', { id: c.id, blockedBy: [b.id] });
  expect(failureOf(() => update(workspace, 'task', { id: a.id, blockedBy: [c.id] }))).toEqual(cycle);
  // Two changes of one call are told by which of them it is.
  expect(
    failureOf(() =>
      applyAll(workspace, [
        { kind: 'task', operation: 'update', fields: { id: c.id, title: 'c' } },
        { kind: 'task', operation: 'update', fields: { id: a.id, blockedBy: [b.id] } },
      ]),
    ),
  ).toEqual({ code: 'validation', fields: { 'changes.1.blockedBy': { problem: 'cycle' } } });
  // Taken back, turned round, and then put in force again: that would be a circle.
  const undone = workspace.history.undo(first.changeSetId, user);
  update(workspace, 'task', { id: a.id, blockedBy: [b.id] });
  expect(failureOf(() => workspace.history.undo(undone.changeSetId, user)).code).toBe('undoConflict');
  expect(blockers(workspace)).toEqual(['a 1/1', 'b 0/0', 'c 1/1']);
  expect(failureOf(() => update(workspace, 'task', { id: b.id, blockedBy: [unknownId] }))).toEqual({
    code: 'validation',
    fields: { blockedBy: { problem: 'unknown' } },
  });
});

test('what waits for approval blocks once it is approved', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const suggestion = propose(workspace, [{ kind: 'task', operation: 'create', fields: { title: 'p' } }], 'one');
  const id = suggestion.changes[0]?.recordId;
  create(workspace, 'task', { title: 'q', blockedBy: [id] });
  expect(blockers(workspace)).toEqual(['p 0/0', 'q 0/1']);
  const { changeSetId } = workspace.suggestions.approve({ id: suggestion.id }, user);
  expect(blockers(workspace)).toEqual(['p 0/0', 'q 1/1']);
  workspace.history.undo(changeSetId, user);
  workspace.suggestions.reject({ id: suggestion.id }, user);
  expect(blockers(workspace)).toEqual(['q 0/0']);
});

test('a project that goes takes its tasks, and frees those outside that waited for them; both come back', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const project = create(workspace, 'project', { name: 'Shop' });
  const a = create(workspace, 'task', { title: 'a', projectId: project.id });
  const b = create(workspace, 'task', { title: 'b', projectId: project.id, blockedBy: [a.id] });
  create(workspace, 'task', { title: 'c', blockedBy: [a.id, b.id] });
  const before = withoutVersions(readEverything(workspace));
  const deleted = remove(workspace, 'project', project.id);
  expect(blockers(workspace)).toEqual(['c 0/0']);
  workspace.history.undo(deleted, user);
  expect(blockers(workspace)).toEqual(['a 0/0', 'b 1/1', 'c 2/2']);
  expect(withoutVersions(readEverything(workspace))).toEqual(before);
});
