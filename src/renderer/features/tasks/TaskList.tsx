import { type ReactNode, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskListItem } from '../../../contracts/task.ts';
import { useBulkEditing } from './bulk/useBulkEditing.tsx';
import { useAutoScroll } from './drag/useTaskDragging.ts';
import { LinesInSight, type LinesHandle } from './LinesInSight.tsx';
import { type GroupKeyOf, isTask, type TaskLine } from './taskLines.ts';
import type { TaskQuery } from './taskQuery.ts';
import { useGroupName } from './useGroupName.ts';
import { useListKeys } from './useListKeys.ts';
import { LIST_SURFACE, useListMoves } from './useListMoves.ts';
import { useRowFocus } from './useRowFocus.ts';
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
  useAutoScroll(scroller, 'vertical');

  const scrollTo = useCallback((id: string) => handle.current?.scrollTo(id), []);
  const { activeId, setActiveId, focusRow } = useRowFocus(scroller, tasks, scrollTo);
  const { moveByKey, groupOf } = useListMoves({ tasks, query, keyOf, groups, nameOf, onManual });

  const bulk = useBulkEditing({ tasks, activeId, openTaskId, focusRow, onOpen });
  useListKeys({
    ...bulk.keys,
    tasks,
    activeId: activeId ?? openTaskId,
    list: scroller,
    onFocus: focusRow,
    onMove: (active, step) => {
      moveByKey(
        active,
        bulk.targets(active).map(({ id }) => id),
        step,
      );
    },
  });

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
          selected={bulk.selectedIds}
          nameOf={nameOf}
          groupOf={groupOf}
          onActive={setActiveId}
          onOpen={bulk.press}
          onToggle={actions.toggle}
          onFold={onFold}
          draggedWith={bulk.draggedWith}
          onEndReached={onEndReached}
        />
        {footer}
      </div>
      {bulk.bar}
    </>
  );
}
