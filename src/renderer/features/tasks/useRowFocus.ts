import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { TaskListItem } from '../../../contracts/task.ts';

/**
 * One row of a list can be reached by Tab. It keeps the focus when it moves, and when it goes away under the focus (done,
 * deleted, of another group) hands it to the row that took its place.
 */
export function useRowFocus(
  list: RefObject<HTMLElement | null>,
  tasks: readonly TaskListItem[],
  scrollTo: (id: string) => void,
) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const wasAt = useRef(0);
  const hadFocus = useRef(false);

  const focusRow = useCallback(
    (id: string) => {
      setActiveId(id);
      hadFocus.current = true;
      scrollTo(id);
      // The row exists after the next paint at the latest.
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          list.current?.querySelector<HTMLElement>(`[data-line="${id}"] [data-row-main]`)?.focus();
        });
      });
    },
    [list, scrollTo],
  );

  useEffect(() => {
    if (activeId === null) return;
    const index = tasks.findIndex((task) => task.id === activeId);
    const isLost = hadFocus.current && document.activeElement === document.body;
    if (index >= 0) {
      wasAt.current = index;
      if (isLost) focusRow(activeId);
      return;
    }
    const heir = tasks[Math.min(wasAt.current, tasks.length - 1)];
    if (heir !== undefined && isLost) focusRow(heir.id);
  }, [tasks, activeId, focusRow]);

  // Whether the focus was in the list is known from where it goes: nowhere, where a row goes away; elsewhere, by the user.
  useEffect(() => {
    const onFocus = (event: FocusEvent): void => {
      hadFocus.current = event.target instanceof Node && list.current?.contains(event.target) === true;
    };
    const onPointer = (event: PointerEvent): void => {
      if (event.target instanceof Node && list.current?.contains(event.target) === false) hadFocus.current = false;
    };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', onPointer);
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPointer);
    };
  }, [list]);

  return { activeId, setActiveId, focusRow };
}
