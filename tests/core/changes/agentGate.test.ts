import { expect, test } from 'vitest';
import type { Actor } from '../../../src/contracts/change.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { agent, create, failureOf, propose, readEverything } from '../../support/writeRecords.ts';

test('an agent changes nothing, whatever it calls itself or asks for', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const task = create(workspace, 'task', { title: 'Quote' });
  const before = readEverything(workspace);
  const claims: unknown[] = [
    { ...agent('a'), isUser: true, approved: true },
    { ...agent('b'), name: 'user' },
    {
      ...agent('c'),
      get role() {
        return 'system';
      },
    },
    Object.create(agent('d'), { author: { value: 'user' } }),
  ];
  for (const [position, claim] of claims.entries()) {
    // A claim that is no actor at all is refused, any other proposes.
    const apply = () => workspace.changes.apply([{ kind: 'task', operation: 'delete', id: task.id }], claim as Actor);
    let outcome: string;
    try {
      outcome = apply().outcome;
    } catch (error) {
      outcome = String(error);
    }
    expect([position, outcome === 'suggested' || outcome.includes('unauthorized')]).toEqual([position, true]);
  }
  for (const kind of ['plugin', 'User', '', 'agent ']) {
    expect(failureOf(() => workspace.changes.apply([], { kind } as unknown as Actor)).code).toBe('unauthorized');
  }
  expect({ ...readEverything(workspace), suggestions: [], suggestionCount: 0 }).toEqual(before);
  const { id } = propose(workspace, [{ kind: 'task', operation: 'delete', id: task.id }], 'x');
  expect(failureOf(() => workspace.suggestions.approve({ id }, agent('x'))).code).toBe('unauthorized');
  expect(failureOf(() => workspace.suggestions.reject({ id }, agent('x'))).code).toBe('unauthorized');
  expect(failureOf(() => workspace.history.undo(task.changeSetId, agent('x'))).code).toBe('unauthorized');
  expect(workspace.suggestions.get(id).state).toBe('pending');
});

test('an agent is told what is wrong with what it proposes, and cannot see what waits', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const pending = propose(workspace, [{ kind: 'task', operation: 'create', fields: { title: 'Ask Ingrid' } }], 'one');
  const taskId = pending.changes[0]?.recordId ?? '';
  const task = create(workspace, 'task', { title: 'Quote' });
  expect([
    failureOf(() => propose(workspace, [{ kind: 'task', operation: 'create', fields: { title: '' } }], 'two')),
    failureOf(() =>
      propose(workspace, [{ kind: 'task', operation: 'update', fields: { id: taskId, title: 'x' } }], 'three'),
    ),
    failureOf(() =>
      propose(workspace, [{ kind: 'task', operation: 'update', fields: { id: task.id, title: 'Quote' } }], 'four'),
    ),
    failureOf(() => propose(workspace, [], 'five')),
    failureOf(() =>
      propose(workspace, [{ kind: 'task', operation: 'create', fields: { title: 'x', isApproved: true } }], 'six'),
    ),
  ]).toEqual([
    { code: 'validation', fields: { title: { problem: 'required' } } },
    { code: 'notFound', fields: { recordKind: 'task', id: taskId } },
    { code: 'validation', fields: { changes: { problem: 'required' } } },
    { code: 'validation', fields: { changes: { problem: 'required' } } },
    { code: 'validation', fields: { isApproved: { problem: 'unknown' } } },
  ]);
  expect(workspace.suggestions.count()).toBe(1);
});
