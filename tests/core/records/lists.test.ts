import { expect, test } from 'vitest';
import { checkpointListInputSchema } from '../../../src/contracts/checkpoint.ts';
import { clientListInputSchema } from '../../../src/contracts/client.ts';
import { commentListInputSchema } from '../../../src/contracts/comment.ts';
import { noteListInputSchema } from '../../../src/contracts/note.ts';
import type { Page } from '../../../src/contracts/page.ts';
import { projectListInputSchema } from '../../../src/contracts/project.ts';
import { type TaskListItem, type TaskSort, taskListInputSchema } from '../../../src/contracts/task.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { createRandom } from '../../support/random.ts';
import { create, failureOf, propose, update } from '../../support/writeRecords.ts';

/** All pages of a list, and that none but the last is short. */
function allPages<Item>(limit: number, list: (cursor: string | null) => Page<Item>): Item[] {
  const items: Item[] = [];
  for (let cursor: string | null = null; ;) {
    const page = list(cursor);
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    expect(page.items).toHaveLength(limit);
    cursor = page.nextCursor;
  }
}

const parseTasks = (input: object) => taskListInputSchema.parse(input);

/** Tasks with every mix of what lists filter and sort by, some of them pending. */
function fill(workspace: Workspace, advance: (milliseconds: number) => void) {
  const random = createRandom(11);
  const clients = [0, 1].map((i) => create(workspace, 'client', { name: `c${i}` }).id);
  const projects = [0, 1, 2, 3].map(
    (i) => create(workspace, 'project', { name: `p${i}`, clientId: clients[i] ?? null }).id,
  );
  for (let i = 0; i < 240; i += 1) {
    if (random.below(3) > 0) advance(random.below(3) * 1_000);
    const dueDate = random.pick(['0001-01-01', '2026-11-20', '2026-11-21', '2026-11-22', '9999-12-31', null, null]);
    const fields = {
      title: `task ${i}`,
      description: random.pick(['', 'text']),
      status: random.pick(['todo', 'in_progress', 'done']),
      priority: random.pick(['high', 'medium', 'low']),
      dueDate,
      dueTime: dueDate === null ? null : random.pick([null, '00:00', '09:30', '23:59']),
      projectId: random.pick([...projects, null]),
      labels: random.pick([[], ['a', 'b']]),
    };
    if (i % 10 === 0) propose(workspace, [{ kind: 'task', operation: 'create', fields }], `call ${i}`);
    else {
      const task = create(workspace, 'task', fields);
      if (i % 7 === 0) {
        advance(1_000);
        update(workspace, 'task', { id: task.id, title: `task ${i} again` });
      }
      if (i % 20 === 1) create(workspace, 'comment', { taskId: task.id, body: 'so' });
    }
  }
  const owner = new Map(projects.map((id, i) => [id, clients[i]]));
  return { clients, projects, owner };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const dueOf = (task: TaskListItem): string =>
  task.dueDate === null ? `~ ${task.sortOrder}` : `${task.dueDate}T${task.dueTime ?? ''} ${task.sortOrder}`;
const PRIORITIES = ['high', 'medium', 'low'];
const comparisons: Record<TaskSort, (a: TaskListItem, b: TaskListItem) => number> = {
  due: (a, b) => byText(dueOf(a), dueOf(b)) || byText(a.id, b.id),
  manual: (a, b) => byText(a.sortOrder, b.sortOrder) || byText(a.id, b.id),
  priority: (a, b) => PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) || comparisons.due(a, b),
  created: (a, b) => b.createdAt - a.createdAt || byText(b.id, a.id),
  updated: (a, b) => b.updatedAt - a.updatedAt || byText(b.id, a.id),
  completed: (a, b) => (b.completedAt ?? 0) - (a.completedAt ?? 0) || byText(b.id, a.id),
};

