import BetterSqlite from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AdiuvaError } from '../../../src/contracts/errors.ts';
import type { ChangeSetId } from '../../../src/contracts/ids.ts';
import {
  type Task,
  type TaskGroupBy,
  taskGroupBySchema,
  taskGroupsInputSchema,
  type TaskListItem,
  taskListInputSchema,
  type TaskSort,
  taskSortSchema,
} from '../../../src/contracts/task.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace, type TestWorkspace } from '../../support/createTestWorkspace.ts';
import { createRandom, type Random } from '../../support/random.ts';
import { applyAll, create, failureOf, propose, user } from '../../support/writeRecords.ts';

const TODAY = '2026-11-18';
const DAYS = ['0001-01-01', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-22', '2026-11-23', '9999-12-31', null];
const LABELS = ['print', 'web', 'a/b', 'tax'];
const PEOPLE = ['Tor', 'Ada Lovelace'];

function fieldsOf(random: Random, projects: readonly (string | null)[]) {
  const dueDate = random.pick(DAYS);
  return {
    title: `${random.pick(['Send', 'Print', 'Check'])} ${random.pick(['the quote', 'labels', 'wine list', 'checkout'])}`,
    description: random.pick(['', 'vineyard text', '- [ ] one\n- [x] two']),
    status: random.pick(['todo', 'in_progress', 'done']),
    priority: random.pick(['high', 'medium', 'low']),
    dueDate,
    dueTime: dueDate === null ? null : random.pick([null, '09:30']),
    projectId: random.pick(projects),
    labels: LABELS.filter(() => random.below(3) === 0),
    assignees: PEOPLE.filter(() => random.below(3) === 0),
  };
}

/** A workspace that was worked in: tasks made, edited, moved, deleted, proposed and undone; projects and clients too. */
async function workedIn(seed: number): Promise<TestWorkspace> {
  const test = await createTestWorkspace();
  const { workspace, ports } = test;
  const random = createRandom(seed);
  const clients = ['Zeta', 'alpha', 'Beta'].map((name) => create(workspace, 'client', { name }).id);
  const projects = ['p10', 'P2', 'alpha', 'Ärger', 'last'].map(
    (name, index) => create(workspace, 'project', { name, clientId: clients[index % 4] ?? null }).id,
  );
  const places = [...projects, null];
  const sets: ChangeSetId[] = [];
  for (let index = 0; index < 120; index += 1) {
    ports.clock.advance(random.below(3) * 1_000);
    if (index % 9 === 0)
      propose(workspace, [{ kind: 'task', operation: 'create', fields: fieldsOf(random, places) }], `call ${index}`);
    else sets.push(create(workspace, 'task', fieldsOf(random, places)).changeSetId);
  }
  for (let step = 0; step < 160; step += 1) {
    ports.clock.advance(random.below(3) * 1_000);
    const task = random.pick(everyTask(workspace));
    try {
      switch (random.below(9)) {
        case 0:
          sets.push(applyAll(workspace, [{ kind: 'task', operation: 'delete', id: task.id }]));
          break;
        case 1: {
          const undone = random.maybe(sets);
          if (undone !== undefined) sets.push(workspace.history.undo(undone, user).changeSetId);
          break;
        }
        case 2: {
          const fields = { id: random.pick(projects), clientId: random.pick([...clients, null]) };
          sets.push(applyAll(workspace, [{ kind: 'project', operation: 'update', fields }]));
          break;
        }
        case 3: {
          const pending = random.maybe(workspace.suggestions.list({ limit: 50, state: 'pending' }).items);
          if (pending !== undefined) workspace.suggestions.approve({ id: pending.id }, user);
          break;
        }
        case 4: {
          const others = everyTask(workspace).filter(() => random.below(20) === 0);
          const ids = [task, ...others].map(({ id }) => id);
          sets.push(workspace.tasks.updateMany({ ids, addLabels: ['web'], removeLabels: ['tax'] }, user).changeSetId);
          break;
        }
        case 5: {
          const [after, before] = [random.pick(everyTask(workspace)), random.pick(everyTask(workspace))];
          sets.push(workspace.tasks.move({ ids: [task.id], after: after.id, before: before.id }, user).changeSetId);
          break;
        }
        case 6: {
          const blockedBy = everyTask(workspace)
            .filter(() => random.below(30) === 0)
            .map(({ id }) => id);
          sets.push(applyAll(workspace, [{ kind: 'task', operation: 'update', fields: { id: task.id, blockedBy } }]));
          break;
        }
        default: {
          const fields = { ...fieldsOf(random, places), id: task.id };
          sets.push(applyAll(workspace, [{ kind: 'task', operation: 'update', fields }]));
        }
      }
    } catch (error) {
      if (!(error instanceof AdiuvaError) || error.kind !== 'expected') throw error;
    }
  }
  return test;
}

const parseList = (input: object) => taskListInputSchema.parse(input);
function everyTask(workspace: Workspace): TaskListItem[] {
  return workspace.tasks.list(parseList({ limit: 1_000, status: 'all', pending: 'include', sort: 'manual' })).items;
}

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
const dueOf = (task: TaskListItem): string =>
  task.dueDate === null ? `~ ${task.sortOrder}` : `${task.dueDate}T${task.dueTime ?? ''} ${task.sortOrder}`;
const PRIORITIES = ['high', 'medium', 'low'];
const byDue = (a: TaskListItem, b: TaskListItem): number => byText(dueOf(a), dueOf(b)) || byText(a.id, b.id);
const comparisons: Record<TaskSort, (a: TaskListItem, b: TaskListItem) => number> = {
  due: byDue,
  manual: (a, b) => byText(a.sortOrder, b.sortOrder) || byText(a.id, b.id),
  priority: (a, b) => PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) || byDue(a, b),
  created: (a, b) => b.createdAt - a.createdAt || byText(b.id, a.id),
  updated: (a, b) => b.updatedAt - a.updatedAt || byText(b.id, a.id),
  completed: (a, b) => (b.completedAt ?? 0) - (a.completedAt ?? 0) || byText(b.id, a.id),
};

