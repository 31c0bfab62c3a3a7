/** How many tasks one bulk edit takes; the workspace refuses more. */
export const SELECTION_MAX = 1_000;

/** Which tasks are selected, and where the selection began: Shift extends it from there. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchor: string | null;
  /** Selected by the range from the anchor; the next range from the same anchor takes its place. */
  readonly range: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();
export const EMPTY_SELECTION: Selection = { ids: NOTHING, anchor: null, range: NOTHING };

/** Adds a task, or takes it out. It is where a range begins next. */
export function toggle({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id) && next.size < SELECTION_MAX) next.add(id);
  return { ids: next, anchor: id, range: NOTHING };
}

/**
 * Everything from the anchor to this task, beside what was selected otherwise. `from` is where a range begins without an
 * anchor: the task that has the focus. The nearest to the anchor first, up to the most that is possible.
 */
export function extend(selection: Selection, to: string, from: string | null, order: readonly string[]): Selection {
  const anchor = [selection.anchor, from, to].find((id) => id !== null && order.includes(id)) ?? to;
  const [start, end] = [order.indexOf(anchor), order.indexOf(to)];
  if (start < 0 || end < 0) return selection;
  const ids = new Set([...selection.ids].filter((id) => !selection.range.has(id)));
  const range = new Set<string>();
  const step = start <= end ? 1 : -1;
  for (let index = start; ; index += step) {
    const id = order[index];
    // What was selected otherwise stays so when the range is drawn back.
    if (id !== undefined && !ids.has(id) && ids.size < SELECTION_MAX) {
      ids.add(id);
      range.add(id);
    }
    if (index === end) break;
  }
  return { ids, anchor, range };
}

/** The first tasks of the list, up to the most that is possible. */
export function selectAll(order: readonly string[]): Selection {
  return { ids: new Set(order.slice(0, SELECTION_MAX)), anchor: order[0] ?? null, range: NOTHING };
}

/** Without what is no longer in the list: deleted, or not of these filters any more. Unchanged where all are. */
export function keepOnly(selection: Selection, isListed: (id: string) => boolean): Selection {
  const gone = [...selection.ids].filter((id) => !isListed(id));
  if (gone.length === 0) return selection;
  return {
    ...selection,
    ids: selection.ids.difference(new Set(gone)),
    range: selection.range.difference(new Set(gone)),
  };
}