test('tasks: every mix of filters, in every order, pages to what it should', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  const { clients, projects, owner } = fill(workspace, (milliseconds) => ports.clock.advance(milliseconds));
  const all = workspace.tasks.list(parseTasks({ limit: 1_000, status: 'all', pending: 'include' })).items;
  expect(all).toHaveLength(240);
  expect(all.filter((task) => !task.isApproved)).toHaveLength(24);

  const within = (task: TaskListItem, from: string, to: string) =>
    task.dueDate !== null && task.dueDate >= from && task.dueDate <= to;
  const filters: [object, (task: TaskListItem) => boolean][] = [
    [{}, () => true],
    [{ projectId: projects[1] }, (task) => task.projectId === projects[1]],
    [{ projectId: null }, (task) => task.projectId === null],
    [{ clientId: clients[0] }, (task) => task.projectId !== null && owner.get(task.projectId) === clients[0]],
    [{ clientId: clients[1], priority: 'high' }, (task) => task.projectId === projects[1] && task.priority === 'high'],
    [{ priority: 'low' }, (task) => task.priority === 'low'],
    [{ dueFrom: '2026-11-21' }, (task) => within(task, '2026-11-21', '9999-12-31')],
    [{ dueTo: '2026-11-21' }, (task) => within(task, '0001-01-01', '2026-11-21')],
    [{ dueFrom: '2026-11-21', dueTo: '2026-11-21' }, (task) => task.dueDate === '2026-11-21'],
    [{ dueFrom: '2026-11-22', dueTo: '2026-11-21' }, () => false],
    [{ due: 'none' }, (task) => task.dueDate === null],
    [{ due: 'dated' }, (task) => task.dueDate !== null],
    [
      { due: 'dated', dueTo: '2026-11-20', projectId: projects[0] },
      (task) => within(task, '0001-01-01', '2026-11-20') && task.projectId === projects[0],
    ],
    [{ due: 'none', dueFrom: '2026-11-21' }, () => false],
  ];
  const statuses: [string, (task: TaskListItem) => boolean][] = [
    ['open', (task) => task.status !== 'done'],
    ['todo', (task) => task.status === 'todo'],
    ['in_progress', (task) => task.status === 'in_progress'],
    ['done', (task) => task.status === 'done'],
    ['all', () => true],
  ];
  const pendings: [string, (task: TaskListItem) => boolean][] = [
    ['exclude', (task) => task.isApproved],
    ['include', () => true],
    ['only', (task) => !task.isApproved],
  ];
  let compared = 0;
  for (const sort of ['due', 'manual', 'priority', 'created', 'updated', 'completed'] as const) {
    for (const [filter, passes] of filters) {
      for (const [status, hasStatus] of statuses) {
        for (const [pending, isAsked] of pendings) {
          const input = { ...filter, status, pending, sort, limit: 7 };
          const listed = allPages(7, (cursor) => workspace.tasks.list(parseTasks({ ...input, cursor })));
          const expected = all
            .filter((task) => passes(task) && hasStatus(task) && isAsked(task))
            .sort(comparisons[sort]);
          expect([input, listed.map((task) => task.title)]).toEqual([input, expected.map((task) => task.title)]);
          compared += 1;
        }
      }
    }
  }
  expect(compared).toBe(6 * 14 * 5 * 3);
});

test('a list item is the task without its description', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const task = create(workspace, 'task', {
    title: 'Quote',
    description: 'long',
    labels: ['a'],
    assignees: ['Tor'],
    dueDate: '2026-11-21',
    dueTime: '10:00',
  });
  create(workspace, 'comment', { taskId: task.id, body: 'so' });
  create(workspace, 'comment', { taskId: task.id, body: 'yes' });
  const { description: _, ...rest } = workspace.tasks.get(task.id);
  expect(workspace.tasks.list(parseTasks({})).items).toEqual([
    { ...rest, hasDescription: true, commentCount: 2, checklistTotal: 0, checklistDone: 0, openBlockerCount: 0 },
  ]);
});

