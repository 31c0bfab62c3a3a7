import type { Database as Sqlite } from 'better-sqlite3';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { activityListInputSchema } from '../../../src/contracts/activity.ts';
import { messageListInputSchema } from '../../../src/contracts/conversation.ts';
import { runIdSchema, taskIdSchema } from '../../../src/contracts/ids.ts';
import { taskGroupsInputSchema, taskListInputSchema } from '../../../src/contracts/task.ts';
import { createWorkspace } from '../../../src/core/createWorkspace.ts';
import { openDatabase } from '../../../src/core/db/openDatabase.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { follow } from '../assistant/ask.ts';
import { createTemporaryFolder } from '../../support/createTestWorkspace.ts';
import { createTestPorts, type TestPorts } from '../../support/ports.ts';

interface Journal {
  entries: { tag: string }[];
}

/** What a user of the version before a migration had on disk, and what must be there after it. */
interface OldData {
  fill(sqlite: Sqlite): void;
  check(workspace: Workspace): void | Promise<void>;
}

const noteId = '0192f0c1-2f7e-7c3a-9a51-000000000001';
const idOf = (number: number): string => `0192f0c1-2f7e-7c3a-9a51-${String(number).padStart(12, '0')}`;
const otherId = '0192f0c1-2f7e-7c3a-9a51-000000000002';

