import { type RefObject, useLayoutEffect, useState } from 'react';

/** How many children from the start fit, in pixels; `reserve` is what stands after them once one does not. */
export function countFitting(
  widths: readonly number[],
  { room, gap, reserve }: { room: number; gap: number; reserve: number },
): number {
  const endOf = (count: number): number =>
    widths.slice(0, count).reduce((sum, width) => sum + width, 0) + Math.max(0, count - 1) * gap;
  if (endOf(widths.length) <= room) return widths.length;
  for (let count = widths.length - 1; count > 0; count -= 1) if (endOf(count) + gap + reserve <= room) return count;
  return 0;
}

interface FittingOptions {
  /** Whose width there is. */
  room: RefObject<HTMLElement | null>;
  /** Whose children are to fit; those that do not must stay there, to be measured. */
  line: RefObject<HTMLElement | null>;
  gap: number;
  /** What stands in the room anyway, in pixels. */
  taken: number;
  /** What comes to stand there once a child does not fit. */
  reserve: number;
  /** Changes with what the children are. */
  content: string;
}

/** How many of a line's children fit into its room, measured anew whenever one of them changes its width. */
export function useFitting({ room, line, gap, taken, reserve, content }: FittingOptions): number {
  const [count, setCount] = useState(Infinity);
  useLayoutEffect(() => {
    const [outer, inner] = [room.current, line.current];
    if (outer === null || inner === null) return;
    const measure = (): void => {
      const widths = [...inner.children].map((child) => child.getBoundingClientRect().width);
      setCount(countFitting(widths, { room: outer.clientWidth - taken, gap, reserve }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    for (const child of inner.children) observer.observe(child);
    return () => {
      observer.disconnect();
    };
  }, [room, line, gap, taken, reserve, content]);
  return count;
}
