import { describe, expect, test } from 'vitest';
import {
  groupingOf,
  isNarrowed,
  sortingOf,
  statusOf,
  taskQueryOf,
} from '../../../src/renderer/features/tasks/taskQuery.ts';
import { rangeOfDays, taskSearchSchema } from '../../../src/renderer/features/tasks/taskSearch.ts';

// A Saturday.
const today = '2026-11-21';
const project = '019aa000-0000-7000-8000-000000000001';
const search = (fields: object) => taskSearchSchema.parse(fields);
const filterOf = (fields: object) => taskQueryOf(search(fields), today).filter;

describe('the address of Tasks', () => {
  test('leaves nonsense out and keeps the rest', () => {
    expect(
      search({
        layout: 'spiral',
        status: 7,
        project: 'robert"); drop table',
        client: {},
        priority: 'urgent',
        label: '   ',
        assignee: 'x'.repeat(61),
        due: '2026-02-30..',
        text: 'a'.repeat(5_000),
        group: null,
        sort: 'priority',
        task: 'x',
        view: '../..',
        more: 'things',
      }),
    ).toEqual({ sort: 'priority' });
  });

  test.each([
    ['2026-11-01..2026-11-30', true],
    ['2026-11-01..', true],
    ['..2026-11-30', true],
    ['2026-11-21..2026-11-21', true],
    ['2026-11-30..2026-11-01', false],
    ['..', false],
    ['2026-11-01', false],
    ['2026-11-01..2026-11-30..2026-12-01', false],
    ['2026-13-01..', false],
    ['tomorrow..', false],
  ])('takes %s as days: %s', (due, isTaken) => {
    expect(search({ due }).due).toBe(isTaken ? due : undefined);
  });

  test('a range has its ends in order, or is none', () => {
    expect(rangeOfDays('2026-11-01', null)).toBe('2026-11-01..');
    expect(rangeOfDays('2026-11-02', '2026-11-01')).toBeNull();
    expect(rangeOfDays(null, null)).toBeNull();
  });
});

describe('what an address asks for', () => {
  test('without a word: open tasks by due date, suggestions among them', () => {
    expect(taskQueryOf(search({}), today)).toEqual({
      layout: 'list',
      filter: { status: 'open', pending: 'include' },
      groupBy: 'due',
      sort: 'due',
      today,
    });
  });

  test('all filters together', () => {
    expect(
      filterOf({
        status: 'todo',
        project,
        client: 'none',
        priority: 'high',
        label: 'tax',
        assignee: 'Marta',
        due: 'today',
        text: 'invo',
      }),
    ).toEqual({
      status: 'todo',
      projectId: project,
      clientId: null,
      priority: 'high',
      label: 'tax',
      assignee: 'Marta',
      dueFrom: today,
      dueTo: today,
      text: 'invo',
      pending: 'include',
    });
  });

  test.each([
    ['overdue', { dueTo: '2026-11-20' }],
    ['week', { dueFrom: today, dueTo: '2026-11-22' }],
    ['none', { due: 'none' }],
    ['2026-12-01..2026-12-24', { dueFrom: '2026-12-01', dueTo: '2026-12-24' }],
    ['..2026-12-24', { dueTo: '2026-12-24' }],
  ])('due %s', (due, expected) => {
    expect(filterOf({ due })).toEqual({ status: 'open', pending: 'include', ...expected });
  });

  test('what is done is never overdue', () => {
    expect(filterOf({ due: 'overdue', status: 'all' })).toMatchObject({ status: 'open' });
  });

  test('done tasks come the last first, without suggestions', () => {
    expect(taskQueryOf(search({ status: 'done' }), today)).toMatchObject({
      sort: 'completed',
      filter: { status: 'done', pending: 'exclude' },
    });
  });

  test('a board has columns whatever it is told, and shows every state in columns of states', () => {
    const board = search({ layout: 'board', group: 'none' });
    expect(groupingOf(board)).toBe('status');
    expect(statusOf(board)).toBe('all');
    expect(sortingOf(board)).toBe('manual');
    expect(statusOf(search({ layout: 'board', group: 'project' }))).toBe('open');
  });

  test('layout, grouping and order narrow nothing', () => {
    expect(isNarrowed(search({ layout: 'board', group: 'project', sort: 'created', folded: 'none' }))).toBe(false);
    expect(isNarrowed(search({ label: 'tax' }))).toBe(true);
  });
});
