import { useVirtualizer } from '@tanstack/react-virtual';
import {
  memo,
  type MouseEvent,
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
} from 'react';
import type { TaskId } from '../../../contracts/ids.ts';
import type { TaskListItem } from '../../../contracts/task.ts';
import { useProjects } from '../records/useProjects.ts';
import { useSettings } from '../settings/useSettings.ts';
import { usePendingSuggestions } from '../suggestions/usePendingSuggestions.ts';
import { useDropPlace } from './drag/dragState.ts';
import { DropSlot } from './drag/DropSlot.tsx';
import { GroupHeading } from './GroupHeading.tsx';
import { ListRow } from './ListRow.tsx';
import { isHeading, isTask, type TaskLine } from './taskLines.ts';
import { withDropSlot } from './withDropSlot.ts';

const ROW_HEIGHT = { compact: 32, comfortable: 36, relaxed: 44 } as const;
const HEADING = 32;
const HEADING_GAP = 12;

export interface LinesHandle {
  /** Brings a task into sight. */
  scrollTo: (id: string) => void;
}

interface LinesInSightProps {
  lines: readonly TaskLine[];
  surface: string;
  scroller: RefObject<HTMLElement | null>;
  ref: Ref<LinesHandle>;
  openTaskId: string | null;
  /** The one row that Tab reaches. */
  tabStop: string | null;
  selected: ReadonlySet<string>;
  nameOf: (group: string) => string;
  groupOf: (task: TaskListItem) => string | null;
  onActive: (id: string) => void;
  onOpen: (task: TaskListItem, event?: MouseEvent) => void;
  onToggle: (task: TaskListItem) => void;
  onFold: (group: string) => void;
  draggedWith: (id: TaskId) => readonly TaskId[];
  onEndReached: () => void;
}

/**
 * The lines in sight, and those just out of it. A component of its own, so that scrolling draws what comes into sight and
 * nothing else: its functions must stay the same.
 */
export const LinesInSight = memo(function LinesInSight(props: LinesInSightProps) {
  const { lines, surface, scroller, ref, openTaskId, tabStop, selected, nameOf, groupOf } = props;
  const { onActive, onOpen, onToggle, onFold, draggedWith, onEndReached } = props;
  const { density } = useSettings();
  const projects = useProjects();
  const suggestions = usePendingSuggestions();
  const rowHeight = ROW_HEIGHT[density];
  const drop = useDropPlace(surface);
  const shown = useMemo(() => (drop === null ? lines : withDropSlot(lines, drop.place)), [lines, drop]);

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
    overscan: 8,
    paddingStart: 8,
    paddingEnd: 24,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  useImperativeHandle(
    ref,
    () => ({
      scrollTo: (id) => {
        const index = lines.findIndex((line) => isTask(line) && line.id === id);
        if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
      },
    }),
    [lines, virtualizer],
  );

  const items = virtualizer.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (lastIndex >= shown.length - 40) onEndReached();
  }, [lastIndex, shown.length, onEndReached]);

  return (
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
            onFocus={isTask(line) ? () => onActive(line.id) : undefined}
          >
            {isHeading(line) ? (
              <GroupHeading
                group={line.group}
                name={nameOf(line.group)}
                count={line.count}
                isFolded={line.isFolded}
                surface={surface}
                onFold={onFold}
              />
            ) : isTask(line) ? (
              <ListRow
                task={line}
                suggestion={line.isApproved ? undefined : suggestions.creating(line.id)}
                project={projects.byId(line.projectId)}
                group={groupOf(line)}
                surface={surface}
                isOpen={line.id === openTaskId}
                isSelected={selected.has(line.id)}
                tabIndex={line.id === tabStop ? 0 : -1}
                onOpen={onOpen}
                onToggle={onToggle}
                draggedWith={draggedWith}
              />
            ) : (
              <DropSlot
                surface={surface}
                group={drop?.place.group ?? null}
                height={rowHeight - 4}
                className="-mx-2.5 my-0.5"
              />
            )}
          </div>
        );
      })}
    </div>
  );
});
