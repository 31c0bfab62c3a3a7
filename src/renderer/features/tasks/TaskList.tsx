import { type MouseEvent, type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskId } from '../../../contracts/ids.ts';
import type { TaskListItem } from '../../../contracts/task.ts';
import { hasModifier } from '../../lib/platform.ts';
import { useShortcut } from '../commands/shortcuts.ts';
import { BulkBar, type BulkMenuName } from './bulk/BulkBar.tsx';
import { useBulkActions } from './bulk/useBulkActions.ts';
import { useAutoScroll } from './drag/useTaskDragging.ts';
import { LinesInSight, type LinesHandle } from './LinesInSight.tsx';
import { type GroupKeyOf, isTask, type TaskLine } from './taskLines.ts';
import type { TaskQuery } from './taskQuery.ts';
import { useGroupName } from './useGroupName.ts';
import { useListKeys } from './useListKeys.ts';
import { LIST_SURFACE, useListMoves } from './useListMoves.ts';
import { useRowFocus } from './useRowFocus.ts';
import { useSelection } from './useSelection.ts';
import { useTaskActions } from './useTaskActions.ts';

interface TaskListProps {
  lines: readonly TaskLine[];
  query: TaskQuery;
  keyOf: GroupKeyOf;
  groups: readonly { key: string; count: number }[] | undefined;
  /** The task in the side panel. */
  openTaskId: string | null;
  onOpen: (task: TaskListItem) => void;
  onFold: (group: string) => void;
  onManual: () => void;
  /** Called when the end comes near. */
  onEndReached: () => void;
  /** After the last row: why there are no more, say. */
  footer?: ReactNode;
}

/** The list of tasks with its keys, its selection and what can be done with that. */
export function TaskList(props: TaskListProps) {
  const { lines, query, keyOf, groups, openTaskId, onOpen, onFold, onManual, onEndReached, footer } = props;
  const { t } = useTranslation('tasks');
  const nameOf = useGroupName(query.groupBy);
  const scroller = useRef<HTMLDivElement>(null);
  const handle = useRef<LinesHandle>(null);
  const tasks = useMemo(() => lines.filter(isTask), [lines]);
  const actions = useTaskActions();
  const bulk = useBulkActions();
  const selection = useSelection(tasks);
  /** Whether a key in the list opened the menu: then the row has the focus again after it. */
  const wasKey = useRef(false);
  const [bulkMenu, setBulkMenu] = useState<BulkMenuName | null>(null);
  useAutoScroll(scroller, 'vertical');

  const scrollTo = useCallback((id: string) => handle.current?.scrollTo(id), []);
  const { activeId, setActiveId, focusRow } = useRowFocus(scroller, tasks, scrollTo);
  const { moveByKey, groupOf } = useListMoves({ tasks, query, keyOf, groups, nameOf, onManual });

  const targets = (active: TaskListItem): readonly TaskListItem[] =>
    selection.ids.has(active.id) ? selection.selected : active.isApproved ? [active] : [];
  useListKeys({
    tasks,
    activeId: activeId ?? openTaskId,
    list: scroller,
    actions: bulk,
    targets,
    onFocus: focusRow,
    onOpen,
    onSelect: (task) => {
      if (task.isApproved) selection.toggle(task.id);
    },
    onExtend: (from, to) => selection.extend(from.id, to.id),
    onSelectAll: selection.selectAll,
    onMove: (active, step) => {
      moveByKey(
        active,
        targets(active).map(({ id }) => id),
        step,
      );
    },
    onProject: (active) => {
      if (!selection.ids.has(active.id)) selection.toggle(active.id);
      wasKey.current = true;
      setBulkMenu('project');
    },
    onRemove: bulk.remove,
  });
  useShortcut('clearSelection', () => selection.clear(), selection.ids.size > 0);

  // Rows ask when something happens to them, so that they need not be drawn again for what happened elsewhere.
  const latest = useRef({ selection, active: activeId ?? openTaskId, onOpen });
  useLayoutEffect(() => {
    latest.current = { selection, active: activeId ?? openTaskId, onOpen };
  });
  const press = useCallback((task: TaskListItem, event?: MouseEvent): void => {
    const { selection: now, active, onOpen: open } = latest.current;
    if (event?.shiftKey === true) now.extend(active, task.id);
    else if (task.isApproved && event !== undefined && hasModifier(event)) now.toggle(task.id);
    else open(task);
  }, []);
  const draggedWith = useCallback((id: TaskId): readonly TaskId[] => {
    const { selection: now } = latest.current;
    return now.ids.has(id) ? now.selected.map((task) => task.id) : [id];
  }, []);

  const tabStop = useMemo(() => {
    const isListed = tasks.some((task) => task.id === activeId);
    return isListed ? activeId : (tasks[0]?.id ?? null);
  }, [tasks, activeId]);

  return (
    <>
      <div
        ref={scroller}
        className="@container min-h-0 flex-1 overflow-y-auto px-5 wide:px-6"
        data-task-list
        aria-label={t('list')}
        role="group"
      >
        <LinesInSight
          ref={handle}
          lines={lines}
          surface={LIST_SURFACE}
          scroller={scroller}
          openTaskId={openTaskId}
          tabStop={tabStop}
          selected={selection.ids}
          nameOf={nameOf}
          groupOf={groupOf}
          onActive={setActiveId}
          onOpen={press}
          onToggle={actions.toggle}
          onFold={onFold}
          draggedWith={draggedWith}
          onEndReached={onEndReached}
        />
        {footer}
      </div>
      {selection.selected.length === 0 ? null : (
        <BulkBar
          tasks={selection.selected}
          actions={bulk}
          openMenu={bulkMenu}
          onOpenMenu={setBulkMenu}
          onReturn={() => {
            const isByKey = wasKey.current && activeId !== null;
            wasKey.current = false;
            if (isByKey) focusRow(activeId);
            return isByKey;
          }}
          onClear={() => {
            selection.clear();
            if (activeId !== null) focusRow(activeId);
          }}
          onRemove={() => {
            bulk.remove(selection.selected);
            if (activeId !== null) focusRow(activeId);
          }}
        />
      )}
    </>
  );
}
