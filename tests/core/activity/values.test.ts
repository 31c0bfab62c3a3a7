import { expect, test } from 'vitest';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { create, remove, update, user } from '../../support/writeRecords.ts';
import { readActivity } from './readActivity.ts';

test('a row tells what an edit set its fields to, without texts', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const task = create(workspace, 'task', { title: 'Quote' });
  update(workspace, 'task', { id: task.id, status: 'done' });
  update(workspace, 'task', { id: task.id, dueDate: null, priority: 'high', labels: ['legal'] });
  update(workspace, 'task', { id: task.id, description: 'x'.repeat(5_000) });
  update(workspace, 'task', { id: task.id, description: 'y'.repeat(101) });
  const [short, long, several, done, made] = readActivity(workspace);
  expect(done?.values['status']).toBe('done');
  expect(several?.values).toEqual({ priority: 'high' });
  expect(long?.values).toEqual({});
  expect(short?.values).toEqual({});
  expect(made?.values).toEqual({});
});

test('nothing is told of a record that was deleted for good', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const task = create(workspace, 'task', { title: 'Quote' });
  update(workspace, 'task', { id: task.id, title: 'A secret' });
  remove(workspace, 'task', task.id);
  await workspace.trash.empty(user);
  expect(JSON.stringify(readActivity(workspace))).not.toContain('secret');
});