test('rows that come and go between two pages shift none of the others', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const tasks = Array.from({ length: 6 }, (_, i) => create(workspace, 'task', { title: `t${i}` }));
  const first = workspace.tasks.list(parseTasks({ limit: 3, sort: 'manual' }));
  update(workspace, 'task', { id: tasks[0]?.id, status: 'done' });
  create(workspace, 'task', { title: 'before all', sortOrder: 'Zz' });
  const second = workspace.tasks.list(parseTasks({ limit: 3, sort: 'manual', cursor: first.nextCursor }));
  expect(second.items.map((task) => task.title)).toEqual(['t3', 't4', 't5']);
});

test('a cursor of another list, or none at all, is told', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  for (let i = 0; i < 3; i += 1) create(workspace, 'task', { title: `t${i}` });
  const { nextCursor } = workspace.tasks.list(parseTasks({ limit: 1, sort: 'created' }));
  const problem = { code: 'validation', fields: { cursor: { problem: 'invalid' } } };
  const list = (cursor: string | null, sort = 'due') =>
    failureOf(() => workspace.tasks.list(parseTasks({ cursor, sort })));
  const forged = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
  expect([
    list(nextCursor),
    list('nonsense'),
    list(''),
    list(forged(['due', 1, 'x'])),
    list(forged(['due', 'a'])),
    list(forged({})),
    list(forged(['created', 'a', 'b']), 'created'),
  ]).toEqual(Array.from({ length: 7 }, () => problem));
});

test('counts of tasks go by the day that is asked for; weeks end on Sunday', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  for (const dueDate of ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-22', '2026-11-23', null])
    create(workspace, 'task', { title: 'x', dueDate });
  create(workspace, 'task', { title: 'x', status: 'done', dueDate: '2026-11-19' });
  expect(workspace.tasks.counts('2026-11-19')).toEqual({
    open: 6,
    done: 1,
    overdue: 1,
    today: 1,
    thisWeek: 2,
    later: 1,
    noDate: 1,
  });
  expect(workspace.tasks.counts('2026-11-22')).toEqual({
    open: 6,
    done: 1,
    overdue: 3,
    today: 1,
    thisWeek: 0,
    later: 1,
    noDate: 1,
  });
});

test('projects: by status, client and pin, with kept counts and the next checkpoint', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const client = create(workspace, 'client', { name: 'Rossi' });
  const shop = create(workspace, 'project', { name: 'Shop', clientId: client.id, isPinned: true });
  create(workspace, 'project', { name: 'Admin' });
  create(workspace, 'project', { name: 'Postcards', clientId: client.id, status: 'archived' });
  create(workspace, 'task', { title: 'a', projectId: shop.id });
  create(workspace, 'task', { title: 'b', projectId: shop.id, status: 'done' });
  create(workspace, 'checkpoint', { title: 'later', projectId: shop.id, date: '2026-12-09' });
  const next = create(workspace, 'checkpoint', { title: 'next', projectId: shop.id, date: '2026-12-01' });
  create(workspace, 'checkpoint', { title: 'done', projectId: shop.id, date: '2026-11-01', isDone: true });
  propose(
    workspace,
    [{ kind: 'checkpoint', operation: 'create', fields: { title: 'pending', projectId: shop.id, date: '2026-11-02' } }],
    'one',
  );
  const names = (input: object) =>
    allPages(1, (cursor) => workspace.projects.list(projectListInputSchema.parse({ ...input, cursor, limit: 1 }))).map(
      (project) => project.name,
    );
  expect([
    names({}),
    names({ status: 'all' }),
    names({ status: 'archived' }),
    names({ clientId: client.id }),
    names({ clientId: null }),
    names({ isPinned: true }),
    names({ isPinned: false, status: 'all' }),
    names({ clientId: client.id, status: 'all', isPinned: false }),
  ]).toEqual([
    ['Shop', 'Admin'],
    ['Shop', 'Admin', 'Postcards'],
    ['Postcards'],
    ['Shop'],
    ['Admin'],
    ['Shop'],
    ['Admin', 'Postcards'],
    ['Postcards'],
  ]);
  expect(workspace.projects.get(shop.id)).toMatchObject({
    taskCount: 2,
    doneTaskCount: 1,
    nextCheckpoint: { id: next.id, title: 'next', date: '2026-12-01' },
  });
  expect(workspace.projects.list(projectListInputSchema.parse({})).items[0]).toEqual(workspace.projects.get(shop.id));
});

