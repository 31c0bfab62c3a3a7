import { describe, expect, test } from 'vitest';
import type { TaskId } from '../../../src/contracts/ids.ts';
import {
  taskDeleteManySchema,
  taskListInputSchema,
  taskMoveSchema,
  taskUpdateManySchema,
} from '../../../src/contracts/task.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { createRandom } from '../../support/random.ts';
import {
  agent,
  applyAll,
  create,
  failureOf,
  readEverything,
  remove,
  unknownId,
  user,
  withoutVersions,
} from '../../support/writeRecords.ts';

const list = (workspace: Workspace) =>
  workspace.tasks.list(taskListInputSchema.parse({ status: 'all', sort: 'manual', limit: 1_000 })).items;
const order = (workspace: Workspace): string =>
  list(workspace)
    .map((task) => task.title)
    .join(' ');
const makeTasks = (workspace: Workspace, titles: string): Map<string, TaskId> =>
  new Map(titles.split(' ').map((title) => [title, create(workspace, 'task', { title }).id]));
const move = (workspace: Workspace, input: object) => workspace.tasks.move(taskMoveSchema.parse(input), user);

describe('moving', () => {
  test('puts tasks one after the other between two, with the fields of where they come to, as one step', async () => {
    await using test = await createTestWorkspace();
    const { workspace } = test;
    const ids = makeTasks(workspace, 'a b c d e f');
    const before = withoutVersions(readEverything(workspace));
    const { changeSetId } = move(workspace, {
      ids: [ids.get('f'), ids.get('a'), ids.get('f')],
      after: ids.get('c'),
      before: ids.get('d'),
      fields: { status: 'in_progress', dueDate: '2026-12-01' },
    });
    expect(order(workspace)).toBe('b c f a d e');
    expect(
      list(workspace).filter((task) => task.status === 'in_progress' && task.dueDate === '2026-12-01'),
    ).toHaveLength(2);
    workspace.history.undo(changeSetId, user);
    expect(withoutVersions(readEverything(workspace))).toEqual(before);
  });

  test('goes by one neighbour, at either end, and beside itself', async () => {
    await using test = await createTestWorkspace();
    const { workspace } = test;
    const ids = makeTasks(workspace, 'a b c d');
    const steps: [object, string][] = [
      [{ ids: [ids.get('d')], after: null, before: ids.get('a') }, 'd a b c'],
      [{ ids: [ids.get('d')], after: ids.get('c'), before: null }, 'a b c d'],
      [{ ids: [ids.get('a')], after: ids.get('b'), before: ids.get('c') }, 'b a c d'],
      // Neighbours that move along say nothing.
      [{ ids: [ids.get('b'), ids.get('a')], after: ids.get('a'), before: ids.get('c') }, 'b a c d'],
      [{ ids: [ids.get('b')], after: ids.get('b'), before: ids.get('b') }, 'b a c d'],
      [{ ids: [ids.get('c')], after: null, before: null, fields: { status: 'done' } }, 'b a c d'],
      // The other way round by now: after the one above.
      [{ ids: [ids.get('d')], after: ids.get('a'), before: ids.get('b') }, 'b a d c'],
    ];
    for (const [input, expected] of steps) {
      move(workspace, input);
      expect([input, order(workspace)]).toEqual([input, expected]);
    }
  });

  test('neighbours that are gone are no error; a task that is gone is, and then nothing happens', async () => {
    await using test = await createTestWorkspace();
    const { workspace } = test;
    const ids = makeTasks(workspace, 'a b c');
    const gone = create(workspace, 'task', { title: 'gone' }).id;
    remove(workspace, 'task', gone);
    move(workspace, { ids: [ids.get('c')], after: gone, before: ids.get('a') });
    expect(order(workspace)).toBe('c a b');
    move(workspace, { ids: [ids.get('c')], after: unknownId, before: gone, fields: { priority: 'high' } });
    expect(list(workspace).map((task) => `${task.title} ${task.priority}`)).toEqual(['c high', 'a medium', 'b medium']);
    const asked = { ids: [ids.get('a'), gone], after: ids.get('b'), before: null };
    expect(failureOf(() => move(workspace, asked))).toEqual({
      code: 'deleted',
      fields: { recordKind: 'task', id: gone },
    });
    expect(order(workspace)).toBe('c a b');
    expect(
      failureOf(() =>
        move(workspace, { ids: [ids.get('a')], after: null, before: null, fields: { projectId: unknownId } }),
      ),
    ).toEqual({ code: 'validation', fields: { 'fields.projectId': { problem: 'unknown' } } });
  });

  test('tasks that share a place get places of their own', async () => {
    await using test = await createTestWorkspace();
    const { workspace } = test;
    const same = ['p', 'q', 'r', 's'].map((title) => create(workspace, 'task', { title, sortOrder: 'a1' }));
    const last = create(workspace, 'task', { title: 'x', sortOrder: 'a2' });
    // The same place is ordered by id, which grows with time here.
    expect(order(workspace)).toBe('p q r s x');
    move(workspace, { ids: [last.id], after: same[1]?.id, before: same[2]?.id });
    expect(order(workspace)).toBe('p q x r s');
    move(workspace, { ids: [same[3]?.id], after: null, before: same[0]?.id });
    expect(order(workspace)).toBe('s p q x r');
    expect(new Set(list(workspace).map((task) => task.sortOrder)).size).toBe(5);
  });

  test('the same gap, thousands of times, before the first too: places stay short', async () => {
    await using test = await createTestWorkspace();
    const { workspace } = test;
    const ids = makeTasks(workspace, 'a b c');
    const [a, b, c] = ['a', 'b', 'c'].map((title) => ids.get(title));
    for (let round = 0; round < 900; round += 1) {
      // b and c change places between a and what follows, each time in a narrower gap.
      move(workspace, { ids: [round % 2 === 0 ? c : b], after: a, before: round % 2 === 0 ? b : c });
    }
    expect(order(workspace)).toBe('a b c');
    expect(Math.max(...list(workspace).map((task) => task.sortOrder.length))).toBeLessThanOrEqual(130);
    const first = create(workspace, 'task', { title: '0', sortOrder: `A${'0'.repeat(25)}1` });
    move(workspace, { ids: [b], after: null, before: first.id });
    expect(order(workspace)).toBe('b 0 a c');
  }, 60_000);

  test('at random, every move comes out as asked', async () => {
    await using test = await createTestWorkspace();
    const { workspace } = test;
    const random = createRandom(3);
    const ids = makeTasks(workspace, 'a b c d e f g h i j');
    let titles = [...ids.keys()];
    for (let round = 0; round < 150; round += 1) {
      const moved = titles.filter(() => random.below(4) === 0);
      if (moved.length === 0) continue;
      const rest = titles.filter((title) => !moved.includes(title));
      const at = random.below(rest.length + 1);
      const [after, before] = [rest[at - 1], rest[at]];
      if (after === undefined && before === undefined) continue;
      move(workspace, {
        ids: moved.map((title) => ids.get(title)),
        after: after === undefined ? null : ids.get(after),
        before: before === undefined ? null : ids.get(before),
      });
      titles = [...rest.slice(0, at), ...moved, ...rest.slice(at)];
      expect(order(workspace)).toBe(titles.join(' '));
    }
  });
});

