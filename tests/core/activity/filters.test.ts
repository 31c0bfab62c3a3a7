import BetterSqlite from 'better-sqlite3';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type ActivityItem, activityFilterSchema, activityListInputSchema } from '../../../src/contracts/activity.ts';
import { createTestWorkspace, type TestWorkspace } from '../../support/createTestWorkspace.ts';
import { createRandom } from '../../support/random.ts';
import { create, update } from '../../support/writeRecords.ts';
import { readActivity } from './readActivity.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const id = (kind: number, number: number): string =>
  `0192f0c1-2f7e-7c3a-9a${kind}0-${String(number).padStart(12, '0')}`;

/** Rows of all sorts, one every minute, as a workspace that is used for long has them. */
async function fill(test: TestWorkspace, rows: number): Promise<void> {
  await test.workspace.dispose();
  const sqlite = new BetterSqlite(join(test.folder, 'adiuva.db'));
  const random = createRandom(7);
  const insert = sqlite.prepare(
    `insert into activity (at, type, actor_kind, actor_name, conversation_id, project_id, operation, record_kind, title, record_count)
     values (?, ?, ?, ?, ?, ?, ?, ?, '', 1)`,
  );
  sqlite.transaction(() => {
    const start = test.ports.clock.now() - rows * 60_000;
    for (let row = 0; row < rows; row += 1) {
      const type = random.pick(['change', 'change', 'change', 'tool', 'brief']);
      const actor = type === 'change' ? random.pick(['user', 'user', 'user', 'api', 'agent', 'system']) : 'agent';
      const isAgent = actor === 'agent';
      insert.run(
        // Some at the same moment.
        start + Math.floor(row / 3) * 180_000,
        type,
        actor,
        isAgent ? random.pick(['project', 'general', 'knowledge']) : null,
        isAgent ? id(1, random.below(20)) : null,
        random.below(3) === 0 ? null : id(2, random.below(10)),
        type === 'change' ? 'update' : null,
        type === 'change' ? random.pick(['task', 'note', 'client', null]) : null,
      );
    }
  })();
  sqlite.close();
  await test.reopen();
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

test('any filters together find what they say, page by page, and count it', async () => {
  process.env['TZ'] = 'UTC';
  await using test = await createTestWorkspace();
  await fill(test, 3_000);
  const all = readActivity(test.workspace, {}, 1_000);
  expect(all).toHaveLength(3_000);
  expect(all.toSorted((a, b) => b.at - a.at || b.sequence - a.sequence)).toEqual(all);
  const random = createRandom(11);
  const passes = (item: ActivityItem, filter: Record<string, string>): boolean =>
    (filter['who'] === undefined || item.actorKind === filter['who']) &&
    (filter['agent'] === undefined || item.actorName === filter['agent']) &&
    (filter['recordKind'] === undefined || item.recordKind === filter['recordKind']) &&
    (filter['projectId'] === undefined || item.projectId === filter['projectId']) &&
    (filter['conversationId'] === undefined || item.conversationId === filter['conversationId']) &&
    (filter['what'] === undefined || (filter['what'] === 'tools') === (item.type !== 'change')) &&
    (filter['from'] === undefined || dayOf(item.at) >= filter['from']) &&
    (filter['to'] === undefined || dayOf(item.at) <= filter['to']);
  let found = 0;
  for (let round = 0; round < 150; round += 1) {
    const filter: Record<string, string> = {};
    const maybe = (key: string, value: string): void => {
      if (random.below(4) === 0) filter[key] = value;
    };
    maybe('who', random.pick(['user', 'api', 'agent', 'system']));
    maybe('agent', random.pick(['project', 'general', 'nobody']));
    maybe('recordKind', random.pick(['task', 'note', 'client', 'comment']));
    maybe('projectId', id(2, random.below(11)));
    maybe('conversationId', id(1, random.below(20)));
    maybe('what', random.pick(['changes', 'tools']));
    maybe('from', dayOf(random.pick(all).at));
    maybe('to', dayOf(random.pick(all).at));
    const expected = all.filter((item) => passes(item, filter));
    expect(readActivity(test.workspace, filter, random.pick([1_000, 7, 50])), JSON.stringify(filter)).toEqual(expected);
    expect(test.workspace.activity.count(activityFilterSchema.parse(filter))).toEqual({
      matching: expected.length,
      total: 3_000,
    });
    found += Math.min(1, expected.length);
  }
  expect(found).toBeGreaterThan(50);
});

test('counts that were asked for go on being right', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const task = create(workspace, 'task', { title: 'a' });
  const filters = [{ recordKind: 'task' }, { who: 'user' }, { who: 'api' }, { what: 'changes' }, { what: 'tools' }];
  const counts = () => filters.map((filter) => workspace.activity.count(activityFilterSchema.parse(filter)).matching);
  expect(counts()).toEqual([1, 1, 0, 1, 0]);
  update(workspace, 'task', { id: task.id, title: 'b' });
  create(workspace, 'note', { title: 'n' }, { kind: 'api' });
  expect(counts()).toEqual([2, 2, 1, 3, 0]);
  await workspace.brief.generate('2026-11-21');
  expect(counts()).toEqual([2, 2, 1, 3, 1]);
  // More filters than are remembered.
  for (let index = 0; index < 60; index += 1)
    workspace.activity.count(activityFilterSchema.parse({ agent: `${index}` }));
  expect(counts()).toEqual([2, 2, 1, 3, 1]);
});

test.each([
  ['Europe/Rome', '2026-03-29', 23],
  ['Europe/Rome', '2026-10-25', 25],
  // There is no midnight on that day.
  ['America/Santiago', '2026-09-06', 23],
  ['Pacific/Apia', '2026-11-21', 24],
])('a day of %s is its own, %s has %i hours', async (timeZone, day, hours) => {
  process.env['TZ'] = timeZone;
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  const noon = new Date(`${day}T12:00:00`).getTime();
  const start = noon - 48 * 3_600_000;
  for (let hour = 0; hour < 96; hour += 1) {
    ports.clock.set(start + hour * 3_600_000);
    create(workspace, 'task', { title: `${hour}` });
  }
  const rows = readActivity(workspace, { from: day, to: day });
  expect(rows).toHaveLength(hours);
  for (const row of rows) {
    const date = new Date(row.at);
    expect(`${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`).toBe(day.split('-').map(Number).join('-'));
  }
});

test('every filter goes through an index: 60,000 rows are neither sorted nor read through', async () => {
  await using test = await createTestWorkspace();
  await fill(test, 60_000);
  const { workspace } = test;
  const timeOf = (filter: object): number => {
    const input = activityListInputSchema.parse({ limit: 50, ...filter });
    const times = Array.from({ length: 25 }, () => {
      const start = performance.now();
      workspace.activity.list(input);
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  const plain = timeOf({});
  const filters: object[] = [
    ...['user', 'api', 'system', 'agent'].map((who) => ({ who })),
    { agent: 'general' },
    { who: 'agent', agent: 'general' },
    { what: 'changes' },
    { what: 'tools' },
    { recordKind: 'client' },
    { recordKind: 'checkpoint' },
    { projectId: id(2, 3) },
    { conversationId: id(1, 3) },
    { to: dayOf(test.ports.clock.now() - 30 * 24 * 3_600_000) },
    { who: 'api', from: dayOf(test.ports.clock.now() - 30 * 24 * 3_600_000) },
    { projectId: id(2, 3), who: 'user', recordKind: 'task' },
  ];
  // Reading through all rows takes a hundred times as long.
  expect(filters.filter((filter) => timeOf(filter) > plain * 10 + 1)).toEqual([]);
});
