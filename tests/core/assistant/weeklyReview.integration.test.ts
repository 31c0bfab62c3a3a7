import { expect, test } from 'vitest';
import type { Brief } from '../../../src/contracts/brief.ts';
import { weekOfReview } from '../../../src/core/assistant/brief/gatherWeek.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { startModelServer } from '../../support/modelServer.ts';
import { fillStudioFerri } from '../../support/studioFerri.ts';
import { create, propose, remove, update } from '../../support/writeRecords.ts';
import { addProvider, patientTimings } from './ask.ts';

const linesOf = (brief: Brief): string[] =>
  brief.lines.map(({ pieces }) =>
    pieces.map((piece) => (piece.link === null ? piece.text : `[${piece.text}]`)).join(''),
  );

test.each([
  ['2026-11-15', '2026-11-09', '2026-11-15'],
  ['2026-11-16', '2026-11-09', '2026-11-15'],
  ['2026-11-18', '2026-11-09', '2026-11-15'],
  ['2026-11-19', '2026-11-16', '2026-11-22'],
  ['2026-11-22', '2026-11-16', '2026-11-22'],
  ['2027-01-01', '2026-12-28', '2027-01-03'],
])('made on %s it is of the week from %s to %s', (day, from, to) => {
  expect(weekOfReview(day)).toEqual({ from, to });
});

/** A week from Monday 16 to Sunday 22 November 2026, looked back on from its Saturday. */
async function openWeek() {
  const test = await createTestWorkspace();
  const { workspace, ports } = test;
  const { clock } = ports;
  clock.set('2026-11-02T09:00:00Z');
  const rossi = create(workspace, 'client', { name: 'Rossi Vini' });
  const shop = create(workspace, 'project', { name: 'Wine shop', clientId: rossi.id });
  create(workspace, 'project', { name: 'Old site' });
  create(workspace, 'project', { name: 'Archive', status: 'archived' });
  const tasks = ['Layout', 'Photos', 'Texts', 'Prices'].map((title) =>
    create(workspace, 'task', { title, projectId: shop.id }),
  );
  const tidy = create(workspace, 'task', { title: 'Tidy the desk' });
  const before = create(workspace, 'task', { title: 'Long done' });
  update(workspace, 'task', { id: before.id, status: 'done' });
  create(workspace, 'task', { title: 'Older', dueDate: '2026-11-10' });
  create(workspace, 'task', { title: 'Slipped', dueDate: '2026-11-18', projectId: shop.id, priority: 'high' });
  create(workspace, 'task', { title: 'Due today', dueDate: '2026-11-21', dueTime: '15:00' });
  create(workspace, 'task', { title: 'Next', dueDate: '2026-11-24' });
  create(workspace, 'task', { title: 'Far', dueDate: '2026-12-24' });
  create(workspace, 'checkpoint', { title: 'Kick-off', projectId: shop.id, date: '2026-11-17', isDone: true });
  create(workspace, 'checkpoint', { title: 'Proofs', projectId: shop.id, date: '2026-11-19' });
  create(workspace, 'checkpoint', { title: 'Launch', projectId: shop.id, date: '2026-11-27' });
  create(workspace, 'checkpoint', { title: 'Party', projectId: shop.id, date: '2026-12-31' });
  propose(workspace, [{ kind: 'task', operation: 'create', fields: { title: 'Pending', dueDate: '2026-11-18' } }], 'x');
  clock.set('2026-11-18T09:00:00Z');
  for (const task of [...tasks, tidy]) {
    update(workspace, 'task', { id: task.id, status: 'done' });
    clock.advance(1_000);
  }
  clock.set('2026-11-21T09:00:00Z');
  return { test, tasks, shop };
}

test('what was finished, reached, slipped, missed, comes next and rests, each with its record', async () => {
  const { test } = await openWeek();
  await using _closed = test;
  const review = await test.workspace.brief.generate(null, 'week');
  expect(linesOf(review)).toEqual([
    '[Wine shop] for [Rossi Vini]: 4 tasks finished, among them [Prices], [Texts] and [Photos]',
    '[Tidy the desk] was finished',
    '[Kick-off] was reached, planned for Tuesday 17 November in [Wine shop]',
    '[Slipped] was due Wednesday 18 November in [Wine shop], high priority',
    '[Older] was due Tuesday 10 November',
    '[Proofs] was planned for Thursday 19 November and is not done in [Wine shop]',
    '[Due today] is due today at 15:00',
    '[Next] is due on Tuesday',
    '[Launch] is on Friday in [Wine shop]',
    '[Old site] has been quiet since Monday 2 November',
  ]);
  expect(review).toMatchObject({
    kind: 'week',
    day: '2026-11-16',
    counts: { finished: 5, reached: 1, slipped: 2, missed: 1, next: 3, quiet: 1 },
    provider: 'offline',
  });
  expect(test.workspace.brief.list({ limit: 5 }).items).toEqual([
    { kind: 'week', day: '2026-11-16', generatedAt: review.generatedAt },
  ]);
  expect(test.workspace.brief.get({ kind: 'week', day: '2026-11-16' })).toEqual(review);
});

