import BetterSqlite from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { applyAll, create, remove, update, user } from '../../support/writeRecords.ts';
import { ask } from '../assistant/ask.ts';
import { readActivity } from './readActivity.ts';

/** CSV as RFC 4180 has it, read back. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu)) {
    if (end === '' && row.length === 0) break;
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

test('the activity as CSV: who, what, to what, before and after', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  const project = create(workspace, 'project', { name: 'Wine, "shop"' });
  const other = create(workspace, 'project', { name: 'Other' });
  const task = create(workspace, 'task', { title: 'Quote', projectId: project.id, labels: ['a'] });
  ports.clock.advance(1_000);
  update(workspace, 'task', { id: task.id, status: 'done', labels: ['a', 'b'], projectId: other.id });
  const { changeSetId } = update(workspace, 'task', { id: task.id, dueDate: '2026-12-01' }, { kind: 'api' });
  workspace.history.undo(changeSetId, user);
  applyAll(workspace, [
    { kind: 'task', operation: 'create', fields: { title: 'x' } },
    { kind: 'task', operation: 'create', fields: { title: 'y' } },
  ]);
  const { text, nextCursor } = await workspace.activity.csv({ what: 'all' });
  expect(nextCursor).toBeNull();
  const time = '2026-11-21T09:00:01.000Z';
  expect(parseCsv(text)).toEqual([
    ['time', 'who', 'what', 'kind', 'title', 'project', 'conversation', 'changes'],
    [time, 'user', 'create (2)', 'task', 'x', '', '', ''],
    [time, 'user', 'undo: update', 'task', 'Quote', 'Other', '', 'dueDate: 2026-12-01 -> '],
    [time, 'api', 'update', 'task', 'Quote', 'Other', '', 'dueDate:  -> 2026-12-01'],
    [
      ...[time, 'user', 'update', 'task', 'Quote', 'Other', ''],
      'status: todo -> done\nprojectId: Wine, "shop" -> Other\nlabels: a -> a, b',
    ],
    ['2026-11-21T09:00:00.000Z', 'user', 'create', 'task', 'Quote', 'Wine, "shop"', '', ''],
    ['2026-11-21T09:00:00.000Z', 'user', 'create', 'project', 'Other', 'Other', '', ''],
    ['2026-11-21T09:00:00.000Z', 'user', 'create', 'project', 'Wine, "shop"', 'Wine, "shop"', '', ''],
  ]);
});

test('what a spreadsheet would run is a text', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const titles = ['=HYPERLINK("http://evil","x")', '+1', '-1', '@SUM(1)', '＝1+1', '=cmd|"/c calc"!A0'];
  for (const title of titles) create(workspace, 'task', { title });
  create(workspace, 'project', { name: '=1+1' });
  const { text } = await workspace.activity.csv({ what: 'all' });
  for (const cell of parseCsv(text).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
  expect(parseCsv(text).map((row) => row[4])).toContain(`'=HYPERLINK("http://evil","x")`);
});

test('pages of a thousand: the header once, every row once', async () => {
  await using test = await createTestWorkspace();
  const sqlite = new BetterSqlite(join(test.folder, 'adiuva.db'));
  sqlite.exec(
    `with recursive n (i) as (select 1 union all select i + 1 from n where i < 1010)
     insert into activity (at, type, actor_kind, title, record_count) select i, 'change', 'user', 'c' || i, 1 from n`,
  );
  sqlite.close();
  const workspace = await test.reopen();
  const texts: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { text: string; nextCursor: string | null } = await workspace.activity.csv({ what: 'all', cursor });
    texts.push(page.text);
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(texts).toHaveLength(2);
  const rows = parseCsv(texts.join(''));
  expect(rows.map((row) => row[4])).toEqual(['title', ...readActivity(workspace, {}, 500).map((row) => row.title)]);
  expect((await workspace.activity.csv({ what: 'all', agent: 'nobody' })).text).toBe(
    'time,who,what,kind,title,project,conversation,changes\r\n',
  );
  await expect(workspace.activity.csv({ what: 'all', cursor: 'x' })).rejects.toMatchObject({ code: 'validation' });
});

test('tool runs, briefs, notes and what was deleted for good', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const note = create(workspace, 'note', { title: 'Shipping', content: 'Norway '.repeat(1_000) });
  await ask(workspace, 'what about Norway?');
  await workspace.brief.generate('2026-11-21');
  update(workspace, 'note', { id: note.id, content: `${'Norway '.repeat(1_000)}!` });
  remove(workspace, 'note', note.id);
  await workspace.trash.empty(user);
  const rows = parseCsv((await workspace.activity.csv({ what: 'all' })).text).slice(1);
  expect(rows.map(([, who, what, kind, title, , conversation]) => [who, what, kind, title, conversation])).toEqual([
    ['user', 'delete', 'note', '', ''],
    ['user', 'update', 'note', '', ''],
    ['general', 'brief', '', '2026-11-21', ''],
    ['knowledge', 'tool', '', 'search', 'what about Norway?'],
    ['user', 'create', 'note', '', ''],
  ]);
  expect(rows[3]?.[7]).toMatch(/^found: 1\n\d+ ms$/u);
});
