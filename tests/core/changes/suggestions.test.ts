import { expect, test } from 'vitest';
import type { WorkspaceEvent } from '../../../src/contracts/event.ts';
import { suggestionIdSchema } from '../../../src/contracts/ids.ts';
import type { Change, Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import {
  conversationId,
  create,
  failureOf,
  propose,
  readEverything,
  remove,
  runId,
  unknownId,
  update,
  user,
  withoutVersions,
} from '../../support/writeRecords.ts';

const plainTasks = (workspace: Workspace, pending: 'exclude' | 'include' | 'only' = 'exclude') =>
  workspace.tasks
    .list({ limit: 100, status: 'all', due: 'any', pending, sort: 'manual' })
    .items.map((task) => task.title);

test('what an agent wants to create waits beside the records, seen by nobody who does not ask for it', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const project = create(workspace, 'project', { name: 'Shop' });
  const note = create(workspace, 'note', { title: 'Call with Nordlys' });
  const heard: WorkspaceEvent['type'][] = [];
  workspace.events.subscribe((event) => heard.push(event.type));
  const suggestion = propose(
    workspace,
    [
      {
        kind: 'task',
        operation: 'create',
        fields: { title: 'Ask Ingrid about pergolas', projectId: project.id, status: 'done' },
      },
    ],
    'one',
    { source: { kind: 'note', id: note.id } },
  );
  const pending = workspace.tasks.get(suggestion.changes[0]?.recordId ?? '');
  expect(pending).toMatchObject({ title: 'Ask Ingrid about pergolas', isAiSuggested: true, isApproved: false });
  expect(suggestion).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u),
    state: 'pending',
    kind: 'create',
    title: 'Ask Ingrid about pergolas',
    changes: [
      {
        operation: 'create',
        recordKind: 'task',
        recordId: pending.id,
        baseVersion: null,
        title: pending.title,
        before: null,
        after: pending,
      },
    ],
    projectId: project.id,
    agent: 'project',
    conversationId,
    runId,
    source: { kind: 'note', id: note.id, title: 'Call with Nordlys' },
    createdAt: test.ports.clock.now(),
    resolvedAt: null,
    reason: null,
    changeSetId: null,
    stale: [],
  });
  expect([plainTasks(workspace), plainTasks(workspace, 'include'), plainTasks(workspace, 'only')]).toEqual([
    [],
    [pending.title],
    [pending.title],
  ]);
  expect(workspace.projects.get(project.id)).toMatchObject({ taskCount: 0, doneTaskCount: 0 });
  expect(workspace.tasks.counts('2026-11-21')).toMatchObject({ open: 0, done: 0 });
  expect(heard).toEqual(['recordsChanged', 'suggestionsChanged']);
  expect((await workspace.search.query({ text: 'pergolas', limit: 5 })).items).toEqual([]);
  expect(workspace.suggestions.count()).toBe(1);
  expect(workspace.history.list({ limit: 1 }).items).toMatchObject([
    {
      operation: 'suggest',
      actorKind: 'agent',
      actorName: 'project',
      conversationId,
      suggestionId: suggestion.id,
      before: null,
    },
  ]);
  await test.reopen();
  expect(test.workspace.suggestions.get(suggestion.id)).toEqual(suggestion);
});

test('approving makes it real, with the edits of the user', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const project = create(workspace, 'project', { name: 'Shop' });
  const { id } = propose(workspace, [{ kind: 'task', operation: 'create', fields: { title: 'Ask Ingrid' } }], 'one');
  const { suggestion } = workspace.suggestions.approve(
    { id, edits: { title: 'Ask Ingrid about tariffs', projectId: project.id } },
    user,
  );
  expect(suggestion).toMatchObject({
    state: 'approved',
    title: 'Ask Ingrid about tariffs',
    projectId: project.id,
    resolvedAt: test.ports.clock.now(),
  });
  expect(plainTasks(workspace)).toEqual(['Ask Ingrid about tariffs']);
  expect(workspace.projects.get(project.id).taskCount).toBe(1);
  expect((await workspace.search.query({ text: 'tariffs', limit: 5 })).items).toMatchObject([{ kind: 'task' }]);
  expect(workspace.suggestions.count()).toBe(0);
  expect(failureOf(() => workspace.suggestions.approve({ id }, user))).toEqual({
    code: 'suggestionResolved',
    fields: { id, state: 'approved' },
  });
  expect(failureOf(() => workspace.suggestions.reject({ id }, user)).code).toBe('suggestionResolved');
  expect(workspace.history.list({ limit: 1 }).items).toMatchObject([
    {
      operation: 'approve',
      actorKind: 'user',
      suggestionId: id,
      before: { isApproved: false, title: 'Ask Ingrid' },
      after: { isApproved: true },
    },
  ]);
});