describe('editing many', () => {
  const updateMany = (workspace: Workspace, input: object) =>
    workspace.tasks.updateMany(taskUpdateManySchema.parse(input), user);

  test('sets fields, adds and takes words, counts what came out different, and is one step', async () => {
    await using test = await createTestWorkspace();
    const { workspace } = test;
    const ids = ['a', 'b', 'c'].map(
      (title, index) =>
        create(workspace, 'task', {
          title,
          labels: index === 0 ? ['old', 'kept'] : [],
          assignees: ['Tor'],
          priority: 'high',
        }).id,
    );
    const before = withoutVersions(readEverything(workspace));
    const { changeSetId, count } = updateMany(workspace, {
      ids: [...ids, ids[0]],
      fields: { priority: 'low' },
      addLabels: ['new', 'kept'],
      removeLabels: ['old'],
      removeAssignees: ['Tor', 'nobody'],
      addAssignees: ['Ada'],
    });
    expect(count).toBe(3);
    expect(list(workspace).map(({ priority, labels, assignees }) => ({ priority, labels, assignees }))).toEqual([
      { priority: 'low', labels: ['kept', 'new'], assignees: ['Ada'] },
      { priority: 'low', labels: ['new', 'kept'], assignees: ['Ada'] },
      { priority: 'low', labels: ['new', 'kept'], assignees: ['Ada'] },
    ]);
    expect(updateMany(workspace, { ids, fields: { priority: 'low' } }).count).toBe(0);
    expect(updateMany(workspace, { ids }).count).toBe(0);
    workspace.history.undo(changeSetId, user);
    expect(withoutVersions(readEverything(workspace))).toEqual(before);
  });

  test('what does not fit one of them is told as a problem of what was asked, and nothing happens', async () => {
    await using test = await createTestWorkspace();
    const { workspace } = test;
    const [one, full] = [
      create(workspace, 'task', { title: 'one' }),
      create(workspace, 'task', { title: 'full', labels: Array.from({ length: 50 }, (_, index) => `label ${index}`) }),
    ];
    const before = readEverything(workspace);
    expect(failureOf(() => updateMany(workspace, { ids: [one.id, full.id], addLabels: ['more'] }))).toEqual({
      code: 'validation',
      fields: { addLabels: { problem: 'tooLong', max: 50, actual: 51 } },
    });
    expect(
      failureOf(() => updateMany(workspace, { ids: [one.id, full.id], fields: { projectId: unknownId } })),
    ).toEqual({
      code: 'validation',
      fields: { 'fields.projectId': { problem: 'unknown' } },
    });
    expect(failureOf(() => updateMany(workspace, { ids: [one.id, unknownId], fields: { status: 'done' } }))).toEqual({
      code: 'notFound',
      fields: { recordKind: 'task', id: unknownId },
    });
    expect(
      failureOf(() => workspace.tasks.updateMany(taskUpdateManySchema.parse({ ids: [one.id] }), agent('x'))),
    ).toEqual({ code: 'unauthorized', fields: {} });
    expect(readEverything(workspace)).toEqual(before);
    expect([
      taskUpdateManySchema.safeParse({ ids: [] }).success,
      taskUpdateManySchema.safeParse({ ids: Array.from({ length: 1_001 }, () => one.id) }).success,
      taskUpdateManySchema.safeParse({ ids: [one.id], fields: { sortOrder: 'a0' } }).success,
      taskMoveSchema.safeParse({ ids: [one.id], after: null, before: null, fields: { title: 'x' } }).success,
    ]).toEqual([false, false, false, false]);
  });

  test('a thousand at once, deleted and brought back, as one step each', async () => {
    await using test = await createTestWorkspace();
    const { workspace } = test;
    applyAll(
      workspace,
      Array.from({ length: 1_000 }, (_, index) => ({
        kind: 'task' as const,
        operation: 'create' as const,
        fields: { title: `t${index}`, labels: index % 2 === 0 ? ['even'] : [] },
      })),
    );
    const ids = list(workspace).map((task) => task.id);
    const before = withoutVersions({ ...readEverything(workspace), suggestions: [] });
    expect(updateMany(workspace, { ids, fields: { status: 'done' } }).count).toBe(1_000);
    expect(workspace.tasks.counts('2026-11-21')).toMatchObject({ open: 0, done: 1_000 });
    const [entry] = workspace.history.list({ limit: 1 }).items;
    if (entry !== undefined) workspace.history.undo(entry.changeSetId, user);
    const deleted = workspace.tasks.deleteMany(taskDeleteManySchema.parse({ ids: [...ids.slice(1), ids[1]] }), user);
    expect([deleted.count, list(workspace).length]).toEqual([999, 1]);
    expect(
      failureOf(() => workspace.tasks.deleteMany(taskDeleteManySchema.parse({ ids: [ids[0], ids[1]] }), user)),
    ).toEqual({
      code: 'deleted',
      fields: { recordKind: 'task', id: ids[1] },
    });
    expect(list(workspace)).toHaveLength(1);
    workspace.history.undo(deleted.changeSetId, user);
    expect(withoutVersions({ ...readEverything(workspace), suggestions: [] })).toEqual(before);
  }, 60_000);
});
