import type { RefObject } from 'react';
import type { TaskListItem } from '../../../contracts/task.ts';
import { addDays } from '../../i18n/format.ts';
import { useToday } from '../../lib/useToday.ts';
import { type ShortcutId, useShortcut } from '../commands/shortcuts.ts';
import type { BulkActions, BulkEdit } from './bulk/useBulkActions.ts';

interface ListKeysOptions {
  /** The tasks in shown order, without headings. */
  tasks: readonly TaskListItem[];
  /** The row that has, or had last, the focus. */
  activeId: string | null;
  list: RefObject<HTMLElement | null>;
  actions: BulkActions;
  /** The selected tasks if the active one is among them, otherwise it alone. Pending ones are none. */
  targets: (active: TaskListItem) => readonly TaskListItem[];
  onFocus: (id: string) => void;
  onOpen: (task: TaskListItem) => void;
  onSelect: (task: TaskListItem) => void;
  onExtend: (from: TaskListItem, to: TaskListItem) => void;
  onSelectAll: () => void;
  onMove: (active: TaskListItem, step: -1 | 1) => void;
  onProject: (active: TaskListItem) => void;
  onRemove: (tasks: readonly TaskListItem[]) => void;
}

const PAGE = 12;

/** The keys of a list of tasks, as the table of shortcuts has them: while the focus is in the list, or nowhere. */
export function useListKeys(options: ListKeysOptions): void {
  const { tasks, activeId, list, actions, targets, onFocus } = options;
  const today = useToday();

  const isInList = (event: KeyboardEvent): boolean =>
    event.target instanceof Node && list.current?.contains(event.target) === true;
  /** Nothing else has a use for them: the focus is nowhere, or on what led here (the sidebar, a filter). */
  const isNowhere = (event: KeyboardEvent): boolean =>
    !(event.target instanceof Element) ||
    event.target.closest('main aside, [role="toolbar"], [role="region"]') === null;
  /** On a row's own small buttons, and on headings, Enter and Space are theirs. */
  const isOnRow = (event: KeyboardEvent): boolean =>
    event.target instanceof HTMLElement && event.target.hasAttribute('data-row-main') && isInList(event);
  const active = (): TaskListItem | undefined => tasks.find((task) => task.id === activeId);

  const useStep = (id: ShortcutId, step: number): void => {
    useShortcut(id, (event) => {
      if (!isInList(event) && !isNowhere(event)) return false;
      const index = tasks.findIndex((task) => task.id === activeId);
      const next = index < 0 ? tasks[0] : tasks[Math.max(0, Math.min(tasks.length - 1, index + step))];
      if (next === undefined) return false;
      onFocus(next.id);
      return true;
    });
  };
  const useActive = (id: ShortcutId, run: (task: TaskListItem, event: KeyboardEvent) => boolean | void): void => {
    useShortcut(id, (event) => {
      const task = active();
      if (task === undefined || !isInList(event)) return false;
      return run(task, event);
    });
  };
  const useEdit = (id: ShortcutId, edit: BulkEdit): void => {
    useActive(id, (task) => {
      const chosen = targets(task);
      if (chosen.length === 0) return false;
      actions.edit(chosen, edit);
      return true;
    });
  };
  const useSuggestion = (id: 'approve' | 'reject' | 'edit'): void => {
    useActive(id, (task) => {
      if (task.isApproved) return false;
      const button = list.current?.querySelector<HTMLElement>(`[data-line="${task.id}"] [data-action="${id}"]`);
      if (!button) return false;
      button.click();
      return true;
    });
  };

  useStep('next', 1);
  useStep('previous', -1);
  useStep('nextPage', PAGE);
  useStep('previousPage', -PAGE);
  useStep('first', -Infinity);
  useStep('last', Infinity);
  useActive('open', (task, event) => {
    if (!isOnRow(event)) return false;
    options.onOpen(task);
    return true;
  });

  const useExtend = (id: ShortcutId, step: -1 | 1): void => {
    useActive(id, (task) => {
      const next = tasks[tasks.indexOf(task) + step] ?? task;
      options.onExtend(task, next);
      onFocus(next.id);
      return true;
    });
  };
  useExtend('selectNext', 1);
  useExtend('selectPrevious', -1);
  useActive('select', (task) => {
    options.onSelect(task);
    return true;
  });
  useShortcut('selectAll', (event) => {
    if (!isInList(event) && !isNowhere(event)) return false;
    options.onSelectAll();
    return true;
  });

  useActive('moveUp', (task) => {
    options.onMove(task, -1);
    return true;
  });
  useActive('moveDown', (task) => {
    options.onMove(task, 1);
    return true;
  });

  useActive('complete', (task, event) => {
    if (event.key === ' ' && !isOnRow(event)) return false;
    const chosen = targets(task);
    if (chosen.length === 0) return false;
    actions.toggle(chosen);
    return true;
  });
  useEdit('priorityHigh', { fields: { priority: 'high' } });
  useEdit('priorityMedium', { fields: { priority: 'medium' } });
  useEdit('priorityLow', { fields: { priority: 'low' } });
  useEdit('dueToday', { fields: { dueDate: today } });
  useEdit('dueTomorrow', { fields: { dueDate: addDays(today, 1) } });
  useEdit('dueNone', { fields: { dueDate: null } });
  useActive('moveToProject', (task) => {
    if (!task.isApproved) return false;
    options.onProject(task);
    return true;
  });
  useActive('delete', (task, event) => {
    if (event.key === 'Backspace' && !isOnRow(event)) return false;
    const chosen = targets(task);
    if (chosen.length === 0) return false;
    options.onRemove(chosen);
    return true;
  });

  useSuggestion('approve');
  useSuggestion('reject');
  useSuggestion('edit');
}
