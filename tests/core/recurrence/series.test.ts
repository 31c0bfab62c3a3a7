import { describe, expect, test } from 'vitest';
import { historyListInputSchema } from '../../../src/contracts/change.ts';
import { runIdSchema } from '../../../src/contracts/ids.ts';
import { instanceIdOf } from '../../../src/core/recurrence/series.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { days, onlyOpen, remove, user, WEEKLY, write } from './writeTasks.ts';

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
