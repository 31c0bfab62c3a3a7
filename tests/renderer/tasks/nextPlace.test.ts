import { describe, expect, test } from 'vitest';
import { type TaskId, taskIdSchema } from '../../../src/contracts/ids.ts';
import { nextPlace } from '../../../src/renderer/features/tasks/nextPlace.ts';

const id = (number: number): TaskId =>
  taskIdSchema.parse(`019aa000-0000-7000-8000-${String(number).padStart(12, '0')}`);
const [a, b, c, d, e] = [id(1), id(2), id(3), id(4), id(5)];
const orders = new Map<string | null, TaskId[]>([
  ['today', [a, b, c]],
  ['later', [d, e]],
]);
const options = {
  group: 'today',
  isManual: true,
  orderOf: (group: string | null) => orders.get(group) ?? [],
  groups: ['overdue', 'today', 'thisWeek', 'later'],
  canEnter: (group: string) => group !== 'overdue',
};

describe('a step by key', () => {
  test('goes past the neighbour', () => {
    expect(nextPlace({ ...options, moved: [b], step: -1 })).toEqual({
      place: { group: 'today', after: null, before: a, isOrdered: true },
      position: 1,
    });
    expect(nextPlace({ ...options, moved: [b], step: 1 })).toEqual({
      place: { group: 'today', after: c, before: null, isOrdered: true },
      position: 3,
    });
  });

  test('takes several together', () => {
    expect(nextPlace({ ...options, moved: [a, b], step: 1 })).toEqual({
      place: { group: 'today', after: c, before: null, isOrdered: true },
      position: 2,
    });
  });

  test('goes from a group’s edge into the next one, an empty one too', () => {
    expect(nextPlace({ ...options, moved: [c], step: 1 })).toEqual({
      place: { group: 'thisWeek', after: null, before: null, isOrdered: true },
      position: 1,
    });
    expect(nextPlace({ ...options, group: 'later', moved: [d], step: -1 })?.place.group).toBe('thisWeek');
  });

  test('stays where the next group takes nothing', () => {
    expect(nextPlace({ ...options, moved: [a], step: -1 })).toBeNull();
  });

  test('in a list that sorts itself only groups are left', () => {
    expect(nextPlace({ ...options, isManual: false, moved: [a], step: 1 })).toEqual({
      place: { group: 'thisWeek', after: null, before: null, isOrdered: false },
      position: 1,
    });
    expect(nextPlace({ ...options, isManual: false, group: null, groups: [], moved: [a], step: 1 })).toBeNull();
  });
});
