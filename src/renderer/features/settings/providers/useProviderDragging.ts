import { attachClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/utils/combine';
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { ProviderId } from '../../../../contracts/ids.ts';

type Edge = 'top' | 'bottom';

interface ProviderDragging {
  /** Where a row that is dragged over this one would land. */
  readonly edge: Edge | null;
  readonly isDragged: boolean;
}

/** Makes a row one that can be dragged by its handle, and dropped beside. */
export function useProviderDragging(given: {
  id: ProviderId;
  row: RefObject<HTMLElement | null>;
  /** null: not to be dragged. */
  handle: RefObject<HTMLElement | null> | null;
  onDrop: (dragged: ProviderId, beside: ProviderId, edge: Edge) => void;
}): ProviderDragging {
  const { id, row, handle } = given;
  const [edge, setEdge] = useState<Edge | null>(null);
  const [isDragged, setIsDragged] = useState(false);
  const drop = useEffectEvent((dragged: ProviderId, side: Edge) => given.onDrop(dragged, id, side));
  useEffect(() => {
    const element = row.current;
    const grip = handle?.current;
    if (element === null || grip == null) return;
    return combine(
      draggable({
        element,
        dragHandle: grip,
        getInitialData: () => ({ provider: id }),
        onDragStart: () => setIsDragged(true),
        onDrop: () => setIsDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => typeof source.data['provider'] === 'string' && source.data['provider'] !== id,
        getData: ({ input }) => attachClosestEdge({}, { element, input, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self }) => setEdge(edgeOf(self.data)),
        onDragLeave: () => setEdge(null),
        onDrop({ source, self }) {
          setEdge(null);
          const side = edgeOf(self.data);
          // What this module wrote there itself.
          if (side !== null) drop(source.data['provider'] as ProviderId, side);
        },
      }),
    );
  }, [id, row, handle]);
  return { edge, isDragged };
}

function edgeOf(data: Record<string | symbol, unknown>): Edge | null {
  const edge = extractClosestEdge(data);
  return edge === 'top' || edge === 'bottom' ? edge : null;
}
