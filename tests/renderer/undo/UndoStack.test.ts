import { expect, test } from 'vitest';
import { AdiuvaError } from '../../../src/contracts/errors.ts';
import type { ChangeSetId, TaskId } from '../../../src/contracts/ids.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { UndoStack } from '../../../src/renderer/features/undo/UndoStack.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { create, update, user } from '../../support/writeRecords.ts';

function stackOn(workspace: Workspace): UndoStack {
  return new UndoStack({
    undo: (changeSetId) => Promise.resolve(changeSetId).then((id) => workspace.history.undo(id, user).changeSetId),
    judge: (error) => (error instanceof AdiuvaError && error.code === 'alreadyUndone' ? 'gone' : 'refused'),
  });
}

/** Renames a task as the window does, and remembers it. */
function rename(workspace: Workspace, stack: UndoStack, id: TaskId, title: string): void {
  const { changeSetId } = update(workspace, 'task', { id, title });
  stack.push({ changeSetId, message: title });
}

const titleOf = (workspace: Workspace, id: TaskId): string => workspace.tasks.get(id).title;

test('changes are undone from the last to the first, and done again from there', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const stack = stackOn(workspace);
  const { id } = create(workspace, 'task', { title: 'one' });
  rename(workspace, stack, id, 'two');
  rename(workspace, stack, id, 'three');

  expect(stack.nextUndo?.message).toBe('three');
  await stack.undo();
  expect(titleOf(workspace, id)).toBe('two');
  await stack.undo();
  expect(titleOf(workspace, id)).toBe('one');
  expect(await stack.undo()).toEqual({ kind: 'nothing' });

  expect(stack.nextRedo?.message).toBe('two');
  await stack.redo();
  await stack.redo();
  expect(titleOf(workspace, id)).toBe('three');
  expect(await stack.redo()).toEqual({ kind: 'nothing' });
  await stack.undo();
  expect(titleOf(workspace, id)).toBe('two');
});

test('presses that come faster than the answers are worked off in their order', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const stack = stackOn(workspace);
  const { id } = create(workspace, 'task', { title: 'one' });
  for (const title of ['two', 'three', 'four']) rename(workspace, stack, id, title);
  const outcomes = await Promise.all([stack.undo(), stack.undo(), stack.redo(), stack.undo(), stack.undo()]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'done', 'done']);
  expect(titleOf(workspace, id)).toBe('one');
});

test('something new ends what could be done again', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const stack = stackOn(workspace);
  const { id } = create(workspace, 'task', { title: 'one' });
  rename(workspace, stack, id, 'two');
  await stack.undo();
  rename(workspace, stack, id, 'other');
  expect(stack.nextRedo).toBeUndefined();
  expect(await stack.redo()).toEqual({ kind: 'nothing' });
  expect(titleOf(workspace, id)).toBe('other');
});

test('what was changed since is not undone over, and does not stand in the way of what came before', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const stack = stackOn(workspace);
  const first = create(workspace, 'task', { title: 'Call Rossi' });
  const second = create(workspace, 'task', { title: 'Send the offer' });
  rename(workspace, stack, first.id, 'Call Rossi today');
  rename(workspace, stack, second.id, 'Send the new offer');
  // Another window.
  update(workspace, 'task', { id: second.id, title: 'Send it' });

  const refused = await stack.undo();
  expect(refused).toMatchObject({
    kind: 'refused',
    error: { code: 'undoConflict', fields: { title: 'Send the new offer' } },
  });
  expect(titleOf(workspace, second.id)).toBe('Send it');
  await stack.undo();
  expect(titleOf(workspace, first.id)).toBe('Call Rossi');
  expect(stack.nextUndo).toBeUndefined();
});

test('what was done again is not redone over a change that came in since', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const stack = stackOn(workspace);
  const { id } = create(workspace, 'task', { title: 'one' });
  rename(workspace, stack, id, 'two');
  await stack.undo();
  update(workspace, 'task', { id, title: 'from a script' });
  expect(await stack.redo()).toMatchObject({ kind: 'refused', error: { code: 'undoConflict' } });
  expect(titleOf(workspace, id)).toBe('from a script');
  expect(stack.nextRedo).toBeUndefined();
});

test('what was undone elsewhere is passed over', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const stack = stackOn(workspace);
  const first = create(workspace, 'task', { title: 'one' });
  const second = create(workspace, 'task', { title: 'other' });
  rename(workspace, stack, first.id, 'two');
  rename(workspace, stack, second.id, 'another');
  const last = stack.nextUndo;
  expect(last?.message).toBe('another');
  // In the activity of another window.
  if (last) workspace.history.undo(last.changeSetId, user);
  expect(await stack.undo()).toMatchObject({ kind: 'done', change: { message: 'two' } });
  expect(titleOf(workspace, first.id)).toBe('one');
});

test('a change that nobody answered about stays to be tried again', async () => {
  let isConnected = false;
  const id = '01900000-0000-7000-8000-000000000001' as ChangeSetId;
  const undone = '01900000-0000-7000-8000-000000000002' as ChangeSetId;
  const stack = new UndoStack({
    undo: () => (isConnected ? Promise.resolve(undone) : Promise.reject(new AdiuvaError('connectionLost'))),
    judge: () => 'unknown',
  });
  stack.push({ changeSetId: id, message: 'one' });
  expect(await stack.undo()).toMatchObject({ kind: 'refused' });
  expect(stack.nextUndo?.changeSetId).toBe(id);
  isConnected = true;
  expect(await stack.undo()).toMatchObject({ kind: 'done', change: { changeSetId: undone } });
});

test('one change of many is undone by its own toast, and the others stay', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const stack = stackOn(workspace);
  const first = create(workspace, 'task', { title: 'one' });
  const second = create(workspace, 'task', { title: 'other' });
  rename(workspace, stack, first.id, 'two');
  const toast = stack.nextUndo;
  rename(workspace, stack, second.id, 'another');
  await stack.undo(toast);
  expect(titleOf(workspace, first.id)).toBe('one');
  expect(titleOf(workspace, second.id)).toBe('another');
  expect(stack.nextUndo?.message).toBe('another');
});