test('made in the days after it is of the week that ended, and lies beside the brief of its Monday', async () => {
  const { test, shop } = await openWeek();
  await using _closed = test;
  const { workspace, ports } = test;
  ports.clock.set('2026-11-25T09:00:00Z');
  create(workspace, 'task', { title: 'After the week', projectId: shop.id, status: 'done' });
  const review = await workspace.brief.generate(null, 'week');
  expect(review.day).toBe('2026-11-16');
  expect(linesOf(review)).toContain('[Next] was due yesterday');
  expect(linesOf(review)).toContain('[Due today] was due Saturday 21 November');
  expect(linesOf(review).join('\n')).not.toContain('After the week');
  await workspace.brief.generate('2026-11-16');
  expect(workspace.brief.list({ limit: 5 }).items.map(({ kind, day }) => [kind, day])).toEqual(
    expect.arrayContaining([
      ['week', '2026-11-16'],
      ['day', '2026-11-16'],
    ]),
  );
  expect(workspace.brief.list({ limit: 5, kind: 'week' }).items).toHaveLength(1);
});

test('a line goes with any of its records', async () => {
  const { test, tasks } = await openWeek();
  await using _closed = test;
  const { workspace } = test;
  await workspace.brief.generate(null, 'week');
  remove(workspace, 'task', tasks[3]?.id ?? '');
  expect(workspace.brief.latest()?.lines).toHaveLength(9);
});

test('an empty workspace has an empty review, and no model is asked', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  await addProvider(test.workspace, server.baseUrl);
  expect(await test.workspace.brief.generate(null, 'week')).toMatchObject({ lines: [], recordCount: 0 });
  expect(server.requests).toEqual([]);
});

test('with a model, its words about these facts; the activity tells of it', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  const { workspace } = test;
  const task = create(workspace, 'task', { title: 'Quote', dueDate: '2026-11-18' });
  const provider = await addProvider(workspace, server.baseUrl);
  server.script({ text: 'Only {R1} slipped.\nA good week.\n{R9} was finished.' });
  const review = await workspace.brief.generate(null, 'week');
  expect(review).toMatchObject({ provider: provider.name, fallbackFrom: null });
  expect(review.lines).toEqual([
    {
      pieces: [
        { text: 'Only ', link: null },
        { text: 'Quote', link: { kind: 'task', id: task.id, title: 'Quote' } },
        { text: ' slipped.', link: null },
      ],
      about: [{ section: 'slipped', kind: 'task', id: task.id }],
    },
  ]);
  const [system, facts] = server.requests[0]?.body.messages.map(({ content }) => String(content)) ?? [];
  expect(system).toContain('weekly review');
  expect(system).toContain('Today is Saturday, 2026-11-21. The week is Monday, 2026-11-16 to Sunday, 2026-11-22.');
  expect(facts).toContain('slipped: {R1|Quote} was due Wednesday 18 November');
  const [row] = workspace.activity.list({ what: 'tools', limit: 1 }).items;
  expect(row).toMatchObject({ type: 'brief', title: '2026-11-16/2026-11-22', recordCount: 1 });
});

test('a real studio: every line points to records that are there', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  fillStudioFerri(workspace, '2026-11-21');
  const review = await workspace.brief.generate(null, 'week');
  expect(review.lines.length).toBeGreaterThan(8);
  const readers = { ...workspace, client: workspace.clients, project: workspace.projects, task: workspace.tasks };
  for (const { pieces, about } of review.lines) {
    expect(pieces.some(({ link }) => link !== null)).toBe(true);
    expect(about.length).toBeGreaterThan(0);
    for (const { link } of pieces)
      if (link?.kind === 'client' || link?.kind === 'project' || link?.kind === 'task')
        expect(readers[link.kind].get(link.id)).toBeDefined();
  }
});
