import { describe, expect, test } from 'vitest';
import { viewQuerySchema } from '../../../src/contracts/view.ts';
import { chosenWords } from '../../../src/renderer/features/tasks/bulk/chosenWords.ts';
import { isChanged, searchOfView, viewQueryOf } from '../../../src/renderer/features/tasks/views/viewQuery.ts';
import { taskSearchSchema } from '../../../src/renderer/features/tasks/taskSearch.ts';

const id = '019aa000-0000-7000-8000-000000000009';
const project = '019aa000-0000-7000-8000-000000000001';
const search = taskSearchSchema.parse({
  layout: 'board',
  status: 'todo',
  project,
  client: 'none',
  priority: 'high',
  label: 'tax',
  assignee: 'Marta',
  due: '2026-11-01..',
  text: 'invoice',
  group: 'priority',
  sort: 'created',
  folded: 'low',
  task: project,
});

describe('a view', () => {
  test('keeps filters, grouping and order, and nothing of the moment', () => {
    const query = viewQueryOf(search);
    expect(viewQuerySchema.parse(query)).toEqual(query);
    expect(query).not.toHaveProperty('folded');
    const { folded: _folded, task: _task, ...kept } = search;
    expect(searchOfView({ id, query })).toEqual({ ...kept, view: id });
  });

  test('is changed by a filter, not by an open task', () => {
    const view = { id, query: viewQueryOf(search) };
    expect(isChanged(search, view)).toBe(false);
    expect(isChanged({ ...search, task: undefined, folded: undefined }, view)).toBe(false);
    expect(isChanged({ ...search, label: undefined }, view)).toBe(true);
    expect(isChanged({ ...search, due: 'today' }, view)).toBe(true);
  });

  test('what this program does not know in it is left out', () => {
    const view = { id, query: { layout: 'list' as const, due: 'next full moon' } };
    expect(searchOfView(view)).toEqual({ view: id });
    expect(isChanged({ view: id }, view)).toBe(false);
  });
});

describe('labels of several tasks', () => {
  test('are of all or of some', () => {
    expect(chosenWords([['tax', 'checkout'], ['tax', 'tax'], ['tax']])).toEqual({
      all: new Set(['tax']),
      some: new Set(['checkout']),
    });
    expect(chosenWords([])).toEqual({ all: new Set(), some: new Set() });
  });
});
