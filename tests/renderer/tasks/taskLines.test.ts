import { describe, expect, test } from 'vitest';
import { type TaskListItem, taskListItemSchema } from '../../../src/contracts/task.ts';
import {
  FIRST_PAGE,
  groupKeyBy,
  isHeading,
  linesOf,
  nextStart,
  type TaskLine,
} from '../../../src/renderer/features/tasks/taskLines.ts';
import { listTask } from './listTask.ts';

const today = '2026-11-18';
let count = 0;

const task = (fields: Partial<TaskListItem>): TaskListItem => listTask((count += 1), fields);

const byDue = groupKeyBy({ groupBy: 'due', today, isOpenOnly: true, clientOfProject: () => null });
const words = (lines: readonly TaskLine[]): string[] =>
  lines.map((line) => (isHeading(line) ? `${line.group} ${line.count ?? '?'}${line.isFolded ? ' folded' : ''}` : '-'));
const groups = [
  { key: 'overdue', count: 1 },
  { key: 'today', count: 2 },
  { key: 'thisWeek', count: 0 },
  { key: 'later', count: 30_000 },
  { key: 'noDate', count: 4 },
];
const none = new Set<string>();

describe('the group of a task', () => {
  test.each([
    [null, 'noDate'],
    ['2026-11-17', 'overdue'],
    ['2026-11-18', 'today'],
    ['2026-11-19', 'thisWeek'],
    // The Sunday.
    ['2026-11-22', 'thisWeek'],
    ['2026-11-23', 'later'],
  ])('due %s is %s', (dueDate, group) => {
    expect(byDue(task({ dueDate }))).toBe(group);
  });

  test('what is past is just earlier where done tasks are listed', () => {
    const key = groupKeyBy({ groupBy: 'due', today, isOpenOnly: false, clientOfProject: () => null });
    expect(key(task({ dueDate: '2026-11-17' }))).toBe('earlier');
  });

  test('a client is its project’s', () => {
    const key = groupKeyBy({
      groupBy: 'client',
      today,
      isOpenOnly: true,
      clientOfProject: (id) => (id ? 'rossi' : null),
    });
    const { id } = task({});
    expect(key({ ...task({}), projectId: task({ projectId: null }).projectId })).toBe('none');
    expect(
      key({ status: 'todo', priority: 'low', dueDate: null, projectId: taskListItemSchema.shape.projectId.parse(id) }),
    ).toBe('rossi');
  });
});

describe('headings between tasks', () => {
  const late = task({ dueDate: '2026-11-01' });
  const now = [task({ dueDate: today }), task({ dueDate: today })];
  const later = task({ dueDate: '2027-01-01' });

  test('stand once above their group, with the count of the whole group, also where a page ends within it', () => {
    const [first, second] = now;
    if (!first || !second) throw new Error('two tasks');
    const lines = linesOf([{ items: [late, first] }, { items: [second, later] }], {
      groupBy: 'due',
      keyOf: byDue,
      groups,
      folded: none,
      isComplete: false,
    });
    expect(words(lines)).toEqual(['overdue 1', '-', 'today 2', '-', '-', 'later 30000', '-']);
  });

  test('say no count that is not known', () => {
    const lines = linesOf([{ items: [late] }], {
      groupBy: 'due',
      keyOf: byDue,
      groups: undefined,
      folded: none,
      isComplete: true,
    });
    expect(words(lines)).toEqual(['overdue ?', '-']);
  });

  test('there are none without a grouping', () => {
    expect(
      words(
        linesOf([{ items: [late, ...now] }], { groupBy: 'none', keyOf: byDue, groups, folded: none, isComplete: true }),
      ),
    ).toEqual(['-', '-', '-']);
  });

  test('a folded group is its heading, in its place, whether its tasks were read or not', () => {
    const folded = new Set(['overdue', 'today', 'noDate']);
    const lines = linesOf([{ items: [late, later] }], {
      groupBy: 'due',
      keyOf: byDue,
      groups,
      folded,
      isComplete: true,
    });
    expect(words(lines)).toEqual(['overdue 1 folded', 'today 2 folded', 'later 30000', '-', 'noDate 4 folded']);
  });

  test('what is further down than what was read has no heading yet', () => {
    const lines = linesOf([{ items: [late] }], {
      groupBy: 'due',
      keyOf: byDue,
      groups,
      folded: new Set(['noDate']),
      isComplete: false,
    });
    expect(words(lines)).toEqual(['overdue 1', '-']);
  });

  test('empty groups are shown where that is asked for', () => {
    const key = groupKeyBy({ groupBy: 'status', today, isOpenOnly: true, clientOfProject: () => null });
    const lines = linesOf([{ items: [late] }], {
      groupBy: 'status',
      keyOf: key,
      groups: [
        { key: 'todo', count: 1 },
        { key: 'in_progress', count: 0 },
      ],
      folded: none,
      showsEmpty: true,
      isComplete: true,
    });
    expect(words(lines)).toEqual(['todo 1', '-', 'in_progress 0']);
  });
});

describe('where the next page begins', () => {
  const order = groups.map(({ key }) => key);
  const page = { start: FIRST_PAGE, nextCursor: 'more', lastGroup: 'later' };

  test('at the cursor, as long as nothing is folded', () => {
    expect(nextStart(page, { order, folded: none })).toEqual({ group: null, cursor: 'more' });
    expect(nextStart({ ...page, nextCursor: null }, { order, folded: none })).toBeNull();
  });

  test('a folded group is skipped, however many tasks are in it', () => {
    expect(nextStart(page, { order, folded: new Set(['later']) })).toEqual({ group: 'noDate', cursor: null });
    expect(nextStart(page, { order, folded: new Set(['later', 'noDate']) })).toBeNull();
  });

  test('from then on group after group', () => {
    const folded = new Set(['overdue']);
    const inToday = { start: { group: 'today', cursor: null }, nextCursor: 'more', lastGroup: 'today' };
    expect(nextStart(inToday, { order, folded })).toEqual({ group: 'today', cursor: 'more' });
    expect(nextStart({ ...inToday, nextCursor: null }, { order, folded })).toEqual({ group: 'thisWeek', cursor: null });
    const atEnd = { start: { group: 'noDate', cursor: null }, nextCursor: null, lastGroup: null };
    expect(nextStart(atEnd, { order, folded })).toBeNull();
  });

  test('an empty page of one group goes on to the next', () => {
    const empty = { start: { group: 'thisWeek', cursor: null }, nextCursor: null, lastGroup: null };
    expect(nextStart(empty, { order, folded: none })).toEqual({ group: 'later', cursor: null });
  });
});