const dueKeyOf = ({ dueDate }: TaskListItem): string =>
  dueDate === null
    ? 'noDate'
    : dueDate < TODAY
      ? 'overdue'
      : dueDate === TODAY
        ? 'today'
        : dueDate <= '2026-11-22'
          ? 'thisWeek'
          : 'later';

type Filter = Record<string, unknown>;

/** What lists and groups must answer, reckoned from all tasks without any index or count. */
function expectations(workspace: Workspace) {
  const projects = new Map(
    workspace.projects.list({ limit: 100, status: 'all' }).items.map((project) => [project.id as string, project]),
  );
  const clients = new Map(
    workspace.clients.list({ limit: 100, archived: 'include' }).items.map((client) => [client.id as string, client]),
  );
  const clientOf = (task: TaskListItem): string | null =>
    task.projectId === null ? null : (projects.get(task.projectId)?.clientId ?? null);
  const textOf = (task: Task): string =>
    [task.title, ...task.labels, ...task.assignees, task.description].join(' ').toLowerCase();
  const texts = new Map(everyTask(workspace).map(({ id }) => [id as string, textOf(workspace.tasks.get(id))]));

  const passes = (task: TaskListItem, filter: Filter): boolean => {
    const { status = 'open', pending = 'exclude', due = 'any' } = filter;
    if (status === 'open' ? task.status === 'done' : status !== 'all' && task.status !== status) return false;
    if (pending === 'exclude' ? !task.isApproved : pending === 'only' && task.isApproved) return false;
    if (filter['projectId'] !== undefined && task.projectId !== filter['projectId']) return false;
    if (filter['clientId'] !== undefined && clientOf(task) !== filter['clientId']) return false;
    if (filter['priority'] !== undefined && task.priority !== filter['priority']) return false;
    if (typeof filter['label'] === 'string' && !task.labels.includes(filter['label'])) return false;
    if (typeof filter['assignee'] === 'string' && !task.assignees.includes(filter['assignee'])) return false;
    if (due === 'none' ? task.dueDate !== null : due === 'dated' && task.dueDate === null) return false;
    const { dueFrom, dueTo } = filter;
    if (typeof dueFrom === 'string' && (task.dueDate === null || task.dueDate < dueFrom)) return false;
    if (typeof dueTo === 'string' && (task.dueDate === null || task.dueDate > dueTo)) return false;
    if (typeof filter['text'] === 'string') {
      if (!task.isApproved) return false;
      const words = filter['text'].split(' ');
      return words.every((word) => new RegExp(`\\b${word}`, 'u').test(texts.get(task.id) ?? ''));
    }
    return true;
  };
  const keyOf = (task: TaskListItem, groupBy: TaskGroupBy): string => {
    switch (groupBy) {
      case 'none':
        return 'all';
      case 'due':
        return dueKeyOf(task);
      case 'status':
        return task.status;
      case 'priority':
        return task.priority;
      case 'project':
        return task.projectId ?? 'none';
      case 'client':
        return clientOf(task) ?? 'none';
    }
  };
  const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
  const nameOf = (key: string): string => projects.get(key)?.name ?? clients.get(key)?.name ?? '';
  const keysOf = (tasks: readonly TaskListItem[], groupBy: TaskGroupBy): string[] => {
    switch (groupBy) {
      case 'none':
        return ['all'];
      case 'due':
        return ['overdue', 'today', 'thisWeek', 'later', 'noDate'];
      case 'status':
        return ['todo', 'in_progress', 'done'];
      case 'priority':
        return PRIORITIES;
      case 'project':
      case 'client': {
        const keys = [...new Set(tasks.map((task) => keyOf(task, groupBy)))];
        const named = keys.filter((key) => key !== 'none');
        named.sort((a, b) => collator.compare(nameOf(a), nameOf(b)) || byText(a, b));
        return keys.includes('none') ? [...named, 'none'] : named;
      }
    }
  };
  return { passes, keyOf, keysOf };
}

