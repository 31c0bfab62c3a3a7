import { expect, test } from 'vitest';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { create, remove, update, user } from '../../support/writeRecords.ts';

const seriesOf = (workspace: Workspace, id: string) => {
  const { seriesId, occurrence, seriesStart } = workspace.tasks.get(id);
  return [seriesId === id ? 'own' : seriesId, occurrence, seriesStart];
};

test('a rule begins a series at the task; another rule begins another; without one there is none', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const { id } = create(workspace, 'task', { title: 'Water', dueDate: '2026-12-01', recurrence: 'FREQ=DAILY' });
  expect(seriesOf(workspace, id)).toEqual(['own', '2026-12-01', '2026-12-01']);
  update(workspace, 'task', { id, dueDate: '2026-12-03' });
  expect(seriesOf(workspace, id)).toEqual(['own', '2026-12-01', '2026-12-01']);
  const changed = update(workspace, 'task', { id, recurrence: 'FREQ=WEEKLY' });
  expect(seriesOf(workspace, id)).toEqual(['own', '2026-12-03', '2026-12-03']);
  update(workspace, 'task', { id, title: 'Water the vines' });
  expect(seriesOf(workspace, id)).toEqual(['own', '2026-12-03', '2026-12-03']);
  const cleared = update(workspace, 'task', { id, recurrence: null });
  expect(seriesOf(workspace, id)).toEqual([null, null, null]);
  workspace.history.undo(cleared.changeSetId, user);
  expect(seriesOf(workspace, id)).toEqual(['own', '2026-12-03', '2026-12-03']);
  workspace.history.undo(changed.changeSetId, user);
  expect(seriesOf(workspace, id)).toEqual(['own', '2026-12-01', '2026-12-01']);
  const deleted = remove(workspace, 'task', id);
  workspace.history.undo(deleted, user);
  expect(seriesOf(workspace, id)).toEqual(['own', '2026-12-01', '2026-12-01']);
});
