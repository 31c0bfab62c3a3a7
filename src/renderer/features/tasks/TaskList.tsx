import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskId } from '../../../contracts/ids.ts';
import type { TaskListItem } from '../../../contracts/task.ts';
import { hasModifier } from '../../lib/platform.ts';
import { useShortcut } from '../commands/shortcuts.ts';
import { useProjects } from '../records/useProjects.ts';
import { useSettings } from '../settings/useSettings.ts';
import { usePendingSuggestions } from '../suggestions/usePendingSuggestions.ts';
import { BulkBar, type BulkMenuName } from './bulk/BulkBar.tsx';
import { useBulkActions } from './bulk/useBulkActions.ts';
import { DropSlot } from './drag/DropSlot.tsx';
import { useDropPlace } from './drag/dragState.ts';
import { useAutoScroll } from './drag/useTaskDragging.ts';
import { GroupHeading } from './GroupHeading.tsx';
import { ListRow } from './ListRow.tsx';
import { type GroupKeyOf, isHeading, isTask, type TaskLine } from './taskLines.ts';
import type { TaskQuery } from './taskQuery.ts';
import { useGroupName } from './useGroupName.ts';
import { useListKeys } from './useListKeys.ts';
import { LIST_SURFACE, useListMoves } from './useListMoves.ts';
import { useRowFocus } from './useRowFocus.ts';
import { useSelection } from './useSelection.ts';
import { useTaskActions } from './useTaskActions.ts';
import { withDropSlot } from './withDropSlot.ts';

const ROW_HEIGHT = { compact: 32, comfortable: 36, relaxed: 44 } as const;
const HEADING = 32;
const HEADING_GAP = 12;

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

/** The virtualised list: only the rows in sight exist, so a hundred thousand scroll like ten. */
export function TaskList({
  lines,
  query,
  keyOf,
  groups,
  openTaskId,
  onOpen,
  onFold,
  onManual,
  onEndReached,
  footer,
}: TaskListProps) {
  const { t } = useTranslation('tasks');
  const { density } = useSettings();
  const projects = useProjects();
  const suggestions = usePendingSuggestions();
  const nameOf = useGroupName(query.groupBy);
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = ROW_HEIGHT[density];
  const tasks = useMemo(() => lines.filter(isTask), [lines]);
  const actions = useTaskActions();
  const bulk = useBulkActions();
  const selection = useSelection(tasks);
  /** Whether a key in the list opened the menu: then the row has the focus again after it. */
  const wasKey = useRef(false);
  const [bulkMenu, setBulkMenu] = useState<BulkMenuName | null>(null);
  const drop = useDropPlace(LIST_SURFACE);
  const shown = useMemo(() => (drop === null ? lines : withDropSlot(lines, drop.place)), [lines, drop]);
  useAutoScroll(scroller, 'vertical');

  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is used here only, and no compiler memoizes this
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (isHeading(shown[index]) ? HEADING + (index === 0 ? 0 : HEADING_GAP) : rowHeight),
    // Heights go by what stands where: everything is laid out anew when this function is another one, and not before.
    getItemKey: useCallback(
      (index: number) => {
        const line = shown[index];
        return line === undefined ? index : isHeading(line) ? `group:${line.group}` : isTask(line) ? line.id : 'slot';
      },
      [shown],
    ),
    overscan: 12,
    paddingStart: 8,
    paddingEnd: 24,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);

  const items = virtualizer.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (lastIndex >= shown.length - 40) onEndReached();
  }, [lastIndex, shown.length, onEndReached]);

  const scrollTo = useCallback(
    (id: string) => {
      const index = lines.findIndex((line) => isTask(line) && line.id === id);
      if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
    },
    [lines, virtualizer],
  );
  const { activeId, setActiveId, focusRow } = useRowFocus(scroller, tasks, scrollTo);
  const { moveByKey, groupOf } = useListMoves({ tasks, query, keyOf, groups, nameOf, onManual });

  const targets = (active: TaskListItem): readonly TaskListItem[] =>
    selection.ids.has(active.id) ? selection.selected : active.isApproved ? [active] : [];
  const remove = (chosen: readonly TaskListItem[]): void => {
    bulk.remove(chosen);
  };
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
    onRemove: remove,
  });
  useShortcut('clearSelection', () => selection.clear(), selection.ids.size > 0);

  const press = (task: TaskListItem, event?: MouseEvent): void => {
    if (event?.shiftKey === true) selection.extend(activeId ?? openTaskId, task.id);
    else if (task.isApproved && event !== undefined && hasModifier(event)) selection.toggle(task.id);
    else onOpen(task);
  };
  const draggedWith = (id: TaskId): readonly TaskId[] =>
    selection.ids.has(id) ? selection.selected.map((task) => task.id) : [id];

  const isListed = tasks.some((task) => task.id === activeId);
  const tabStop = isListed ? activeId : (tasks[0]?.id ?? null);

  return (
    <>
      <div
        ref={scroller}
        className="@container min-h-0 flex-1 overflow-y-auto px-5 wide:px-6"
        data-task-list
        aria-label={t('list')}
        role="group"
      >
        <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const line = shown[item.index];
            if (line === undefined) return null;
            return (
              <div
                key={item.key}
                data-line={isTask(line) ? line.id : undefined}
                className="absolute inset-x-0 top-0 flex flex-col justify-end"
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
                onFocus={isTask(line) ? () => setActiveId(line.id) : undefined}
              >
                {isHeading(line) ? (
                  <GroupHeading
                    group={line.group}
                    name={nameOf(line.group)}
                    count={line.count}
                    isFolded={line.isFolded}
                    surface={LIST_SURFACE}
                    onFold={onFold}
                  />
                ) : isTask(line) ? (
                  <ListRow
                    task={line}
                    suggestion={line.isApproved ? undefined : suggestions.creating(line.id)}
                    project={projects.byId(line.projectId)}
                    group={groupOf(line)}
                    surface={LIST_SURFACE}
                    isOpen={line.id === openTaskId}
                    isSelected={selection.ids.has(line.id)}
                    tabIndex={line.id === tabStop ? 0 : -1}
                    onOpen={press}
                    onToggle={actions.toggle}
                    draggedWith={draggedWith}
                  />
                ) : (
                  <DropSlot
                    surface={LIST_SURFACE}
                    group={drop?.place.group ?? null}
                    height={rowHeight - 4}
                    className="-mx-2.5 my-0.5"
                  />
                )}
              </div>
            );
          })}
        </div>
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
            remove(selection.selected);
            if (activeId !== null) focusRow(activeId);
          }}
        />
      )}
    </>
  );
}