function filtersOf(workspace: Workspace, random: Random): Filter[] {
  const projects = workspace.projects.list({ limit: 100, status: 'all' }).items;
  const clients = workspace.clients.list({ limit: 100, archived: 'include' }).items;
  const parts: Filter[] = [
    { projectId: random.pick(projects).id },
    { projectId: null },
    { clientId: random.pick(clients).id },
    { clientId: null },
    { priority: 'high' },
    { label: 'web' },
    { label: 'a/b' },
    { label: 'on no task' },
    { assignee: 'Tor' },
    { dueTo: '2026-11-18' },
    { dueFrom: '2026-11-18' },
    { dueFrom: '2026-11-18', dueTo: '2026-11-22' },
    { due: 'none' },
    { due: 'dated' },
    { text: 'print' },
    { text: 'send quo' },
    { text: 'nowhere' },
  ];
  const both = Array.from({ length: 10 }, () => ({ ...random.pick(parts), ...random.pick(parts) }));
  return [{}, ...parts, ...both].map((part) => ({
    ...part,
    status: random.pick(['open', 'todo', 'in_progress', 'done', 'all']),
    pending: random.pick(['exclude', 'exclude', 'include', 'only']),
  }));
}

test.each([1, 2])(
  'after work at random (seed %i) groups count, list and page exactly what is there',
  async (seed) => {
    await using test = await workedIn(seed);
    const { workspace } = test;
    const { passes, keyOf, keysOf } = expectations(workspace);
    const all = everyTask(workspace);
    expect(all.length).toBeGreaterThan(60);
    const random = createRandom(seed + 100);
    for (const filter of filtersOf(workspace, random)) {
      const found = all.filter((task) => passes(task, filter));
      for (const groupBy of taskGroupBySchema.options) {
        const keys = keysOf(found, groupBy);
        const counted = workspace.tasks.groups(taskGroupsInputSchema.parse({ ...filter, groupBy, today: TODAY }));
        const shown = (key: string): string =>
          key === 'overdue' && (filter['status'] === 'done' || filter['status'] === 'all') ? 'earlier' : key;
        const expected = keys.map((key) => ({
          key: shown(key),
          count: found.filter((task) => keyOf(task, groupBy) === key).length,
        }));
        expect([filter, groupBy, counted]).toEqual([filter, groupBy, { groups: expected, total: found.length }]);

        const sort = random.pick(taskSortSchema.options);
        const ordered = keys.flatMap((key) =>
          found.filter((task) => keyOf(task, groupBy) === key).sort(comparisons[sort]),
        );
        const input = { ...filter, groupBy, sort, today: TODAY };
        const ids = (tasks: readonly TaskListItem[]): string[] => tasks.map((task) => `${task.title} ${task.id}`);
        expect([input, ids(everyPage(workspace, input, 1 + random.below(9)))]).toEqual([input, ids(ordered)]);
        const group = random.pick([...keys, 'none', 'todo', 'later']);
        const inGroup = keys.includes(group) ? ordered.filter((task) => keyOf(task, groupBy) === group) : [];
        if (groupBy !== 'none')
          expect([input, group, ids(everyPage(workspace, { ...input, group }, 3))]).toEqual([
            input,
            group,
            ids(inGroup),
          ]);
      }
    }
  },
  60_000,
);

