import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** Nearer than this to the end counts as at the end, in pixels. */
const NEAR = 40;

export interface StickToEnd {
  readonly scrollRef: RefObject<HTMLDivElement | null>;
  readonly contentRef: RefObject<HTMLDivElement | null>;
  readonly isAtStart: boolean;
  readonly isAtEnd: boolean;
  toEnd(): void;
  /** Stays where it is, whatever is added. */
  letGo(): void;
}

/**
 * Keeps a list that grows at its end scrolled there, as long as the reader is there. Who scrolled up to read is left
 * alone until they come back.
 */
export function useStickToEnd(): StickToEnd {
  const scrollRef = useRef<HTMLDivElement>(null);
  const contentRef = useRef<HTMLDivElement>(null);
  const sticks = useRef(true);
  const [edges, setEdges] = useState({ isAtStart: true, isAtEnd: true });

  useEffect(() => {
    const scroll = scrollRef.current;
    const content = contentRef.current;
    if (scroll === null || content === null) return undefined;
    const look = (): void => {
      const isAtStart = scroll.scrollTop <= 0;
      const isAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;
      setEdges((last) => (last.isAtStart === isAtStart && last.isAtEnd === isAtEnd ? last : { isAtStart, isAtEnd }));
    };
    let lastTop = scroll.scrollTop;
    const onScroll = (): void => {
      // Only going up lets go: the event of our own scrolling may come when the list has grown further already.
      if (scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR) sticks.current = true;
      else if (scroll.scrollTop < lastTop) sticks.current = false;
      lastTop = scroll.scrollTop;
      look();
    };
    // A wheel turned up is meant before the scrolling shows it.
    const onWheel = (event: WheelEvent): void => {
      if (event.deltaY < 0 && scroll.scrollHeight > scroll.clientHeight) sticks.current = false;
    };
    const observer = new ResizeObserver(() => {
      if (sticks.current) scroll.scrollTop = scroll.scrollHeight;
      look();
    });
    observer.observe(content);
    observer.observe(scroll);
    scroll.addEventListener('scroll', onScroll, { passive: true });
    scroll.addEventListener('wheel', onWheel, { passive: true });
    return () => {
      observer.disconnect();
      scroll.removeEventListener('scroll', onScroll);
      scroll.removeEventListener('wheel', onWheel);
    };
  }, []);

  const toEnd = useCallback(() => {
    const scroll = scrollRef.current;
    sticks.current = true;
    if (scroll !== null) scroll.scrollTop = scroll.scrollHeight;
  }, []);
  const letGo = useCallback(() => {
    sticks.current = false;
  }, []);
  return { scrollRef, contentRef, ...edges, toEnd, letGo };
}