test('edits are validated as any input is, and nothing happens when they fail', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const { id } = propose(workspace, [{ kind: 'task', operation: 'create', fields: { title: 'Ask Ingrid' } }], 'one');
  const before = readEverything(workspace);
  const problems = (edits: Record<string, string | boolean | number>) =>
    failureOf(() => workspace.suggestions.approve({ id, edits }, user));
  expect([
    problems({ title: '' }),
    problems({ dueDate: '2026-13-01' }),
    problems({ projectId: unknownId }),
    problems({ isApproved: false }),
    problems({ id: unknownId }),
    problems({ expectedVersion: 9 }),
  ]).toEqual([
    { code: 'validation', fields: { 'edits.title': { problem: 'required' } } },
    { code: 'validation', fields: { 'edits.dueDate': { problem: 'notADate' } } },
    { code: 'validation', fields: { 'edits.projectId': { problem: 'unknown' } } },
    { code: 'validation', fields: { 'edits.isApproved': { problem: 'unknown' } } },
    { code: 'validation', fields: { 'edits.id': { problem: 'unknown' } } },
    { code: 'validation', fields: { 'edits.expectedVersion': { problem: 'unknown' } } },
  ]);
  expect(readEverything(workspace)).toEqual(before);
});

test('rejecting removes the pending record, history keeps it', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const project = create(workspace, 'project', { name: 'Shop' });
  const { id, changes } = propose(
    workspace,
    [
      {
        kind: 'checkpoint',
        operation: 'create',
        fields: { title: 'Review', projectId: project.id, date: '2026-12-01' },
      },
    ],
    'one',
  );
  const { suggestion } = workspace.suggestions.reject({ id, reason: 'too early' }, user);
  expect(suggestion).toMatchObject({ state: 'rejected', reason: 'too early', changes });
  expect(workspace.checkpoints.list({ limit: 10, pending: 'include' }).items).toEqual([]);
  expect(workspace.history.list({ limit: 1 }).items).toMatchObject([
    {
      operation: 'reject',
      title: 'Review',
      suggestionId: id,
      before: { title: 'Review', date: '2026-12-01' },
      after: null,
    },
  ]);
});

test('a run that is repeated proposes nothing twice, whatever became of it', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const task = [{ kind: 'task', operation: 'create', fields: { title: 'Ask Ingrid' } }] as const;
  const first = propose(workspace, task, 'one');
  expect(propose(workspace, task, 'one')).toEqual(first);
  const other: Change[] = [{ kind: 'task', operation: 'create', fields: { title: 'Ask Tor' } }];
  expect(propose(workspace, other, 'two').id).not.toBe(first.id);
  workspace.suggestions.reject({ id: first.id }, user);
  expect(propose(workspace, task, 'one')).toMatchObject({ id: first.id, state: 'rejected' });
  expect(workspace.suggestions.count()).toBe(1);
});

test('edits and deletions of what exists wait as a change set with before and after', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const project = create(workspace, 'project', { name: 'Shop' });
  const a = create(workspace, 'task', { title: 'Quote', projectId: project.id, dueDate: '2026-11-20' });
  const b = create(workspace, 'task', { title: 'Old', projectId: project.id });
  const before = readEverything(workspace);
  const suggestion = propose(
    workspace,
    [
      { kind: 'task', operation: 'update', fields: { id: a.id, dueDate: '2026-11-27', status: 'done' } },
      { kind: 'task', operation: 'delete', id: b.id },
      { kind: 'note', operation: 'create', fields: { title: 'Why', content: 'Because.', projectId: project.id } },
    ],
    'one',
    { title: 'Move the quote' },
  );
  expect(readEverything(workspace)).toEqual({ ...before, suggestions: [suggestion], suggestionCount: 1 });
  expect(suggestion).toMatchObject({
    kind: 'changes',
    title: 'Move the quote',
    projectId: project.id,
    changes: [
      {
        operation: 'update',
        recordKind: 'task',
        recordId: a.id,
        baseVersion: 1,
        title: 'Quote',
        before: { dueDate: '2026-11-20', status: 'todo', completedAt: null },
        after: { dueDate: '2026-11-27', status: 'done' },
      },
      {
        operation: 'delete',
        recordKind: 'task',
        recordId: b.id,
        baseVersion: 1,
        title: 'Old',
        before: { title: 'Old' },
        after: null,
      },
      {
        operation: 'create',
        recordKind: 'note',
        baseVersion: null,
        title: 'Why',
        before: null,
        after: { content: 'Because.' },
      },
    ],
  });
  test.ports.clock.advance(60_000);
  workspace.suggestions.approve({ id: suggestion.id }, user);
  expect(workspace.tasks.get(a.id)).toMatchObject({
    dueDate: '2026-11-27',
    status: 'done',
    completedAt: test.ports.clock.now(),
    version: 2,
  });
  expect(plainTasks(workspace)).toEqual(['Quote']);
  expect(workspace.notes.list({ limit: 5 }).items).toMatchObject([{ title: 'Why', createdAt: test.ports.clock.now() }]);
  expect(
    failureOf(() =>
      workspace.suggestions.approve(
        { id: propose(workspace, [{ kind: 'task', operation: 'delete', id: a.id }], 'x').id, edits: { title: 'y' } },
        user,
      ),
    ),
  ).toEqual({
    code: 'validation',
    fields: { 'edits.title': { problem: 'unknown' } },
  });
});

