import { expect, test } from 'vitest';
import type { Brief } from '../../../src/contracts/brief.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { type Fault, startModelServer } from '../../support/modelServer.ts';
import { fillStudioFerri } from '../../support/studioFerri.ts';
import { create, propose, remove } from '../../support/writeRecords.ts';
import { addProvider, patientTimings, shortTimings } from './ask.ts';

/** A brief as text, links in brackets. */
const linesOf = (brief: Brief | null): string[] | undefined =>
  brief?.lines.map(({ pieces }) =>
    pieces.map((piece) => (piece.link === null ? piece.text : `[${piece.text}]`)).join(''),
  );

const idsOf = (brief: Brief): string[] =>
  brief.lines.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.link?.id ?? []));

test('an empty workspace has an empty brief, and no model is asked for it', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  await addProvider(test.workspace, server.baseUrl);
  expect(test.workspace.brief.latest()).toBeNull();
  const brief = await test.workspace.brief.generate(null);
  expect(brief).toEqual({
    kind: 'day',
    day: '2026-11-21',
    lines: [],
    recordCount: 0,
    counts: { overdue: 0, today: 0 },
    leftOut: 0,
    provider: 'offline',
    model: null,
    fallbackFrom: null,
    generatedAt: test.ports.clock.now(),
  });
  expect(server.requests).toEqual([]);
});

test('offline, it is the facts of the day, each with its record', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const shop = create(workspace, 'project', { name: 'Wine shop' });
  create(workspace, 'task', { title: 'Quote', projectId: shop.id, dueDate: '2026-11-19', priority: 'high' });
  create(workspace, 'task', { title: 'Proofs', dueDate: '2026-11-21', dueTime: '15:00' });
  create(workspace, 'task', { title: 'Later', dueDate: '2026-12-24' });
  create(workspace, 'checkpoint', { title: 'Launch', projectId: shop.id, date: '2026-11-26' });
  create(workspace, 'checkpoint', { title: 'Far', projectId: shop.id, date: '2027-06-01' });
  propose(
    workspace,
    [{ kind: 'task', operation: 'create', fields: { title: 'Ask Paolo', dueDate: '2026-11-21' } }],
    'call',
  );
  test.ports.clock.advance(3 * 24 * 60 * 60 * 1_000);
  create(workspace, 'note', { title: 'New note' });
  const brief = await workspace.brief.generate('2026-11-21');
  expect(linesOf(brief)).toEqual([
    '[Quote] was due Thursday 19 November in [Wine shop], high priority',
    '[Proofs] is due today at 15:00',
    '[Launch] is on Thursday in [Wine shop]',
    '[Ask Paolo] waits for your approval',
    '[New note] is new',
    '[Far] is new',
    '[Later] is new',
  ]);
  expect(brief).toMatchObject({ provider: 'offline', fallbackFrom: null, recordCount: 8 });
  const tomorrow = await workspace.brief.generate('2026-11-24');
  expect(linesOf(tomorrow)?.at(-1)).toBe('[New note] is new');
});

test('it is kept by day, told to windows, and what has gone since is in it no more', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  const task = create(workspace, 'task', { title: 'Quote', dueDate: '2026-11-21' });
  const other = create(workspace, 'task', { title: 'Proofs', dueDate: '2026-11-21' });
  const told: string[] = [];
  workspace.events.subscribe((event) => void told.push(event.type));
  const [one, two] = await Promise.all([workspace.brief.generate(null), workspace.brief.generate(null)]);
  expect(two).toEqual(one);
  expect(told).toEqual(['briefChanged']);
  expect(workspace.brief.latest()).toEqual(one);
  remove(workspace, 'task', task.id);
  const kept = (await test.reopen()).brief.latest();
  expect(kept === null ? null : new Set(idsOf(kept))).toEqual(new Set([other.id]));
  ports.clock.advance(24 * 60 * 60 * 1_000);
  const next = await test.workspace.brief.generate(null);
  expect([next.day, test.workspace.brief.latest()?.day]).toEqual(['2026-11-22', '2026-11-22']);
});

test('those of earlier days can be read again, a page at a time, without what has gone since', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  const task = create(workspace, 'task', { title: 'Quote', dueDate: '2026-11-20' });
  const other = create(workspace, 'task', { title: 'Proofs', dueDate: '2026-11-20' });
  const written: Brief[] = [];
  for (let count = 0; count < 3; count += 1) {
    written.unshift(await workspace.brief.generate(null));
    ports.clock.advance(24 * 60 * 60 * 1_000);
  }
  const keys = written.map(({ kind, day, generatedAt }) => ({ kind, day, generatedAt }));
  const first = workspace.brief.list({ limit: 2 });
  expect(first.items).toEqual(keys.slice(0, 2));
  expect(workspace.brief.list({ limit: 2, cursor: first.nextCursor })).toEqual({
    items: keys.slice(2),
    nextCursor: null,
  });
  expect(workspace.brief.get({ kind: 'day', day: '2026-11-21' })).toEqual(written[2]);
  remove(workspace, 'task', task.id);
  expect(idsOf(workspace.brief.get({ kind: 'day', day: '2026-11-21' }))).toEqual([other.id]);
  expect(() => workspace.brief.get({ kind: 'day', day: '2026-01-01' })).toThrow(
    expect.objectContaining({ code: 'notFound' }),
  );
});

