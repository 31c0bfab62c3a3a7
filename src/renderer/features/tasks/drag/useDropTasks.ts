import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { TaskId } from '../../../../contracts/ids.ts';
import { draggedTasks } from './useTaskDragging.ts';

interface DropTasks {
  onOver: (isOver: boolean) => void;
  onDrop: (ids: readonly TaskId[]) => void;
}

/** Lets an element outside of the lists take tasks that are dragged from them. The tasks themselves stay where they are. */
export function useDropTasks(element: RefObject<HTMLElement | null>, { onOver, onDrop }: DropTasks): void {
  const over = useEffectEvent(onOver);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    if (element.current === null) return;
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => draggedTasks(source).length > 0,
      onDragEnter: () => over(true),
      onDragLeave: () => over(false),
      onDrop: ({ source }) => {
        over(false);
        drop(draggedTasks(source));
      },
    });
  }, [element]);
}
