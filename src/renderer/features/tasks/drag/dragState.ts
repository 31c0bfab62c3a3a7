import { useSyncExternalStore } from 'react';
import type { TaskId } from '../../../../contracts/ids.ts';
import type { DropPlace } from './dropPlace.ts';

/** A drag under way in this window. */
export interface TaskDrag {
  /** In the order they are shown. */
  readonly ids: readonly TaskId[];
  /** The surface the drag began on; tasks stay on it. */
  readonly surface: string;
  /** Of the row or card that is held, in pixels: the slot has it. */
  readonly height: number;
  /** Where they would land now; null over nothing, or where they cannot. */
  readonly place: DropPlace | null;
  /** The place is the one they have. */
  readonly isHome: boolean;
}

let drag: TaskDrag | null = null;
const listeners = new Set<() => void>();

export function setDrag(next: TaskDrag | null): void {
  drag = next;
  for (const listener of listeners) listener();
}

export const currentDrag = (): TaskDrag | null => drag;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Where dragged tasks would land in this group of this surface; null while they would land elsewhere. */
export function useDropPlace(surface: string, group?: string | null): { place: DropPlace; height: number } | null {
  const found = useSyncExternalStore(subscribe, () => {
    if (drag === null || drag.place === null || drag.isHome || drag.surface !== surface) return null;
    return group === undefined || drag.place.group === group ? drag : null;
  });
  return found === null || found.place === null ? null : { place: found.place, height: found.height };
}

/** Whether this task is being dragged; `home` while it would land where it is. */
export function useDragOf(id: TaskId): 'no' | 'away' | 'home' {
  return useSyncExternalStore(subscribe, () => {
    if (drag === null || !drag.ids.includes(id)) return 'no';
    return drag.isHome || drag.place === null ? 'home' : 'away';
  });
}
