import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskListItem } from '../../../contracts/task.ts';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { useProjects } from '../records/useProjects.ts';
import { useSettings } from '../settings/useSettings.ts';
import { SuggestionRow } from '../suggestions/SuggestionRow.tsx';
import { usePendingSuggestions } from '../suggestions/usePendingSuggestions.ts';
import { TaskRow } from './TaskRow.tsx';
import { useListKeys } from './useListKeys.ts';
import type { TaskActions } from './useTaskActions.ts';
import type { TaskLine } from './useTaskList.ts';

const ROW_HEIGHT = { compact: 32, comfortable: 36, relaxed: 44 } as const;
const HEADING = 32;
const HEADING_GAP = 12;

interface TaskListProps {
  lines: readonly TaskLine[];
  /** The task in the side panel. */
  openTaskId: string | null;
  onOpen: (task: TaskListItem) => void;
  actions: TaskActions;
  /** Called when the end comes near. */
  onEndReached: () => void;
  /** After the last row: why there are no more, say. */
  footer?: React.ReactNode;
}

/** The virtualised list: only the rows in sight exist, so ten thousand scroll like ten. */
export function TaskList({ lines, openTaskId, onOpen, actions, onEndReached, footer }: TaskListProps) {
  const { t } = useTranslation('tasks');
  const { density } = useSettings();
  const projects = useProjects();
  const suggestions = usePendingSuggestions();
  const scroller = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const rowHeight = ROW_HEIGHT[density];

  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is used here only, and no compiler memoizes this
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'heading' ? HEADING + (index === 0 ? 0 : HEADING_GAP) : rowHeight),
    getItemKey: (index) => {
      const line = lines[index];
      return line === undefined ? index : line.kind === 'heading' ? line.group : line.task.id;
    },
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
    if (lastIndex >= lines.length - 40) onEndReached();
  }, [lastIndex, lines.length, onEndReached]);

  const focusRow = useCallback(
    (id: string) => {
      setActiveId(id);
      const index = lines.findIndex((line) => line.kind === 'task' && line.task.id === id);
      virtualizer.scrollToIndex(index, { align: 'auto' });
      // The row exists after the next paint at the latest.
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          scroller.current?.querySelector<HTMLElement>(`[data-line="${id}"] [data-row-main]`)?.focus();
        });
      });
    },
    [lines, virtualizer],
  );
  useListKeys({ lines, activeId: activeId ?? openTaskId, list: scroller, onMove: focusRow, onOpen, actions });

  // A row that went away under the focus (done, deleted, approved) hands it to the one that took its place.
  const lastIndexOfActive = useRef(0);
  useEffect(() => {
    if (activeId === null) return;
    const ids = lines.flatMap((line) => (line.kind === 'task' ? [line.task.id] : []));
    const index = ids.findIndex((id) => id === activeId);
    if (index >= 0) {
      lastIndexOfActive.current = index;
      return;
    }
    const heir = ids[Math.min(lastIndexOfActive.current, ids.length - 1)];
    if (heir !== undefined && document.activeElement === document.body) focusRow(heir);
  }, [lines, activeId, focusRow]);

  const isListed = lines.some((line) => line.kind === 'task' && line.task.id === activeId);
  const firstId = lines.find((line) => line.kind === 'task')?.task.id ?? null;
  const tabStop = isListed ? activeId : firstId;

  return (
    <div ref={scroller} className="@container min-h-0 flex-1 overflow-y-auto px-5 wide:px-6" data-task-list>
      <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          const suggestion =
            line.kind === 'task' && !line.task.isApproved ? suggestions.creating(line.task.id) : undefined;
          return (
            <div
              key={item.key}
              data-line={line.kind === 'task' ? line.task.id : undefined}
              className="absolute inset-x-0 top-0 flex flex-col justify-end"
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              onFocus={line.kind === 'task' ? () => setActiveId(line.task.id) : undefined}
            >
              {line.kind === 'heading' ? (
                <SectionTitle {...(line.count === null ? {} : { count: line.count })}>
                  {t(`group.${line.group}`)}
                </SectionTitle>
              ) : suggestion === undefined ? (
                <TaskRow
                  task={line.task}
                  project={projects.byId(line.task.projectId)}
                  isSelected={line.task.id === openTaskId}
                  tabIndex={line.task.id === tabStop ? 0 : -1}
                  onOpen={onOpen}
                  onToggle={actions.toggle}
                />
              ) : (
                <SuggestionRow
                  suggestion={suggestion}
                  isSelected={line.task.id === openTaskId}
                  tabIndex={line.task.id === tabStop ? 0 : -1}
                  onOpen={() => onOpen(line.task)}
                />
              )}
            </div>
          );
        })}
      </div>
      {footer}
    </div>
  );
}
