import type { TableCell } from '../../../../contracts/block.ts';
import { formatQuantity } from '../../../i18n/format.ts';

/** Further digits of a figure say nothing to a reader. */
const DECIMALS_MAX = 4;

/** Whether a column is of figures: they stand at its end, point under point. */
export function isNumeric(cells: readonly TableCell[]): boolean {
  return (
    cells.some((cell) => typeof cell === 'number') && cells.every((cell) => typeof cell !== 'string' || cell === '')
  );
}

/** As many decimals as the most exact figure has. */
export function decimalsOf(cells: readonly TableCell[]): number {
  return cells.reduce<number>((most, cell) => {
    if (typeof cell !== 'number' || !Number.isFinite(cell)) return most;
    const [, decimals = ''] = Number(cell.toFixed(Math.abs(cell) < 1e15 ? DECIMALS_MAX : 0))
      .toString()
      .split('.');
    return Math.max(most, decimals.includes('e') ? 0 : decimals.length);
  }, 0);
}

/** A cell as it is read: nothing for null. */
export function formatCell(cell: TableCell, decimals: number): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? cell : formatQuantity(cell, decimals);
}
