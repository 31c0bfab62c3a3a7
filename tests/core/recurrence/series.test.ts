import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Actor, historyListInputSchema } from '../../../src/contracts/change.ts';
import { type ChangeSetId, runIdSchema, type TaskId } from '../../../src/contracts/ids.ts';
import { type Task, taskListInputSchema } from '../../../src/contracts/task.ts';
import { instanceIdOf } from '../../../src/core/recurrence/series.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace, type TestWorkspace } from '../../support/createTestWorkspace.ts';

const user: Actor = { kind: 'user' };

afterEach(() => {
  vi.useRealTimers();
});

function write(
  workspace: Workspace,
  operation: 'create' | 'update',
  fields: object,
): Task & { changeSetId: ChangeSetId } {
  const result = workspace.changes.apply([{ kind: 'task', operation, fields }], user);
  if (result.outcome !== 'applied') throw new Error('only suggested');
  const [record] = result.records;
  if (record == null || !('seriesId' in record)) throw new Error('no task');
  return { ...record, changeSetId: result.changeSetId };
}

function remove(workspace: Workspace, id: string): string {
  const result = workspace.changes.apply([{ kind: 'task', operation: 'delete', id }], user);
  if (result.outcome !== 'applied') throw new Error('only suggested');
  return result.changeSetId;
}

/** All tasks as "day status", with a star on the one that has the rule. */
function days(workspace: Workspace): string[] {
  const { items } = workspace.tasks.list(taskListInputSchema.parse({ status: 'all', limit: 200 }));
  return items.map((task) => `${task.dueDate} ${task.status}${task.recurrence === null ? '' : '*'}`).toSorted();
}

function onlyOpen(workspace: Workspace): TaskId {
  const { items } = workspace.tasks.list(taskListInputSchema.parse({}));
  const [task] = items;
  if (task === undefined || items.length !== 1) throw new Error(`${items.length} open tasks`);
  return task.id;
}

/** Monday 23 November, from Saturday the 21st. */
const WEEKLY = { title: 'Send the invoices', recurrence: 'FREQ=WEEKLY;BYDAY=MO' };

