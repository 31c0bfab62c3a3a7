import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { attachClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge';
import {
  draggable,
  dropTargetForElements,
  type ElementDragPayload,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import type { DropTargetRecord } from '@atlaskit/pragmatic-drag-and-drop/types';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/utils/combine';
import { type RefObject, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskId } from '../../../../contracts/ids.ts';
import { useToday } from '../../../lib/useToday.ts';
import type { TaskGrouping } from '../taskSearch.ts';
import { announce } from './announce.ts';
import { showDragPreview } from './dragPreview.ts';
import { currentDrag, setDrag } from './dragState.ts';
import {
  type DropPlace,
  fieldsOfGroup,
  isWhereTheyAre,
  moveOf,
  neighboursAt,
  neighboursBeside,
  type TaskMove,
} from './dropPlace.ts';

/** A list or a board that tasks are dragged on. Give it a name of its own and keep it the same. */
export interface DragSurface {
  readonly name: string;
  readonly groupBy: TaskGrouping;
  /** Whether a group has the user's own order. Otherwise tasks can be brought into it, but not to a place in it. */
  readonly isManual: boolean | ((group: string | null) => boolean);
  /** The approved tasks of a group that are loaded, in the order they are shown. */
  readonly orderOf: (group: string | null) => readonly TaskId[];
}

const TASKS = 'tasks';

interface DragData {
  readonly ids: readonly TaskId[];
  readonly surface: string;
  readonly title: string;
}

const dragDataOf = (source: ElementDragPayload): DragData | undefined => {
  const data: unknown = source.data[TASKS];
  return isDragData(data) ? data : undefined;
};
const isDragData = (data: unknown): data is DragData =>
  typeof data === 'object' && data !== null && 'ids' in data && 'surface' in data && 'title' in data;

/** The tasks that something dragged stands for; none where it is something else. */
export const draggedTasks = (source: ElementDragPayload): readonly TaskId[] => dragDataOf(source)?.ids ?? [];

/** What a target says of itself: which group, and how to find the place in it. */
type Target =
  | { kind: 'task'; surface: string; group: string | null; id: TaskId }
  | { kind: 'group'; surface: string; group: string | null; end: 'first' | 'last' }
  | { kind: 'slot'; surface: string; group: string | null };
const TARGET = Symbol('taskDropTarget');

const targetOf = (record: DropTargetRecord | undefined): Target | undefined => {
  // Only this module writes under its own symbol.
  const target = record?.data[TARGET];
  return isTarget(target) ? target : undefined;
};
const isTarget = (target: unknown): target is Target =>
  typeof target === 'object' && target !== null && 'kind' in target && 'surface' in target && 'group' in target;

/**
 * Follows a drag over a surface, keeps where it would land, and calls `onMove` with what a drop means. Once per surface;
 * rows and groups in it are registered by the hooks below.
 */
export function useDragSurface(
  { name, groupBy, isManual, orderOf }: DragSurface,
  onMove: (move: TaskMove, place: DropPlace) => void,
  /** A drop that changes nothing: they stand there already, or the group sorts itself. */
  onStay?: (place: DropPlace) => void,
): void {
  const { t } = useTranslation('board');
  const today = useToday();
  const placeOf = (moved: readonly TaskId[], record: DropTargetRecord | undefined): DropPlace | null => {
    const target = targetOf(record);
    if (record === undefined || target === undefined || target.surface !== name) return null;
    const { group } = target;
    const shown = currentDrag()?.place ?? null;
    if (target.kind === 'slot' && shown?.group === group) return shown;
    const order = orderOf(group);
    const isWithin = moved.every((id) => order.includes(id));
    if (!isWithin && fieldsOfGroup(groupBy, group, today) === null) return null;
    if (!(typeof isManual === 'boolean' ? isManual : isManual(group)))
      return { group, after: null, before: null, isOrdered: false };
    const neighbours =
      target.kind === 'task'
        ? neighboursBeside(order, moved, target.id, extractClosestEdge(record.data) === 'bottom' ? 'bottom' : 'top')
        : neighboursAt(order, moved, target.kind === 'group' && target.end === 'first' ? 0 : order.length);
    return { group, ...neighbours, isOrdered: true };
  };
  const follow = useEffectEvent((moved: readonly TaskId[], record: DropTargetRecord | undefined): void => {
    const drag = currentDrag();
    if (drag === null) return;
    const place = placeOf(moved, record);
    if (isSame(place, drag.place)) return;
    setDrag({ ...drag, place, isHome: place !== null && isWhereTheyAre(orderOf(place.group), moved, place) });
  });
  const drop = useEffectEvent((moved: readonly TaskId[], record: DropTargetRecord | undefined): void => {
    const place = placeOf(moved, record);
    setDrag(null);
    const move = place === null ? null : moveOf(moved, place, { order: orderOf(place.group), groupBy, today });
    if (move !== null && place !== null) {
      onMove(move, place);
      return;
    }
    announce(t('drag.cancelled'));
    if (place !== null) onStay?.(place);
  });
  const begin = useEffectEvent(({ ids, title }: DragData): void => {
    announce(ids.length === 1 ? t('drag.started', { title }) : t('drag.startedMany', { count: ids.length }));
  });
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => dragDataOf(source)?.surface === name,
        onDragStart: ({ source }) => {
          const data = dragDataOf(source);
          if (data) begin(data);
        },
        onDrag: ({ source, location }) => {
          follow(dragDataOf(source)?.ids ?? [], location.current.dropTargets[0]);
        },
        onDropTargetChange: ({ source, location }) => {
          follow(dragDataOf(source)?.ids ?? [], location.current.dropTargets[0]);
        },
        onDrop: ({ source, location }) => {
          drop(dragDataOf(source)?.ids ?? [], location.current.dropTargets[0]);
        },
      }),
    [name],
  );
  // A surface that goes away in the middle of a drag takes it with it.
  useEffect(
    () => () => {
      if (currentDrag()?.surface === name) setDrag(null);
    },
    [name],
  );
}

