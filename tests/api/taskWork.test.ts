import { expect, test } from 'vitest';
import { appRouter } from '../../src/api/appRouter.ts';
import { createCallerFactory } from '../../src/api/trpc.ts';
import type { Workspace } from '../../src/core/workspace.ts';
import { createTestWorkspace } from '../support/createTestWorkspace.ts';

const callerOf = (workspace: Workspace) => createCallerFactory(appRouter)({ workspace, actor: { kind: 'api' } });

test('a script works on tasks as a board does: columns, moves, edits of many, labels, blockers, views', async () => {
  await using test = await createTestWorkspace();
  const api = callerOf(test.workspace);
  const project = await api.projects.create({ name: 'Wine shop' });
  const quote = await api.tasks.create({
    title: 'Send the quote',
    labels: ['print'],
    description: '- [x] prices\n- [ ] terms',
  });
  const labels = await api.tasks.create({ title: 'Print the labels', assignees: ['Tor'], blockedBy: [quote.id] });
  const lid = await api.tasks.create({ title: 'Choose a lid', projectId: project.id });

  expect(await api.tasks.groups({ groupBy: 'status', status: 'all' })).toEqual({
    groups: [
      { key: 'todo', count: 3 },
      { key: 'in_progress', count: 0 },
      { key: 'done', count: 0 },
    ],
    total: 3,
  });
  await api.tasks.move({ ids: [lid.id], after: null, before: quote.id, fields: { status: 'in_progress' } });
  const column = await api.tasks.list({ groupBy: 'status', group: 'in_progress', sort: 'manual' });
  expect(column.items.map((task) => task.title)).toEqual(['Choose a lid']);
  const all = await api.tasks.list({ sort: 'manual' });
  expect(
    all.items.map((task) => `${task.title} ${task.checklistDone}/${task.checklistTotal} ${task.openBlockerCount}`),
  ).toEqual(['Choose a lid 0/0 0', 'Send the quote 1/2 0', 'Print the labels 0/0 1']);

  const { changeSetId, count } = await api.tasks.updateMany({
    ids: [quote.id, labels.id],
    fields: { projectId: project.id },
    addLabels: ['wine'],
  });
  expect(count).toBe(2);
  expect(await api.tasks.labels()).toEqual({
    items: [
      { name: 'wine', count: 2 },
      { name: 'print', count: 1 },
    ],
  });
  expect(await api.tasks.assignees()).toEqual({ items: [{ name: 'Tor', count: 1 }] });
  expect((await api.tasks.list({ label: 'wine', text: 'lab' })).items.map((task) => task.id)).toEqual([labels.id]);
  await api.history.undo({ changeSetId });
  expect((await api.tasks.list({ label: 'wine' })).items).toEqual([]);

  expect(await api.tasks.waiting({ id: quote.id })).toEqual({
    items: [{ id: labels.id, title: 'Print the labels', status: 'todo' }],
  });
  expect((await api.tasks.deleteMany({ ids: [quote.id] })).count).toBe(1);
  expect((await api.tasks.get({ id: labels.id })).blockedBy).toEqual([]);

  const view = await api.views.create({ name: 'Wine', query: { layout: 'board', groupBy: 'project', label: 'wine' } });
  expect((await api.views.list({})).items.map(({ name, query }) => ({ name, query }))).toEqual([
    { name: 'Wine', query: { layout: 'board', groupBy: 'project', label: 'wine' } },
  ]);
  await api.views.update({ id: view.id, name: 'Wine work' });
  await api.views.delete({ id: view.id });
  expect((await api.views.list({})).items).toEqual([]);
});

test('what is missing or too much is told by field', async () => {
  await using test = await createTestWorkspace();
  const api = callerOf(test.workspace);
  await expect(api.tasks.groups({ groupBy: 'due' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(api.tasks.list({ groupBy: 'due' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(api.tasks.updateMany({ ids: [] })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  const task = await api.tasks.create({ title: 'x' });
  await expect(api.tasks.update({ id: task.id, blockedBy: [task.id] })).rejects.toMatchObject({
    cause: { code: 'validation', fields: { blockedBy: { problem: 'cycle' } } },
  });
});
