import { getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server';
import { expect, test } from 'vitest';
import { appRouter } from '../../src/api/appRouter.ts';
import { createCallerFactory } from '../../src/api/trpc.ts';
import type { Workspace } from '../../src/core/workspace.ts';
import { createTestWorkspace } from '../support/createTestWorkspace.ts';

const callerOf = (workspace: Workspace) => createCallerFactory(appRouter)({ workspace, actor: { kind: 'api' } });

/** An error as it leaves the process. */
async function shapeOf(call: Promise<unknown>): Promise<unknown> {
  const thrown: unknown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  const error = getTRPCErrorFromUnknown(thrown);
  return getTRPCErrorShape({
    config: appRouter._def._config,
    error,
    type: 'mutation',
    path: 'x',
    input: undefined,
    ctx: undefined,
  });
}

test('a created record comes back whole, with its id, its version and what undoes it', async () => {
  await using test = await createTestWorkspace();
  const api = callerOf(test.workspace);

  const client = await api.clients.create({ name: 'Rossi Vini' });
  const project = await api.projects.create({ name: 'Wine shop', clientId: client.id });
  const task = await api.tasks.create({
    title: 'Send the quote',
    projectId: project.id,
    priority: 'high',
    dueDate: '2026-12-01',
  });

  expect(task).toMatchObject({
    title: 'Send the quote',
    projectId: project.id,
    priority: 'high',
    dueDate: '2026-12-01',
    status: 'todo',
    version: 1,
  });
  expect(await api.tasks.get({ id: task.id })).toEqual({ ...task, changeSetId: undefined });

  const renamed = await api.tasks.update({ id: task.id, expectedVersion: 1, title: 'Send the offer' });
  expect(renamed).toMatchObject({ id: task.id, title: 'Send the offer', version: 2 });

  await api.history.undo({ changeSetId: renamed.changeSetId });
  expect(await api.tasks.get({ id: task.id })).toMatchObject({ title: 'Send the quote' });
});

test('what a script wrote is in the history as api', async () => {
  await using test = await createTestWorkspace();
  const api = callerOf(test.workspace);
  const note = await api.notes.create({ title: 'Call', content: 'Four tariffs' });
  const { items } = await api.history.list({ recordId: note.id });
  expect(items.map(({ operation, actorKind, title }) => ({ operation, actorKind, title }))).toEqual([
    { operation: 'create', actorKind: 'api', title: 'Call' },
  ]);
});

test('each bad input is told by status, code and field', async () => {
  await using test = await createTestWorkspace();
  const api = callerOf(test.workspace);
  const task = await api.tasks.create({ title: 'Send the quote' });
  const unknownId = '0192f0c1-2f7e-7c3a-9a51-000000000009';

  expect(await shapeOf(api.tasks.create({ title: '   ' }))).toMatchObject({
    data: {
      httpStatus: 400,
      adiuva: { kind: 'expected', code: 'validation', fields: { title: { problem: 'required' } } },
    },
  });
  expect(await shapeOf(api.tasks.create({ title: 'x'.repeat(10_000) }))).toMatchObject({
    data: { httpStatus: 400, adiuva: { code: 'validation', fields: { title: { problem: 'tooLong', max: 1_000 } } } },
  });
  expect(await shapeOf(api.tasks.create({ title: 'x', dueDate: '2026-11-31' }))).toMatchObject({
    data: { httpStatus: 400, adiuva: { code: 'validation', fields: { dueDate: { problem: 'notADate' } } } },
  });
  expect(await shapeOf(api.tasks.create({ title: 'x', projectId: unknownId }))).toMatchObject({
    data: { httpStatus: 400, adiuva: { code: 'validation', fields: { projectId: { problem: 'unknown' } } } },
  });
  expect(await shapeOf(api.tasks.get({ id: unknownId }))).toMatchObject({
    data: { httpStatus: 404, adiuva: { code: 'notFound', fields: { recordKind: 'task', id: unknownId } } },
  });
  expect(await shapeOf(api.tasks.update({ id: task.id, expectedVersion: 7, title: 'y' }))).toMatchObject({
    data: { httpStatus: 409, adiuva: { code: 'conflict', fields: { expectedVersion: 7, actualVersion: 1 } } },
  });
  await api.tasks.delete({ id: task.id });
  expect(await shapeOf(api.tasks.update({ id: task.id, title: 'y' }))).toMatchObject({
    data: { httpStatus: 404, adiuva: { code: 'deleted', fields: { recordKind: 'task', id: task.id } } },
  });
});

test('titles in any script, years 1 and 9999, and five megabytes of note are kept as they came', async () => {
  await using test = await createTestWorkspace();
  const api = callerOf(test.workspace);
  for (const title of ['שלום עולם', 'مرحبا', '🍷 Degustation 👩‍👩‍👧', 'ﬁnal — “quote”']) {
    expect((await api.tasks.create({ title })).title).toBe(title);
  }
  expect((await api.tasks.create({ title: 'old', dueDate: '0001-01-01' })).dueDate).toBe('0001-01-01');
  expect((await api.tasks.create({ title: 'far', dueDate: '9999-12-31' })).dueDate).toBe('9999-12-31');
  const content = 'Øre per kWh, with grid rent. '.repeat(180_000);
  const note = await api.notes.create({ title: 'Everything', content });
  expect((await api.notes.get({ id: note.id })).content).toBe(content);
});

test('live events end with their listener and miss nothing before that', async () => {
  await using test = await createTestWorkspace();
  const leaving = new AbortController();
  const api = createCallerFactory(appRouter)(
    { workspace: test.workspace, actor: { kind: 'user' } },
    { signal: leaving.signal },
  );
  const seen: string[] = [];
  const events = await api.history.events();
  const reading = (async () => {
    for await (const event of events) {
      if (event.type !== 'recordsChanged') continue;
      seen.push(...event.records.map(({ operation, kind }) => `${operation} ${kind}`));
      if (seen.length === 2) leaving.abort();
    }
  })();
  await Promise.resolve();
  const { id } = await api.clients.create({ name: 'Nordlys' });
  await api.clients.delete({ id });
  await reading;
  expect(seen).toEqual(['create client', 'delete client']);
});
