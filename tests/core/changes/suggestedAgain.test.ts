import BetterSqlite from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Change, Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { agent, create, propose, remove, update, user } from '../../support/writeRecords.ts';

const apply = (workspace: Workspace, changes: readonly Change[], callId: string, provenance = {}) => {
  const result = workspace.changes.apply(changes, agent(callId), provenance);
  if (result.outcome === 'applied') throw new Error('the changes were applied');
  const { outcome, suggestion, leftOut } = result;
  return { outcome, id: suggestion.id, leftOut: leftOut.map(({ id }) => id) };
};
const task = (fields: object): Change => ({ kind: 'task', operation: 'create', fields });
const edit = (fields: object): Change => ({ kind: 'task', operation: 'update', fields });

test('what the user rejected does not come back, however it is written, and says when and why it was rejected', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const shop = create(workspace, 'project', { name: 'Shop' });
  const first = propose(workspace, [task({ title: 'Ask Ingrid', projectId: shop.id, dueDate: '2026-11-24' })], 'one');
  workspace.suggestions.reject({ id: first.id, reason: 'She is away' }, user);
  await test.reopen();
  const again = test.workspace.changes.apply(
    [task({ title: '  ask  INGRID ', projectId: shop.id, priority: 'high' })],
    agent('two', 'general'),
  );
  expect(again).toMatchObject({ outcome: 'declined', suggestion: { id: first.id, reason: 'She is away' } });
  expect(test.workspace.suggestions.count()).toBe(0);
  // Elsewhere it is another task.
  expect(apply(test.workspace, [task({ title: 'Ask Ingrid' })], 'three').outcome).toBe('suggested');
});

test('the same change of the same record is rejected once; another value is another suggestion', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const { id } = create(workspace, 'task', { title: 'Quote', labels: ['a'] });
  const moved = [edit({ id, dueDate: '2026-11-23', labels: ['a', 'b'] })];
  const first = apply(workspace, moved, 'one');
  workspace.suggestions.reject({ id: first.id }, user);
  update(workspace, 'task', { id, priority: 'high' });
  expect(apply(workspace, [edit({ id, labels: ['b', 'a'], dueDate: '2026-11-23' })], 'two')).toEqual({
    outcome: 'declined',
    id: first.id,
    leftOut: [],
  });
  expect(apply(workspace, [edit({ id, dueDate: '2026-11-24', labels: ['a', 'b'] })], 'three').outcome).toBe(
    'suggested',
  );
  const gone = apply(workspace, [{ kind: 'task', operation: 'delete', id }], 'four');
  workspace.suggestions.reject({ id: gone.id }, user);
  expect(apply(workspace, [{ kind: 'task', operation: 'delete', id }], 'five').outcome).toBe('declined');
});

test('what waits already is answered instead of being made twice', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const first = apply(workspace, [task({ title: 'Ask Ingrid' })], 'one');
  const second = workspace.changes.apply([task({ title: 'ask ingrid', priority: 'low' })], agent('two'));
  expect(second).toMatchObject({ outcome: 'suggested', isNew: false, suggestion: { id: first.id } });
  expect(workspace.suggestions.count()).toBe(1);
  // Once approved it is a task like others; whether another one is wanted is for the user to say.
  workspace.suggestions.approve({ id: first.id }, user);
  expect(apply(workspace, [task({ title: 'Ask Ingrid' })], 'three').id).not.toBe(first.id);
});

test('a set leaves out what was rejected or waits by itself, and is made of the rest', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const rejected = apply(workspace, [task({ title: 'Ask Ingrid' })], 'one');
  workspace.suggestions.reject({ id: rejected.id }, user);
  const waiting = apply(workspace, [task({ title: 'Ask Tor' })], 'two');
  const set = [task({ title: 'Ask Ingrid' }), task({ title: 'Ask Tor' }), task({ title: 'A' }), task({ title: 'B' })];
  const made = apply(workspace, set, 'three');
  expect(made).toMatchObject({ outcome: 'suggested', leftOut: [rejected.id, waiting.id] });
  expect(workspace.suggestions.get(made.id).changes.map(({ title }) => title)).toEqual(['A', 'B']);
  workspace.suggestions.reject({ id: made.id }, user);
  expect(apply(workspace, set.toReversed(), 'four')).toMatchObject({ outcome: 'declined', id: made.id });
  // One of the two by itself was never rejected.
  expect(apply(workspace, [task({ title: 'A' })], 'five').outcome).toBe('suggested');
});

test('taking the rejection back, or typing it oneself, lets it come again', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const first = propose(workspace, [task({ title: 'Ask Ingrid' })], 'one');
  const { changeSetId } = workspace.suggestions.reject({ id: first.id }, user);
  expect(apply(workspace, [task({ title: 'Ask Ingrid' })], 'two').outcome).toBe('declined');
  expect(apply(workspace, [task({ title: 'Ask Ingrid' })], 'typed', { isUsersOwn: true }).outcome).toBe('suggested');
  expect(apply(workspace, [task({ title: 'Ask Ingrid' })], 'typed again', { isUsersOwn: true }).id).not.toBe(first.id);
  workspace.history.undo(changeSetId, user);
  expect(workspace.suggestions.get(first.id).state).toBe('pending');
  expect(workspace.suggestions.count()).toBe(3);
});

test('what an earlier version kept without a fingerprint does not come back either', async () => {
  await using test = await createTestWorkspace();
  const rejected = propose(test.workspace, [task({ title: 'Ask Ingrid' })], 'one');
  const waiting = propose(test.workspace, [task({ title: 'Ask Tor' }), task({ title: 'Ask Eva' })], 'two');
  test.workspace.suggestions.reject({ id: rejected.id }, user);
  // The owner's lock is a file of its own: another connection may write between two calls.
  const sqlite = new BetterSqlite(join(test.folder, 'adiuva.db'));
  sqlite.exec('update suggestions set fingerprint = null');
  sqlite.close();
  await test.reopen();
  const { workspace } = test;
  expect(apply(workspace, [task({ title: 'Ask Ingrid' })], 'three')).toMatchObject({
    outcome: 'declined',
    id: rejected.id,
  });
  const set = [task({ title: 'Ask Eva' }), task({ title: 'Ask Tor' })];
  expect(apply(workspace, set, 'four').id).toBe(waiting.id);
});

test('deleting a pending record in its place rejects it as well', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const { changes } = propose(workspace, [task({ title: 'Ask Ingrid' })], 'one');
  remove(workspace, 'task', changes[0]?.recordId ?? '');
  expect(apply(workspace, [task({ title: 'Ask Ingrid' })], 'two').outcome).toBe('declined');
});
