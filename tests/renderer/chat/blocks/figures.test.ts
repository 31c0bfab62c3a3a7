import { expect, test } from 'vitest';
import { decimalsOf, formatCell, isNumeric } from '../../../../src/renderer/features/chat/blocks/cells.ts';
import { scaleOf } from '../../../../src/renderer/features/chat/blocks/chartScale.ts';
import { fitText } from '../../../../src/renderer/features/chat/blocks/layOutChart.ts';
import { BOX, layOutDiagram } from '../../../../src/renderer/features/chat/blocks/layOutDiagram.ts';

test.each([
  [[3, 5.5], true, [0, 2, 4, 6]],
  [[0.1, 0.3], true, [0, 0.1, 0.2, 0.3]],
  [[-3, 7], true, [-4, -2, 0, 2, 4, 6, 8]],
  [[1], true, [0, 1]],
  [[0], true, [0, 1]],
  [[1001, 1003], false, [1001, 1002, 1003]],
  [[5], false, [5, 6]],
  [[], false, [0, 1]],
  [[1e15, -1e15], true, [-1e15, -5e14, 0, 5e14, 1e15]],
])('the scale of %j', (values, hasZero, ticks) => {
  expect(scaleOf(values, hasZero).ticks).toEqual(ticks);
});

test('figures of a column have the same decimals, and none is endless', () => {
  expect([decimalsOf([1, 2.5, null, 'x', 3.25]), decimalsOf([0.1 + 0.2]), decimalsOf([1e300, 1e-9])]).toEqual([
    2, 1, 0,
  ]);
  expect([
    formatCell(2026, 0),
    formatCell(12_500, 0),
    formatCell(4.5, 2),
    formatCell(null, 2),
    formatCell('x', 2),
  ]).toEqual(['2026', '12,500', '4.50', '', 'x']);
  for (const value of [1.7e308, -1.7e308, 5e-324, 1e15]) expect(formatCell(value, 4).length).toBeLessThan(12);
  expect([isNumeric([1, null]), isNumeric([null]), isNumeric([1, 'x'])]).toEqual([true, false, false]);
});

const nodes = (...ids: string[]) => ids.map((id) => ({ id, label: id }));
const edges = (...pairs: string[]) => pairs.map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '' }));

test('each box stands below what leads to it, also where arrows go round, and none covers another', () => {
  const { boxes, arrows, width, height } = layOutDiagram({
    nodes: nodes('a', 'b', 'c', 'd', 'e', 'f'),
    edges: edges('ab', 'ac', 'bd', 'cd', 'ad', 'da'),
  });
  const rowOf = Object.fromEntries(boxes.map(({ id, y }) => [id, y]));
  const rows = [...new Set(Object.values(rowOf))].toSorted((one, other) => one - other);
  expect(Object.fromEntries(Object.entries(rowOf).map(([id, y]) => [id, rows.indexOf(y)]))).toEqual({
    a: 0,
    b: 1,
    c: 1,
    d: 2,
    e: 3,
    f: 3,
  });
  for (const [index, one] of boxes.entries())
    for (const other of boxes.slice(index + 1))
      expect(Math.abs(one.x - other.x) >= BOX.width || Math.abs(one.y - other.y) >= BOX.height).toBe(true);
  const back = arrows.find(({ from, to }) => from === 'd' && to === 'a');
  expect(back?.points.at(-1)?.y).toBeLessThan(back?.points[0]?.y ?? 0);
  for (const { points } of arrows)
    for (const { x, y } of points) {
      expect(x >= 0 && x <= width).toBe(true);
      expect(y >= 0 && y <= height).toBe(true);
    }
});

test('boxes without arrows stand in rows of three', () => {
  const { boxes } = layOutDiagram({ nodes: nodes('a', 'b', 'c', 'd'), edges: [] });
  expect(new Set(boxes.map(({ y }) => y)).size).toBe(2);
});

test('a label is cut where its room ends, and wide letters take more of it', () => {
  expect([
    fitText('Mon', 40),
    fitText('A long label', 40),
    fitText('WWWWWWWW', 40),
    fitText('日本語日本語', 40),
  ]).toEqual(['Mon', 'A lo…', 'WW…', '日本…']);
});