test('a record that changed since makes a change set stale: it says so and overwrites nothing', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const task = create(workspace, 'task', { title: 'Quote' });
  const { id } = propose(
    workspace,
    [{ kind: 'task', operation: 'update', fields: { id: task.id, title: 'Offer' } }],
    'one',
  );
  const gone = propose(workspace, [{ kind: 'task', operation: 'delete', id: task.id }], 'two');
  update(workspace, 'task', { id: task.id, priority: 'high' });
  const by = { changedBy: 'user', changedAt: test.ports.clock.now() };
  expect(workspace.suggestions.get(id).stale).toEqual([
    { recordKind: 'task', recordId: task.id, title: 'Offer', version: 2, changed: { priority: 'high' }, ...by },
  ]);
  expect(failureOf(() => workspace.suggestions.approve({ id }, user))).toEqual({
    code: 'suggestionStale',
    fields: { id, title: 'Offer' },
  });
  remove(workspace, 'task', task.id);
  expect(workspace.suggestions.get(gone.id).stale).toEqual([
    { recordKind: 'task', recordId: task.id, title: 'Quote', version: null, changed: {}, ...by },
  ]);
  expect(failureOf(() => workspace.suggestions.approve({ id: gone.id }, user)).code).toBe('suggestionStale');
  workspace.suggestions.reject({ id }, user);
  expect(workspace.suggestions.count()).toBe(1);
});

test('what a proposal rests on may be gone by the time it is approved', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const project = create(workspace, 'project', { name: 'Shop' });
  const { id } = propose(
    workspace,
    [
      { kind: 'note', operation: 'create', fields: { title: 'Why', projectId: project.id } },
      { kind: 'note', operation: 'create', fields: { title: 'How' } },
    ],
    'one',
  );
  remove(workspace, 'project', project.id);
  const before = readEverything(workspace);
  expect(failureOf(() => workspace.suggestions.approve({ id }, user)).code).toBe('suggestionStale');
  expect(readEverything(workspace)).toEqual(before);
});

test('a pending record that the user edits or deletes in place keeps its suggestion right', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const first = propose(workspace, [{ kind: 'task', operation: 'create', fields: { title: 'Ask Ingrid' } }], 'one');
  const taskId = first.changes[0]?.recordId ?? '';
  update(workspace, 'task', { id: taskId, title: 'Ask Tor' });
  expect(workspace.suggestions.get(first.id)).toMatchObject({
    stale: [],
    changes: [{ title: 'Ask Tor', after: { title: 'Ask Tor' } }],
  });
  const before = withoutVersions(readEverything(workspace));
  const deleted = remove(workspace, 'task', taskId);
  expect(workspace.suggestions.get(first.id).state).toBe('rejected');
  workspace.history.undo(deleted, user);
  expect(withoutVersions(readEverything(workspace))).toEqual(before);
  workspace.suggestions.approve({ id: first.id }, user);
  expect(plainTasks(workspace)).toEqual(['Ask Tor']);
});

test('a comment that an agent proposed is by the agent', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const task = create(workspace, 'task', { title: 'Quote' });
  const { id } = propose(
    workspace,
    [{ kind: 'comment', operation: 'create', fields: { taskId: task.id, body: 'Paolo waits.' } }],
    'one',
  );
  workspace.suggestions.approve({ id, edits: { body: 'Paolo waits since Monday.' } }, user);
  expect(workspace.comments.list({ limit: 5, taskId: task.id }).items).toMatchObject([
    { author: 'project', body: 'Paolo waits since Monday.' },
  ]);
  expect(create(workspace, 'comment', { taskId: task.id, body: 'Called him.' }).author).toBe('user');
});

test('suggestions are listed newest first, by state, project and conversation, page by page', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const project = create(workspace, 'project', { name: 'Shop' });
  const ids = Array.from(
    { length: 7 },
    (_, i) =>
      propose(
        workspace,
        [{ kind: 'task', operation: 'create', fields: { title: `t${i}`, projectId: i % 2 ? project.id : null } }],
        `call ${i}`,
      ).id,
  );
  workspace.suggestions.reject({ id: ids[0] ?? suggestionIdSchema.parse(unknownId) }, user);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: ReturnType<Workspace['suggestions']['list']> = workspace.suggestions.list({
      limit: 2,
      state: 'pending',
      cursor,
    });
    seen.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(ids.slice(1).reverse());
  const titles = (input: object) =>
    workspace.suggestions.list({ limit: 50, state: 'pending', ...input }).items.map((item) => item.title);
  expect(titles({ projectId: project.id })).toEqual(['t5', 't3', 't1']);
  expect(titles({ conversationId })).toHaveLength(6);
  expect(titles({ state: 'rejected' })).toEqual(['t0']);
  expect(failureOf(() => workspace.suggestions.get(suggestionIdSchema.parse(unknownId))).code).toBe('notFound');
});
