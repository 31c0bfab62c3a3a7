import { expect, test } from 'vitest';
import type { ActivityItem } from '../../../src/contracts/activity.ts';
import { linesByDay } from '../../../src/renderer/features/activity/activityLines.ts';
import { activitySearchSchema, filterOf, isFiltered } from '../../../src/renderer/features/activity/activitySearch.ts';

const item = (sequence: number, at: string): ActivityItem => ({
  sequence,
  at: new Date(at).getTime(),
  type: 'change',
  actorKind: 'user',
  actorName: null,
  conversationId: null,
  conversationTitle: null,
  projectId: null,
  changeSetId: null,
  operation: 'update',
  recordKind: 'task',
  recordId: 't1',
  title: 'Age check',
  fields: [],
  values: {},
  recordCount: 1,
  undoes: null,
  undoneBy: null,
  canUndo: true,
  suggestion: null,
  undid: null,
  tool: null,
});

test('rows stand under their days; the count of a day that may go on is not known', () => {
  const items = [item(3, '2026-11-21T10:00:00'), item(2, '2026-11-21T00:00:00'), item(1, '2026-11-20T23:59:59')];
  const days = (isWhole: boolean) =>
    linesByDay(items, isWhole).flatMap((line) => (line.kind === 'day' ? [[line.day, line.count]] : []));
  expect(days(true)).toEqual([
    ['2026-11-21', 2],
    ['2026-11-20', 1],
  ]);
  expect(days(false)).toEqual([
    ['2026-11-21', 2],
    ['2026-11-20', null],
  ]);
  expect(linesByDay([], true)).toEqual([]);
});

test('a day that comes twice, after the clock was set back, has two headings of their own', () => {
  const lines = linesByDay(
    [item(3, '2026-11-20T08:00:00'), item(2, '2026-11-21T08:00:00'), item(1, '2026-11-20T07:00:00')],
    true,
  );
  expect(new Set(lines.map((line) => line.key)).size).toBe(6);
});

test('an address becomes a filter, and nonsense in it is left out', () => {
  const project = '01980000-0000-7000-8000-000000000001';
  expect(filterOf(activitySearchSchema.parse({ who: 'agent', agent: 'project', project, from: '2026-11-16' }))).toEqual(
    {
      what: 'all',
      who: 'agent',
      agent: 'project',
      projectId: project,
      from: '2026-11-16',
    },
  );
  const nonsense = activitySearchSchema.parse({ who: 'nobody', project: 'x', from: '31 Nov', what: 7, row: -1 });
  expect(filterOf(nonsense)).toEqual({ what: 'all' });
  expect(isFiltered(nonsense)).toBe(false);
  expect(isFiltered(activitySearchSchema.parse({ row: 5 }))).toBe(false);
  expect(isFiltered(activitySearchSchema.parse({ what: 'tools' }))).toBe(true);
});
