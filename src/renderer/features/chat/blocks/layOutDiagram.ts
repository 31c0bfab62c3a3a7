import type { DiagramBlock } from '../../../../contracts/block.ts';

export interface DiagramBox {
  readonly id: string;
  readonly label: string;
  /** The upper left corner, in pixels. */
  readonly x: number;
  readonly y: number;
}

export interface DiagramArrow {
  readonly from: string;
  readonly to: string;
  readonly label: string | undefined;
  /** From its beginning to its tip. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface DiagramLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly DiagramBox[];
  readonly arrows: readonly DiagramArrow[];
}

export const BOX = { width: 112, height: 56 } as const;
const GAP = 12;
const STEP = 32;
/** With words on arrows. */
const STEP_NAMED = 44;
/** Room of a long arrow between the boxes that it passes. */
const PASS = 16;
/** Boxes without arrows that stand side by side. */
const LOOSE = 3;
const SWEEPS = 4;

/** A box, or the place where a long arrow passes a row. */
interface Cell {
  readonly id: string;
  readonly isBox: boolean;
  readonly above: Cell[];
  readonly below: Cell[];
  x: number;
}

/**
 * Rows of boxes, each below all that lead to it (Sugiyama's method: break circles, longest path, order by the middle of
 * the neighbours). An arrow that would close a circle points upwards.
 */
export function layOutDiagram({ nodes, edges }: Pick<DiagramBlock, 'nodes' | 'edges'>): DiagramLayout {
  const directed = breakCircles(nodes, edges);
  const rowOf = rowsByLongestPath(nodes, directed);
  const rows: Cell[][] = [];
  const cells = new Map<string, Cell>();
  const place = (id: string, row: number, isBox: boolean): Cell => {
    const cell: Cell = { id, isBox, above: [], below: [], x: 0 };
    (rows[row] ??= []).push(cell);
    return cell;
  };
  for (const { id } of nodes) cells.set(id, place(id, rowOf.get(id) ?? 0, true));

  const chains = directed.map(({ upper, lower, edge, isTurned }) => {
    const [first, last] = [cells.get(upper), cells.get(lower)];
    const chain: Cell[] = first === undefined ? [] : [first];
    for (let row = (rowOf.get(upper) ?? 0) + 1; row < (rowOf.get(lower) ?? 0); row += 1)
      chain.push(place('', row, false));
    if (last !== undefined) chain.push(last);
    for (const [index, cell] of chain.slice(1).entries()) {
      chain[index]?.below.push(cell);
      cell.above.push(...chain.slice(index, index + 1));
    }
    return { chain, edge, isTurned };
  });
  const width = arrange(rows);
  const step = edges.some(({ label }) => label !== undefined) ? STEP_NAMED : STEP;
  const topOf = (row: number): number => row * (BOX.height + step);
  const yOf = new Map(rows.flatMap((row, index) => row.map((cell) => [cell, topOf(index)] as const)));

  return {
    width,
    height: topOf(rows.length - 1) + BOX.height,
    boxes: nodes.map(({ id, label }) => {
      const cell = cells.get(id);
      return { id, label, x: (cell?.x ?? 0) - BOX.width / 2, y: cell === undefined ? 0 : (yOf.get(cell) ?? 0) };
    }),
    arrows: chains.map(({ chain, edge, isTurned }) => {
      const points = chain.flatMap((cell, index) => {
        const y = yOf.get(cell) ?? 0;
        const [before, after] = [chain[index - 1], chain[index + 1]];
        if (before === undefined && after !== undefined)
          return [{ x: cell.x + port(cell.below, after), y: y + BOX.height }];
        if (after === undefined && before !== undefined) return [{ x: cell.x + port(cell.above, before), y }];
        return [
          { x: cell.x, y },
          { x: cell.x, y: y + BOX.height },
        ];
      });
      return { from: edge.from, to: edge.to, label: edge.label, points: isTurned ? points.toReversed() : points };
    }),
  };
}

interface DirectedEdge {
  readonly upper: string;
  readonly lower: string;
  readonly edge: DiagramBlock['edges'][number];
  /** It points upwards. */
  readonly isTurned: boolean;
}

/** Turns each edge that leads back to where the walk came from. */
function breakCircles(nodes: DiagramBlock['nodes'], edges: DiagramBlock['edges']): DirectedEdge[] {
  const state = new Map<string, 'open' | 'done'>();
  const turned = new Set<DiagramBlock['edges'][number]>();
  const visit = (id: string): void => {
    state.set(id, 'open');
    for (const edge of edges) {
      if (edge.from !== id) continue;
      if (state.get(edge.to) === 'open') turned.add(edge);
      else if (!state.has(edge.to)) visit(edge.to);
    }
    state.set(id, 'done');
  };
  // Where nothing leads to comes first, so that a walk begins at a beginning.
  const isReached = new Set(edges.map(({ to }) => to));
  for (const { id } of [...nodes].toSorted(
    (one, other) => Number(isReached.has(one.id)) - Number(isReached.has(other.id)),
  ))
    if (!state.has(id)) visit(id);
  return edges.map((edge) => {
    const isTurned = turned.has(edge);
    return { upper: isTurned ? edge.to : edge.from, lower: isTurned ? edge.from : edge.to, edge, isTurned };
  });
}

/** The row of each node: below all that lead to it. Those without edges stand in rows of their own, at the end. */
function rowsByLongestPath(nodes: DiagramBlock['nodes'], edges: readonly DirectedEdge[]): Map<string, number> {
  const rows = new Map<string, number>();
  const rowOf = (id: string): number => {
    const known = rows.get(id);
    if (known !== undefined) return known;
    const row = edges.reduce((most, { upper, lower }) => (lower === id ? Math.max(most, rowOf(upper) + 1) : most), 0);
    rows.set(id, row);
    return row;
  };
  const linked = new Set(edges.flatMap(({ upper, lower }) => [upper, lower]));
  for (const { id } of nodes) if (linked.has(id)) rowOf(id);
  const first = Math.max(-1, ...rows.values()) + 1;
  const loose = nodes.filter(({ id }) => !linked.has(id));
  for (const [index, { id }] of loose.entries()) rows.set(id, first + Math.floor(index / LOOSE));
  return rows;
}

/** Orders each row by the middle of its neighbours, gives every cell its middle, and answers the width of all. */
function arrange(rows: Cell[][]): number {
  const widthOf = ({ isBox }: Cell): number => (isBox ? BOX.width : PASS);
  const rowWidth = (row: readonly Cell[]): number =>
    row.reduce((sum, cell) => sum + widthOf(cell), 0) + GAP * Math.max(0, row.length - 1);
  const width = Math.max(...rows.map(rowWidth));
  const spread = (row: readonly Cell[]): void => {
    let x = (width - rowWidth(row)) / 2;
    for (const cell of row) {
      cell.x = x + widthOf(cell) / 2;
      x += widthOf(cell) + GAP;
    }
  };
  rows.forEach(spread);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const isDown = sweep % 2 === 0;
    for (const row of isDown ? rows : rows.toReversed()) {
      const wish = new Map(row.map((cell) => [cell, middleOf(isDown ? cell.above : cell.below) ?? cell.x]));
      row.sort((one, other) => (wish.get(one) ?? 0) - (wish.get(other) ?? 0));
      spread(row);
    }
  }
  return width;
}

function middleOf(cells: readonly Cell[]): number | null {
  return cells.length === 0 ? null : cells.reduce((sum, { x }) => sum + x, 0) / cells.length;
}

/** Where on a box's edge an arrow begins or ends, from the box's middle: in the order of the other ends. */
function port(ends: readonly Cell[], end: Cell): number {
  const sorted = ends.toSorted((one, other) => one.x - other.x);
  return (BOX.width / 2) * ((2 * (sorted.indexOf(end) + 1)) / (sorted.length + 1) - 1);
}
