import { expect, test } from 'vitest';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../createTestWorkspace.ts';
import { readEverything } from '../writeRecords.ts';
import { writeSample } from './writeSample.ts';

const today = '2026-11-21';

async function sampleOf(options: { tasks: number; notes: number; seed: number }) {
  await using test = await createTestWorkspace();
  const ids = writeSample(test.workspace, test.ports.clock, { ...options, today });
  return { ids, everything: readEverything(test.workspace, today), counts: countsOf(test.workspace) };
}

function countsOf(workspace: Workspace) {
  const { open, done } = workspace.tasks.counts(today);
  return { open, done, notes: workspace.notes.count() };
}

test('the same seed makes the same records', async () => {
  const options = { tasks: 300, notes: 40, seed: 7 };
  const [one, other] = [await sampleOf(options), await sampleOf(options)];
  expect(other.everything).toEqual(one.everything);
  const different = await sampleOf({ ...options, seed: 8 });
  expect(different.everything.tasks).not.toEqual(one.everything.tasks);
});

test('a sample has as many records as were asked for, also none', async () => {
  const { ids, counts } = await sampleOf({ tasks: 700, notes: 60, seed: 1 });
  expect([ids.tasks.length, ids.notes.length]).toEqual([700, 60]);
  expect(counts.open + counts.done).toBe(700);
  expect(counts.notes).toBe(60);
  expect(counts.open).toBeGreaterThan(0);
  expect((await sampleOf({ tasks: 0, notes: 0, seed: 1 })).counts).toEqual({ open: 0, done: 0, notes: 0 });
});
