import { getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server';
import { expect, test } from 'vitest';
import { appRouter } from '../../src/api/appRouter.ts';
import { createCallerFactory } from '../../src/api/trpc.ts';
import { activityDetailSchema, activityItemSchema } from '../../src/contracts/activity.ts';
import { trashItemSchema, trashRestoredSchema } from '../../src/contracts/trash.ts';
import type { Workspace } from '../../src/core/workspace.ts';
import { createTestWorkspace } from '../support/createTestWorkspace.ts';
import { agent } from '../support/writeRecords.ts';

const callerOf = (workspace: Workspace) => createCallerFactory(appRouter)({ workspace, actor: { kind: 'api' } });

/** Code, HTTP status and ours of what a call throws. */
async function failureOf(call: Promise<unknown>): Promise<unknown> {
  const thrown: unknown = await call.then(
    () => new Error('the call did not fail'),
    (error: unknown) => error,
  );
  const { data } = getTRPCErrorShape({
    ...{ config: appRouter._def._config, error: getTRPCErrorFromUnknown(thrown), type: 'mutation' },
    ...{ path: 'x', input: undefined, ctx: undefined },
  });
  return [data.httpStatus, data.adiuva.code];
}

test('the activity as scripts read it: JSON by its contract, pages, counts, CSV', async () => {
  await using test = await createTestWorkspace();
  const api = callerOf(test.workspace);
  const project = await api.projects.create({ name: 'Shop' });
  const task = await api.tasks.create({ title: 'Quote', projectId: project.id });
  await api.tasks.update({ id: task.id, status: 'done' });
  const { items, nextCursor } = await api.activity.list({ limit: 2, who: 'api' });
  expect(activityItemSchema.array().parse(JSON.parse(JSON.stringify(items)))).toEqual(items);
  expect(items.map((item) => item.title)).toEqual(['Quote', 'Quote']);
  expect((await api.activity.list({ limit: 2, cursor: nextCursor })).items.map((item) => item.title)).toEqual(['Shop']);
  expect(await api.activity.count()).toEqual({ matching: 3, total: 3 });
  expect(await api.activity.count({ recordKind: 'project' })).toEqual({ matching: 1, total: 3 });
  const detail = await api.activity.get({ sequence: items[0]?.sequence ?? 0 });
  expect(activityDetailSchema.parse(JSON.parse(JSON.stringify(detail)))).toEqual(detail);
  expect((await api.activity.csv()).text.split('\r\n')).toHaveLength(5);
  expect(await failureOf(api.activity.get({ sequence: 99 }))).toEqual([404, 'notFound']);
  expect(await failureOf(api.activity.list({ cursor: 'x' }))).toEqual([400, 'validation']);
  expect(await failureOf(api.activity.list({ from: 'yesterday' }))).toEqual([400, 'validation']);
});

test('the trash as scripts use it', async () => {
  await using test = await createTestWorkspace();
  const api = callerOf(test.workspace);
  const task = await api.tasks.create({ title: 'Quote' });
  const comment = await api.comments.create({ taskId: task.id, body: 'Soon' });
  await api.comments.delete({ id: comment.id });
  await api.tasks.delete({ id: task.id });
  const { items } = await api.trash.list({});
  expect(trashItemSchema.array().parse(JSON.parse(JSON.stringify(items)))).toEqual(items);
  expect(await api.trash.count()).toEqual({ count: 2 });
  const one = { items: [{ kind: 'task' as const, id: task.id }] };
  const hanging = { items: [{ kind: 'comment' as const, id: comment.id }] };
  expect(await failureOf(api.trash.restore(hanging))).toEqual([409, 'restoreBlocked']);
  const restored = await api.trash.restore(one);
  expect(trashRestoredSchema.parse(restored)).toEqual(restored);
  expect(await failureOf(api.trash.restore(one))).toEqual([404, 'notInTrash']);
  expect(await failureOf(api.trash.restore({ items: [] }))).toEqual([400, 'validation']);
  const undone = await api.history.undo({ changeSetId: restored.changeSetId });
  expect(await api.trash.delete(hanging)).toEqual({ count: 1 });
  expect(await api.trash.empty()).toEqual({ count: 1 });
  expect(await failureOf(api.history.undo({ changeSetId: undone.changeSetId }))).toEqual([409, 'expired']);
  const asAgent = createCallerFactory(appRouter)({ workspace: test.workspace, actor: agent('call') });
  for (const call of [asAgent.trash.empty(), asAgent.trash.delete(one), asAgent.trash.restore(one)]) {
    expect(await failureOf(call)).toEqual([401, 'unauthorized']);
  }
});