const isSame = (one: DropPlace | null, other: DropPlace | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.group === other.group &&
    one.after === other.after &&
    one.before === other.before &&
    one.isOrdered === other.isOrdered);

interface DragItemOptions {
  surface: string;
  group: string | null;
  task: { id: TaskId; title: string };
  look: 'row' | 'card';
  /** The tasks that go with this one: itself, or all selected ones if it is among them, in shown order. */
  dragged: (id: TaskId) => readonly TaskId[];
  /** A pending suggestion or a list that cannot be changed: others land beside it, it does not move. */
  isFixed?: boolean;
}

/**
 * Makes a row or card draggable and something to land beside. `box` is the whole of it with half of the gaps around, so that
 * there is no dead ground between two; `held` is what is seen being dragged.
 */
export function useDragItem(
  box: RefObject<HTMLElement | null>,
  held: RefObject<HTMLElement | null>,
  { surface, group, task, look, dragged, isFixed = false }: DragItemOptions,
): void {
  const { t } = useTranslation('board');
  const idsOf = useEffectEvent(() => dragged(task.id));
  const titleOf = useEffectEvent(() => task.title);
  const manyLabel = useEffectEvent((count: number) => t('drag.many', { count }));
  useEffect(() => {
    const element = held.current;
    const target = box.current;
    if (element === null || target === null) return;
    const landing = dropTargetForElements({
      element: target,
      canDrop: ({ source }) => dragDataOf(source)?.surface === surface,
      getData: ({ input }) =>
        attachClosestEdge(
          { [TARGET]: { kind: isFixed ? 'slot' : 'task', surface, group, id: task.id } },
          { element: target, input, allowedEdges: ['top', 'bottom'] },
        ),
    });
    if (isFixed) return landing;
    return combine(
      landing,
      draggable({
        element,
        getInitialData: () => ({ [TASKS]: { ids: idsOf(), surface, title: titleOf() } satisfies DragData }),
        onGenerateDragPreview: ({ nativeSetDragImage, location, source }) => {
          const count = dragDataOf(source)?.ids.length ?? 1;
          showDragPreview(element, {
            look,
            input: location.initial.input,
            nativeSetDragImage,
            label: count > 1 ? manyLabel(count) : null,
          });
        },
        onDragStart: ({ source }) => {
          const { height } = element.getBoundingClientRect();
          setDrag({ ids: dragDataOf(source)?.ids ?? [], surface, height, place: null, isHome: true });
        },
      }),
    );
  }, [box, held, surface, group, task.id, look, isFixed]);
}

/**
 * The ground of a group: what is dropped there goes to its end (`last`), on its heading to its beginning. The slot, which is
 * under the pointer most of the time, keeps the place it shows.
 */
export function useDropGround(
  element: RefObject<HTMLElement | null>,
  { surface, group, part }: { surface: string; group: string | null; part: 'first' | 'last' | 'slot' },
): void {
  useEffect(() => {
    if (element.current === null) return;
    const target: Target =
      part === 'slot' ? { kind: 'slot', surface, group } : { kind: 'group', surface, group, end: part };
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => dragDataOf(source)?.surface === surface,
      getData: () => ({ [TARGET]: target }),
    });
  }, [element, surface, group, part]);
}

/** Scrolls an element while tasks are dragged near its edges. */
export function useAutoScroll(element: RefObject<HTMLElement | null>, axis: 'vertical' | 'horizontal'): void {
  useEffect(() => {
    if (element.current === null) return;
    return autoScrollForElements({
      element: element.current,
      canScroll: ({ source }) => dragDataOf(source) !== undefined,
      getAllowedAxis: () => axis,
    });
  }, [element, axis]);
}