function everyPage(workspace: Workspace, input: object, limit: number): TaskListItem[] {
  const items: TaskListItem[] = [];
  for (let cursor: string | null = null; ;) {
    const page = workspace.tasks.list(parseList({ ...input, limit, cursor }));
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    expect(page.items).toHaveLength(limit);
    cursor = page.nextCursor;
  }
}

test.each([4, 5])(
  'after work at random (seed %i) everything kept beside the tasks is as if made anew',
  async (seed) => {
    await using test = await workedIn(seed);
    const { workspace } = test;
    const sqlite = new BetterSqlite(join(test.folder, 'adiuva.db'), { readonly: true });
    const rows = (sql: string): unknown => sqlite.prepare(sql).raw().all();
    const words = (field: string): string =>
      `select distinct t.id, w.value, t.is_open, t.due_sort, t.sort_order from tasks t, json_each(t.${field}) w order by 1, 2`;
    expect(rows('select task_id, word, is_open, due_sort, sort_order from task_labels order by 1, 2')).toEqual(
      rows(words('labels')),
    );
    expect(rows('select task_id, word, is_open, due_sort, sort_order from task_assignees order by 1, 2')).toEqual(
      rows(words('assignees')),
    );
    expect(rows('select task_id, blocker_id from task_blockers order by 1, 2')).toEqual(
      rows('select t.id, b.value from tasks t, json_each(t.blocked_by) b order by 1, 2'),
    );
    expect(
      rows(`select id from tasks t where open_blocker_count <> (
      select count(*) from tasks b where b.id in (select value from json_each(t.blocked_by)) and b.is_open and b.is_approved)`),
    ).toEqual([]);
    const scopes = `select 'all' as scope, id from tasks
    union all select 'label/' || word, task_id from task_labels
    union all select 'assignee/' || word, task_id from task_assignees`;
    expect(rows('select scope, project, status, priority, value from task_counts order by 1, 2, 3, 4')).toEqual(
      rows(`with s as (${scopes}), c as (select s.scope, ifnull(t.project_id, 'none') as project, t.status, t.priority
          from s join tasks t on t.id = s.id where t.is_approved)
        select *, count(*) from c group by 1, 2, 3, 4
        union all select scope, 'all', status, priority, count(*) from c group by 1, 3, 4 order by 1, 2, 3, 4`),
    );
    expect(rows('select scope, status, day, value from task_day_counts order by 1, 2, 3')).toEqual(
      rows(`select s.scope, t.status, ifnull(t.due_date, 'none'), count(*) from (${scopes}
      union all select 'project/' || ifnull(project_id, 'none'), id from tasks
      union all select 'client/' || ifnull((select client_id from projects where id = project_id), 'none'), id from tasks
      union all select 'priority/' || priority, id from tasks) s
      join tasks t on t.id = s.id where t.is_approved group by 1, 2, 3 order by 1, 2, 3`),
    );
    sqlite.close();
    const count = (field: 'labels' | 'assignees') => {
      const counted = new Map<string, number>();
      for (const task of everyTask(workspace).filter(({ isApproved }) => isApproved))
        for (const word of task[field]) counted.set(word, (counted.get(word) ?? 0) + 1);
      const all = [...counted].map(([name, used]) => ({ name, count: used }));
      return all.sort((a, b) => b.count - a.count || byText(a.name, b.name));
    };
    expect([workspace.tasks.labels(), workspace.tasks.assignees()]).toEqual([count('labels'), count('assignees')]);
  },
  60_000,
);

