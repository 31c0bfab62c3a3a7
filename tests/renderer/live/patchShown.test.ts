import { QueryClient } from '@tanstack/react-query';
import { expect, onTestFinished, test } from 'vitest';
import './stubWindow.ts';
import type { ChangedRecord } from '../../../src/contracts/event.ts';
import { patchShown } from '../../../src/renderer/features/live/patchShown.ts';
import { trpc } from '../../../src/renderer/trpc.ts';
import { listTask } from '../tasks/listTask.ts';

const [one, two] = [listTask(1), listTask(2)];
const pages = (...tasks: (typeof one)[]) => ({ pages: [{ items: tasks, nextCursor: null }], pageParams: [null] });

/** A window that shows a list and the first of its tasks by itself. */
function createScreen() {
  const client = new QueryClient();
  onTestFinished(() => client.clear());
  const list = trpc.tasks.list.infiniteQueryKey({ limit: 50 });
  const get = trpc.tasks.get.queryKey({ id: one.id });
  client.setQueryData(list, pages(one, two), { updatedAt: 5 });
  client.setQueryData(get, { ...one, description: 'As it was' });
  return {
    client,
    tell: (record: Partial<ChangedRecord>) =>
      patchShown(client, [{ kind: 'task', id: one.id, operation: 'update', projectId: null, version: 2, ...record }]),
    listed: () => client.getQueryData<ReturnType<typeof pages>>(list)?.pages[0]?.items,
    list,
    shown: () => client.getQueryData(get),
  };
}

test('a new title is in the list and on the task at once, and the list is as old as it was', () => {
  const { client, tell, listed, shown, list } = createScreen();
  tell({ fields: { title: 'Call Rossi back' } });
  expect(listed()).toEqual([{ ...one, title: 'Call Rossi back', version: 2 }, two]);
  expect(shown()).toMatchObject({ title: 'Call Rossi back', version: 2, description: 'As it was' });
  expect(client.getQueryState(list)?.dataUpdatedAt).toBe(5);
});

test('what decides about its place is on the task at once, and in the list when that is read', () => {
  const { tell, listed, shown } = createScreen();
  tell({ fields: { title: 'Call Rossi back', status: 'done', completedAt: 7 } });
  expect(listed()).toEqual([one, two]);
  expect(shown()).toMatchObject({ title: 'Call Rossi back', status: 'done', completedAt: 7, version: 2 });
});

test('a version that does not follow the one on screen, and one that was not told whole, change nothing', () => {
  const { tell, listed, shown } = createScreen();
  tell({ fields: { title: 'Two changes later' }, version: 3 });
  tell({ fields: { title: 'Long ago' }, version: 1 });
  tell({ version: 2 });
  expect(listed()).toEqual([one, two]);
  expect(shown()).toMatchObject({ title: one.title, version: 1 });
});

test('a deleted task leaves its lists at once; lists without it stay the very same', () => {
  const { client, tell, listed } = createScreen();
  const other = trpc.tasks.list.infiniteQueryKey({ limit: 50, status: 'done' });
  client.setQueryData(other, pages(two));
  const before = client.getQueryData(other);
  tell({ operation: 'delete' });
  expect(listed()).toEqual([two]);
  expect(client.getQueryData(other)).toBe(before);
});
