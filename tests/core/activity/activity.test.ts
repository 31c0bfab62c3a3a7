import { expect, test } from 'vitest';
import { activityFilterSchema, activityListInputSchema } from '../../../src/contracts/activity.ts';
import type { WorkspaceEvent } from '../../../src/contracts/event.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import {
  applyAll,
  conversationId,
  create,
  failureOf,
  propose,
  remove,
  update,
  user,
} from '../../support/writeRecords.ts';
import { readActivity, told } from './readActivity.ts';

const countOf = (workspace: Workspace, filter: object = {}) =>
  workspace.activity.count(activityFilterSchema.parse(filter));

test('each change set is one row that says what was done to what', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const client = create(workspace, 'client', { name: 'Rossi' });
  const project = create(workspace, 'project', { name: 'Shop', clientId: client.id });
  const note = create(workspace, 'note', { title: 'Call', projectId: project.id });
  const task = create(workspace, 'task', { title: 'Quote', projectId: project.id });
  const other = create(workspace, 'task', { title: 'Ship' });
  create(workspace, 'comment', { taskId: task.id, body: 'Soon.' });
  update(workspace, 'task', { id: task.id, status: 'done', priority: 'high' });
  applyAll(workspace, [
    { kind: 'task', operation: 'update', fields: { id: task.id, labels: ['a'] } },
    { kind: 'task', operation: 'update', fields: { id: other.id, labels: ['a'] } },
  ]);
  applyAll(workspace, [
    { kind: 'task', operation: 'update', fields: { id: other.id, priority: 'low' } },
    { kind: 'note', operation: 'delete', id: note.id },
  ]);
  update(workspace, 'task', { id: other.id, priority: 'low' });
  remove(workspace, 'project', project.id);
  expect(readActivity(workspace).map(told)).toEqual([
    ['delete', 'project', 'Shop', [], 3],
    [null, null, 'Ship', [], 2],
    ['update', 'task', 'Quote', [], 2],
    ['update', 'task', 'Quote', ['status', 'priority'], 1],
    ['create', 'comment', 'Quote', [], 1],
    ['create', 'task', 'Ship', [], 1],
    ['create', 'task', 'Quote', [], 1],
    ['create', 'note', 'Call', [], 1],
    ['create', 'project', 'Shop', [], 1],
    ['create', 'client', 'Rossi', [], 1],
  ]);
  const [deleted, several] = readActivity(workspace);
  expect(deleted).toMatchObject({
    at: test.ports.clock.now(),
    type: 'change',
    actorKind: 'user',
    recordId: project.id,
    projectId: project.id,
    canUndo: true,
    tool: null,
  });
  expect(several).toMatchObject({ recordId: null });
  expect(countOf(workspace)).toEqual({ matching: 10, total: 10 });
});

test('an undo says what it took back, and what is undone says so', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const project = create(workspace, 'project', { name: 'Shop' });
  create(workspace, 'task', { title: 'Quote', projectId: project.id });
  const deleted = remove(workspace, 'project', project.id);
  const undo = workspace.history.undo(deleted, user).changeSetId;
  const redo = workspace.history.undo(undo, user).changeSetId;
  const rows = readActivity(workspace).slice(0, 3);
  expect(rows.map(told)).toEqual([
    ['delete', 'project', 'Shop', [], 2],
    ['create', 'project', 'Shop', [], 2],
    ['delete', 'project', 'Shop', [], 2],
  ]);
  expect(rows.map(({ undoes, undoneBy, canUndo }) => [undoes, undoneBy, canUndo])).toEqual([
    [undo, null, true],
    [deleted, redo, false],
    [null, null, true],
  ]);
  expect(rows[1]?.undid).toEqual({ operation: 'delete', title: 'Shop', recordCount: 2 });
});

test('suggestions: proposed by an agent, settled by the user, both from the same conversation', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const project = create(workspace, 'project', { name: 'Shop' });
  const task = create(workspace, 'task', { title: 'Quote', projectId: project.id });
  const one = propose(workspace, [{ kind: 'task', operation: 'create', fields: { title: 'Ask' } }], 'one');
  const two = propose(
    workspace,
    [
      { kind: 'task', operation: 'update', fields: { id: task.id, priority: 'high' } },
      { kind: 'project', operation: 'update', fields: { id: project.id, name: 'Wine shop' } },
    ],
    'two',
    { title: 'Move shipping' },
  );
  const three = propose(
    workspace,
    [{ kind: 'task', operation: 'update', fields: { id: task.id, dueDate: '2026-12-01' } }],
    'three',
  );
  test.ports.clock.advance(60_000);
  workspace.suggestions.reject({ id: one.id }, user);
  workspace.suggestions.approve({ id: three.id }, user);
  const rows = readActivity(workspace).slice(0, 5);
  expect(rows.map(told)).toEqual([
    ['approve', 'task', 'Quote', ['dueDate'], 1],
    ['reject', 'task', 'Ask', [], 1],
    ['suggest', 'task', 'Quote', [], 1],
    ['suggest', null, 'Move shipping', [], 2],
    ['suggest', 'task', 'Ask', [], 1],
  ]);
  expect(rows.map(({ actorKind, actorName, canUndo }) => [actorKind, actorName, canUndo])).toEqual([
    ['user', null, true],
    ['user', null, true],
    ['agent', 'project', false],
    ['agent', 'project', false],
    ['agent', 'project', false],
  ]);
  expect(rows.map((row) => row.conversationId)).toEqual(Array.from({ length: 5 }, () => conversationId));
  expect(rows.map((row) => row.suggestion)).toEqual([
    { id: three.id, state: 'approved', agent: 'project' },
    { id: one.id, state: 'rejected', agent: 'project' },
    { id: three.id, state: 'approved', agent: 'project' },
    { id: two.id, state: 'pending', agent: 'project' },
    { id: one.id, state: 'rejected', agent: 'project' },
  ]);
  expect(workspace.activity.get(rows[0]?.sequence ?? 0)).toMatchObject({
    suggestedAt: three.createdAt,
    approvedAt: three.createdAt + 60_000,
    suggestionTitle: 'Quote',
    entries: [{ operation: 'update', before: { dueDate: null }, after: { dueDate: '2026-12-01' } }],
  });
  const undone = workspace.history.undo(rows[0]?.changeSetId ?? task.changeSetId, user);
  expect(readActivity(workspace)[0]).toMatchObject({ operation: 'suggest', undoneBy: null, conversationId });
  workspace.history.undo(undone.changeSetId, user);
  expect(readActivity(workspace)[0]).toMatchObject({ operation: 'reject', suggestion: { state: 'approved' } });
});

