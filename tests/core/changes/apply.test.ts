import { expect, test } from 'vitest';
import type { WorkspaceEvent } from '../../../src/contracts/event.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import {
  applyAll,
  create,
  failureOf,
  readEverything,
  remove,
  unknownId,
  update,
  user,
} from '../../support/writeRecords.ts';

test('a created record comes back whole, with its defaults, id and version', async () => {
  await using test = await createTestWorkspace();
  const now = test.ports.clock.now();
  const task = create(test.workspace, 'task', { title: '  Call\n Rossi ' });
  expect(task).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/u),
    changeSetId: expect.any(String),
    version: 1,
    createdAt: now,
    updatedAt: now,
    title: 'Call Rossi',
    description: '',
    status: 'todo',
    priority: 'medium',
    dueDate: null,
    dueTime: null,
    projectId: null,
    assignees: [],
    labels: [],
    sortOrder: 'a0',
    recurrence: null,
    blockedBy: [],
    seriesId: null,
    occurrence: null,
    seriesStart: null,
    completedAt: null,
    isAiSuggested: false,
    isApproved: true,
  });
  const { changeSetId: _, ...record } = task;
  expect(test.workspace.tasks.get(task.id)).toEqual(record);
});

test('an update changes its fields, the version and the time, nothing else', async () => {
  await using test = await createTestWorkspace();
  const { changeSetId: _, ...before } = create(test.workspace, 'task', {
    title: 'Quote',
    labels: ['sales'],
    priority: 'low',
  });
  test.ports.clock.advance(1_000);
  const { changeSetId: __, ...after } = update(test.workspace, 'task', {
    id: before.id,
    expectedVersion: 1,
    priority: 'high',
  });
  expect(after).toEqual({ ...before, priority: 'high', version: 2, updatedAt: before.updatedAt + 1_000 });
});

test('an update that changes nothing writes nothing', async () => {
  await using test = await createTestWorkspace();
  const task = create(test.workspace, 'task', { title: 'Quote', labels: ['sales'] });
  const heard: WorkspaceEvent[] = [];
  test.workspace.events.subscribe((event) => heard.push(event));
  const again = update(test.workspace, 'task', { id: task.id, title: 'Quote ', labels: ['sales'], dueTime: '10:00' });
  expect(again.version).toBe(1);
  expect(test.workspace.history.list({ limit: 10 }).items).toHaveLength(1);
  expect(heard).toEqual([]);
  expect(failureOf(() => test.workspace.history.undo(again.changeSetId, user)).code).toBe('notFound');
});

test('completing sets when, reopening clears it; a time without a date is dropped', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  const task = create(workspace, 'task', { title: 'Call', dueDate: '2026-11-30', dueTime: '10:00' });
  ports.clock.advance(5_000);
  expect(update(workspace, 'task', { id: task.id, status: 'done' }).completedAt).toBe(ports.clock.now());
  ports.clock.advance(5_000);
  expect(update(workspace, 'task', { id: task.id, title: 'Call Rossi' }).completedAt).toBe(ports.clock.now() - 5_000);
  expect(update(workspace, 'task', { id: task.id, status: 'in_progress' }).completedAt).toBeNull();
  expect(update(workspace, 'task', { id: task.id, dueDate: null })).toMatchObject({ dueDate: null, dueTime: null });
  expect(create(workspace, 'task', { title: 'x', dueTime: '09:00' }).dueTime).toBeNull();
  expect(create(workspace, 'task', { title: 'x', status: 'done' }).completedAt).toBe(ports.clock.now());
});

test('archiving a project sets when, taking it back clears it', async () => {
  await using test = await createTestWorkspace();
  const project = create(test.workspace, 'project', { name: 'Tins', status: 'archived' });
  expect(project.archivedAt).toBe(test.ports.clock.now());
  expect(update(test.workspace, 'project', { id: project.id, status: 'active' }).archivedAt).toBeNull();
});

test('each new task comes after all others in the manual order', async () => {
  await using test = await createTestWorkspace();
  const first = create(test.workspace, 'task', { title: 'a' });
  const last = create(test.workspace, 'task', { title: 'b', sortOrder: 'b05' });
  const next = create(test.workspace, 'task', { title: 'c' });
  expect([first.sortOrder < last.sortOrder, last.sortOrder < next.sortOrder]).toEqual([true, true]);
});