test('a group that goes between two pages takes none of the others with it', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const [a, b, c] = ['a', 'b', 'c'].map((name) => create(workspace, 'project', { name }).id);
  for (const projectId of [a, b, c])
    for (const title of ['1', '2'])
      create(workspace, 'task', { title: `${title} ${String(projectId === b)}`, projectId });
  const list = (cursor: string | null) =>
    workspace.tasks.list(parseList({ groupBy: 'project', sort: 'created', limit: 3, cursor }));
  const first = list(null);
  expect(first.items.map((task) => task.projectId)).toEqual([a, a, b]);
  applyAll(workspace, [{ kind: 'project', operation: 'delete', id: b ?? '' }]);
  expect(list(first.nextCursor).items.map((task) => task.projectId)).toEqual([c, c]);
});

test('days that begin or end the calendar, and a week that is over, are groups too', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  for (const dueDate of ['0001-01-01', '9999-12-31', '2026-11-22']) create(workspace, 'task', { title: 'x', dueDate });
  const counts = (today: string) =>
    workspace.tasks
      .groups(taskGroupsInputSchema.parse({ groupBy: 'due', today }))
      .groups.map((group) => `${group.key} ${group.count}`)
      .join();
  expect(counts('0001-01-01')).toBe('overdue 0,today 1,thisWeek 0,later 2,noDate 0');
  expect(counts('9999-12-31')).toBe('overdue 2,today 1,thisWeek 0,later 0,noDate 0');
  expect(counts('2026-11-22')).toBe('overdue 1,today 1,thisWeek 0,later 1,noDate 0');
  const walked = (today: string) => everyPage(workspace, { groupBy: 'due', today }, 1).map((task) => task.dueDate);
  for (const today of ['0001-01-01', '9999-12-31', '2026-11-22'])
    expect(walked(today)).toEqual(['0001-01-01', '2026-11-22', '9999-12-31']);
});

test('grouping by date wants the day, a cursor its own list, and words that are none ask for nothing', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  for (const title of ['one', 'two', 'three']) create(workspace, 'task', { title });
  expect(taskListInputSchema.safeParse({ groupBy: 'due' }).error?.issues[0]).toMatchObject({
    path: ['today'],
    message: 'required',
  });
  expect(taskGroupsInputSchema.safeParse({ groupBy: 'due' }).success).toBe(false);
  const { nextCursor } = workspace.tasks.list(parseList({ limit: 1, groupBy: 'status' }));
  expect(
    failureOf(() => workspace.tasks.list(parseList({ limit: 1, groupBy: 'priority', cursor: nextCursor }))),
  ).toEqual({ code: 'validation', fields: { cursor: { problem: 'invalid' } } });
  expect(everyPage(workspace, { text: ' !? ' }, 2)).toHaveLength(3);
  expect(everyPage(workspace, { text: '"one" OR two*' }, 2)).toHaveLength(0);
  expect(everyPage(workspace, { text: 'thr' }, 2)).toHaveLength(1);
});
