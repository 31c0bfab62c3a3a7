import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import './stubWindow.ts';
import type { WorkspaceEvent } from '../../../src/contracts/event.ts';
import { projectIdSchema, taskIdSchema } from '../../../src/contracts/ids.ts';
import { queriesOf } from '../../../src/renderer/features/live/invalidate.ts';
import { trpc } from '../../../src/renderer/trpc.ts';

const taskId = taskIdSchema.parse('01980000-0000-7000-8000-000000000001');
const otherId = taskIdSchema.parse('01980000-0000-7000-8000-000000000002');
const projectId = projectIdSchema.parse('01980000-0000-7000-8000-000000000003');

const queries = {
  list: trpc.tasks.list.queryKey({ status: 'open' }),
  byProject: trpc.tasks.list.infiniteQueryKey({ groupBy: 'project' }),
  groups: trpc.tasks.groups.queryKey({ groupBy: 'status', today: '2026-11-21' }),
  groupsByClient: trpc.tasks.groups.queryKey({ groupBy: 'client', today: '2026-11-21' }),
  counts: trpc.tasks.counts.queryKey({ today: '2026-11-21' }),
  labels: trpc.tasks.labels.queryKey(),
  assignees: trpc.tasks.assignees.queryKey(),
  waiting: trpc.tasks.waiting.queryKey({ id: otherId }),
  task: trpc.tasks.get.queryKey({ id: taskId }),
  otherTask: trpc.tasks.get.queryKey({ id: otherId }),
  comments: trpc.comments.list.queryKey({ taskId }),
  projects: trpc.projects.list.queryKey({}),
  clients: trpc.clients.list.queryKey({}),
  checkpoints: trpc.checkpoints.list.queryKey({}),
  notes: trpc.notes.list.queryKey({}),
  views: trpc.views.list.queryKey({}),
  suggestions: trpc.suggestions.count.queryKey(),
  history: trpc.history.list.queryKey({ projectId }),
  activity: trpc.activity.list.infiniteQueryKey({ what: 'all' }),
  activityCount: trpc.activity.count.queryKey({}),
  trash: trpc.trash.list.infiniteQueryKey({}),
  settings: trpc.settings.get.queryKey(),
  brief: trpc.brief.latest.queryKey(),
};
type Name = keyof typeof queries;

/** The names of the queries that are old after an event. */
async function oldAfter(event: WorkspaceEvent): Promise<Name[]> {
  const client = new QueryClient();
  const entries = Object.entries(queries) as [Name, readonly unknown[]][];
  for (const [, key] of entries) client.setQueryData(key, {});
  for (const filters of queriesOf(event)) await client.invalidateQueries(filters);
  return entries.filter(([, key]) => client.getQueryState(key)?.isInvalidated === true).map(([name]) => name);
}

const changed = (
  kind: 'task' | 'project' | 'client' | 'note' | 'comment' | 'checkpoint' | 'view',
  id: string,
): WorkspaceEvent => ({
  type: 'recordsChanged',
  records: [{ kind, id, operation: 'update', projectId: null, version: 2 }],
});

test('a task makes its lists, groups and counts old, its own page, and no other task’s', async () => {
  expect(await oldAfter(changed('task', taskId))).toEqual([
    'list',
    'byProject',
    'groups',
    'groupsByClient',
    'counts',
    'labels',
    'assignees',
    'waiting',
    'task',
    'projects',
    'suggestions',
    'history',
    'activity',
    'activityCount',
  ]);
});

test('a project or a client makes those lists of tasks old that are grouped by it', async () => {
  expect(await oldAfter(changed('project', projectId))).toEqual([
    'byProject',
    'groupsByClient',
    'projects',
    'suggestions',
    'history',
    'activity',
    'activityCount',
  ]);
  expect(await oldAfter(changed('client', projectId))).toEqual([
    'groupsByClient',
    'clients',
    'suggestions',
    'history',
    'activity',
    'activityCount',
  ]);
});

test('views, notes, comments and checkpoints leave the tasks alone that they are not about', async () => {
  const always = ['history', 'activity', 'activityCount'];
  expect(await oldAfter(changed('view', taskId))).toEqual(['views', ...always]);
  expect(await oldAfter(changed('note', taskId))).toEqual(['notes', 'suggestions', ...always]);
  expect(await oldAfter(changed('comment', taskId))).toEqual(['list', 'byProject', 'comments', ...always]);
  expect(await oldAfter(changed('checkpoint', taskId))).toEqual(['projects', 'checkpoints', 'suggestions', ...always]);
});

test('the trash, a tool run and a brief each have their own', async () => {
  expect(await oldAfter({ type: 'trashChanged' })).toEqual(['activity', 'activityCount', 'trash']);
  expect(await oldAfter({ type: 'activityChanged' })).toEqual(['activity', 'activityCount']);
  expect(await oldAfter({ type: 'briefChanged' })).toEqual(['activity', 'activityCount', 'brief']);
  expect(await oldAfter({ type: 'settingsChanged' })).toEqual(['settings']);
});