/** By migration. Each is run on a database that the migrations before it made, with data in what it changes. */
const oldData: Record<string, OldData> = {
  '0002_note_draft_writers': {
    fill(sqlite) {
      const note = sqlite.prepare(
        `insert into notes (id, version, created_at, updated_at, title, project_id, is_pinned, excerpt, content)
         values (?, ?, 1, 1, ?, null, 0, 'a', 'a')`,
      );
      note.run(noteId, 3, 'Call');
      note.run(otherId, 5, 'Rates');
      const draft = sqlite.prepare(
        'insert into note_drafts (note_id, base_version, title, updated_at, content) values (?, ?, ?, ?, ?)',
      );
      draft.run(noteId, 3, null, 7, 'a, and what was typed');
      draft.run(otherId, 4, 'Rates of 2026', 8, 'typed before it changed');
    },
    check({ notes, health }) {
      expect(notes.get(noteId)).toMatchObject({ title: 'Call', content: 'a, and what was typed', version: 4 });
      expect(notes.get(otherId)).toMatchObject({ title: 'Rates', content: 'a', version: 5 });
      expect(health().notices).toEqual([
        { code: 'draftsRecovered', fields: { count: '1' } },
        { code: 'draftKeptAsCopy', fields: { title: 'Rates of 2026 (copy)' } },
      ]);
      const copy = notes.list({ limit: 10 }).items.find(({ id }) => id !== noteId && id !== otherId);
      expect(notes.get(copy?.id ?? '').content).toBe('typed before it changed');
    },
  },
  '0003_task_work': {
    fill(sqlite) {
      sqlite.prepare(`insert into clients values (?, 1, 1, 1, 'Rossi', '', '', 1, 0, '')`).run(idOf(1));
      sqlite
        .prepare(`insert into projects values (?, 1, 1, 1, 'Shop', ?, 1, 'active', 0, null, '')`)
        .run(idOf(2), idOf(1));
      const task = sqlite.prepare(
        `insert into tasks (id, version, created_at, updated_at, title, status, priority, due_date, due_time, project_id,
           assignees, labels, sort_order, recurrence, completed_at, is_ai_suggested, is_approved, client_id, is_open,
           due_sort, completed_sort, has_description, comment_count, description)
         values (?, 3, 1, 2, ?, ?, 'high', ?, null, ?, ?, ?, ?, ?, null, ?, ?, ?, ?, ?, 0, 1, ?, ?)`,
      );
      const boxes = '- [x] one\n- [ ] two\n\n```\n- [ ] code\n```';
      task.run(
        ...[idOf(3), 'Quote', 'todo', '2026-12-20', idOf(2), '["Tor"]', '["a/b","web","web"]', 'a0', 'FREQ=DAILY'],
        ...[0, 1, idOf(1), 1, '2026-12-20T a0', 1, boxes],
      );
      task.run(...[idOf(4), 'Label', 'done', null, null, '[]', '["web"]', 'a1', null, 0, 1, null, 0, '~ a1', 0, '']);
      task.run(...[idOf(5), 'Pending', 'todo', null, null, '[]', '["web"]', 'a2', null, 1, 0, null, 1, '~ a2', 0, '']);
      sqlite.prepare(`insert into comments values (?, 1, 1, 1, ?, 'user', 'so')`).run(idOf(6), idOf(3));
      const count = sqlite.prepare('insert into counts values (?, ?)');
      for (const key of ['tasks/open/2026-12-20', 'tasks/done', `project/${idOf(2)}/tasks`]) count.run(key, 1);
    },
    check({ tasks, comments, changes }) {
      const list = (input: object) =>
        tasks.list(taskListInputSchema.parse({ status: 'all', sort: 'manual', ...input })).items;
      expect(list({ pending: 'include' }).map((task) => task.title)).toEqual(['Quote', 'Label', 'Pending']);
      expect(list({ label: 'web', projectId: idOf(2) })).toMatchObject([
        {
          ...{ id: idOf(3), version: 3, labels: ['a/b', 'web', 'web'], assignees: ['Tor'], blockedBy: [] },
          ...{ seriesId: idOf(3), occurrence: '2026-12-20', seriesStart: '2026-12-20' },
          ...{ hasDescription: true, checklistTotal: 2, checklistDone: 1, commentCount: 1, openBlockerCount: 0 },
        },
      ]);
      expect(comments.list({ taskId: taskIdSchema.parse(idOf(3)), limit: 10 }).items).toHaveLength(1);
      const groups = (input: object) =>
        tasks
          .groups(taskGroupsInputSchema.parse({ status: 'all', today: '2026-11-21', ...input }))
          .groups.filter(({ count }) => count > 0);
      const kept = () => [
        groups({ groupBy: 'status' }),
        groups({ groupBy: 'project', label: 'web' }),
        groups({ groupBy: 'client', assignee: 'Tor' }),
        groups({ groupBy: 'due' }),
        groups({ groupBy: 'due', clientId: idOf(1) }),
        tasks.labels(),
        tasks.assignees(),
      ];
      expect(kept()).toEqual([
        [
          { key: 'todo', count: 1 },
          { key: 'done', count: 1 },
        ],
        [
          { key: idOf(2), count: 1 },
          { key: 'none', count: 1 },
        ],
        [{ key: idOf(1), count: 1 }],
        [
          { key: 'later', count: 1 },
          { key: 'noDate', count: 1 },
        ],
        [{ key: 'later', count: 1 }],
        [
          { name: 'web', count: 2 },
          { name: 'a/b', count: 1 },
        ],
        [{ name: 'Tor', count: 1 }],
      ]);
      for (const id of [idOf(3), idOf(4)]) changes.apply([{ kind: 'task', operation: 'delete', id }], { kind: 'user' });
      expect(kept().every((counted) => counted.length === 0)).toBe(true);
    },
  },
  '0004_activity_trash': {
    fill(sqlite) {
      const id = (number: number): string => `0192f0c1-2f7e-7c3a-9a51-${String(number).padStart(12, '0')}`;
      const changeSet = sqlite.prepare('insert into change_sets (id, actor_kind, at, undoes) values (?, ?, ?, ?)');
      const entry = sqlite.prepare(
        `insert into history (change_set_id, record_kind, record_id, project_id, title, operation, before, after, texts)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      );
      const base = { version: 1, createdAt: 1, updatedAt: 1 };
      const project = { ...base, id: id(1), name: 'Shop', description: '', clientId: null, color: 1 };
      const shop = JSON.stringify({ ...project, status: 'active', isPinned: false, archivedAt: null });
      // As it was kept before tasks could wait for each other.
      const quote = JSON.stringify({
        ...{ ...base, id: id(2), title: 'Quote', description: '', status: 'todo', priority: 'low', dueDate: null },
        ...{ dueTime: null, projectId: id(1), assignees: [], labels: [], sortOrder: 'a0', recurrence: null },
        ...{ completedAt: null, isAiSuggested: false, isApproved: true },
      });
      const difference = { start: 0, removed: '', insertedLength: 3_000, insertedBeginning: 'a', afterHash: 'x' };
      changeSet.run(id(11), 'user', 1_000, null);
      entry.run(id(11), 'project', id(1), id(1), 'Shop', 'create', null, shop, null);
      changeSet.run(id(12), 'api', 2_000, null);
      entry.run(id(12), 'task', id(2), id(1), 'Quote', 'create', null, quote, null);
      changeSet.run(id(13), 'user', 3_000, null);
      entry.run(
        ...[id(13), 'note', noteId, null, 'Call', 'update'],
        ...['{"title":"Cal"}', '{"title":"Call"}', JSON.stringify({ content: difference })],
      );
      changeSet.run(id(14), 'user', 4_000, null);
      entry.run(id(14), 'task', id(2), id(1), 'Quote', 'delete', quote, null, null);
      entry.run(id(14), 'note', noteId, null, 'Call', 'update', `{"projectId":"${id(1)}"}`, '{"projectId":null}', null);
      entry.run(id(14), 'project', id(1), id(1), 'Shop', 'delete', shop, null, null);
      sqlite
        .prepare(
          `insert into notes (id, version, created_at, updated_at, title, project_id, is_pinned, excerpt, content)
           values (?, 4, 1, 1, 'Call', null, 0, 'a', 'a')`,
        )
        .run(noteId);
      sqlite.prepare(`insert into conversations values (?, 'Shipping', 'workspace', null, 3500, 3500)`).run(id(21));
      const step = { tool: 'search', arguments: {}, count: 3, duration: 12 };
      const steps = [
        { ...step, id: '0.0', state: 'done' },
        { ...step, id: '0.1', state: 'failed', count: null },
        { ...step, id: '0.2', state: 'running', count: null, duration: null },
      ];
      sqlite
        .prepare(
          `insert into messages (id, conversation_id, role, content, state, run_id, agent, steps, sources, suggestion_ids, created_at)
           values (?, ?, 'assistant', '', 'stopped', ?, 'project', ?, '[]', '[]', 3500)`,
        )
        .run(id(22), id(21), id(23), JSON.stringify(steps));
      sqlite.prepare(`insert into briefs values ('2026-11-20', '{"recordCount":11}', 3600)`).run();
    },
    check({ activity, trash, projects, notes, tasks }) {
      const rows = activity.list(activityListInputSchema.parse({})).items;
      expect(rows.map((row) => [row.at, row.type, row.actorKind, row.operation, row.title, row.recordCount])).toEqual([
        [4_000, 'change', 'user', 'delete', 'Shop', 3],
        [3_600, 'brief', 'agent', null, '2026-11-20', 11],
        [3_500, 'tool', 'agent', null, '', 0],
        [3_500, 'tool', 'agent', null, '', 0],
        [3_000, 'change', 'user', 'update', 'Call', 1],
        [2_000, 'change', 'api', 'create', 'Quote', 1],
        [1_000, 'change', 'user', 'create', 'Shop', 1],
      ]);
      expect(rows.map((row) => row.tool).filter((tool) => tool !== null)).toEqual([
        { name: 'search', found: null, duration: 12, error: 'failed' },
        { name: 'search', found: 3, duration: 12, error: null },
      ]);
      expect(rows[2]).toMatchObject({ actorName: 'project', conversationTitle: 'Shipping' });
      expect(rows[4]?.fields.toSorted()).toEqual(['content', 'title']);
      const [item] = trash.list({ limit: 10 }).items;
      if (item === undefined) throw new Error('nothing in the trash');
      expect([item.kind, item.title, item.childCount, item.deletedAt]).toEqual(['project', 'Shop', 1, 4_000]);
      // By the clock it is long due, and goes once the start is over; till then it can be taken back.
      expect(trash.restore([item], { kind: 'user' })).toMatchObject({ count: 1, dropped: [] });
      expect(projects.get(item.id).taskCount).toBe(1);
      expect(notes.get(noteId).projectId).toBe(item.id);
      expect(tasks.list(taskListInputSchema.parse({})).items).toMatchObject([{ title: 'Quote', blockedBy: [] }]);
    },
  },
  '0005_task_count_totals': {
    fill(sqlite) {
      const count = sqlite.prepare(
        'insert into task_counts (scope, project, status, priority, value) values (?, ?, ?, ?, ?)',
      );
      for (const scope of ['all', 'label/web', 'assignee/Tor']) {
        count.run(scope, idOf(2), 'todo', 'high', 3);
        count.run(scope, 'none', 'todo', 'high', 4);
        count.run(scope, 'none', 'done', 'low', 5);
      }
    },
    check({ tasks }) {
      const groups = (input: object) => tasks.groups(taskGroupsInputSchema.parse({ status: 'all', ...input })).groups;
      const byStatus = [
        { key: 'todo', count: 7 },
        { key: 'in_progress', count: 0 },
        { key: 'done', count: 5 },
      ];
      expect(groups({ groupBy: 'status' })).toEqual(byStatus);
      expect(groups({ groupBy: 'status', label: 'web' })).toEqual(byStatus);
      expect(groups({ groupBy: 'priority', assignee: 'Tor' })).toEqual([
        { key: 'high', count: 7 },
        { key: 'medium', count: 0 },
        { key: 'low', count: 5 },
      ]);
      expect(groups({ groupBy: 'status', projectId: null })).toMatchObject([{ count: 4 }, { count: 0 }, { count: 5 }]);
    },
  },
  '0006_assistant_work': {
    fill(sqlite) {
      const conversation = sqlite.prepare(`insert into conversations values (?, ?, 'workspace', null, ?, ?)`);
      conversation.run(idOf(21), 'Shipping to Norway', 1, 10);
      conversation.run(idOf(22), 'Rates', 2, 20);
      const message = sqlite.prepare(
        `insert into messages (id, conversation_id, role, content, state, run_id, steps, sources, suggestion_ids, provider,
           fallback_from, created_at)
         values (?, ?, ?, ?, ?, ?, '[]', '[]', '[]', ?, ?, 1)`,
      );
      message.run(idOf(31), idOf(21), 'user', 'What does Norway need?', 'done', null, null, null);
      message.run(idOf(32), idOf(21), 'assistant', 'A number.', 'done', idOf(41), 'offline', 'Mistral');
      message.run(idOf(33), idOf(22), 'user', 'overdue?', 'done', null, null, null);
      message.run(idOf(34), idOf(22), 'assistant', '', 'streaming', idOf(42), null, 'Groq');
      const run = sqlite.prepare(
        `insert into runs (id, conversation_id, message_id, answer_id, state, scope_kind, started_at, today, provider_id,
           fallback_from, attempts)
         values (?, ?, ?, ?, ?, 'workspace', 1, '2026-11-20', ?, ?, 1)`,
      );
      run.run(idOf(41), idOf(21), idOf(31), idOf(32), 'done', idOf(51), 'Mistral');
      // Cut off after its provider had failed: the offline provider goes on.
      run.run(idOf(42), idOf(22), idOf(33), idOf(34), 'running', idOf(51), 'Groq');
      const event = JSON.stringify({ type: 'fellBack', from: 'Mistral', code: 'providerTimeout' });
      sqlite.prepare('insert into run_events values (?, 1, ?)').run(idOf(41), event);
      sqlite
        .prepare(
          `insert into providers (id, kind, name, base_url, model, is_default, created_at)
           values (?, 'openai-compatible', 'Groq', 'http://127.0.0.1:1/v1', 'm', 1, 1)`,
        )
        .run(idOf(51));
    },
    async check(workspace) {
      const { conversations, providers } = workspace;
      const messagesOf = (id: string) =>
        conversations.messages(messageListInputSchema.parse({ conversationId: id, limit: 10 })).items;
      expect(messagesOf(idOf(21))).toMatchObject([
        { content: 'What does Norway need?', fallbacks: [], fallbackFrom: null },
        { fallbacks: [{ provider: 'Mistral', code: 'providerTimeout' }], fallbackFrom: 'Mistral' },
      ]);
      const { message } = await follow(workspace, runIdSchema.parse(idOf(42)));
      expect(message).toMatchObject({ state: 'done', provider: 'offline', fallbackFrom: 'Groq' });
      expect(messagesOf(idOf(22))[1]).toEqual(message);
      expect(providers.list()).toMatchObject([{ name: 'Groq', isDefault: true }, { kind: 'offline' }]);
    },
  },
  '0007_brief_kinds': {
    fill(sqlite) {
      sqlite.prepare(`insert into clients values (?, 1, 1, 1, 'Rossi', '', '', 1, 0, '')`).run(idOf(1));
      const line = { pieces: [{ text: 'Rossi', link: { kind: 'client', id: idOf(1), title: 'Rossi' } }] };
      const written = { recordCount: 1, provider: 'offline', model: null, fallbackFrom: null };
      const insert = sqlite.prepare('insert into briefs values (?, ?, ?)');
      for (const [day, at] of [
        ['2026-11-19', 2_000],
        ['2026-11-20', 1_000],
      ] as const)
        insert.run(day, JSON.stringify({ day, lines: [line], ...written, generatedAt: at }), at);
    },
    check({ brief }) {
      const kept = brief.list({ limit: 10 }).items;
      expect(kept).toEqual([
        { kind: 'day', day: '2026-11-19', generatedAt: 2_000 },
        { kind: 'day', day: '2026-11-20', generatedAt: 1_000 },
      ]);
      expect(brief.latest()).toMatchObject({ kind: 'day', day: '2026-11-19', counts: {}, recordCount: 1 });
      expect(brief.get({ kind: 'day', day: '2026-11-20' }).lines).toMatchObject([{ about: [] }]);
    },
  },
};

test.each(Object.entries(oldData))('%s keeps what was there before it', async (tag, { fill, check }) => {
  using folder = createTemporaryFolder();
  const ports = createTestPorts(join(folder.path, 'workspace'));
  const old = openDatabase(withMigrationsBefore(tag, ports, folder.path));
  fill(old.sqlite);
  old.close();
  for (const time of ['first', 'second']) {
    const workspace = await createWorkspace(ports);
    if (time === 'first') await check(workspace);
    else expect(workspace.health().notices).toEqual([]);
    await workspace.dispose();
  }
});

test('no migration is without data that it was run on', () => {
  // The first two made the tables: no database was ever left between them.
  const [, , ...later] = readJournal(createTestPorts('').paths.migrations).entries.map(({ tag }) => tag);
  expect(Object.keys(oldData)).toEqual(later);
});

/** The ports of the program as it was before a migration. */
function withMigrationsBefore(tag: string, ports: TestPorts, folder: string): TestPorts {
  const migrations = join(folder, 'migrations');
  cpSync(ports.paths.migrations, migrations, { recursive: true });
  const journal = readJournal(migrations);
  const place = journal.entries.findIndex((entry) => entry.tag === tag);
  if (place === -1) throw new Error(`There is no migration ${tag}.`);
  const entries = journal.entries.slice(0, place);
  writeFileSync(join(migrations, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries }));
  return { ...ports, paths: { ...ports.paths, migrations } };
}

const readJournal = (migrations: string): Journal =>
  JSON.parse(readFileSync(join(migrations, 'meta', '_journal.json'), 'utf8')) as Journal;
