import BetterSqlite from 'better-sqlite3';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { suggestionListInputSchema } from '../../../src/contracts/suggestion.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import {
  applyAll,
  create,
  failureOf,
  propose,
  readEverything,
  remove,
  update,
  user,
} from '../../support/writeRecords.ts';
import { readActivity } from '../activity/readActivity.ts';

const DAY = 24 * 3_600_000;
/** On a busy machine. */
const PATIENCE = { timeout: 15_000 };

/** The tables and columns that hold a text anywhere, without the full-text index, whose words are no text. */
function placesOf(folder: string, text: string): string[] {
  const sqlite = new BetterSqlite(join(folder, 'adiuva.db'), { readonly: true });
  try {
    const columns = sqlite
      .prepare<[], { place: string; tbl: string; col: string }>(
        `select t.name || '.' || c.name as place, t.name as tbl, c.name as col
         from sqlite_schema t join pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'search_text%'`,
      )
      .all();
    return columns
      .filter(({ tbl, col }) => sqlite.prepare(`select 1 from "${tbl}" where instr("${col}", ?) > 0`).get(text))
      .map(({ place }) => place);
  } finally {
    sqlite.close();
  }
}

const titles = (workspace: Workspace) => workspace.trash.list({ limit: 100 }).items.map((item) => item.title);

test('deleted for good, its texts are nowhere; who did what and when stays', async () => {
  await using test = await createTestWorkspace();
  const { workspace, folder } = test;
  const project = create(workspace, 'project', { name: 'Canary shop', description: 'canary' });
  const task = create(workspace, 'task', { title: 'Canary task', projectId: project.id });
  update(workspace, 'task', { id: task.id, title: 'canary task, renamed', description: 'canary '.repeat(1_000) });
  update(workspace, 'task', { id: task.id, description: 'short canary' });
  create(workspace, 'comment', { taskId: task.id, body: 'canary comment' });
  const note = create(workspace, 'note', { title: 'Linked note', projectId: project.id });
  const edit = (fields: object) => [
    { kind: 'task' as const, operation: 'update' as const, fields: { id: task.id, ...fields } },
  ];
  const pending = propose(workspace, edit({ title: 'canary x' }), 'one');
  const approved = propose(workspace, edit({ priority: 'high' }), 'two');
  workspace.suggestions.approve({ id: approved.id }, user);
  propose(workspace, [{ kind: 'note', operation: 'update', fields: { id: note.id, title: 'Other' } }], 'three', {
    source: { kind: 'task', id: task.id },
  });
  propose(
    workspace,
    [{ kind: 'task', operation: 'create', fields: { title: 'canary pending', projectId: project.id } }],
    'four',
  );
  const bystander = create(workspace, 'task', { title: 'Bystander' });
  const bulk = applyAll(workspace, [
    { kind: 'task', operation: 'update', fields: { id: task.id, labels: ['canary'] } },
    { kind: 'task', operation: 'update', fields: { id: bystander.id, labels: ['canary'] } },
  ]);
  update(workspace, 'task', { id: bystander.id, labels: ['kept'] });
  update(workspace, 'task', { id: bystander.id, labels: [] });
  const deleted = remove(workspace, 'project', project.id);
  const { tasks, notes } = readEverything(workspace);
  const rows = readActivity(workspace).length;

  expect(await workspace.trash.delete([{ kind: 'project', id: project.id }], user)).toEqual({ count: 1 });
  expect(readEverything(workspace)).toMatchObject({ tasks, notes });
  expect(workspace.trash.count()).toBe(0);
  expect(readActivity(workspace)).toHaveLength(rows);
  // What the bystander was given in the same step is its own.
  expect(placesOf(folder, 'canary')).toEqual(['history.before', 'history.after']);
  expect(placesOf(folder, 'Canary')).toEqual([]);
  const history = workspace.history.list({ limit: 100, recordKind: 'task', recordId: task.id }).items;
  expect(history.length).toBeGreaterThan(5);
  for (const entry of history) expect(entry).toMatchObject({ title: '', before: null, after: null });
  for (const changeSetId of [deleted, bulk, task.changeSetId]) {
    expect(failureOf(() => workspace.history.undo(changeSetId, user))).toEqual({
      code: 'expired',
      fields: { changeSetId },
    });
    expect(readActivity(workspace).find((row) => row.changeSetId === changeSetId)?.canUndo).toBe(false);
  }
  expect(failureOf(() => workspace.trash.restore([{ kind: 'project', id: project.id }], user)).code).toBe('notInTrash');
  expect(workspace.suggestions.get(pending.id)).toMatchObject({ title: '', changes: [{ before: null, after: null }] });
  expect(failureOf(() => workspace.suggestions.approve({ id: pending.id }, user)).code).toBe('suggestionStale');
  workspace.suggestions.reject({ id: pending.id }, user);
  expect(workspace.suggestions.list(suggestionListInputSchema.parse({})).items).toHaveLength(1);
});

