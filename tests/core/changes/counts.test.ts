import BetterSqlite from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ChangeSetId } from '../../../src/contracts/ids.ts';
import type { RecordKind } from '../../../src/contracts/record.ts';
import { AdiuvaError } from '../../../src/contracts/errors.ts';
import type { Change, Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { createRandom } from '../../support/random.ts';
import { agent, readEverything, user, withoutVersions } from '../../support/writeRecords.ts';

const DAYS = ['2026-11-01', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2027-01-01', null];
const TODAY = '2026-11-20';

/** One random operation: any change, proposal, approval, rejection or undo that a user or an agent could make. */
function takeStep(
  workspace: Workspace,
  random: ReturnType<typeof createRandom>,
  changeSets: ChangeSetId[],
  step: number,
): void {
  const all = readEverything(workspace, TODAY);
  const taskFields = () => ({
    title: `task ${step}`,
    projectId: random.maybe(all.projects)?.id ?? null,
    status: random.pick(['todo', 'in_progress', 'done']),
    dueDate: DAYS[random.below(DAYS.length)] ?? null,
  });
  const change = (): Change => {
    const project = random.maybe(all.projects);
    const task = random.maybe(all.tasks);
    const note = random.maybe(all.notes);
    switch (random.below(12)) {
      case 0:
        return {
          kind: 'project',
          operation: 'create',
          fields: { name: `p${step}`, clientId: random.maybe(all.clients)?.id ?? null },
        };
      case 1:
        return project === undefined || random.below(2) === 0
          ? { kind: 'client', operation: 'create', fields: { name: `c${step}` } }
          : {
              kind: 'project',
              operation: 'update',
              fields: { id: project.id, clientId: random.maybe(all.clients)?.id ?? null },
            };
      case 2:
        return { kind: 'note', operation: 'create', fields: { title: `n${step}`, projectId: project?.id ?? null } };
      case 3:
        return task === undefined
          ? { kind: 'task', operation: 'create', fields: taskFields() }
          : { kind: 'comment', operation: 'create', fields: { taskId: task.id, body: 'so' } };
      case 4:
        return project === undefined
          ? { kind: 'task', operation: 'create', fields: taskFields() }
          : {
              kind: 'checkpoint',
              operation: 'create',
              fields: { title: `m${step}`, projectId: project.id, date: '2026-12-01' },
            };
      case 5:
      case 6:
        return { kind: 'task', operation: 'create', fields: taskFields() };
      case 7:
      case 8:
        return task === undefined
          ? { kind: 'task', operation: 'create', fields: taskFields() }
          : { kind: 'task', operation: 'update', fields: { ...taskFields(), id: task.id } };
      case 9:
        return note === undefined
          ? { kind: 'note', operation: 'create', fields: {} }
          : {
              kind: 'note',
              operation: 'update',
              fields: { id: note.id, content: `text ${step} `.repeat(random.pick([1, 500])) },
            };
      default: {
        const kind: RecordKind = random.pick([
          'project',
          'task',
          'task',
          'note',
          'client',
          'comment',
          'checkpoint',
        ] as const);
        const from = {
          project: all.projects,
          task: all.tasks,
          note: all.notes,
          client: all.clients,
          comment: all.comments,
          checkpoint: all.checkpoints,
        };
        const record = random.maybe<{ id: string }>(from[kind]);
        return record === undefined
          ? { kind: 'client', operation: 'create', fields: { name: 'x' } }
          : { kind, operation: 'delete', id: record.id };
      }
    }
  };

  const suggestion = random.maybe(all.suggestions);
  switch (random.below(8)) {
    case 0: {
      const target = random.maybe(changeSets);
      if (target !== undefined) changeSets.push(workspace.history.undo(target, user).changeSetId);
      return;
    }
    case 1:
      if (suggestion !== undefined)
        changeSets.push(workspace.suggestions.approve({ id: suggestion.id }, user).changeSetId);
      return;
    case 2:
      if (suggestion !== undefined)
        changeSets.push(workspace.suggestions.reject({ id: suggestion.id }, user).changeSetId);
      return;
    case 3:
      workspace.changes.apply(random.below(2) === 0 ? [change()] : [change(), change()], agent(`call ${step}`));
      return;
    default: {
      const result = workspace.changes.apply([change(), ...(random.below(3) === 0 ? [change()] : [])], user);
      if (result.outcome === 'applied') changeSets.push(result.changeSetId);
    }
  }
}

/** What an operation at random may run into. Anything else is a fault. */
const EXPECTED = new Set(['deleted', 'notFound', 'undoConflict', 'alreadyUndone', 'suggestionStale', 'validation']);

/** The kept counts, counted anew by SQL that knows nothing of how they are kept. */
function recount(folder: string): unknown {
  using database = open(folder);
  return database.rows(`
    select 'tasks/open/' || ifnull(due_date, 'none') as key, count(*) as value from tasks where is_approved and status <> 'done' group by 1
    union all select 'tasks/done', count(*) from tasks where is_approved and status = 'done' having count(*) > 0
    union all select 'project/' || project_id || '/tasks', count(*) from tasks where is_approved and project_id is not null group by 1
    union all select 'project/' || project_id || '/done', count(*) from tasks where is_approved and status = 'done' and project_id is not null group by 1
    union all select 'notes', count(*) from notes having count(*) > 0
    union all select 'trash', count(*) from trash having count(*) > 0
    union all select 'suggestions/pending', count(*) from suggestions where state = 'pending' having count(*) > 0
    order by 1`);
}

function open(folder: string) {
  const sqlite = new BetterSqlite(join(folder, 'adiuva.db'), { readonly: true });
  return { rows: (sql: string): unknown => sqlite.prepare(sql).all(), [Symbol.dispose]: () => void sqlite.close() };
}

test.each([1, 2, 3, 4])(
  'after 250 operations at random (seed %i) all counts, full text and history are right',
  async (seed) => {
    await using test = await createTestWorkspace();
    const { workspace, ports } = test;
    const random = createRandom(seed);
    const changeSets: ChangeSetId[] = [];
    let refused = 0;
    for (let step = 0; step < 250; step += 1) {
      ports.clock.advance(random.below(4) * 60_000);
      try {
        takeStep(workspace, random, changeSets, step);
      } catch (error) {
        if (!(error instanceof AdiuvaError) || !EXPECTED.has(error.code)) throw error;
        refused += 1;
      }
    }
    expect(changeSets.length).toBeGreaterThan(60);
    expect(refused).toBeLessThan(180);

    using database = open(test.folder);
    expect(database.rows('select key, value from counts order by key')).toEqual(recount(test.folder));
    expect(
      database.rows(
        'select t.id from tasks t where comment_count <> (select count(*) from comments where task_id = t.id)',
      ),
    ).toEqual([]);
    expect(
      database.rows(
        'select t.id from tasks t left join projects p on p.id = t.project_id where t.client_id is not p.client_id',
      ),
    ).toEqual([]);
    expect(database.rows('pragma foreign_key_check')).toEqual([]);
    // What can be found is what is there and approved.
    expect(database.rows('select kind, id from search_documents order by kind, id')).toEqual(
      database.rows(`
      select 'checkpoint' as kind, id from checkpoints where is_approved union all select 'client', id from clients
      union all select 'comment', c.id from comments c join tasks t on t.id = c.task_id where t.is_approved
      union all select 'note', id from notes union all select 'project', id from projects
      union all select 'task', id from tasks where is_approved order by kind, id`),
    );
    // Every pending record has its pending suggestion, and the other way round.
    expect(
      database.rows(`select record_id as id from suggestions where state = 'pending' and kind = 'create' order by 1`),
    ).toEqual(
      database.rows(
        'select id from tasks where not is_approved union all select id from checkpoints where not is_approved order by 1',
      ),
    );
    const everything = readEverything(workspace, TODAY);
    const inProject = (id: string) => everything.tasks.filter((task) => task.projectId === id && task.isApproved);
    expect(everything.projects.map(({ taskCount, doneTaskCount }) => [taskCount, doneTaskCount])).toEqual(
      everything.projects.map(({ id }) => [
        inProject(id).length,
        inProject(id).filter((task) => task.status === 'done').length,
      ]),
    );
  },
);

test('taking back everything, newest first, comes to an empty workspace, and redoing it to the full one', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const random = createRandom(7);
  const changeSets: ChangeSetId[] = [];
  const empty = withoutVersions(readEverything(workspace, TODAY));
  for (let step = 0; changeSets.length < 80; step += 1) {
    const before = changeSets.length;
    try {
      takeStep(workspace, random, changeSets, step);
    } catch (error) {
      if (!(error instanceof AdiuvaError)) throw error;
    }
    // Undoing at random would leave sets undone already; agents' sets are taken back by rejecting.
    if (changeSets.length > before) test.ports.clock.advance(20 * 60_000);
  }
  const full = withoutVersions(readEverything(workspace, TODAY));
  const undone: ChangeSetId[] = [];
  const written = workspace.history.list({ limit: 1_000 }).items;
  for (const id of [...new Set(written.map((entry) => entry.changeSetId))]) {
    if (
      workspace.history
        .list({ limit: 1_000 })
        .items.some((entry) => entry.changeSetId === id && entry.undoneBy !== null)
    )
      continue;
    undone.push(workspace.history.undo(id, user).changeSetId);
  }
  expect(withoutVersions(readEverything(workspace, TODAY))).toEqual(empty);
  for (const id of undone.reverse()) workspace.history.undo(id, user);
  expect(withoutVersions(readEverything(workspace, TODAY))).toEqual(full);
});