describe('completing the newest of a series', () => {
  test('makes the next one, with what belongs to it', async () => {
    await using test = await createTestWorkspace();
    const { workspace } = test;
    const blocker = write(workspace, 'create', { title: 'First' });
    const task = write(workspace, 'create', {
      ...WEEKLY,
      description: '- [x] Ferri\n- [ ] Rossi\n\n```\n- [x] as is\n```\n1. [X] Last',
      priority: 'high',
      labels: ['money'],
      assignees: ['Marta'],
      dueDate: '2026-11-23',
      dueTime: '09:30',
      blockedBy: [blocker.id],
    });
    workspace.changes.apply(
      [{ kind: 'comment', operation: 'create', fields: { taskId: task.id, body: 'Done by mail' } }],
      user,
    );
    write(workspace, 'update', { id: task.id, status: 'done' });

    const next = workspace.tasks.get(instanceIdOf(task.id, '2026-11-30'));
    expect(next).toMatchObject({
      title: 'Send the invoices',
      description: '- [ ] Ferri\n- [ ] Rossi\n\n```\n- [x] as is\n```\n1. [ ] Last',
      priority: 'high',
      labels: ['money'],
      assignees: ['Marta'],
      status: 'todo',
      dueDate: '2026-11-30',
      dueTime: '09:30',
      recurrence: WEEKLY.recurrence,
      blockedBy: [],
      seriesId: task.id,
      occurrence: '2026-11-30',
      seriesStart: '2026-11-23',
      completedAt: null,
    });
    expect(workspace.tasks.get(task.id)).toMatchObject({ status: 'done', recurrence: null, occurrence: '2026-11-23' });
  });

  test('is one step: undo takes the next one back, redo brings it again, and completing it once more does too', async () => {
    await using test = await createTestWorkspace();
    const { workspace } = test;
    const task = write(workspace, 'create', WEEKLY);
    expect(task).toMatchObject({ dueDate: '2026-11-23', seriesStart: '2026-11-23' });
    const done = write(workspace, 'update', { id: task.id, status: 'done' });
    const both = ['2026-11-23 done', '2026-11-30 todo*'];
    expect(days(workspace)).toEqual(both);

    const undone = workspace.history.undo(done.changeSetId, user);
    expect(days(workspace)).toEqual(['2026-11-23 todo*']);
    workspace.history.undo(undone.changeSetId, user);
    expect(days(workspace)).toEqual(both);
    const [redo] = workspace.history.list(historyListInputSchema.parse({ limit: 1 })).items;
    if (redo !== undefined) workspace.history.undo(redo.changeSetId, user);
    write(workspace, 'update', { id: task.id, status: 'done' });
    expect(days(workspace)).toEqual(both);
    // A click too many: open again by hand, and done again. The next one is there already.
    write(workspace, 'update', { id: task.id, status: 'todo' });
    write(workspace, 'update', { id: task.id, status: 'done' });
    expect(days(workspace)).toEqual(both);
  });

  test('late makes the next that is not over yet; early makes the one after it', async () => {
    await using test = await createTestWorkspace();
    const { workspace } = test;
    const daily = write(workspace, 'create', { title: 'Daily', recurrence: 'FREQ=DAILY', dueDate: '2026-11-10' });
    write(workspace, 'update', { id: daily.id, status: 'done' });
    expect(days(workspace)).toEqual(['2026-11-10 done', '2026-11-21 todo*']);
    write(workspace, 'update', { id: onlyOpen(workspace), status: 'done' });
    write(workspace, 'update', { id: onlyOpen(workspace), status: 'done' });
    expect(days(workspace).at(-1)).toBe('2026-11-23 todo*');
  });

  test('goes by the rule, not by the day it was moved to', async () => {
    await using test = await createTestWorkspace();
    const { workspace } = test;
    const task = write(workspace, 'create', WEEKLY);
    write(workspace, 'update', { id: task.id, dueDate: '2026-11-25' });
    write(workspace, 'update', { id: task.id, status: 'done' });
    expect(days(workspace)).toEqual(['2026-11-25 done', '2026-11-30 todo*']);
  });

  test.each([
    ['FREQ=DAILY;COUNT=2', ['2026-11-21 done', '2026-11-22 done*']],
    ['FREQ=DAILY;UNTIL=20261122', ['2026-11-21 done', '2026-11-22 done*']],
  ])('ends with its rule: %s', async (recurrence, expected) => {
    await using test = await createTestWorkspace();
    const { workspace } = test;
    write(workspace, 'create', { title: 'Twice', recurrence });
    write(workspace, 'update', { id: onlyOpen(workspace), status: 'done' });
    write(workspace, 'update', { id: onlyOpen(workspace), status: 'done' });
    expect(days(workspace)).toEqual(expected);
  });

  test('by an approved suggestion makes the next one; proposing it does not', async () => {
    await using test = await createTestWorkspace();
    const { workspace } = test;
    const task = write(workspace, 'create', WEEKLY);
    const result = workspace.changes.apply(
      [{ kind: 'task', operation: 'update', fields: { id: task.id, status: 'done' } }],
      {
        kind: 'agent',
        name: 'planner',
        conversationId: null,
        runId: runIdSchema.parse('01990000-0000-7000-8000-000000000001'),
        toolCallId: 'call-1',
      },
    );
    if (result.outcome !== 'suggested') throw new Error('not suggested');
    expect(days(workspace)).toEqual(['2026-11-23 todo*']);
    expect(result.suggestion.changes[0]?.after).not.toHaveProperty('recurrence');
    const approved = workspace.suggestions.approve({ id: result.suggestion.id }, user);
    expect(days(workspace)).toEqual(['2026-11-23 done', '2026-11-30 todo*']);
    workspace.history.undo(approved.changeSetId, user);
    expect(days(workspace)).toEqual(['2026-11-23 todo*']);
  });

  test('by bulk edit makes each next one, in one step', async () => {
    await using test = await createTestWorkspace();
    const { workspace } = test;
    const ids = ['One', 'Two'].map((title) => write(workspace, 'create', { ...WEEKLY, title }).id);
    const { changeSetId } = workspace.tasks.updateMany({ ids, fields: { status: 'done' } }, user);
    expect(days(workspace).filter((day) => day.endsWith('todo*'))).toHaveLength(2);
    workspace.history.undo(changeSetId, user);
    expect(days(workspace)).toEqual(['2026-11-23 todo*', '2026-11-23 todo*']);
  });
});

