import { afterEach, describe, expect, test, vi } from 'vitest';
import { historyListInputSchema } from '../../../src/contracts/change.ts';
import { runIdSchema } from '../../../src/contracts/ids.ts';
import { taskListInputSchema } from '../../../src/contracts/task.ts';
import { dayOfTime } from '../../../src/core/assistant/days.ts';
import { addDays } from '../../../src/language/calendar.ts';
import { instanceIdOf } from '../../../src/core/recurrence/series.ts';
import { createTestWorkspace, type TestWorkspace } from '../../support/createTestWorkspace.ts';
import { createFixedClock } from '../../support/ports.ts';
import { days, firstId, onlyOpen, user, WEEKLY, write } from './writeTasks.ts';

afterEach(() => {
  vi.useRealTimers();
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

  describe('by the clock of a place', () => {
    const zone = process.env['TZ'];
    afterEach(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });

    /** A workspace whose days are those of the machine's time zone, as a host's are. */
    async function createThere(place: string, start: string): Promise<TestWorkspace> {
      process.env['TZ'] = place;
      const clock = createFixedClock(start);
      return createTestWorkspace({ clock: { ...clock, today: () => dayOfTime(clock.now()) } });
    }

    test.each([
      ['the hour that is missing', '2026-03-28T12:00:00Z', '2026-03-28'],
      ['the hour that comes twice', '2026-10-24T12:00:00Z', '2026-10-24'],
    ])('%s costs no day and gives none', async (_, start, first) => {
      await using test = await createThere('Europe/Rome', start);
      write(test.workspace, 'create', { title: 'Daily', recurrence: 'FREQ=DAILY', dueTime: '02:30' });
      // Every half hour of three days.
      for (let half = 0; half < 144; half += 1) {
        test.ports.clock.advance(30 * 60_000);
        if (half % 8 === 0) await test.reopen();
      }
      const made = days(test.workspace).map((day) => day.slice(0, 10));
      const expected = [0, 1, 2, 3].map((offset) => addDays(first, offset));
      expect(made).toEqual(expected);
    });

    test('a flight over the date line makes nothing twice', async () => {
      await using test = await createThere('Pacific/Auckland', '2026-11-21T10:30:00Z');
      write(test.workspace, 'create', { title: 'Daily', recurrence: 'FREQ=DAILY' });
      test.ports.clock.advance(60 * 60_000);
      await test.reopen();
      const before = days(test.workspace);
      expect(before).toEqual(['2026-11-21 todo', '2026-11-22 todo*']);
      process.env['TZ'] = 'America/Los_Angeles';
      await test.reopen();
      expect(days(test.workspace)).toEqual(before);
      test.ports.clock.advance(24 * 60 * 60_000);
      await test.reopen();
      // It is the 22nd there, and that one is there.
      expect(days(test.workspace)).toEqual(before);
      process.env['TZ'] = 'Pacific/Auckland';
      await test.reopen();
      expect(days(test.workspace)).toEqual(['2026-11-21 todo', '2026-11-22 todo', '2026-11-23 todo*']);
    });
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

  test('history tells that the program made it; undone by the user it does not come again, the day after it goes on', async () => {
    await using test = await daily();
    test.ports.clock.set('2026-11-22T08:00:00Z');
    await test.reopen();
    const [entry] = test.workspace.history.list(historyListInputSchema.parse({ limit: 1 })).items;
    expect(entry).toMatchObject({ actorKind: 'system', operation: 'create', recordKind: 'task' });
    if (entry !== undefined) test.workspace.history.undo(entry.changeSetId, user);
    await test.reopen();
    expect(days(test.workspace)).toEqual(['2026-11-21 todo*']);
    test.ports.clock.set('2026-11-23T08:00:00Z');
    await test.reopen();
    expect(days(test.workspace)).toEqual(['2026-11-21 todo', '2026-11-23 todo*']);
  });

  test('a completion that was undone leaves the next one to its day', async () => {
    await using test = await daily();
    const done = write(test.workspace, 'update', { id: onlyOpen(test.workspace), status: 'done' });
    test.workspace.history.undo(done.changeSetId, user);
    test.ports.clock.set('2026-11-22T08:00:00Z');
    await test.reopen();
    expect(days(test.workspace)).toEqual(['2026-11-21 todo', '2026-11-22 todo*']);
  });

  test('more than one turn can make are made in turns, all of them', async () => {
    await using test = await createTestWorkspace();
    const many = Array.from({ length: 60 }, (_, index) => ({
      kind: 'task' as const,
      operation: 'create' as const,
      fields: { title: `Task ${index}`, recurrence: 'FREQ=DAILY' },
    }));
    test.workspace.changes.apply(many, user);
    test.ports.clock.set('2026-11-22T08:00:00Z');
    await test.reopen();
    const due = taskListInputSchema.parse({ dueFrom: '2026-11-22', limit: 200 });
    await vi.waitFor(
      () => {
        expect(test.workspace.tasks.list(due).items).toHaveLength(60);
      },
      { timeout: 10_000 },
    );
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
