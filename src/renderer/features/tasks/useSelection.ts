import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskListItem } from '../../../contracts/task.ts';
import { announce } from './drag/announce.ts';
import { EMPTY_SELECTION, extend, keepOnly, type Selection, SELECTION_MAX, selectAll, toggle } from './selection.ts';

/** The tasks of a list that are selected, in shown order, and how that changes; each change is said to screen readers. */
export function useSelection(tasks: readonly TaskListItem[]) {
  const { t } = useTranslation('tasks');
  const [kept, setKept] = useState<Selection>(EMPTY_SELECTION);
  const order = useMemo(() => tasks.filter((task) => task.isApproved).map((task) => task.id), [tasks]);
  const listed = useMemo(() => new Set<string>(order), [order]);
  // What left the list (done, deleted, not of these filters) is not edited unseen.
  const selection = useMemo(() => keepOnly(kept, (id) => listed.has(id)), [kept, listed]);
  const { ids } = selection;
  const selected = useMemo(() => (ids.size === 0 ? [] : tasks.filter((task) => ids.has(task.id))), [tasks, ids]);
  const set = useCallback(
    (next: Selection) => {
      setKept(next);
      const count = next.ids.size;
      announce(t(count === SELECTION_MAX ? 'bulk.most' : 'bulk.selected', { count }));
    },
    [t],
  );
  return {
    ids,
    selected,
    toggle: (id: string) => set(toggle(selection, id)),
    extend: (from: string | null, to: string) => set(extend(selection, to, from, order)),
    selectAll: () => set(selectAll(order)),
    clear: () => {
      if (ids.size > 0) set(EMPTY_SELECTION);
    },
  };
}
