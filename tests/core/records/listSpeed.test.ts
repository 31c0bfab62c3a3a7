import { expect, test } from 'vitest';
import { taskListInputSchema } from '../../../src/contracts/task.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { create } from '../../support/writeRecords.ts';

test('every list of a screen goes through an index: 20,000 rows are not sorted', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const client = create(workspace, 'client', { name: 'Rossi' });
  const project = create(workspace, 'project', { name: 'Shop', clientId: client.id });
  for (let start = 0; start < 20_000; start += 5_000) {
    workspace.changes.apply(
      Array.from({ length: 5_000 }, (_, i) => ({
        kind: 'task' as const,
        operation: 'create' as const,
        fields: {
          title: `t${start + i}`,
          status: i % 50 === 0 ? 'in_progress' : i % 2 ? 'done' : 'todo',
          projectId: i % 3 ? project.id : null,
          dueDate: i % 5 ? `2026-11-${10 + (i % 20)}` : null,
        },
      })),
      { kind: 'user' },
    );
  }
  /** The best median of three, so that a busy machine is not taken for a slow list. */
  const timeOf = (input: object): number => Math.min(medianOf(input), medianOf(input), medianOf(input));
  const medianOf = (input: object): number => {
    const parsed = taskListInputSchema.parse({ limit: 50, ...input });
    const times = Array.from({ length: 15 }, () => {
      const start = performance.now();
      workspace.tasks.list(parsed);
      return performance.now() - start;
    });
    return times.sort((a, b) => a - b)[7] ?? 0;
  };
  const plain = timeOf({});
  const inputs: object[] = (['due', 'manual', 'created', 'updated'] as const).flatMap((sort) => [
    { sort },
    { sort, status: 'all' },
    { sort, pending: 'include' },
    { sort, pending: 'only' },
    { sort, status: 'done' },
  ]);
  inputs.push(
    { sort: 'completed', status: 'done' },
    { status: 'in_progress' },
    { status: 'todo' },
    { due: 'none' },
    { dueFrom: '2026-11-15', dueTo: '2026-11-16' },
    { projectId: project.id },
    { clientId: client.id },
    { clientId: client.id, sort: 'manual', status: 'done' },
    { priority: 'high' },
    { priority: 'high', sort: 'manual' },
    { status: 'in_progress', sort: 'manual' },
    { projectId: null, sort: 'manual' },
  );
  // Sorting all that is open takes a hundred times as long.
  const slow = inputs
    .map((input) => [JSON.stringify(input), timeOf(input)] as const)
    .filter(([, time]) => time > plain * 12 + 1);
  expect(slow).toEqual([]);
}, 60_000);
