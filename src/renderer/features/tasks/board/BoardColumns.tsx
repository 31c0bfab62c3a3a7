import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskListItem } from '../../../../contracts/task.ts';
import { useIsNarrow } from '../../../lib/useMediaQuery.ts';
import { useShortcut } from '../../commands/shortcuts.ts';
import { useQuickAdd } from '../../quickAdd/quickAddDialog.ts';
import { useBulkEditing } from '../bulk/useBulkEditing.tsx';
import { fieldsOfGroup } from '../drag/dropPlace.ts';
import { useAutoScroll } from '../drag/useTaskDragging.ts';
import type { TaskQuery } from '../taskQuery.ts';
import { useGroupName } from '../useGroupName.ts';
import { useListKeys } from '../useListKeys.ts';
import { useRowFocus } from '../useRowFocus.ts';
import { useTaskActions } from '../useTaskActions.ts';
import { BoardColumn, type ColumnHandle } from './BoardColumn.tsx';
import { columnWidth } from './columnWidth.ts';
import { completedSince } from './columnQuery.ts';
import { useGroupIcon } from './groupIcon.tsx';
import { cardBeside, nextFilled } from './nextCard.ts';
import { BOARD_SURFACE, useBoardMoves } from './useBoardMoves.ts';
import { useWidth } from './useWidth.ts';

const GAP = 24;
/** Columns are read one by one: so long a card may be in none of them on its way from one to another, in milliseconds. */
const COLUMNS_APART = 200;
/** Beside the first and the last column: the gutter of a dense screen, in a wide window and in a narrow one. */
const GUTTER = { wide: 24, narrow: 20 } as const;

interface BoardColumnsProps {
  query: TaskQuery;
  /** The task in the side panel. */
  openTaskId: string | null;
  onOpen: (task: TaskListItem) => void;
  showsAllDone: boolean;
  onShowAllDone: (showsAll: boolean) => void;
  /** All groups, in shown order. */
  columns: readonly { key: string; count: number }[];
}

