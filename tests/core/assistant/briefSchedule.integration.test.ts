import BetterSqlite from 'better-sqlite3';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BriefKind } from '../../../src/contracts/brief.ts';
import type { SettingsUpdate } from '../../../src/contracts/settings.ts';
import { createTestWorkspace, type TestWorkspace } from '../../support/createTestWorkspace.ts';
import type { TestPorts } from '../../support/ports.ts';
import { create } from '../../support/writeRecords.ts';

const MINUTE = 60_000;
const READY = 'Your daily brief is ready';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Opens a workspace, on Friday 20 November at 9:00, in which the briefs are wanted at these times. */
async function open(wanted: SettingsUpdate, overrides: Partial<TestPorts> = {}): Promise<TestWorkspace> {
  const test = await createTestWorkspace(overrides);
  test.ports.clock.set('2026-11-20T09:00:00Z');
  test.workspace.settings.update(wanted);
  return test;
}

/** Lets it be this time, and the next look be taken. */
async function at(test: TestWorkspace, time: string): Promise<void> {
  test.ports.clock.set(time);
  await vi.advanceTimersByTimeAsync(MINUTE + 100);
}

const kept = ({ workspace }: TestWorkspace, kind: BriefKind = 'day'): string[] =>
  workspace.brief.list({ limit: 50, kind }).items.map(({ day }) => day);
/** How many notifications there were so far. */
const told = ({ ports }: TestWorkspace): number => ports.notifications.length;

test('off until the user sets a time: nothing is written, and no timer runs', async () => {
  await using test = await createTestWorkspace();
  const before = vi.getTimerCount();
  test.workspace.settings.update({ briefAt: '08:00' });
  expect(vi.getTimerCount()).toBe(before + 1);
  await at(test, '2026-11-22T07:59:30Z');
  const wanted = vi.getTimerCount();
  test.workspace.settings.update({ briefAt: null });
  expect(vi.getTimerCount()).toBe(wanted - 1);
  await at(test, '2026-11-22T08:30:00Z');
  expect([kept(test), told(test)]).toEqual([[], 0]);
});

test('at its time it is written once, and a notification says counts and no titles', async () => {
  await using test = await open({ briefAt: '08:00' });
  create(test.workspace, 'task', { title: 'Secret', dueDate: '2026-11-19' });
  create(test.workspace, 'task', { title: 'Quote', dueDate: '2026-11-21' });
  await at(test, '2026-11-21T07:59:59Z');
  expect(kept(test)).toEqual([]);
  for (const time of ['08:00:00', '08:00:40', '08:01:00', '15:00:00', '23:59:59'])
    await at(test, `2026-11-21T${time}Z`);
  expect(kept(test)).toEqual(['2026-11-21']);
  expect(test.ports.notifications).toEqual([{ title: READY, body: '1 overdue, 1 due today', route: '/' }]);
  await at(test, '2026-11-22T08:00:10Z');
  expect([kept(test), told(test)]).toEqual([['2026-11-22', '2026-11-21'], 2]);
});

test('a time that has passed when it is set begins the next day, also after a restart and when it is set anew', async () => {
  await using test = await open({ briefAt: '08:00' });
  await at(test, '2026-11-20T09:05:00Z');
  await test.reopen();
  test.workspace.settings.update({ briefAt: null });
  await at(test, '2026-11-20T09:10:00Z');
  test.workspace.settings.update({ briefAt: '08:00' });
  await at(test, '2026-11-20T10:00:00Z');
  expect(kept(test)).toEqual([]);
  await at(test, '2026-11-21T08:00:00Z');
  // Written today already: a later time does not give a second one.
  test.workspace.settings.update({ briefAt: '09:00' });
  await at(test, '2026-11-21T09:00:00Z');
  expect([kept(test), told(test)]).toEqual([['2026-11-21'], 1]);
  test.workspace.settings.update({ briefAt: '11:00' });
  test.workspace.settings.update({ briefAt: '10:30' });
  await at(test, '2026-11-22T10:30:00Z');
  expect([kept(test), told(test)]).toEqual([['2026-11-22', '2026-11-21'], 2]);
});

test('closed over the time: once at the start, of its own day alone', async () => {
  await using test = await open({ briefAt: '08:00' });
  test.ports.clock.set('2026-11-24T10:00:00Z');
  await test.reopen();
  await vi.advanceTimersByTimeAsync(0);
  expect([kept(test), told(test)]).toEqual([['2026-11-24'], 1]);
  await test.reopen();
  await at(test, '2026-11-24T12:00:00Z');
  expect(told(test)).toBe(1);
  test.ports.clock.set('2026-11-26T07:00:00Z');
  await test.reopen();
  await vi.advanceTimersByTimeAsync(0);
  expect(kept(test)).toEqual(['2026-11-24']);
});

test('one that the user had written since the set time counts; one from before does not', async () => {
  await using test = await open({ briefAt: '08:00' });
  test.ports.clock.set('2026-11-21T08:10:00Z');
  const byHand = await test.workspace.brief.generate(null);
  await at(test, '2026-11-21T08:30:00Z');
  expect([test.workspace.brief.latest(), told(test)]).toEqual([byHand, 0]);
  test.ports.clock.set('2026-11-22T00:10:00Z');
  await test.workspace.brief.generate(null);
  await at(test, '2026-11-22T08:00:00Z');
  expect(told(test)).toBe(1);
});

