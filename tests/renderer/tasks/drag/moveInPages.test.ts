import { describe, expect, it } from 'vitest';
import type { TaskId } from '../../../../src/contracts/ids.ts';
import type { TaskListItem } from '../../../../src/contracts/task.ts';
import { type ListQuestion, movedTask, moveInPages } from '../../../../src/renderer/features/tasks/drag/moveInPages.ts';
import { listTask } from '../listTask.ts';

const id = (number: number): TaskId => listTask(number).id;
const [one, two, three] = [listTask(1), listTask(2), listTask(3)];
const pages = [{ items: [one, two] }, { items: [three] }];
const column: ListQuestion = { status: 'all', groupBy: 'status', group: 'todo', today: '2026-11-19' };
const numbers = (result: readonly { items: readonly TaskListItem[] }[]): string[][] =>
  result.map((page) => page.items.map(({ title }) => title.slice(5)));

describe('a move on screen before the workspace has answered', () => {
  it('reorders within a column, over the pages', () => {
    const move = { ids: [three.id], after: null, before: one.id };
    expect(numbers(moveInPages(pages, column, move, [three]))).toEqual([['3', '1', '2'], []]);
  });

  it('takes the task out of one column and puts it into the other', () => {
    const move = { ids: [two.id], after: id(7), before: id(8), fields: { status: 'in_progress' as const } };
    const moved = movedTask(two, move, 5);
    expect(numbers(moveInPages(pages, column, move, [moved]))).toEqual([['1'], ['3']]);
    const other = [{ items: [listTask(7, { status: 'in_progress' }), listTask(8, { status: 'in_progress' })] }];
    const result = moveInPages(other, { ...column, group: 'in_progress' }, move, [moved]);
    expect(numbers(result)).toEqual([['7', '2', '8']]);
    expect(result[0]?.items[1]).toMatchObject({ status: 'in_progress', completedAt: null });
  });

  it('fills an empty column', () => {
    const move = { ids: [one.id, two.id], after: null, before: null, fields: { status: 'done' as const } };
    const moved = [one, two].map((item) => movedTask(item, move, 5));
    expect(numbers(moveInPages([{ items: [] }], { ...column, group: 'done' }, move, moved))).toEqual([['1', '2']]);
    expect(moved[0]?.completedAt).toBe(5);
  });

  it('keeps a task in its place where only its fields change', () => {
    const move = { ids: [one.id], after: null, before: null, fields: { priority: 'high' as const } };
    const result = moveInPages(pages, { ...column, groupBy: 'none', group: undefined }, move, [
      movedTask(one, move, 5),
    ]);
    expect(numbers(result)).toEqual([['1', '2'], ['3']]);
    expect(result[0]?.items[0]?.priority).toBe('high');
  });

  it('leaves a list of open tasks when it is done, and forgets the time with the date', () => {
    const move = { ids: [one.id], after: null, before: null, fields: { status: 'done' as const, dueDate: null } };
    const moved = movedTask(listTask(1, { dueDate: '2026-11-19', dueTime: '10:00' }), move, 5);
    expect(moved).toMatchObject({ dueDate: null, dueTime: null });
    const open: ListQuestion = { ...column, status: 'open', groupBy: 'none', group: undefined };
    expect(numbers(moveInPages(pages, open, move, [moved]))).toEqual([['2'], ['3']]);
  });

  it('does nothing to a list that has nothing to do with it', () => {
    const move = { ids: [id(9)], after: id(7), before: id(8) };
    expect(moveInPages(pages, column, move, [])).toEqual(pages);
  });
});
