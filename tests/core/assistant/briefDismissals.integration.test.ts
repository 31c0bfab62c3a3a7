import { expect, test } from 'vitest';
import type { Brief, BriefSubject } from '../../../src/contracts/brief.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { startModelServer } from '../../support/modelServer.ts';
import { create } from '../../support/writeRecords.ts';
import { addProvider, patientTimings } from './ask.ts';

const DAY = 24 * 60 * 60 * 1_000;

const firstsOf = (brief: Brief | null): (string | undefined)[] | undefined =>
  brief?.lines.map(({ pieces }) => pieces.find(({ link }) => link !== null)?.text);

const overdue = (id: string): BriefSubject => ({ section: 'overdue', kind: 'task', id });

/** Six tasks that are overdue and one that is due on the 21st, in a brief of that day. */
async function openBrief() {
  const test = await createTestWorkspace();
  const tasks = ['one', 'two', 'three', 'four', 'five', 'six'].map((title, index) =>
    create(test.workspace, 'task', { title, dueDate: `2026-11-0${index + 1}` }),
  );
  create(test.workspace, 'task', { title: 'due', dueDate: '2026-11-21' });
  return { test, ids: tasks.map(({ id }) => id) };
}

test('a dismissed line goes at once and for seven days, here and after a restart; taken back, it is there again', async () => {
  const { test, ids } = await openBrief();
  await using _closed = test;
  const { workspace, ports } = test;
  const brief = await workspace.brief.generate(null);
  expect(brief.lines[0]?.about).toEqual([overdue(ids[0] ?? '')]);
  const told: string[] = [];
  workspace.events.subscribe((event) => void told.push(event.type));
  workspace.brief.dismiss(brief.lines[0]?.about ?? []);
  expect(told).toEqual(['briefChanged']);
  expect(firstsOf(workspace.brief.latest())).toEqual(['two', 'three', 'four', 'five', 'six', 'due']);
  const again = await (await test.reopen()).brief.generate(null);
  expect(firstsOf(again)).toEqual(['two', 'three', 'four', 'five', 'six', 'due']);
  expect(again).toMatchObject({ leftOut: 1, counts: { overdue: 6, today: 1 } });

  test.workspace.brief.restore(brief.lines[0]?.about ?? []);
  expect(firstsOf(await test.workspace.brief.generate(null))?.[0]).toBe('one');
  test.workspace.brief.dismiss(brief.lines[0]?.about ?? []);
  ports.clock.advance(7 * DAY - 1);
  expect(firstsOf(await test.workspace.brief.generate('2026-11-21'))).not.toContain('one');
  ports.clock.advance(1);
  expect(firstsOf(await test.workspace.brief.generate('2026-11-21'))?.[0]).toBe('one');
});

test('what is dismissed in one section is told in another, and there is room for those behind it', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  for (let index = 0; index < 12; index += 1) create(workspace, 'task', { title: `t${index}`, dueDate: '2026-11-01' });
  const first = await workspace.brief.generate(null);
  expect(first.lines.filter(({ about }) => about[0]?.section === 'overdue')).toHaveLength(8);
  const about = first.lines[0]?.about ?? [];
  workspace.brief.dismiss(about);
  const second = await workspace.brief.generate(null);
  expect(second.lines.filter((line) => line.about[0]?.section === 'overdue')).toHaveLength(8);
  const review = await workspace.brief.generate(null, 'week');
  expect(review.lines.flatMap((line) => line.about)).toContainEqual({ ...about[0], section: 'slipped' });
});

test('three different records within two weeks: the section comes last, with two lines, until the first is forgotten', async () => {
  const { test, ids } = await openBrief();
  await using _closed = test;
  const { workspace, ports } = test;
  const dismissed = ids.slice(0, 3).map(overdue);
  workspace.brief.dismiss(dismissed.slice(0, 1));
  workspace.brief.dismiss(dismissed.slice(0, 1));
  ports.clock.advance(DAY);
  workspace.brief.dismiss(dismissed.slice(1, 2));
  expect(firstsOf(await workspace.brief.generate('2026-11-21'))).toEqual(['three', 'four', 'five', 'six', 'due']);
  ports.clock.advance(DAY);
  workspace.brief.dismiss(dismissed.slice(2));
  expect(firstsOf(await workspace.brief.generate('2026-11-21'))).toEqual(['due', 'four', 'five']);
  // After a week they may come again, and the section is still last; after two weeks it is as it was.
  ports.clock.advance(8 * DAY);
  expect(firstsOf(await workspace.brief.generate('2026-11-21'))).toEqual(['due', 'one', 'two']);
  ports.clock.advance(4 * DAY);
  expect(firstsOf(await workspace.brief.generate('2026-11-21'))?.slice(0, 6)).toEqual([
    ...['one', 'two', 'three', 'four', 'five', 'six'],
  ]);
});

test('all dismissed: the brief is empty and says that something was left out', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const task = create(workspace, 'task', { title: 'Quote', dueDate: '2026-11-01' });
  workspace.brief.dismiss([overdue(task.id)]);
  expect(await workspace.brief.generate(null)).toMatchObject({ lines: [], recordCount: 0, leftOut: 1 });
});

test('a model neither gets what was dismissed nor puts first what comes less', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  const { workspace } = test;
  const ids = ['one', 'two', 'three', 'four'].map(
    (title) => create(workspace, 'task', { title, dueDate: '2026-11-02' }).id,
  );
  const due = create(workspace, 'task', { title: 'due', dueDate: '2026-11-21' });
  await addProvider(workspace, server.baseUrl);
  workspace.brief.dismiss(ids.slice(0, 3).map(overdue));
  server.script({ text: '{R2} waits since long.\n{R1} is due today.\n{R1} and {R2} are all.' });
  const brief = await workspace.brief.generate(null);
  const facts = String(server.requests[0]?.body.messages[1]?.content).split('\n');
  expect(facts.slice(0, 3)).toEqual([
    'Facts:',
    'today: {R1|due} is due today',
    'overdue: {R2|four} was due Monday 2 November',
  ]);
  expect(firstsOf(brief)).toEqual(['due', 'due', 'four']);
  // A line about two records goes when both are dismissed.
  workspace.brief.dismiss([overdue(ids[3] ?? '')]);
  expect(firstsOf(workspace.brief.latest())).toEqual(['due', 'due']);
  workspace.brief.dismiss([{ section: 'today', kind: 'task', id: due.id }]);
  expect(workspace.brief.latest()?.lines).toEqual([]);
});
