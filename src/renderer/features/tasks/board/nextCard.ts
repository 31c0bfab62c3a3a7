import type { ColumnHandle } from './BoardColumn.tsx';

/** The next column to a side that has a card. */
export function nextFilled(
  columns: readonly { key: string }[],
  handles: ReadonlyMap<string, ColumnHandle>,
  from: string | undefined,
  by: 1 | -1,
): string | undefined {
  const at = columns.findIndex(({ key }) => key === from);
  const others = by > 0 ? columns.slice(at + 1) : columns.slice(0, Math.max(0, at)).toReversed();
  return others.find(({ key }) => (handles.get(key)?.tasks.length ?? 0) > 0)?.key;
}

/** The card of another column that is at the height of this one, among those on screen. */
export function cardBeside(board: HTMLElement | null, id: string | null, column: string): string | undefined {
  const own = board?.querySelector(`[data-line="${id}"]`);
  const cards = [...(board?.querySelectorAll<HTMLElement>(`[data-column="${column}"] [data-line]`) ?? [])];
  const height = own ? middleOf(own) : 0;
  return cards.toSorted((one, other) => Math.abs(middleOf(one) - height) - Math.abs(middleOf(other) - height))[0]
    ?.dataset['line'];
}

function middleOf(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
