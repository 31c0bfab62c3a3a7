import { expect, test } from 'vitest';
import { countFitting } from '../../../src/renderer/features/tasks/filters/useFitting.ts';

const line = { gap: 4, reserve: 80 };

test.each([
  ['all of them, where they just fit', [100, 60, 60], 228, 3],
  ['fewer, with room for what stands for the rest', [100, 60, 60], 227, 1],
  ['two, once there is room beside them', [100, 60, 200], 248, 2],
  ['none, in next to no room', [100, 60, 60], 90, 0],
  ['none of none', [], 0, 0],
])('%s', (_name, widths, room, count) => {
  expect(countFitting(widths, { ...line, room })).toBe(count);
});
