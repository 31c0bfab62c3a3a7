import { describe, expect, test } from 'vitest';
import {
  EMPTY_SELECTION,
  extend,
  keepOnly,
  selectAll,
  SELECTION_MAX,
  toggle,
} from '../../../src/renderer/features/tasks/selection.ts';

const order = ['a', 'b', 'c', 'd', 'e', 'f'];
const idsOf = ({ ids }: { ids: ReadonlySet<string> }): string => [...ids].toSorted().join('');

describe('selecting tasks', () => {
  test('one by one, and back', () => {
    const two = toggle(toggle(EMPTY_SELECTION, 'b'), 'd');
    expect(idsOf(two)).toBe('bd');
    expect(idsOf(toggle(two, 'b'))).toBe('d');
  });

  test('a range goes from where the last one was selected', () => {
    expect(idsOf(extend(toggle(EMPTY_SELECTION, 'b'), 'd', null, order))).toBe('bcd');
    expect(idsOf(extend(toggle(EMPTY_SELECTION, 'd'), 'b', null, order))).toBe('bcd');
  });

  test('without one, from the row that has the focus', () => {
    expect(idsOf(extend(EMPTY_SELECTION, 'd', 'c', order))).toBe('cd');
    expect(idsOf(extend(EMPTY_SELECTION, 'd', null, order))).toBe('d');
  });

  test('a range that is drawn back lets go of what it had, and of nothing else', () => {
    const odd = toggle(toggle(EMPTY_SELECTION, 'f'), 'b');
    const long = extend(odd, 'd', null, order);
    expect(idsOf(long)).toBe('bcdf');
    expect(idsOf(extend(long, 'c', null, order))).toBe('bcf');
    expect(idsOf(extend(long, 'a', null, order))).toBe('abf');
  });

  test('all, up to the most that one edit takes', () => {
    const many = Array.from({ length: SELECTION_MAX + 500 }, (_, index) => String(index));
    expect(selectAll(many).ids.size).toBe(SELECTION_MAX);
    expect(extend(toggle(EMPTY_SELECTION, '0'), '1499', null, many).ids.size).toBe(SELECTION_MAX);
    expect(toggle(selectAll(many), '1400').ids.size).toBe(SELECTION_MAX);
    expect(toggle(selectAll(many), '5').ids.size).toBe(SELECTION_MAX - 1);
  });

  test('what left the list is not selected any more', () => {
    const all = selectAll(order);
    expect(idsOf(keepOnly(all, (id) => id !== 'c'))).toBe('abdef');
    expect(keepOnly(all, () => true)).toBe(all);
  });

  test('of an empty list nothing is selected', () => {
    expect(idsOf(selectAll([]))).toBe('');
    expect(idsOf(extend(EMPTY_SELECTION, 'x', 'y', []))).toBe('');
  });
});