test('what is wrong with an input is told field by field', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const task = create(workspace, 'task', { title: 'Quote' });
  const problems = (
    kind: 'task' | 'note' | 'checkpoint' | 'client',
    fields: unknown,
    operation: 'create' | 'update' = 'create',
  ) => failureOf(() => workspace.changes.apply([{ kind, operation, fields }], user));
  expect([
    problems('task', {}),
    problems('task', { title: ' \n\t ' }),
    problems('task', { title: 'x'.repeat(10_000) }),
    problems('task', { title: 'x', dueDate: '2026-02-30' }),
    problems('task', { title: 'x', dueDate: '0000-01-01' }),
    problems('task', { title: 'x', dueDate: '2026-11-21', dueTime: '24:00' }),
    problems('task', { title: 'x', projectId: 'not-an-id' }),
    problems('task', { title: 'x', projectId: unknownId }),
    problems('task', { title: 'x', colour: 1 }),
    problems('task', { title: 'x', isApproved: false }),
    problems('task', { title: 'x', sortOrder: 'not an order' }),
    problems('task', { title: 'x', status: 'later' }),
    problems('task', { id: task.id, title: '' }, 'update'),
    problems('task', { title: 'x' }, 'update'),
    problems('task', null),
    problems('checkpoint', { title: 'x', projectId: unknownId, date: '2026-11-21' }),
    problems('client', { name: 'x', color: 9 }),
  ]).toEqual([
    { code: 'validation', fields: { title: { problem: 'required' } } },
    { code: 'validation', fields: { title: { problem: 'required' } } },
    { code: 'validation', fields: { title: { problem: 'tooLong', max: 1_000, actual: 10_000 } } },
    { code: 'validation', fields: { dueDate: { problem: 'notADate' } } },
    { code: 'validation', fields: { dueDate: { problem: 'notADate' } } },
    { code: 'validation', fields: { dueTime: { problem: 'notATime' } } },
    { code: 'validation', fields: { projectId: { problem: 'notAnId' } } },
    { code: 'validation', fields: { projectId: { problem: 'unknown' } } },
    { code: 'validation', fields: { colour: { problem: 'unknown' } } },
    { code: 'validation', fields: { isApproved: { problem: 'unknown' } } },
    { code: 'validation', fields: { sortOrder: { problem: 'invalid' } } },
    { code: 'validation', fields: { status: { problem: 'invalid' } } },
    { code: 'validation', fields: { title: { problem: 'required' } } },
    { code: 'validation', fields: { id: { problem: 'required' } } },
    { code: 'validation', fields: { '': { problem: 'required' } } },
    { code: 'validation', fields: { projectId: { problem: 'unknown' } } },
    { code: 'validation', fields: { color: { problem: 'tooLong', max: 8 } } },
  ]);
  expect(workspace.tasks.counts('2026-11-21').open).toBe(1);
});

test('of several changes, a problem says in which; none of them happens', async () => {
  await using test = await createTestWorkspace();
  const before = readEverything(test.workspace);
  const failure = failureOf(() =>
    applyAll(test.workspace, [
      { kind: 'project', operation: 'create', fields: { name: 'Tins' } },
      { kind: 'task', operation: 'create', fields: { title: 'x', dueDate: 'tomorrow' } },
    ]),
  );
  expect(failure).toEqual({ code: 'validation', fields: { 'changes.1.dueDate': { problem: 'notADate' } } });
  expect(readEverything(test.workspace)).toEqual(before);
  expect(test.workspace.history.list({ limit: 10 }).items).toEqual([]);
});

test('a change may rest on one before it in the same call', async () => {
  await using test = await createTestWorkspace();
  const projectId = '0192f0c1-2f7e-7c3a-9a51-00000000000a';
  applyAll(test.workspace, [
    { kind: 'project', operation: 'create', fields: { id: projectId, name: 'Tins' } },
    { kind: 'task', operation: 'create', fields: { title: 'Proof', projectId } },
    { kind: 'project', operation: 'update', fields: { id: projectId, name: 'Tea tins' } },
  ]);
  expect(test.workspace.projects.get(projectId)).toMatchObject({ name: 'Tea tins', taskCount: 1, version: 2 });
});

test('text of any script, dates of any year, and what no carrier keeps', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const titles = [
    'مراجعة العقد',
    'לבדוק חוזה',
    '👩‍👩‍👧‍👦 Familienfoto 🇮🇹',
    'e\u0301 vs é',
    '‮reversed',
    '名前',
    "'; drop table tasks; --",
    'x'.repeat(1_000),
  ];
  for (const title of titles) expect(workspace.tasks.get(create(workspace, 'task', { title }).id).title).toBe(title);
  expect(create(workspace, 'task', { title: 'a\0b' }).title).toBe('ab');
  expect(create(workspace, 'task', { title: 'a\ud800b' }).title).toBe('a\ufffdb');
  expect(failureOf(() => create(workspace, 'task', { title: '\0' })).fields).toEqual({
    title: { problem: 'required' },
  });
  const first = create(workspace, 'task', { title: 'first', dueDate: '0001-01-01' });
  const last = create(workspace, 'task', { title: 'last', dueDate: '9999-12-31' });
  const dated = workspace.tasks.list({
    limit: 10,
    status: 'open',
    due: 'dated',
    pending: 'exclude',
    sort: 'due',
  }).items;
  expect(dated.map((task) => task.id)).toEqual([first.id, last.id]);
  expect(workspace.tasks.counts('0001-01-01')).toMatchObject({ overdue: 0, today: 1, later: 1 });
  expect(workspace.tasks.counts('9999-12-31')).toMatchObject({ overdue: 1, today: 1, thisWeek: 0, later: 0 });
});

