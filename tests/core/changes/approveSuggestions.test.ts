import { expect, test } from 'vitest';
import type { Change, Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import {
  agent,
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

const task = (fields: object): Change => ({ kind: 'task', operation: 'create', fields });
const edit = (fields: object): Change => ({ kind: 'task', operation: 'update', fields });

test('of a set the user changes what they want and leaves out what they do not', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const quote = create(workspace, 'task', { title: 'Quote', dueDate: '2026-11-19' });
  const call = create(workspace, 'task', { title: 'Call' });
  const before = withoutVersions(readEverything(workspace));
  const { id } = propose(
    workspace,
    [
      edit({ id: quote.id, dueDate: '2026-11-23', priority: 'high' }),
      edit({ id: call.id, status: 'done' }),
      task({ title: 'Test orders', dueDate: '2026-11-25' }),
      { kind: 'comment', operation: 'create', fields: { taskId: quote.id, body: 'Paolo waits.' } },
    ],
    'one',
    { title: 'Move things' },
  );
  const { changeSetId } = workspace.suggestions.approve(
    {
      id,
      changes: [
        { index: 0, edits: { dueDate: '2026-11-24', description: 'By mail' } },
        { index: 1, isLeftOut: true },
        { index: 2, edits: { title: 'Two test orders' } },
      ],
    },
    user,
  );
  expect(workspace.tasks.get(quote.id)).toMatchObject({
    dueDate: '2026-11-24',
    priority: 'high',
    description: 'By mail',
  });
  expect(workspace.tasks.get(call.id).status).toBe('todo');
  expect(readEverything(workspace).tasks.map(({ title }) => title)).toContain('Two test orders');
  expect(readEverything(workspace).comments).toMatchObject([{ author: 'project', body: 'Paolo waits.' }]);
  expect(workspace.suggestions.get(id).state).toBe('approved');
  workspace.history.undo(changeSetId, user);
  expect(workspace.suggestions.get(id)).toMatchObject({ state: 'pending', stale: [], changes: { length: 4 } });
  workspace.suggestions.reject({ id }, user);
  expect(withoutVersions(readEverything(workspace))).toEqual(before);
});

test('an edit of a set is validated as any input is, and nothing happens when it fails', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const quote = create(workspace, 'task', { title: 'Quote' });
  const { id } = propose(
    workspace,
    [edit({ id: quote.id, priority: 'high' }), task({ title: 'Test orders' }), task({ title: 'Other' })],
    'one',
  );
  const before = readEverything(workspace);
  const failure = (...changes: { index: number; edits?: Record<string, string>; isLeftOut?: boolean }[]) =>
    failureOf(() => workspace.suggestions.approve({ id, changes }, user));
  expect(failure({ index: 0, edits: { dueDate: 'soon' } })).toEqual({
    code: 'validation',
    fields: { 'changes.0.edits.dueDate': { problem: 'notADate' } },
  });
  expect(failure({ index: 1, edits: { title: ' ' } }).fields).toEqual({
    'changes.1.edits.title': { problem: 'required' },
  });
  expect(failure({ index: 1, edits: { isApproved: 'yes' } }).fields).toEqual({
    'changes.1.edits.isApproved': { problem: 'unknown' },
  });
  expect(failure({ index: 2, edits: { projectId: unknownId } }).fields).toEqual({
    'changes.2.edits.projectId': { problem: 'unknown' },
  });
  expect(failure({ index: 3 }).fields).toEqual({ 'changes.3': { problem: 'unknown' } });
  expect(failure(...[0, 1, 2].map((index) => ({ index, isLeftOut: true }))).fields).toEqual({
    changes: { problem: 'required' },
  });
  expect(failureOf(() => workspace.suggestions.approve({ id, edits: { title: 'x' } }, user)).code).toBe('validation');
  expect(readEverything(workspace)).toEqual(before);
});