test('what history kept is overwritten in the file, not only let go', async () => {
  await using test = await createTestWorkspace();
  const { workspace, folder } = test;
  const task = create(workspace, 'task', { title: 'Quote', description: 'xylophone '.repeat(3_000) });
  update(workspace, 'task', { id: task.id, description: '' });
  remove(workspace, 'task', task.id);
  /** How often the word stands in the bytes of the file. */
  const written = (): number => {
    const sqlite = new BetterSqlite(join(folder, 'adiuva.db'));
    sqlite.pragma('wal_checkpoint(truncate)');
    sqlite.close();
    return readFileSync(join(folder, 'adiuva.db')).toString('latin1').split('xylophone').length - 1;
  };
  const before = written();
  await workspace.trash.empty(user);
  // History had it twice: as what was made, and as what was taken out. What the record left on its own pages is not ours.
  expect(before - written()).toBeGreaterThan(3_000);
});

test('after thirty days it goes by itself, at the start or while the app is open', async () => {
  await using test = await createTestWorkspace();
  const { ports } = test;
  let { workspace } = test;
  const add = (title: string) => remove(workspace, 'task', create(workspace, 'task', { title }).id);
  add('first');
  ports.clock.advance(10 * DAY);
  add('second');
  ports.clock.advance(20 * DAY - 1);
  workspace = await test.reopen();
  expect(titles(workspace)).toEqual(['second', 'first']);
  ports.clock.advance(1);
  workspace = await test.reopen();
  await vi.waitFor(() => expect(titles(workspace)).toEqual(['second']), PATIENCE);
  expect(readActivity(workspace).map((row) => row.title)).toEqual(['second', 'second', '', '']);

  // The clock goes backwards: nothing goes that is not due, and what was deleted "in the future" stays longer.
  ports.clock.advance(-40 * DAY);
  workspace = await test.reopen();
  add('third');
  expect(titles(workspace)).toEqual(['second', 'third']);
  ports.clock.advance(29 * DAY);
  workspace = await test.reopen();
  expect(titles(workspace)).toEqual(['second', 'third']);

  await workspace.dispose();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    workspace = await test.reopen();
    ports.clock.advance(2 * DAY);
    vi.advanceTimersByTime(3_600_000);
    await vi.waitFor(() => expect(titles(workspace)).toEqual(['second']), PATIENCE);
  } finally {
    vi.useRealTimers();
  }
});

test('emptying leaves what is deleted meanwhile, and what is restored meanwhile; twice at once does no harm', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const tasks = Array.from({ length: 250 }, (_, index) => ({ id: crypto.randomUUID(), title: `t${index}` }));
  applyAll(
    workspace,
    tasks.map((fields) => ({ kind: 'task', operation: 'create', fields })),
  );
  applyAll(
    workspace,
    tasks.map(({ id }) => ({ kind: 'task', operation: 'delete', id })),
  );
  const late = create(workspace, 'task', { title: 'late' });
  const both = Promise.all([workspace.trash.empty(user), workspace.trash.empty(user)]);
  const last = tasks.at(-1)?.id ?? '';
  workspace.trash.restore([{ kind: 'task', id: last }], user);
  remove(workspace, 'task', late.id);
  const counts = (await both).map((answer) => answer.count);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(249);
  expect(titles(workspace)).toEqual(['late']);
  expect(workspace.tasks.get(last).title).toBe('t249');
  // Of the change set that is now in part gone nothing can be undone, but what came back is whole.
  expect(readActivity(workspace).map(({ operation, canUndo }) => [operation, canUndo])).toEqual([
    ['delete', true],
    ['restore', true],
    ['create', true],
    ['delete', false],
    ['create', false],
  ]);
  expect(await workspace.trash.delete([{ kind: 'task', id: last }], user)).toEqual({ count: 0 });
});

test('closing in the middle leaves the rest for the next start', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  const tasks = Array.from({ length: 600 }, (_, index) => ({ id: crypto.randomUUID(), title: `t${index}` }));
  applyAll(
    workspace,
    tasks.map((fields) => ({ kind: 'task', operation: 'create', fields })),
  );
  applyAll(
    workspace,
    tasks.map(({ id }) => ({ kind: 'task', operation: 'delete', id })),
  );
  const work = workspace.trash.empty(user);
  await workspace.dispose();
  const { count } = await work;
  expect(count).toBeLessThan(600);
  ports.clock.advance(31 * DAY);
  const again = await test.reopen();
  await vi.waitFor(() => expect(again.trash.count()).toBe(0), PATIENCE);
});

test('a child that was made anew, or went again with something else, is left alone', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const [one, two] = ['one', 'two'].map((name) => create(workspace, 'project', { name }));
  if (one === undefined || two === undefined) throw new Error('no projects');
  const made = create(workspace, 'task', { title: 'made', projectId: one.id });
  const went = create(workspace, 'task', { title: 'went', projectId: one.id });
  remove(workspace, 'project', one.id);
  create(workspace, 'task', { id: made.id, title: 'made anew' });
  create(workspace, 'task', { id: went.id, title: 'went again', projectId: two.id });
  remove(workspace, 'project', two.id);
  await workspace.trash.delete([{ kind: 'project', id: one.id }], user);
  expect(workspace.history.list({ limit: 1, recordKind: 'task', recordId: made.id }).items[0]?.title).toBe('made anew');
  expect(workspace.trash.restore([{ kind: 'project', id: two.id }], user).dropped).toEqual([]);
  expect(workspace.tasks.get(went.id).title).toBe('went again');
});
