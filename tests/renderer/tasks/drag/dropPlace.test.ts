import { describe, expect, it } from 'vitest';
import type { TaskId } from '../../../../src/contracts/ids.ts';
import { taskIdSchema } from '../../../../src/contracts/ids.ts';
import {
  type DropPlace,
  fieldsOfGroup,
  isWhereTheyAre,
  moveOf,
  neighboursAt,
  neighboursBeside,
  withSlot,
} from '../../../../src/renderer/features/tasks/drag/dropPlace.ts';

const id = (number: number): TaskId =>
  taskIdSchema.parse(`01900000-0000-7000-8000-${String(number).padStart(12, '0')}`);
const [a, b, c, d] = [id(1), id(2), id(3), id(4)];
const order = [a, b, c, d];
const PROJECT = '01900000-0000-7000-8000-00000000000a';
/** A Thursday. */
const TODAY = '2026-11-19';
const place = (more: Partial<DropPlace>): DropPlace => ({
  group: 'todo',
  after: null,
  before: null,
  isOrdered: true,
  ...more,
});

describe('where dragged tasks would land', () => {
  it('is between the neighbours of the edge that is near', () => {
    expect(neighboursBeside(order, [d], b, 'top')).toEqual({ after: a, before: b });
    expect(neighboursBeside(order, [d], b, 'bottom')).toEqual({ after: b, before: c });
  });

  it('does not count the dragged ones as neighbours', () => {
    expect(neighboursBeside(order, [b, c], a, 'bottom')).toEqual({ after: a, before: d });
    expect(neighboursBeside(order, [b, c], d, 'top')).toEqual({ after: a, before: d });
    expect(neighboursBeside(order, [b], b, 'top')).toEqual({ after: a, before: c });
  });

  it('has no neighbour at the ends, and none beside a task that went away', () => {
    expect(neighboursAt(order, [], 0)).toEqual({ after: null, before: a });
    expect(neighboursAt(order, [], 4)).toEqual({ after: d, before: null });
    expect(neighboursAt(order, order, 2)).toEqual({ after: null, before: null });
    expect(neighboursBeside(order, [a], id(9), 'top')).toEqual({ after: null, before: null });
  });

  it('is home where nothing would change', () => {
    expect(isWhereTheyAre(order, [b], place({ after: a, before: c }))).toBe(true);
    expect(isWhereTheyAre(order, [b, c], place({ after: a, before: d }))).toBe(true);
    expect(isWhereTheyAre(order, [b], place({ after: c, before: d }))).toBe(false);
    expect(isWhereTheyAre(order, [a, c], place({ after: null, before: b }))).toBe(false);
    expect(isWhereTheyAre(order, [id(9)], place({ after: a, before: b }))).toBe(false);
    expect(isWhereTheyAre(order, [c], place({ isOrdered: false }))).toBe(true);
  });
});

describe('what a group gives a task', () => {
  it('is its status, its priority, its project', () => {
    expect(fieldsOfGroup('status', 'done', TODAY)).toEqual({ status: 'done' });
    expect(fieldsOfGroup('priority', 'high', TODAY)).toEqual({ priority: 'high' });
    expect(fieldsOfGroup('project', PROJECT, TODAY)).toEqual({ projectId: PROJECT });
    expect(fieldsOfGroup('project', 'none', TODAY)).toEqual({ projectId: null });
    expect(fieldsOfGroup('none', null, TODAY)).toEqual({});
  });

  it.each([
    ['today', { dueDate: '2026-11-19' }],
    ['thisWeek', { dueDate: '2026-11-20' }],
    ['later', { dueDate: '2026-11-23' }],
    ['noDate', { dueDate: null }],
  ])('is a day: %s', (group, fields) => {
    expect(fieldsOfGroup('due', group, TODAY)).toEqual(fields);
  });

  it('is the Sunday once Friday is here, and nothing on the Sunday itself', () => {
    expect(fieldsOfGroup('due', 'thisWeek', '2026-11-20')).toEqual({ dueDate: '2026-11-22' });
    expect(fieldsOfGroup('due', 'thisWeek', '2026-11-21')).toEqual({ dueDate: '2026-11-22' });
    expect(fieldsOfGroup('due', 'thisWeek', '2026-11-22')).toBeNull();
  });

  it('is nothing where a task cannot be brought by hand', () => {
    expect(fieldsOfGroup('due', 'overdue', TODAY)).toBeNull();
    expect(fieldsOfGroup('due', 'earlier', TODAY)).toBeNull();
    expect(fieldsOfGroup('client', PROJECT, TODAY)).toBeNull();
    expect(fieldsOfGroup('status', 'later', TODAY)).toBeNull();
    expect(fieldsOfGroup('project', '<script>', TODAY)).toBeNull();
    expect(fieldsOfGroup('status', null, TODAY)).toBeNull();
  });
});

describe('the call for a drop', () => {
  const context = { order, groupBy: 'status', today: TODAY } as const;

  it('orders within a group and leaves the fields alone', () => {
    expect(moveOf([d], place({ after: a, before: b }), context)).toEqual({ ids: [d], after: a, before: b });
    expect(moveOf([d], place({ group: 'thisWeek', after: a, before: b }), { ...context, groupBy: 'due' })).toEqual({
      ids: [d],
      after: a,
      before: b,
    });
  });

  it('brings the fields of another group', () => {
    expect(moveOf([id(8), id(9)], place({ group: 'in_progress', after: a, before: b }), context)).toEqual({
      ids: [id(8), id(9)],
      after: a,
      before: b,
      fields: { status: 'in_progress' },
    });
  });

  it('names no neighbours where the group is sorted by itself', () => {
    const sorted = place({ group: 'done', after: a, before: b, isOrdered: false });
    expect(moveOf([id(8)], sorted, { ...context, order: [] })).toEqual({
      ids: [id(8)],
      after: null,
      before: null,
      fields: { status: 'done' },
    });
  });

  it('is none where nothing changes or the group cannot be chosen', () => {
    expect(moveOf([], place({ after: a }), context)).toBeNull();
    expect(moveOf([b], place({ after: a, before: c }), context)).toBeNull();
    expect(moveOf([id(8)], place({ group: 'overdue' }), { ...context, groupBy: 'due', order: [] })).toBeNull();
    expect(moveOf([id(8)], place({ group: PROJECT }), { ...context, groupBy: 'client', order: [] })).toBeNull();
  });

  it('reorders within a client, which cannot be chosen from outside', () => {
    expect(moveOf([d], place({ group: PROJECT, after: null, before: a }), { ...context, groupBy: 'client' })).toEqual({
      ids: [d],
      after: null,
      before: a,
    });
  });
});

describe('the slot between the lines', () => {
  const lines = ['heading', a, b, c];
  const idOf = (line: string): string | null => (line === 'heading' ? null : line);

  it('stands before the next one, or after the last', () => {
    expect(withSlot(lines, place({ after: a, before: b }), { slot: 'slot', idOf })).toEqual([
      'heading',
      a,
      'slot',
      b,
      c,
    ]);
    expect(withSlot(lines, place({ after: c }), { slot: 'slot', idOf })).toEqual(['heading', a, b, c, 'slot']);
  });

  it('is not there where the place is not', () => {
    expect(withSlot(lines, place({ after: d }), { slot: 'slot', idOf })).toEqual(lines);
    expect(withSlot(lines, place({}), { slot: 'slot', idOf })).toEqual(lines);
  });
});
