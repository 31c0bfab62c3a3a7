import { useEffect, useState } from 'react';
import type { Heading } from '../../editor/noteEditor.ts';

/** A heading counts as read from here, in pixels below the upper edge. */
const READ_AT = 96;

/** Which heading is being read: the last one above the upper edge, by its place in the list. -1: none. */
export function useCurrentHeading(headings: readonly Heading[]): number {
  const [current, setCurrent] = useState(-1);
  useEffect(() => {
    const scroller = document.querySelector('[data-note-scroll]');
    if (scroller === null) return undefined;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const elements = [...scroller.querySelectorAll('.note-prose > :is(h1, h2, h3, h4, h5, h6)')];
      const edge = scroller.getBoundingClientRect().top + READ_AT;
      const isAtEnd = scroller.scrollTop > 0 && scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 2;
      setCurrent(
        isAtEnd
          ? elements.length - 1
          : elements.findLastIndex((element) => element.getBoundingClientRect().top <= edge),
      );
    };
    const onScroll = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    onScroll();
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [headings]);
  return current;
}