/** The columns side by side, and everything that is done on them by mouse and by key. */
export function BoardColumns(props: BoardColumnsProps) {
  const { query, columns, openTaskId, onOpen, showsAllDone, onShowAllDone } = props;
  const { t } = useTranslation('board');
  const { groupBy, filter, today } = query;
  const nameOf = useGroupName(groupBy);
  const iconOf = useGroupIcon(groupBy);
  const quickAdd = useQuickAdd();
  const actions = useTaskActions();

  const [handles, setHandles] = useState<ReadonlyMap<string, ColumnHandle>>(new Map());
  const register = useCallback((key: string, handle: ColumnHandle | null) => {
    setHandles((before) => {
      const next = new Map(before);
      if (handle === null) next.delete(key);
      else next.set(key, handle);
      return next;
    });
  }, []);
  const tasks = useMemo(() => columns.flatMap(({ key }) => handles.get(key)?.tasks ?? []), [columns, handles]);
  const columnOf = (id: string | null): string | undefined =>
    columns.find(({ key }) => handles.get(key)?.tasks.some((task) => task.id === id))?.key;

  const board = useRef<HTMLDivElement>(null);
  useAutoScroll(board, 'horizontal');
  const available = useWidth(board);
  const gutter = useIsNarrow() ? GUTTER.narrow : GUTTER.wide;
  const width = columnWidth({ available, count: columns.length, gap: GAP, gutter });
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is used here only, and no compiler memoizes this
  const virtualizer = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => board.current,
    estimateSize: () => width,
    getItemKey: (index) => columns[index]?.key ?? index,
    gap: GAP,
    paddingStart: gutter,
    paddingEnd: gutter,
    scrollPaddingStart: gutter,
    scrollPaddingEnd: gutter,
    overscan: 2,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, width, gutter]);

  const scrollTo = useCallback(
    (id: string) => {
      const index = columns.findIndex(({ key }) => handles.get(key)?.tasks.some((task) => task.id === id));
      const key = columns[index]?.key;
      if (key === undefined) return;
      virtualizer.scrollToIndex(index, { align: 'auto' });
      handles.get(key)?.scrollTo(id);
    },
    [columns, handles, virtualizer],
  );
  const { activeId, setActiveId, focusRow } = useRowFocus(board, tasks, scrollTo, COLUMNS_APART);
  const bulk = useBulkEditing({ tasks, activeId, openTaskId, focusRow, onOpen });
  const { moveByKey } = useBoardMoves({ query, columns, handles, nameOf });

  const current = activeId ?? openTaskId;
  // Up and down stay in the column.
  const column = columnOf(current) ?? columns.find(({ key }) => (handles.get(key)?.tasks.length ?? 0) > 0)?.key;
  const columnTasks = handles.get(column ?? '')?.tasks ?? [];
  useListKeys({
    ...bulk.keys,
    tasks: columnTasks,
    activeId: current,
    list: board,
    onFocus: focusRow,
    onMove: (active, step) => moveByKey(active, bulk.targets(active), step < 0 ? 'up' : 'down'),
  });
  const isHere = (event: KeyboardEvent): boolean =>
    event.target === document.body ||
    (event.target instanceof HTMLElement &&
      (event.target.id === 'content' || board.current?.contains(event.target) === true));
  const useAside = (id: 'nextColumn' | 'previousColumn', by: 1 | -1): void => {
    useShortcut(id, (event) => {
      if (!isHere(event)) return false;
      const next = nextFilled(columns, handles, column, by);
      const beside = next === undefined ? undefined : cardBeside(board.current, current, next);
      const to = columnOf(current) === undefined ? columnTasks[0]?.id : beside;
      if (to !== undefined) focusRow(to);
      return true;
    });
  };
  useAside('nextColumn', 1);
  useAside('previousColumn', -1);
  const usePush = (id: 'moveToNextColumn' | 'moveToPreviousColumn', direction: 'left' | 'right'): void => {
    useShortcut(id, (event) => {
      const active = tasks.find((task) => task.id === activeId);
      if (active === undefined || !(event.target instanceof Node) || board.current?.contains(event.target) !== true)
        return false;
      moveByKey(active, bulk.targets(active), direction);
      return true;
    });
  };
  usePush('moveToNextColumn', 'right');
  usePush('moveToPreviousColumn', 'left');

  const addTo = (key: string): (() => void) | undefined => {
    const fields = fieldsOfGroup(groupBy, key, today);
    if (fields === null || fields.status === 'done') return undefined;
    const { projectId = filter.projectId, ...rest } = fields;
    return () => quickAdd.open({ ...rest, ...(projectId === undefined ? {} : { projectId }) });
  };

  return (
    <>
      <div
        ref={board}
        role="group"
        aria-label={t('label')}
        data-task-board
        className="min-h-0 flex-1 overflow-x-auto overflow-y-hidden pt-3 [scrollbar-width:thin]"
      >
        <div className="relative h-full" style={{ width: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const shown = columns[item.index];
            if (shown === undefined) return null;
            const { key, count } = shown;
            return (
              <div
                key={item.key}
                className="absolute inset-y-0 left-0"
                style={{ width, transform: `translateX(${item.start}px)` }}
              >
                <BoardColumn
                  columnKey={key}
                  head={{
                    name: nameOf(key),
                    icon: iconOf(key),
                    count,
                    onAdd: addTo(key),
                    done:
                      completedSince(query, key, false) !== undefined
                        ? { showsAll: showsAllDone, onTurn: () => onShowAllDone(!showsAllDone) }
                        : undefined,
                  }}
                  query={query}
                  showsAllDone={showsAllDone}
                  surface={BOARD_SURFACE}
                  width={width}
                  openTaskId={openTaskId}
                  activeId={activeId}
                  selected={bulk.selectedIds}
                  dragged={bulk.draggedWith}
                  onPress={bulk.press}
                  onToggle={actions.toggle}
                  onActive={setActiveId}
                  register={register}
                />
              </div>
            );
          })}
        </div>
      </div>
      {bulk.bar}
    </>
  );
}