test('clients, checkpoints, comments and notes: their filters, their order, page by page', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  create(workspace, 'client', { name: 'Rossi' });
  create(workspace, 'client', { name: 'Old', isArchived: true });
  create(workspace, 'client', { name: 'Bianchi' });
  const clients = (archived: string) =>
    allPages(1, (cursor) => workspace.clients.list(clientListInputSchema.parse({ archived, cursor, limit: 1 }))).map(
      (client) => client.name,
    );
  expect([clients('exclude'), clients('include'), clients('only')]).toEqual([
    ['Rossi', 'Bianchi'],
    ['Rossi', 'Old', 'Bianchi'],
    ['Old'],
  ]);

  const [shop, tins] = [create(workspace, 'project', { name: 'Shop' }), create(workspace, 'project', { name: 'Tins' })];
  for (const [title, projectId, date, isDone] of [
    ['c', shop.id, '2026-12-03', false],
    ['a', shop.id, '2026-12-01', true],
    ['b', tins.id, '2026-12-02', false],
  ]) {
    create(workspace, 'checkpoint', { title, projectId, date, isDone });
  }
  propose(
    workspace,
    [{ kind: 'checkpoint', operation: 'create', fields: { title: 'p', projectId: shop.id, date: '2026-12-02' } }],
    'one',
  );
  const checkpoints = (input: object) =>
    allPages(1, (cursor) =>
      workspace.checkpoints.list(checkpointListInputSchema.parse({ ...input, cursor, limit: 1 })),
    ).map((checkpoint) => checkpoint.title);
  expect([
    checkpoints({}),
    checkpoints({ projectId: shop.id }),
    checkpoints({ isDone: false }),
    checkpoints({ isDone: true }),
    checkpoints({ from: '2026-12-02' }),
    checkpoints({ to: '2026-12-02' }),
    checkpoints({ from: '2026-12-02', to: '2026-12-02' }),
    checkpoints({ pending: 'include' }),
    checkpoints({ pending: 'only' }),
    checkpoints({ projectId: shop.id, isDone: false, from: '2026-12-01', pending: 'include' }),
  ]).toEqual([
    ['a', 'b', 'c'],
    ['a', 'c'],
    ['b', 'c'],
    ['a'],
    ['b', 'c'],
    ['a', 'b'],
    ['b'],
    ['a', 'b', 'p', 'c'],
    ['p'],
    ['p', 'c'],
  ]);

  const task = create(workspace, 'task', { title: 'x' });
  for (const body of ['one', 'two', 'three']) create(workspace, 'comment', { taskId: task.id, body });
  const comments = allPages(2, (cursor) =>
    workspace.comments.list(commentListInputSchema.parse({ taskId: task.id, limit: 2, cursor })),
  );
  expect(comments.map((comment) => comment.body)).toEqual(['one', 'two', 'three']);

  const notes = ['first', 'second', 'third'].map((title, i) => {
    ports.clock.advance(1_000);
    return create(workspace, 'note', {
      title,
      content: `# ${title}\n\ntext`,
      projectId: i === 1 ? shop.id : null,
      isPinned: i === 2,
    });
  });
  ports.clock.advance(1_000);
  update(workspace, 'note', { id: notes[0]?.id, content: 'new **text**' });
  const titles = (input: object) =>
    allPages(1, (cursor) => workspace.notes.list(noteListInputSchema.parse({ ...input, cursor, limit: 1 }))).map(
      (note) => `${note.title}: ${note.excerpt}`,
    );
  expect([titles({}), titles({ projectId: shop.id }), titles({ projectId: null }), titles({ isPinned: true })]).toEqual(
    [
      ['first: new text', 'third: third text', 'second: second text'],
      ['second: second text'],
      ['first: new text', 'third: third text'],
      ['third: third text'],
    ],
  );
  expect(workspace.notes.count()).toBe(3);
  expect(workspace.notes.list(noteListInputSchema.parse({})).items[0]).not.toHaveProperty('content');
});