test('an unknown record, a deleted one and one changed meanwhile are told apart', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const task = create(workspace, 'task', { title: 'Quote' });
  update(workspace, 'task', { id: task.id, title: 'Offer' });
  expect(failureOf(() => update(workspace, 'task', { id: task.id, expectedVersion: 1, title: 'x' }))).toEqual({
    code: 'conflict',
    fields: { recordKind: 'task', id: task.id, expectedVersion: 1, actualVersion: 2 },
  });
  expect(
    failureOf(() => applyAll(workspace, [{ kind: 'task', operation: 'delete', id: task.id, expectedVersion: 1 }])).code,
  ).toBe('conflict');
  remove(workspace, 'task', task.id);
  expect(failureOf(() => update(workspace, 'task', { id: task.id, title: 'x' }))).toEqual({
    code: 'deleted',
    fields: { recordKind: 'task', id: task.id },
  });
  expect(failureOf(() => remove(workspace, 'task', task.id)).code).toBe('deleted');
  expect(failureOf(() => update(workspace, 'task', { id: unknownId, title: 'x' }))).toEqual({
    code: 'notFound',
    fields: { recordKind: 'task', id: unknownId },
  });
  expect(failureOf(() => remove(workspace, 'task', 'no id at all')).code).toBe('notFound');
  expect(failureOf(() => workspace.tasks.get(task.id)).code).toBe('notFound');
});

test('an id of the caller is taken, the same one twice is a conflict', async () => {
  await using test = await createTestWorkspace();
  const id = '0192F0C1-2F7E-7C3A-9A51-00000000000B';
  expect(create(test.workspace, 'note', { id, title: 'x' }).id).toBe(id.toLowerCase());
  expect(failureOf(() => create(test.workspace, 'note', { id, title: 'y' })).code).toBe('conflict');
});

test('events come once per call, after the transaction, and a listener that throws harms nobody', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const heard: WorkspaceEvent[] = [];
  workspace.events.subscribe(() => {
    throw new Error('listener');
  });
  const stop = workspace.events.subscribe((event) => {
    if (event.type !== 'recordsChanged') return;
    // What it hears of can be read.
    for (const record of event.records) if (record.operation !== 'delete') workspace.projects.get(record.id);
    heard.push(event);
  });
  const project = create(workspace, 'project', { name: 'Tins' });
  update(workspace, 'project', { id: project.id, name: 'Tea' });
  failureOf(() => update(workspace, 'project', { id: project.id, name: '' }));
  stop();
  remove(workspace, 'project', project.id);
  expect(heard).toEqual([
    {
      type: 'recordsChanged',
      records: [{ kind: 'project', id: project.id, operation: 'create', projectId: project.id, version: 1 }],
    },
    {
      type: 'recordsChanged',
      records: [
        {
          kind: 'project',
          id: project.id,
          operation: 'update',
          projectId: project.id,
          version: 2,
          fields: { name: 'Tea' },
        },
      ],
    },
  ]);
  expect(test.ports.logger.lines.filter((line) => line.message === 'a listener failed').length).toBeGreaterThan(0);
});

test('what is written can be found at once, what is deleted cannot', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const find = async (text: string) =>
    (await workspace.search.query({ text, limit: 10 })).items.map((item) => `${item.kind} ${item.title}`);
  const task = create(workspace, 'task', { title: 'Quote for Montalcino' });
  create(workspace, 'comment', { taskId: task.id, body: 'Ask about the pergola' });
  expect(await find('pergola')).toEqual(['comment Quote for Montalcino']);
  update(workspace, 'task', { id: task.id, title: 'Offer for Siena' });
  expect(await find('pergola')).toEqual(['comment Offer for Siena']);
  const deleted = remove(workspace, 'task', task.id);
  expect(await find('pergola')).toEqual([]);
  workspace.history.undo(deleted, user);
  expect(await find('pergola')).toEqual(['comment Offer for Siena']);
});

test('the event of an update tells the new fields, not long texts, and not of very many records', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const tasks = Array.from({ length: 21 }, (_, index) => create(workspace, 'task', { title: `Task ${index}` }));
  const told: unknown[] = [];
  workspace.events.subscribe((event) => {
    if (event.type === 'recordsChanged') told.push(event.records.map(({ fields }) => fields));
  });
  const [first] = tasks;
  update(workspace, 'task', { id: first?.id, title: 'Quote', labels: ['web'] });
  update(workspace, 'task', { id: first?.id, title: 'Offer', description: 'At length.' });
  workspace.tasks.updateMany({ ids: tasks.map(({ id }) => id), fields: { priority: 'low' } }, user);
  expect(told).toEqual([[{ title: 'Quote', labels: ['web'] }], [undefined], tasks.map(() => undefined)]);
});