test('all that can be approved are, as one step; stale ones and overtaken ones wait on', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const quote = create(workspace, 'task', { title: 'Quote' });
  const call = create(workspace, 'task', { title: 'Call' });
  const ids = {
    created: propose(workspace, [task({ title: 'Ask Ingrid' })], 'created').id,
    edited: propose(workspace, [edit({ id: quote.id, priority: 'high' })], 'edited').id,
    overtaken: propose(workspace, [edit({ id: quote.id, dueDate: '2026-11-23' })], 'overtaken').id,
    stale: propose(workspace, [edit({ id: call.id, priority: 'low' })], 'stale').id,
    settled: propose(workspace, [task({ title: 'Ask Tor' })], 'settled').id,
  };
  update(workspace, 'task', { id: call.id, title: 'Call Rossi' });
  workspace.suggestions.reject({ id: ids.settled }, user);
  const before = withoutVersions(readEverything(workspace));
  const heard: string[] = [];
  workspace.events.subscribe((event) => heard.push(event.type));
  const { approved, leftOut, changeSetId } = workspace.suggestions.approveMany(
    { ids: [...Object.values(ids), ids.created] },
    user,
  );
  expect([approved, leftOut]).toEqual([
    [ids.created, ids.edited],
    [ids.overtaken, ids.stale, ids.settled],
  ]);
  expect(heard).toEqual(['recordsChanged', 'suggestionsChanged']);
  expect(workspace.suggestions.count()).toBe(2);
  expect(workspace.activity.list({ limit: 1, what: 'all' }).items).toMatchObject([
    { operation: 'approve', recordCount: 2 },
  ]);
  expect(
    workspace.history.list({ limit: 2 }).items.map(({ suggestionId, operation }) => [suggestionId, operation]),
  ).toEqual([
    [ids.edited, 'update'],
    [ids.created, 'approve'],
  ]);
  if (changeSetId === null) throw new Error('nothing was approved');
  const undone = workspace.history.undo(changeSetId, user);
  expect(withoutVersions(readEverything(workspace))).toEqual(before);
  workspace.history.undo(undone.changeSetId, user);
  expect(workspace.suggestions.get(ids.edited).state).toBe('approved');
  expect(workspace.tasks.get(quote.id).priority).toBe('high');
  expect(workspace.suggestions.approveMany({ ids: [ids.stale] }, user)).toEqual({
    approved: [],
    leftOut: [ids.stale],
    changeSetId: null,
  });
  expect(failureOf(() => workspace.suggestions.approveMany({ ids: [ids.stale] }, agent('x'))).code).toBe(
    'unauthorized',
  );
});

test('a stale one says what the field has become and who set it', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const { id } = create(workspace, 'task', { title: 'Portraits', dueDate: '2026-11-19', labels: ['a'] });
  const note = create(workspace, 'note', { title: 'Minutes', content: 'x' });
  const moved = propose(workspace, [edit({ id, dueDate: '2026-11-23' })], 'one');
  const gone = propose(workspace, [{ kind: 'task', operation: 'delete', id }], 'two');
  const text = propose(
    workspace,
    [{ kind: 'note', operation: 'update', fields: { id: note.id, content: 'xy' } }],
    'three',
  );
  test.ports.clock.advance(60_000);
  update(workspace, 'task', { id, dueDate: '2026-11-24' });
  const at = test.ports.clock.now();
  test.ports.clock.advance(60_000);
  update(workspace, 'task', { id, labels: ['a', 'b'] });
  update(workspace, 'note', { id: note.id, content: 'z'.repeat(5_000) });
  expect(workspace.suggestions.get(moved.id).stale).toMatchObject([
    { changed: { dueDate: '2026-11-24' }, changedBy: 'user', changedAt: at },
  ]);
  expect(workspace.suggestions.get(gone.id).stale).toMatchObject([
    { changed: { dueDate: '2026-11-24', labels: ['a', 'b'] }, changedAt: at + 60_000 },
  ]);
  expect(workspace.suggestions.get(text.id).stale).toMatchObject([{ changed: { content: `${'z'.repeat(300)}…` } }]);
});

