import { type MouseEvent, useRef, useState } from 'react';
import type { TaskId } from '../../../../contracts/ids.ts';
import type { TaskListItem } from '../../../../contracts/task.ts';
import { hasModifier } from '../../../lib/platform.ts';
import { useLatest } from '../../../lib/useLatest.ts';
import { useShortcut } from '../../commands/shortcuts.ts';
import { useSelection } from '../useSelection.ts';
import { BulkBar, type BulkMenuName } from './BulkBar.tsx';
import { useBulkActions } from './useBulkActions.ts';

interface BulkEditingOptions {
  /** In shown order. */
  tasks: readonly TaskListItem[];
  /** The task that has, or had last, the focus, and the open one where none had it. */
  activeId: string | null;
  openTaskId: string | null;
  focusRow: (id: string) => void;
  onOpen: (task: TaskListItem) => void;
}

/** What a list and a board share: selecting by click and key, editing what is selected, and the focus after it. */
export function useBulkEditing({ tasks, activeId, openTaskId, focusRow, onOpen }: BulkEditingOptions) {
  const actions = useBulkActions();
  const selection = useSelection(tasks);
  const [menu, setMenu] = useState<BulkMenuName | null>(null);
  /** Whether a key opened the menu: then the task has the focus again after it. */
  const wasKey = useRef(false);
  const current = activeId ?? openTaskId;
  const refocus = (): void => {
    if (activeId !== null) focusRow(activeId);
  };
  useShortcut('clearSelection', () => selection.clear(), selection.ids.size > 0);

  // Asked when something happens to a row or card, so that it need not be drawn again for what happened elsewhere.
  const press = useLatest((task: TaskListItem, event?: MouseEvent): void => {
    if (event?.shiftKey === true) selection.extend(current, task.id);
    else if (task.isApproved && event !== undefined && hasModifier(event)) selection.toggle(task.id);
    else onOpen(task);
  });
  const draggedWith = useLatest((id: TaskId): readonly TaskId[] =>
    selection.ids.has(id) ? selection.selected.map((task) => task.id) : [id],
  );
  /** The selected tasks if this one is among them, otherwise it alone. Pending ones are none. */
  const targets = (active: TaskListItem): readonly TaskListItem[] =>
    selection.ids.has(active.id) ? selection.selected : active.isApproved ? [active] : [];

  return {
    selectedIds: selection.ids,
    targets,
    press,
    draggedWith,
    /** For `useListKeys`. */
    keys: {
      actions,
      targets,
      onOpen,
      onSelect: (task: TaskListItem): void => {
        if (task.isApproved) selection.toggle(task.id);
      },
      onExtend: (from: TaskListItem, to: TaskListItem): void => selection.extend(from.id, to.id),
      onSelectAll: selection.selectAll,
      onProject: (active: TaskListItem): void => {
        if (!selection.ids.has(active.id)) selection.toggle(active.id);
        wasKey.current = true;
        setMenu('project');
      },
      onRemove: actions.remove,
    },
    bar:
      selection.selected.length === 0 ? null : (
        <BulkBar
          tasks={selection.selected}
          actions={actions}
          openMenu={menu}
          onOpenMenu={setMenu}
          onReturn={() => {
            const isByKey = wasKey.current && activeId !== null;
            wasKey.current = false;
            if (isByKey) focusRow(activeId);
            return isByKey;
          }}
          onClear={() => {
            selection.clear();
            refocus();
          }}
          onRemove={() => {
            actions.remove(selection.selected);
            refocus();
          }}
        />
      ),
  };
}