test('asleep over the time and awake the same day: once; awake the next day: that day has its own', async () => {
  await using test = await open({ briefAt: '23:50' });
  await at(test, '2026-11-20T23:55:00Z');
  await at(test, '2026-11-23T06:00:00Z');
  expect(kept(test)).toEqual(['2026-11-20']);
  await at(test, '2026-11-23T23:50:00Z');
  expect(kept(test)).toEqual(['2026-11-23', '2026-11-20']);
});

test('at midnight it is the new day’s', async () => {
  await using test = await open({ briefAt: '00:00' });
  await at(test, '2026-11-20T23:59:59Z');
  expect(kept(test)).toEqual([]);
  await at(test, '2026-11-21T00:00:05Z');
  expect([kept(test), told(test)]).toEqual([['2026-11-21'], 1]);
});

test('an hour that comes twice in autumn gives one, and one that is left out in spring gives one too', async () => {
  await using test = await open({ briefAt: '02:30' });
  test.ports.clock.travel('Europe/Rome');
  test.ports.clock.set('2026-10-24T12:00:00Z');
  await test.reopen();
  // 02:30 in summer time, then again in winter time.
  const autumn = ['2026-10-25T00:29:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:10:00Z', '2026-10-25T01:30:00Z'];
  for (const time of autumn) await at(test, time);
  expect([kept(test), told(test)]).toEqual([['2026-10-25'], 1]);
  // From 02:00 it goes on at 03:00.
  await at(test, '2027-03-28T00:59:50Z');
  expect(told(test)).toBe(1);
  await at(test, '2027-03-28T01:00:10Z');
  expect([kept(test)[0], told(test)]).toEqual(['2027-03-28', 2]);
});

test('another time zone and a clock set back give no second one', async () => {
  await using test = await open({ briefAt: '08:00' });
  test.ports.clock.travel('Europe/Rome');
  await at(test, '2026-11-21T07:00:10Z');
  expect([kept(test), told(test)]).toEqual([['2026-11-21'], 1]);
  test.ports.clock.travel('America/New_York');
  await at(test, '2026-11-21T13:00:10Z');
  test.ports.clock.travel('Pacific/Auckland');
  await at(test, '2026-11-21T13:01:00Z');
  // There it is two in the morning of the 22nd; at eight it has its own.
  expect(told(test)).toBe(1);
  await at(test, '2026-11-21T19:00:30Z');
  expect([kept(test), told(test)]).toEqual([['2026-11-22', '2026-11-21'], 2]);
  test.ports.clock.travel('UTC');
  await at(test, '2026-11-22T08:00:30Z');
  await at(test, '2020-01-01T08:00:30Z');
  expect(told(test)).toBe(2);
});

test('the review comes on its weekday; missed, it is written at the next start, of the same week', async () => {
  await using test = await open({ reviewAt: { weekday: 5, time: '17:00' } });
  create(test.workspace, 'task', { title: 'Done', status: 'done' });
  await at(test, '2026-11-20T16:59:00Z');
  expect(kept(test, 'week')).toEqual([]);
  await at(test, '2026-11-20T17:00:10Z');
  await at(test, '2026-11-24T17:00:10Z');
  expect(kept(test, 'week')).toEqual(['2026-11-16']);
  expect(test.ports.notifications).toEqual([
    { title: 'Your weekly review is ready', body: '1 finished, 0 slipped', route: '/' },
  ]);
  test.ports.clock.set('2026-12-01T08:00:00Z');
  await test.reopen();
  await vi.advanceTimersByTimeAsync(0);
  expect([kept(test, 'week'), kept(test), told(test)]).toEqual([['2026-11-23', '2026-11-16'], [], 2]);
});

test('a failure is logged and tried again after longer and longer, and the notification comes when it is there', async () => {
  await using test = await open({ briefAt: '08:00' });
  const other = new BetterSqlite(join(test.folder, 'adiuva.db'));
  other.exec(`create trigger full before insert on briefs begin select raise(abort, 'no room'); end`);
  const failures = (): number => test.ports.logger.lines.filter(({ level }) => level === 'error').length;
  await at(test, '2026-11-21T08:00:10Z');
  expect(failures()).toBe(1);
  await at(test, '2026-11-21T08:04:00Z');
  expect(failures()).toBe(1);
  await at(test, '2026-11-21T08:06:00Z');
  await at(test, '2026-11-21T08:12:00Z');
  expect([failures(), told(test)]).toEqual([2, 0]);
  other.exec('drop trigger full');
  other.close();
  await at(test, '2026-11-21T08:17:00Z');
  expect([failures(), told(test), kept(test)]).toEqual([2, 1, ['2026-11-21']]);
});

test('where the system shows no notifications, the windows are told', async () => {
  await using test = await open({ briefAt: '08:00' }, { notify: () => false });
  const told: unknown[] = [];
  test.workspace.events.subscribe((event) => {
    if (event.type === 'notified') told.push(event);
  });
  await at(test, '2026-11-21T08:00:10Z');
  expect(told).toEqual([{ type: 'notified', title: READY, body: 'Nothing is overdue or due today', route: '/' }]);
});
