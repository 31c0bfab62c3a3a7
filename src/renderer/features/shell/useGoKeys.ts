import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isOverlayOpen, isTyping } from '../../lib/isTyping.ts';

const PLACES = { h: '/', t: '/tasks', p: '/projects', n: '/notes', s: '/settings' } as const;
/** How long a G waits for its second letter, in milliseconds. */
const PATIENCE = 1_200;

/** G, then a letter, goes to a screen: G T to Tasks. */
export function useGoKeys(): void {
  const navigate = useNavigate();
  useEffect(() => {
    let startedAt = 0;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isOverlayOpen()) return;
      const key = event.key.toLowerCase();
      if (key === 'g') {
        startedAt = event.timeStamp;
        return;
      }
      const isSecond = startedAt > 0 && event.timeStamp - startedAt < PATIENCE;
      startedAt = 0;
      if (!isSecond || !isPlace(key)) return;
      // Before the screen's own keys: N after G is Notes, not a new task.
      event.preventDefault();
      event.stopPropagation();
      void navigate({ to: PLACES[key] });
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [navigate]);
}

const isPlace = (key: string): key is keyof typeof PLACES => key in PLACES;