test('reviewing a stale one again makes it anew on what the record is now, and keeps what came in between', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const { id } = create(workspace, 'task', { title: 'Shipping', labels: ['checkout', 'tax'], dueDate: '2026-11-19' });
  const note = create(workspace, 'note', { title: 'Minutes', content: 'Blue it is.\n' });
  const other = create(workspace, 'note', { title: 'Rules', content: 'Norway: 25 %. Sweden: 25 %.' });
  const old = create(workspace, 'task', { title: 'Old' });
  const suggestion = propose(
    workspace,
    [
      edit({ id, labels: ['checkout', 'waiting'], dueDate: '2026-11-23', priority: 'high' }),
      { kind: 'note', operation: 'update', fields: { id: note.id, content: 'Blue it is.\n\n- Ask Tor' } },
      { kind: 'note', operation: 'update', fields: { id: other.id, content: 'Norway: 20 %. Sweden: 25 %.' } },
      { kind: 'task', operation: 'delete', id: old.id },
      task({ title: 'Test orders' }),
    ],
    'one',
  );
  update(workspace, 'task', { id, labels: ['checkout', 'tax', 'urgent'], dueDate: '2026-11-24', priority: 'high' });
  update(workspace, 'note', { id: note.id, content: 'Blue it is.\n\n- Call Paolo\n' });
  update(workspace, 'note', { id: other.id, content: 'Rates. Norway: 25 %. Sweden: 12 %.' });
  remove(workspace, 'task', old.id);
  expect(suggestion.stale).toEqual([]);
  expect(workspace.suggestions.get(suggestion.id).stale).toHaveLength(4);
  const { suggestion: refreshed, changeSetId } = workspace.suggestions.refresh({ id: suggestion.id }, user);
  expect([changeSetId, refreshed.stale, refreshed.state]).toEqual([null, [], 'pending']);
  expect(refreshed.changes.map(({ operation, title, before, after }) => [operation, title, before, after])).toEqual([
    [
      'update',
      'Shipping',
      { labels: ['checkout', 'tax', 'urgent'], dueDate: '2026-11-24' },
      { labels: ['checkout', 'urgent', 'waiting'], dueDate: '2026-11-23' },
    ],
    [
      'update',
      'Minutes',
      { content: 'Blue it is.\n\n- Call Paolo\n' },
      { content: 'Blue it is.\n\n- Call Paolo\n\n- Ask Tor' },
    ],
    [
      'update',
      'Rules',
      { content: 'Rates. Norway: 25 %. Sweden: 12 %.' },
      { content: 'Rates. Norway: 20 %. Sweden: 12 %.' },
    ],
    ['create', 'Test orders', null, expect.anything()],
  ]);
  await test.reopen();
  test.workspace.suggestions.approve({ id: suggestion.id }, user);
  expect(test.workspace.notes.get(note.id).content).toBe('Blue it is.\n\n- Call Paolo\n\n- Ask Tor');
});

test('one that has nothing left to ask for is rejected when it is reviewed again, and may come another time', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const { id } = create(workspace, 'task', { title: 'Quote' });
  const changes = [edit({ id, priority: 'high' })];
  const suggestion = propose(workspace, changes, 'one');
  update(workspace, 'task', { id, priority: 'high' });
  const { suggestion: refreshed, changeSetId } = workspace.suggestions.refresh({ id: suggestion.id }, user);
  expect([refreshed.state, workspace.suggestions.count()]).toEqual(['rejected', 0]);
  if (changeSetId === null) throw new Error('nothing to undo');
  update(workspace, 'task', { id, priority: 'low' });
  expect(propose(workspace, changes, 'two').state).toBe('pending');
  workspace.history.undo(changeSetId, user);
  expect(workspace.suggestions.get(suggestion.id).state).toBe('pending');
  expect(failureOf(() => workspace.suggestions.refresh({ id: suggestion.id }, agent('x'))).code).toBe('unauthorized');
  expect(stateOfBoth(workspace)).toEqual(['pending', 'pending']);
});

const stateOfBoth = (workspace: Workspace): string[] =>
  workspace.suggestions.list({ limit: 5, state: 'pending' }).items.map(({ state }) => state);