test('a row that is opened has tried whether it can be undone, and tries without a trace', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const heard: WorkspaceEvent[] = [];
  const task = create(workspace, 'task', { title: 'Quote', priority: 'low' });
  const renamed = update(workspace, 'task', { id: task.id, title: 'Offer' });
  workspace.events.subscribe((event) => heard.push(event));
  const [row] = readActivity(workspace);
  const get = () => workspace.activity.get(row?.sequence ?? 0);
  expect(get()).toMatchObject({ changeSetId: renamed.changeSetId, canUndo: true });
  update(workspace, 'task', { id: task.id, priority: 'high' });
  expect(get().canUndo).toBe(true);
  update(workspace, 'task', { id: task.id, title: 'Bid' });
  expect(get().canUndo).toBe(false);
  expect(workspace.tasks.get(task.id).title).toBe('Bid');
  expect(heard.filter((event) => event.type === 'recordsChanged')).toHaveLength(2);
  expect(countOf(workspace).total).toBe(4);
  expect(failureOf(() => workspace.activity.get(999)).code).toBe('notFound');
});

test('typing on in a note stays one row, which goes by the note’s new title', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  const note = create(workspace, 'note', { title: 'Cal', content: '' });
  ports.clock.advance(1_000);
  const at = ports.clock.now();
  for (const content of ['a', 'ab', 'abc']) {
    update(workspace, 'note', { id: note.id, content });
    ports.clock.advance(60_000);
  }
  update(workspace, 'note', { id: note.id, title: 'Call' });
  expect(readActivity(workspace).map(told)).toEqual([
    ['update', 'note', 'Call', ['content', 'title'], 1],
    ['create', 'note', 'Cal', [], 1],
  ]);
  expect(readActivity(workspace)[0]?.at).toBe(at);
  ports.clock.advance(3_600_000);
  update(workspace, 'note', { id: note.id, content: 'abcd' });
  expect(countOf(workspace).total).toBe(3);
});

test('the instance of a series that its day has brought is told as one thing', async () => {
  await using test = await createTestWorkspace();
  const task = create(test.workspace, 'task', { title: 'Water', dueDate: '2026-11-21', recurrence: 'FREQ=DAILY' });
  test.ports.clock.advance(2 * 24 * 3_600_000);
  const workspace = await test.reopen();
  const [row] = readActivity(workspace);
  expect(row).toMatchObject({ actorKind: 'system', operation: 'create', recordKind: 'task', title: 'Water' });
  expect(row).toMatchObject({ recordCount: 2, canUndo: true });
  expect(workspace.tasks.get(row?.recordId ?? '')).toMatchObject({ dueDate: '2026-11-23', seriesId: task.id });
});

test('nothing changed, or refused: no row', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const task = create(workspace, 'task', { title: 'Quote' });
  update(workspace, 'task', { id: task.id, title: 'Quote' });
  failureOf(() => update(workspace, 'task', { id: task.id, title: '' }));
  failureOf(() =>
    applyAll(workspace, [
      { kind: 'task', operation: 'update', fields: { id: task.id, title: 'x' } },
      { kind: 'task', operation: 'delete', id: crypto.randomUUID() },
    ]),
  );
  expect(countOf(workspace)).toEqual({ matching: 1, total: 1 });
  await test.reopen();
  expect(countOf(test.workspace)).toEqual({ matching: 1, total: 1 });
});

test('bad cursors, days and filters are refused; unknown ones find nothing', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  create(workspace, 'task', { title: 'Quote' });
  expect(failureOf(() => workspace.activity.list(activityListInputSchema.parse({ cursor: 'x' }))).code).toBe(
    'validation',
  );
  for (const bad of [{ who: 'nobody' }, { from: '2026-13-01' }, { projectId: 'x' }, { limit: 0 }, { what: 'x' }]) {
    expect(activityListInputSchema.safeParse(bad).success).toBe(false);
  }
  expect(readActivity(workspace, { agent: `'; drop table activity; --` })).toEqual([]);
  expect(readActivity(workspace, { projectId: crypto.randomUUID() })).toEqual([]);
  expect(countOf(workspace, { agent: 'x' })).toEqual({ matching: 0, total: 1 });
});