describe('ending a series', () => {
  test('a deleted instance is not made again, and deleting the newest ends it until it is restored', async () => {
    await using test = await createTestWorkspace();
    const { workspace, ports } = test;
    const task = write(workspace, 'create', { title: 'Daily', recurrence: 'FREQ=DAILY' });
    ports.clock.set('2026-11-22T08:00:00Z');
    await test.reopen();
    expect(days(test.workspace)).toEqual(['2026-11-21 todo', '2026-11-22 todo*']);
    const newest = instanceIdOf(task.id, '2026-11-22');
    remove(test.workspace, newest);
    ports.clock.set('2026-11-25T08:00:00Z');
    await test.reopen();
    write(test.workspace, 'update', { id: task.id, status: 'done' });
    await test.reopen();
    expect(days(test.workspace)).toEqual(['2026-11-21 done']);

    test.workspace.trash.restore([{ kind: 'task', id: newest }], user);
    await test.reopen();
    expect(days(test.workspace)).toEqual(['2026-11-21 done', '2026-11-22 todo', '2026-11-25 todo*']);
  });

  test('clearing the rule ends it; an older instance that goes changes nothing', async () => {
    await using test = await createTestWorkspace();
    const { workspace, ports } = test;
    const task = write(workspace, 'create', { title: 'Daily', recurrence: 'FREQ=DAILY' });
    ports.clock.set('2026-11-22T08:00:00Z');
    await test.reopen();
    remove(test.workspace, task.id);
    ports.clock.set('2026-11-23T08:00:00Z');
    await test.reopen();
    expect(days(test.workspace)).toEqual(['2026-11-22 todo', '2026-11-23 todo*']);
    write(test.workspace, 'update', { id: instanceIdOf(task.id, '2026-11-23'), recurrence: null });
    ports.clock.set('2026-11-24T08:00:00Z');
    await test.reopen();
    expect(days(test.workspace)).toEqual(['2026-11-22 todo', '2026-11-23 todo']);
  });
});

describe('when the day of the next one has come', () => {
  async function daily(): Promise<TestWorkspace> {
    const test = await createTestWorkspace();
    write(test.workspace, 'create', { title: 'Daily', recurrence: 'FREQ=DAILY' });
    return test;
  }

  test('closed for a month: the old one and the one of today, not the days in between', async () => {
    await using test = await daily();
    test.ports.clock.set('2026-12-21T08:00:00Z');
    await test.reopen();
    expect(days(test.workspace)).toEqual(['2026-11-21 todo', '2026-12-21 todo*']);
    await test.reopen();
    expect(days(test.workspace)).toEqual(['2026-11-21 todo', '2026-12-21 todo*']);
  });

  test('closed for a month, weekly: the last Monday there was', async () => {
    await using test = await createTestWorkspace();
    write(test.workspace, 'create', WEEKLY);
    test.ports.clock.set('2026-12-24T08:00:00Z');
    await test.reopen();
    expect(days(test.workspace)).toEqual(['2026-11-23 todo', '2026-12-21 todo*']);
  });

  test('midnight while open makes it, within the minute', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await using test = await daily();
    // A restart lets the timer see the clock as it is now: ten seconds to midnight.
    test.ports.clock.set(new Date(2026, 10, 21, 23, 59, 50).getTime());
    await test.reopen();
    expect(days(test.workspace)).toEqual(['2026-11-21 todo*']);
    test.ports.clock.set('2026-11-22T00:00:00.100Z');
    vi.advanceTimersByTime(60_000);
    expect(days(test.workspace)).toEqual(['2026-11-21 todo', '2026-11-22 todo*']);
  });

  test('a computer that slept through midnight makes it within minutes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await using test = await daily();
    test.ports.clock.set('2026-11-24T07:00:00Z');
    vi.advanceTimersByTime(5 * 60_000);
    expect(days(test.workspace)).toEqual(['2026-11-21 todo', '2026-11-24 todo*']);
  });

  test('another time zone or a clock set back makes nothing twice', async () => {
    await using test = await daily();
    for (const time of [
      '2026-11-22T08:00:00Z',
      '2026-11-21T23:00:00Z',
      '2020-01-01T00:00:00Z',
      '2026-11-22T09:00:00Z',
    ]) {
      test.ports.clock.set(time);
      await test.reopen();
    }
    expect(days(test.workspace)).toEqual(['2026-11-21 todo', '2026-11-22 todo*']);
    // Completed where it is the day before: the day after it comes next all the same.
    test.ports.clock.set('2026-11-21T23:00:00Z');
    write(test.workspace, 'update', { id: instanceIdOf(firstId(test.workspace), '2026-11-22'), status: 'done' });
    expect(days(test.workspace).at(-1)).toBe('2026-11-23 todo*');
  });

  test('racing with the completion makes it once', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await using test = await daily();
    test.ports.clock.set('2026-11-22T00:00:00.100Z');
    vi.advanceTimersByTime(5 * 60_000);
    write(test.workspace, 'update', { id: firstId(test.workspace), status: 'done' });
    vi.advanceTimersByTime(5 * 60_000);
    expect(days(test.workspace)).toEqual(['2026-11-21 done', '2026-11-22 todo*']);
  });

  test('history tells that the program made it', async () => {
    await using test = await daily();
    test.ports.clock.set('2026-11-22T08:00:00Z');
    await test.reopen();
    const [entry] = test.workspace.history.list(historyListInputSchema.parse({ limit: 1 })).items;
    expect(entry).toMatchObject({ actorKind: 'system', operation: 'create', recordKind: 'task' });
  });

  test('hundreds are made in turns, all of them', async () => {
    await using test = await createTestWorkspace();
    for (let index = 0; index < 120; index += 1)
      write(test.workspace, 'create', { title: `Task ${index}`, recurrence: 'FREQ=DAILY' });
    test.ports.clock.set('2026-11-22T08:00:00Z');
    await test.reopen();
    await vi.waitFor(() => {
      const due = taskListInputSchema.parse({ dueFrom: '2026-11-22', limit: 200 });
      expect(test.workspace.tasks.list(due).items).toHaveLength(120);
    });
  });

  test('a task that waits for approval makes none', async () => {
    await using test = await createTestWorkspace();
    test.workspace.changes.apply(
      [{ kind: 'task', operation: 'create', fields: { title: 'Daily', recurrence: 'FREQ=DAILY' } }],
      {
        kind: 'agent',
        name: 'planner',
        conversationId: null,
        runId: runIdSchema.parse('01990000-0000-7000-8000-000000000001'),
        toolCallId: 'call-1',
      },
    );
    test.ports.clock.set('2026-11-25T08:00:00Z');
    await test.reopen();
    expect(days(test.workspace)).toEqual([]);
  });

  test.each([
    // The app's own rules for the 31st and for 29 February, month after month.
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2027-12-31', ['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30']],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', '2028-02-29', ['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']],
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2027-01-31', ['2027-03-31', '2027-05-31']],
  ])('%s comes on its days, whichever they are', async (recurrence, dueDate, expected) => {
    await using test = await createTestWorkspace();
    test.ports.clock.set(`${dueDate}T08:00:00Z`);
    write(test.workspace, 'create', { title: 'Report', recurrence, dueDate });
    for (const day of expected) {
      write(test.workspace, 'update', { id: onlyOpen(test.workspace), status: 'done' });
      expect(test.workspace.tasks.get(onlyOpen(test.workspace)).dueDate).toBe(day);
      test.ports.clock.set(`${day}T08:00:00Z`);
    }
  });
});