test('with a model, its words; never a record that it was not given', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  const { workspace } = test;
  const task = create(workspace, 'task', { title: 'Quote {R9|x}', dueDate: '2026-11-19' });
  const other = create(workspace, 'task', { title: 'Proofs', dueDate: '2026-11-21' });
  const provider = await addProvider(workspace, server.baseUrl);
  server.script({
    text: [
      '- Start with {R1|another name}, which waits since **Thursday**.',
      'You could also go for a walk.',
      '2. {R2|Proofs} are due today, and so is {R77|a made-up task}.',
      'Then {R2}.',
      `See {task ${task.id}} or [Proofs](https://example.org).`,
      `${'long '.repeat(200)}{R1}`,
      '',
    ].join('\n'),
  });
  const brief = await workspace.brief.generate(null);
  expect(brief.lines).toMatchObject([
    {
      pieces: [
        { text: 'Start with ', link: null },
        { text: 'Quote {R9|x}', link: { kind: 'task', id: task.id, title: 'Quote {R9|x}' } },
        { text: ', which waits since Thursday.', link: null },
      ],
    },
    {
      pieces: [
        { text: 'Then ', link: null },
        { text: 'Proofs', link: { kind: 'task', id: other.id, title: 'Proofs' } },
        { text: '.', link: null },
      ],
    },
  ]);
  expect(brief).toMatchObject({ provider: provider.name, model: 'test-model', fallbackFrom: null });
  const facts = String(server.requests[0]?.body.messages[1]?.content);
  expect(facts).toContain('overdue: {R1|Quote R9 x} was due Thursday 19 November');
  expect(server.requests[0]?.body.tools).toBeUndefined();
});

test.each<[string, Fault]>([
  ['500', { kind: 'status', status: 500 }],
  ['a hang', { kind: 'hang' }],
  ['a cut', { kind: 'cut', after: 3 }],
  ['a page', { kind: 'html' }],
])('when the model fails with %s, the same facts are laid out', async (_name, fault) => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  const { workspace } = test;
  create(workspace, 'task', { title: 'Quote', dueDate: '2026-11-19' });
  const offline = await workspace.brief.generate(null);
  await addProvider(workspace, server.baseUrl);
  server.always(() => ({ text: '{R1} waits.', fault }));
  expect(await workspace.brief.generate(null)).toEqual({ ...offline, fallbackFrom: 'Test server' });
});

test('when the model invents everything, the facts are laid out', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  const { workspace } = test;
  create(workspace, 'task', { title: 'Quote', dueDate: '2026-11-19' });
  await addProvider(workspace, server.baseUrl);
  server.always(() => ({ text: 'All is well.\n{R500} is due.' }));
  const brief = await workspace.brief.generate(null);
  expect(linesOf(brief)?.[0]).toBe('[Quote] was due Thursday 19 November');
  expect(brief).toMatchObject({ provider: 'offline', fallbackFrom: 'Test server' });
});

test('closing in the middle of a brief does not wait for the model', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  create(test.workspace, 'task', { title: 'Quote', dueDate: '2026-11-19' });
  await addProvider(test.workspace, server.baseUrl);
  const gate = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  server.always(() => {
    asked.resolve();
    return { fault: { kind: 'slow', until: gate.promise } };
  });
  const brief = test.workspace.brief.generate(null).catch((error: unknown) => error);
  await asked.promise;
  const startedAt = performance.now();
  await test.reopen();
  expect(performance.now() - startedAt).toBeLessThan(1_400);
  gate.resolve();
  expect(await brief).toBeInstanceOf(Error);
});

test('a real studio: every line points to records that are there', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  fillStudioFerri(workspace, '2026-11-21');
  const brief = await workspace.brief.generate(null);
  expect(brief.lines.length).toBeGreaterThan(10);
  const readers = {
    client: workspace.clients,
    project: workspace.projects,
    task: workspace.tasks,
    checkpoint: workspace.checkpoints,
    note: workspace.notes,
    comment: workspace.comments,
    view: workspace.views,
  };
  for (const { pieces } of brief.lines) {
    const links = pieces.flatMap((piece) => (piece.link === null ? [] : [piece.link]));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(readers[link.kind].get(link.id)).toBeDefined();
  }
});
