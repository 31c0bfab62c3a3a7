import { memo, type MouseEvent, useRef } from 'react';
import type { TaskId } from '../../../contracts/ids.ts';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import type { TaskListItem } from '../../../contracts/task.ts';
import { cn } from '../../lib/cn.ts';
import { SuggestionRow } from '../suggestions/SuggestionRow.tsx';
import { useDragOf } from './drag/dragState.ts';
import { useDragItem } from './drag/useTaskDragging.ts';
import { TaskRow } from './TaskRow.tsx';

interface ListRowProps {
  task: TaskListItem;
  /** What would create it, while it is pending. */
  suggestion: Suggestion | undefined;
  project: { name: string; color: number } | undefined;
  /** The key of its group; null in a list without groups. */
  group: string | null;
  surface: string;
  isOpen: boolean;
  isSelected: boolean;
  tabIndex: number;
  onOpen: (task: TaskListItem, event?: MouseEvent) => void;
  onToggle: (task: TaskListItem) => void;
  /** Which tasks go with this one when it is dragged. */
  draggedWith: (id: TaskId) => readonly TaskId[];
}

/** A row of the list of tasks: it is dragged, and others land beside it. A pending one stays where it is. */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { task, suggestion, project, group, surface, isOpen, isSelected, tabIndex, onOpen, onToggle } = props;
  const box = useRef<HTMLDivElement>(null);
  const held = useRef<HTMLDivElement>(null);
  const drag = useDragOf(task.id);
  useDragItem(box, held, {
    surface,
    group,
    task,
    look: 'row',
    dragged: props.draggedWith,
    isFixed: !task.isApproved,
  });
  return (
    <div ref={box}>
      {suggestion === undefined ? (
        <TaskRow
          ref={held}
          task={task}
          project={project}
          isOpen={isOpen}
          isSelected={isSelected}
          tabIndex={tabIndex}
          className={cn(drag === 'away' && 'opacity-45')}
          onOpen={onOpen}
          onToggle={onToggle}
          hasKeys={false}
        />
      ) : (
        <div ref={held}>
          <SuggestionRow
            suggestion={suggestion}
            isSelected={isOpen}
            tabIndex={tabIndex}
            onOpen={() => {
              onOpen(task);
            }}
          />
        </div>
      )}
    </div>
  );
});
