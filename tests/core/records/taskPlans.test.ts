import { expect, test } from 'vitest';
import {
  taskGroupsInputSchema,
  type TaskListItem,
  taskListInputSchema,
  taskSortSchema,
} from '../../../src/contracts/task.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { createRandom } from '../../support/random.ts';
import { applyAll, create } from '../../support/writeRecords.ts';

const TASKS = 9_000;
const list = (workspace: Workspace, input: object) => workspace.tasks.list(taskListInputSchema.parse(input));

function everyPage(workspace: Workspace, input: object, limit: number): TaskListItem[] {
  const items: TaskListItem[] = [];
  for (let cursor: string | null = null; ;) {
    const page = list(workspace, { ...input, limit, cursor });
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    cursor = page.nextCursor;
  }
}

/**
 * Nine thousand tasks, most of them done long ago: enough that long walks are given up, words are common, and what estimates
 * say is wrong. Everything of the old project lies at the far end of every order, and the label is on nothing of the new one.
 */
function fill(workspace: Workspace, advance: (milliseconds: number) => void) {
  const random = createRandom(5);
  const [old, recent] = [
    create(workspace, 'project', { name: 'Old' }).id,
    create(workspace, 'project', { name: 'New' }).id,
  ];
  for (let start = 0; start < TASKS; start += 500) {
    advance(60_000);
    applyAll(
      workspace,
      Array.from({ length: 500 }, (_, index) => {
        const number = start + index;
        const isOld = number < 1_000;
        const dueDate = random.pick(['2026-01-05', '2026-11-20', '2026-12-24', null]);
        return {
          kind: 'task' as const,
          operation: 'create' as const,
          fields: {
            title: `${number % 3 === 0 ? 'common' : 'other'} ${isOld ? 'ancient' : ''} ${number % 900 === 0 ? 'rare' : ''} ${number}`,
            status: random.below(10) === 0 ? random.pick(['todo', 'in_progress']) : 'done',
            priority: random.pick(['high', 'medium', 'low']),
            dueDate,
            projectId: isOld ? old : random.pick([recent, null]),
            labels: isOld && random.below(2) === 0 ? ['label'] : random.below(40) === 0 ? ['few'] : [],
            assignees: number % 5 === 0 ? ['Tor'] : [],
          },
        };
      }),
    );
  }
  return { old, recent };
}

test('where a list is read another way, it is the same list', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const { old, recent } = fill(workspace, (milliseconds) => test.ports.clock.advance(milliseconds));
  const orders = new Map(
    taskSortSchema.options.map((sort) => [sort, everyPage(workspace, { status: 'all', sort }, 1_000)] as const),
  );
  const isText = (word: string) => (task: TaskListItem) => new RegExp(`\\b${word}`, 'u').test(task.title);
  const filters: [object, (task: TaskListItem) => boolean][] = [
    [{ projectId: old }, (task) => task.projectId === old],
    [{ projectId: recent, label: 'label' }, () => false],
    [{ projectId: old, label: 'few' }, (task) => task.projectId === old && task.labels.includes('few')],
    [{ label: 'label' }, (task) => task.labels.includes('label')],
    [{ label: 'few', assignee: 'Tor' }, (task) => task.labels.includes('few') && task.assignees.includes('Tor')],
    [{ priority: 'high', dueTo: '2026-06-01' }, (task) => task.priority === 'high' && task.dueDate === '2026-01-05'],
    [{ due: 'none', projectId: old }, (task) => task.dueDate === null && task.projectId === old],
    [{ text: 'common' }, isText('common')],
    [{ text: 'comm', projectId: old }, (task) => isText('common')(task) && task.projectId === old],
    [{ text: 'ancient common' }, (task) => isText('common')(task) && isText('ancient')(task)],
    [{ text: 'rare' }, isText('rare')],
    [
      { text: 'common', label: 'few', dueFrom: '2026-11-20', dueTo: '2026-11-20' },
      (task) => isText('common')(task) && task.labels.includes('few') && task.dueDate === '2026-11-20',
    ],
  ];
  for (const [filter, passes] of filters) {
    for (const sort of taskSortSchema.options) {
      for (const status of ['open', 'all']) {
        const expected = (orders.get(sort) ?? [])
          .filter((task) => passes(task) && (status === 'all' || (task.status === 'done') === (status === 'done')))
          .map((task) => task.title);
        const input = { ...filter, sort, status };
        const paged = everyPage(workspace, input, 397).map((task) => task.title);
        expect([input, paged.length, paged]).toEqual([input, expected.length, expected]);
        const counted = workspace.tasks.groups(taskGroupsInputSchema.parse({ ...filter, status, groupBy: 'priority' }));
        expect([input, counted.total]).toEqual([input, expected.length]);
      }
    }
  }
}, 120_000);

test('what a search found is looked up again after a write', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  applyAll(
    workspace,
    Array.from({ length: 2_500 }, (_, index) => ({
      kind: 'task' as const,
      operation: 'create' as const,
      fields: { title: `common ${index}` },
    })),
  );
  const total = () => workspace.tasks.groups(taskGroupsInputSchema.parse({ text: 'common', groupBy: 'none' })).total;
  const first = () => list(workspace, { text: 'common', sort: 'created', limit: 1 }).items[0]?.title;
  expect([total(), first()]).toEqual([2_500, expect.stringMatching(/^common/u)]);
  create(workspace, 'task', { title: 'another' });
  test.ports.clock.advance(1_000);
  create(workspace, 'task', { title: 'common and new' });
  expect([total(), first()]).toEqual([2_501, 'common and new']);
});
