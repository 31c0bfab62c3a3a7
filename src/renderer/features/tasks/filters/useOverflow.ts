import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * How many of the children of a line fit into its width; the line wraps, and what stands on a second line does not fit.
 * Measured anew with the line's width and with what `content` says of its children.
 */
export function useFitting(line: RefObject<HTMLElement | null>, content: unknown): number {
  const [count, setCount] = useState(Infinity);
  useLayoutEffect(() => {
    const element = line.current;
    if (element === null) return;
    const measure = (): void => {
      const children = [...element.children].filter((child) => child instanceof HTMLElement);
      const top = children[0]?.offsetTop ?? 0;
      const first = children.findIndex((child) => child.offsetTop > top);
      setCount(first < 0 ? Infinity : first);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => {
      observer.disconnect();
    };
  }, [line, content]);
  return count;
}