describe('a rule on a task', () => {
  test('is refused with its problem where it is none', async () => {
    await using test = await createTestWorkspace();
    const refusal = { code: 'validation', fields: { recurrence: { problem: 'notARule' } } };
    expect(() => write(test.workspace, 'create', { title: 'Bad', recurrence: 'FREQ=HOURLY' })).toThrow(
      expect.objectContaining(refusal) as Error,
    );
    const task = write(test.workspace, 'create', { title: 'Good' });
    expect(() => write(test.workspace, 'update', { id: task.id, recurrence: 'whenever' })).toThrow(
      expect.objectContaining(refusal) as Error,
    );
    expect(() => test.workspace.tasks.occurrences({ rule: 'FREQ=HOURLY', from: '2026-11-21', count: 3 })).toThrow(
      expect.objectContaining({ code: 'validation', fields: { rule: { problem: 'notARule' } } }) as Error,
    );
  });

  test('gives it the first day of the rule, and keeps the time', async () => {
    await using test = await createTestWorkspace();
    const task = write(test.workspace, 'create', { ...WEEKLY, dueTime: '10:00' });
    expect(task).toMatchObject({ dueDate: '2026-11-23', dueTime: '10:00', occurrence: '2026-11-23' });
    expect(test.workspace.tasks.occurrences({ rule: WEEKLY.recurrence, from: '2026-11-21', count: 3 })).toEqual({
      days: ['2026-11-23', '2026-11-30', '2026-12-07'],
    });
  });
});

function firstId(workspace: Workspace): TaskId {
  const { items } = workspace.tasks.list(taskListInputSchema.parse({ status: 'all', sort: 'created' }));
  const id = items.find((task) => task.seriesId === task.id)?.id;
  if (id === undefined) throw new Error('no series');
  return id;
}
