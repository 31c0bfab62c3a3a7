import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskId } from '../../../../contracts/ids.ts';
import type { TaskListItem } from '../../../../contracts/task.ts';
import { announce } from '../drag/announce.ts';
import { moveOf } from '../drag/dropPlace.ts';
import { useDragSurface } from '../drag/useTaskDragging.ts';
import { useTaskMove } from '../drag/useTaskMove.ts';
import type { TaskQuery } from '../taskQuery.ts';
import type { ColumnHandle } from './BoardColumn.tsx';
import { type Direction, placeByKey } from './boardPlace.ts';
import { sortingOfColumn } from './columnQuery.ts';

export const BOARD_SURFACE = 'task-board';

interface BoardMovesOptions {
  query: TaskQuery;
  /** In shown order. */
  columns: readonly { key: string }[];
  handles: ReadonlyMap<string, ColumnHandle>;
  nameOf: (group: string) => string;
}

/** Moving cards, by dragging and by key. What is moved by key is told with its place. */
export function useBoardMoves({ query, columns, handles, nameOf }: BoardMovesOptions) {
  const { t } = useTranslation('board');
  const move = useTaskMove();
  const orderOf = useCallback(
    (group: string | null): TaskId[] =>
      (handles.get(group ?? '')?.tasks ?? []).filter((task) => task.isApproved).map((task) => task.id),
    [handles],
  );
  const isManual = (group: string | null): boolean => sortingOfColumn(query, group ?? '') === 'manual';
  const { groupBy, today } = query;

  useDragSurface({ name: BOARD_SURFACE, groupBy, isManual, orderOf }, (made, place) => {
    move(made, made.fields === undefined || place.group === null ? {} : { group: nameOf(place.group) });
  });

  const moveByKey = (active: TaskListItem, chosen: readonly TaskListItem[], direction: Direction): void => {
    if (chosen.length === 0) return;
    const orders = columns.map(({ key }) => ({ key, order: orderOf(key), isManual: isManual(key) }));
    const ids = chosen.map(({ id }) => id);
    const result = placeByKey(orders, { active: active.id, moved: ids }, direction, query);
    if (result === null) return;
    if (result.kind === 'refused') {
      announce(result.why === 'notThere' ? t('drag.notThere', { group: nameOf(result.key) }) : t(`drag.${result.why}`));
      return;
    }
    const { place, position } = result;
    const made = moveOf(ids, place, { order: orderOf(place.group), groupBy, today });
    if (made === null) return;
    const group = nameOf(place.group ?? '');
    const { title } = active;
    move(made, {
      group: made.fields === undefined ? undefined : group,
      said:
        ids.length > 1
          ? undefined
          : !place.isOrdered
            ? t('drag.movedTo', { title, group })
            : made.fields === undefined
              ? t('drag.within', { title, group, position })
              : t('drag.place', { title, group, position }),
    });
  };

  return { moveByKey };
}
