import type { HistoryEntry } from '../../../contracts/change.ts';

/** Whether an entry of one record's history can be undone by itself. */
export type Undoability = 'undoable' | 'undone' | 'overwritten' | 'never';

/**
 * For each entry of one record's history, newest first and complete up to its oldest: an edit whose fields were changed
 * again since cannot be taken back, nor one before the record was deleted. Undo itself has the last word.
 */
export function undoabilities(entries: readonly HistoryEntry[]): ReadonlyMap<number, Undoability> {
  const result = new Map<number, Undoability>();
  /** Fields that a later change, which is in force, has set. */
  const touched = new Set<string>();
  const undone = new Set<string>(
    entries.flatMap(({ undoneBy, changeSetId }) => (undoneBy === null ? [] : [changeSetId])),
  );
  /** Undos whose change is on the list too: together they leave nothing behind. */
  const undoing = new Set<string>(
    entries.flatMap(({ undoneBy }) => (undoneBy === null || undone.has(undoneBy) ? [] : [undoneBy])),
  );
  let isRewritten = false;
  for (const entry of entries) {
    const fields = entry.operation === 'update' ? Object.keys(entry.after ?? {}) : [];
    result.set(entry.sequence, judge(entry, fields, touched, isRewritten));
    if (entry.undoneBy !== null || undoing.has(entry.changeSetId)) continue;
    if (entry.operation === 'update') for (const field of fields) touched.add(field);
    else isRewritten = true;
  }
  return result;
}

function judge(
  entry: HistoryEntry,
  fields: readonly string[],
  touched: ReadonlySet<string>,
  isRewritten: boolean,
): Undoability {
  if (entry.undoneBy !== null) return 'undone';
  if (entry.operation === 'suggest') return 'never';
  if (isRewritten) return 'overwritten';
  // Taking back that it was added deletes it, with all that came since.
  if (entry.operation !== 'update') return touched.size > 0 ? 'overwritten' : 'undoable';
  return fields.some((field) => touched.has(field)) ? 'overwritten' : 'undoable';
}
