import { describe, expect, it } from 'vitest';
import { completedSince, sortingOfColumn } from '../../../../src/renderer/features/tasks/board/columnQuery.ts';
import type { TaskQuery } from '../../../../src/renderer/features/tasks/taskQuery.ts';

const query: TaskQuery = {
  layout: 'board',
  filter: { status: 'all', pending: 'include' },
  groupBy: 'status',
  sort: 'manual',
  today: '2026-11-19',
};

describe('the column of done tasks', () => {
  it('shows the last ones first, until the user sorts the board', () => {
    expect(sortingOfColumn(query, 'done')).toBe('completed');
    expect(sortingOfColumn({ ...query, sort: 'priority' }, 'done')).toBe('priority');
  });

  it('leaves the other columns to the order of the board', () => {
    expect(sortingOfColumn(query, 'todo')).toBe('manual');
    expect(sortingOfColumn({ ...query, groupBy: 'priority' }, 'high')).toBe('manual');
  });

  it('goes back seven days, from the beginning of the day', () => {
    expect(completedSince(query, 'done', false)).toBe(new Date(2026, 10, 12).getTime());
  });

  it('goes back for ever where that is asked for, or where done ones are what is looked for', () => {
    expect(completedSince(query, 'done', true)).toBeUndefined();
    expect(completedSince({ ...query, filter: { ...query.filter, status: 'done' } }, 'done', false)).toBeUndefined();
  });

  it('has nothing to leave out in other columns and other orders', () => {
    expect(completedSince(query, 'todo', false)).toBeUndefined();
    expect(completedSince({ ...query, sort: 'due' }, 'done', false)).toBeUndefined();
    expect(completedSince({ ...query, groupBy: 'project' }, 'done', false)).toBeUndefined();
  });
});
