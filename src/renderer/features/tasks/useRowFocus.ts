import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { TaskListItem } from '../../../contracts/task.ts';

/**
 * One row of a list can be reached by Tab. It keeps the focus when it moves, and when it goes away under the focus (done,
 * deleted, of another group) hands it to the row that took its place. `patience`, in milliseconds: how long it may be gone
 * before, where what it leaves and what it comes to are read one after the other.
 */
export function useRowFocus(
  list: RefObject<HTMLElement | null>,
  tasks: readonly TaskListItem[],
  scrollTo: (id: string) => void,
  patience = 0,
) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const shown = useRef(tasks);
  const hadFocus = useRef(false);

  const focusRow = useCallback(
    (id: string) => {
      setActiveId(id);
      hadFocus.current = true;
      scrollTo(id);
      // At once where it is in sight, so that the next key finds it; otherwise it exists after the next paint at the latest.
      if (!focusMain(list, id)) requestAnimationFrame(() => requestAnimationFrame(() => focusMain(list, id)));
    },
    [list, scrollTo],
  );

  useEffect(() => {
    const isLost = (): boolean => hadFocus.current && document.activeElement === document.body;
    if (activeId === null || !isLost()) {
      shown.current = tasks;
      return undefined;
    }
    const handOver = (): void => {
      const heir = heirOf(activeId, shown.current, tasks);
      shown.current = tasks;
      if (heir !== null && isLost()) focusRow(heir);
    };
    if (patience === 0 || tasks.some((task) => task.id === activeId)) {
      handOver();
      return undefined;
    }
    const timer = setTimeout(handOver, patience);
    return () => {
      clearTimeout(timer);
    };
  }, [tasks, activeId, focusRow, patience]);

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

function focusMain(list: RefObject<HTMLElement | null>, id: string): boolean {
  const main = list.current?.querySelector<HTMLElement>(`[data-line="${id}"] [data-row-main]`);
  main?.focus({ preventScroll: true });
  return main != null;
}

type Listed = readonly Pick<TaskListItem, 'id'>[];

/** Who has the focus after a list changed: the same task, else the nearest one after it that is left, else before it. */
export function heirOf(id: string, before: Listed, now: Listed): string | null {
  const left = new Set<string>(now.map((task) => task.id));
  if (left.has(id)) return id;
  const at = before.findIndex((task) => task.id === id);
  const heir =
    before.slice(at + 1).find((task) => left.has(task.id)) ??
    before.slice(0, Math.max(0, at)).findLast((task) => left.has(task.id)) ??
    now[0];
  return heir?.id ?? null;
}
