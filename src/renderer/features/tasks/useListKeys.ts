import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { TaskListItem } from '../../../contracts/task.ts';
import { isOverlayOpen, isTyping } from '../../lib/isTyping.ts';
import type { TaskActions } from './useTaskActions.ts';
import type { TaskLine } from './useTaskList.ts';

interface ListKeysOptions {
  lines: readonly TaskLine[];
  /** The row that has, or had last, the focus. */
  activeId: string | null;
  list: RefObject<HTMLElement | null>;
  onMove: (id: string) => void;
  onOpen: (task: TaskListItem) => void;
  actions: TaskActions;
}

const STEPS: Partial<Record<string, number>> = {
  j: 1,
  ArrowDown: 1,
  k: -1,
  ArrowUp: -1,
  PageDown: 12,
  PageUp: -12,
  Home: -Infinity,
  End: Infinity,
};

/**
 * Arrows or J and K move, Enter opens, Space or X completes, Delete deletes; on a pending row A approves, R rejects, E
 * edits. While the focus is in the list, or nowhere.
 */
export function useListKeys({ lines, activeId, list, onMove, onOpen, actions }: ListKeysOptions): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const { target } = event;
    if (isTyping(target) || isOverlayOpen() || !(target instanceof HTMLElement)) return;
    const isInList = list.current?.contains(target) === true;
    if (!isInList && target !== document.body && target.id !== 'content') return;
    // On a row's own small buttons Enter and Space are theirs.
    const isOnRow = isInList && target.hasAttribute('data-row-main');

    const tasks = lines.flatMap((line) => (line.kind === 'task' ? [line.task] : []));
    const index = tasks.findIndex((task) => task.id === activeId);
    const active = tasks[index];
    const step = STEPS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (step !== undefined) {
      const next = index < 0 ? tasks[0] : tasks[Math.max(0, Math.min(tasks.length - 1, index + step))];
      if (next === undefined) return;
      event.preventDefault();
      onMove(next.id);
      return;
    }
    if (active === undefined || !isInList) return;
    const key = event.key.toLowerCase();
    if (!active.isApproved) {
      const word = { a: 'approve', r: 'reject', e: 'edit' }[key];
      const button =
        word === undefined
          ? null
          : list.current?.querySelector<HTMLElement>(`[data-line="${active.id}"] [data-action="${word}"]`);
      if (button) {
        event.preventDefault();
        button.click();
      }
      return;
    }
    // X is the row's own key.
    if (key === ' ' && isOnRow) {
      event.preventDefault();
      actions.toggle(active);
    } else if (key === 'delete' || (key === 'backspace' && isOnRow)) {
      event.preventDefault();
      actions.remove(active);
    } else if (key === 'enter' && isOnRow) {
      event.preventDefault();
      onOpen(active);
    }
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
