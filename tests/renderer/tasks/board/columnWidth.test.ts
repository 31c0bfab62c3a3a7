import { expect, test } from 'vitest';
import { columnWidth } from '../../../../src/renderer/features/tasks/board/columnWidth.ts';

const board = { gap: 24, gutter: 24 };

test('columns that fit share the room', () => {
  expect(columnWidth({ available: 1048, count: 3, ...board })).toBe(317);
  expect(columnWidth({ available: 1048, count: 1, ...board })).toBe(1000);
});

test('columns that do not fit keep their least width where the cut one is plainly cut', () => {
  expect(columnWidth({ available: 848, count: 6, ...board })).toBe(240);
});

test('a column that would look whole at the edge shows by half', () => {
  // Three whole columns, three gaps and half a column, up to the edge.
  const width = columnWidth({ available: 1048, count: 6, ...board });
  expect(width).toBe(272);
  expect(24 + 3 * (width + 24) + width / 2).toBe(1048);
});

test('a board with room for one column only keeps to its least width', () => {
  expect(columnWidth({ available: 264, count: 6, ...board })).toBe(240);
});

test('before it is measured a column has its least width', () => {
  expect(columnWidth({ available: 0, count: 3, ...board })).toBe(240);
});
