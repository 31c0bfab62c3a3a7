import BetterSqlite from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createTestWorkspace, type TestWorkspace } from '../../support/createTestWorkspace.ts';
import { fillStudioFerri } from '../../support/studioFerri.ts';
import { applyAll, create, propose, remove, update, user } from '../../support/writeRecords.ts';
import { ask } from '../assistant/ask.ts';
import { readActivity } from './readActivity.ts';

const TAG = '0004_activity_trash';

/** Columns of later migrations. */
const added = [
  ...['fallbacks', 'attachments'].map((column) => ['messages', column]),
  ...['fallbacks', 'pinned_agent', 'chosen_model'].map((column) => ['runs', column]),
  ...['small_model', 'timeout', 'fallback_order', 'capabilities'].map((column) => ['providers', column]),
  ...['titled_by', 'is_pinned'].map((column) => ['conversations', column]),
  ['suggestions', 'fingerprint'],
];

/** Makes of a closed workspace what it was before there was an activity and a trash. */
function takeBackMigration({ folder, ports }: Pick<TestWorkspace, 'folder' | 'ports'>): void {
  const journal = z
    .object({ entries: z.array(z.object({ tag: z.string() })) })
    .parse(JSON.parse(readFileSync(join(ports.paths.migrations, 'meta', '_journal.json'), 'utf8')));
  const tags = journal.entries.map((entry) => entry.tag);
  // Later ones are taken back too.
  expect(tags.slice(tags.indexOf(TAG))).toEqual([
    TAG,
    '0005_task_count_totals',
    '0006_assistant_work',
    '0007_brief_kinds',
  ]);
  const sqlite = new BetterSqlite(join(folder, 'adiuva.db'));
  sqlite.exec(`
    drop table activity; drop table trash;
    alter table change_sets drop column is_restore; alter table change_sets drop column is_expired;
    delete from counts where key = 'trash';
    delete from task_counts where project = 'all';
    drop trigger message_text_insert; drop trigger message_text_update; drop trigger message_text_delete;
    drop table message_text;
    alter table messages add fallback_from text; alter table runs add fallback_from text;
    drop index conversations_recent; create index conversations_recent on conversations (updated_at, id);
    drop index suggestions_fingerprint;
    drop table brief_dismissals; drop table brief_schedule; drop index briefs_recent;
    create table old_briefs (day text primary key not null, brief text not null, generated_at integer not null);
    insert into old_briefs select day, brief, generated_at from briefs where kind = 'day';
    drop table briefs; alter table old_briefs rename to briefs;
    ${added.map(([table, column]) => `alter table ${table} drop column ${column};`).join('\n')}
    pragma user_version = ${tags.indexOf(TAG)};`);
  sqlite.close();
}

/** Rows as they can be known afterwards: when a tool ran, and that its conversation was about a task, was not kept. */
function rowsOf(test: TestWorkspace): unknown[] {
  const rows = readActivity(test.workspace).map(({ sequence: _sequence, at, ...row }) => ({
    ...row,
    at: row.type === 'tool' ? 0 : at,
    fields: row.fields.toSorted(),
  }));
  return rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

test('the rows of what happened before are those that would have been written', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  fillStudioFerri(workspace, ports.clock.today());
  ports.clock.advance(60_000);
  const [project] = workspace.projects.list({ limit: 1, status: 'all' }).items;
  const task = create(workspace, 'task', { title: 'Quote', projectId: project?.id, description: 'long '.repeat(900) });
  update(workspace, 'task', { id: task.id, status: 'done', description: 'long '.repeat(901) });
  ports.clock.advance(60_000);
  const [one, two, three] = ['one', 'two', 'three'].map((title, index) =>
    propose(workspace, [{ kind: 'task', operation: 'create', fields: { title, priority: 'high' } }], `call ${index}`),
  );
  const several = propose(
    workspace,
    [
      { kind: 'task', operation: 'update', fields: { id: task.id, priority: 'low' } },
      { kind: 'task', operation: 'delete', id: task.id },
    ],
    'several',
    { title: 'Tidy up' },
  );
  if (one === undefined || two === undefined || three === undefined) throw new Error('no suggestions');
  workspace.suggestions.approve({ id: one.id, edits: { title: 'One' } }, user);
  const rejected = workspace.suggestions.reject({ id: two.id, reason: 'no' }, user);
  workspace.history.undo(rejected.changeSetId, user);
  workspace.suggestions.reject({ id: several.id }, user);
  applyAll(workspace, [
    { kind: 'task', operation: 'update', fields: { id: task.id, labels: ['a'] } },
    { kind: 'note', operation: 'create', fields: { title: 'New' } },
  ]);
  await ask(workspace, 'call Rossi tomorrow');
  await ask(workspace, 'what about shipping?', { scope: { kind: 'project', id: project?.id ?? '' } });
  await workspace.brief.generate('2026-11-21');
  const comment = create(workspace, 'comment', { taskId: task.id, body: 'Soon enough' });
  remove(workspace, 'comment', comment.id);
  const deleted = remove(workspace, 'project', project?.id ?? '');
  const undone = workspace.history.undo(deleted, user).changeSetId;
  workspace.history.undo(undone, user);
  const made = create(workspace, 'task', { title: 'made' });
  workspace.history.undo(made.changeSetId, user);
  const rows = rowsOf(test);
  const trash = workspace.trash.list({ limit: 100 }).items;
  expect(trash.map(({ kind, title, childCount }) => [kind, title, childCount])).toEqual([
    ['project', 'Wine shop relaunch', 15],
    ['comment', 'Soon enough', 0],
  ]);
  await workspace.dispose();
  takeBackMigration(test);
  await test.reopen();
  expect(rowsOf(test)).toEqual(rows);
  expect(test.workspace.activity.count({ what: 'all' })).toEqual({ matching: rows.length, total: rows.length });
  expect(test.workspace.trash.list({ limit: 100 }).items).toEqual(trash);
  expect(test.workspace.trash.count()).toBe(2);
  expect(test.workspace.trash.restore([{ kind: 'project', id: project?.id ?? '' }], user).dropped).toEqual([]);
});

test('an empty workspace, and one whose only change was undone, migrate too', async () => {
  for (const isUsed of [false, true]) {
    await using test = await createTestWorkspace();
    if (isUsed) test.workspace.history.undo(create(test.workspace, 'task', { title: 'x' }).changeSetId, user);
    await test.workspace.dispose();
    takeBackMigration(test);
    const workspace = await test.reopen();
    expect(workspace.activity.count({ what: 'all' }).total).toBe(isUsed ? 2 : 0);
    expect(workspace.trash.count()).toBe(0);
  }
});
