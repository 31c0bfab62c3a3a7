import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskId } from '../../../contracts/ids.ts';
import type { TaskListItem } from '../../../contracts/task.ts';
import { showToast } from '../../components/ui/Toast.tsx';
import { announce } from './drag/announce.ts';
import { type DropPlace, fieldsOfGroup, moveOf, type TaskMove } from './drag/dropPlace.ts';
import { useDragSurface } from './drag/useTaskDragging.ts';
import { useTaskMove } from './drag/useTaskMove.ts';
import { nextPlace } from './nextPlace.ts';
import type { GroupKeyOf } from './taskLines.ts';
import type { TaskQuery } from './taskQuery.ts';

export const LIST_SURFACE = 'task-list';

interface ListMovesOptions {
  tasks: readonly TaskListItem[];
  query: TaskQuery;
  keyOf: GroupKeyOf;
  /** All groups in shown order, empty ones too. */
  groups: readonly { key: string }[] | undefined;
  nameOf: (group: string) => string;
  /** The user wants the manual order, as somebody who drags within a group does. */
  onManual: () => void;
}

/** Moving tasks in the list, by dragging and by key: within a group where the order is manual, between groups anyway. */
export function useListMoves({ tasks, query, keyOf, groups, nameOf, onManual }: ListMovesOptions) {
  const { t } = useTranslation(['tasks', 'board']);
  const move = useTaskMove();
  const { groupBy, today } = query;
  const isManual = query.sort === 'manual';
  const groupOf = useCallback(
    (task: TaskListItem): string | null => (groupBy === 'none' ? null : keyOf(task)),
    [groupBy, keyOf],
  );
  const orders = useMemo(() => {
    const map = new Map<string | null, TaskId[]>();
    for (const task of tasks) {
      if (!task.isApproved) continue;
      const group = groupOf(task);
      const order = map.get(group);
      if (order) order.push(task.id);
      else map.set(group, [task.id]);
    }
    return map;
  }, [tasks, groupOf]);
  const orderOf = useCallback((group: string | null): readonly TaskId[] => orders.get(group) ?? [], [orders]);

  const offerManual = useCallback(() => {
    announce(t('move.sorted'));
    showToast({
      id: 'sorted',
      message: t('move.sorted'),
      action: { label: t('move.sortManually'), onSelect: onManual },
    });
  }, [t, onManual]);

  useDragSurface(
    { name: LIST_SURFACE, groupBy, isManual, orderOf },
    (made: TaskMove, place: DropPlace) => {
      const isWithin = made.fields === undefined;
      move(made, isWithin || place.group === null ? {} : { group: nameOf(place.group) });
    },
    (place) => {
      // Where the list sorts itself a drop within a group changes nothing: say why, and offer the order by hand.
      if (!place.isOrdered) offerManual();
    },
  );

  /** One step up or down by key, into the next group from a group's edge. */
  const moveByKey = useCallback(
    (active: TaskListItem, ids: readonly TaskId[], step: -1 | 1) => {
      if (ids.length === 0) return;
      const group = groupOf(active);
      const found = nextPlace({
        moved: ids,
        group,
        step,
        isManual,
        orderOf,
        groups: groupBy === 'none' ? [] : (groups?.map(({ key }) => key) ?? []),
        canEnter: (key) => fieldsOfGroup(groupBy, key, today) !== null,
      });
      if (found === null) {
        if (isManual) announce(t(step < 0 ? 'board:drag.atStart' : 'board:drag.atEnd'));
        else offerManual();
        return;
      }
      const { place, position } = found;
      const made = moveOf(ids, place, { order: orderOf(place.group), groupBy, today });
      if (made === null) return;
      const name = place.group === null ? t('group.all') : nameOf(place.group);
      const title = active.title;
      const isSame = place.group === group;
      move(made, {
        ...(isSame || place.group === null ? {} : { group: name }),
        ...(ids.length > 1
          ? {}
          : {
              said: isSame
                ? t('board:drag.within', { title, position, group: name })
                : t('board:drag.place', { title, position, group: name }),
            }),
      });
    },
    [groupOf, isManual, orderOf, groupBy, groups, today, nameOf, t, move, offerManual],
  );

  return { moveByKey, groupOf };
}
