import type { HistoryEntry } from '../../../contracts/change.ts';
import type { ChangeSetId } from '../../../contracts/ids.ts';
import { type ChangeFacts, factsOfEntry, undoneEntries } from './describeChange.ts';

/** One step, however many records it changed. */
export interface ChangeLine {
  readonly changeSetId: ChangeSetId;
  readonly at: number;
  readonly isUndone: boolean;
  /** The record it is told of: a deleted project rather than its tasks. */
  readonly entry: HistoryEntry;
  readonly facts: ChangeFacts;
  /** Whether that record can still be opened, as far as this step goes. */
  readonly isThere: boolean;
}

/** Outer kinds first: what is deleted or restored takes what hangs on it with it. */
const RANK = { client: 0, project: 1, note: 2, task: 2, checkpoint: 2, view: 2, comment: 3 } as const;

/** Entries of history, in any order, as steps, the newest first. */
export function foldEntries(entries: readonly HistoryEntry[]): ChangeLine[] {
  const bySequence = new Map(entries.map((entry) => [entry.sequence, entry]));
  const steps = Map.groupBy(bySequence.values(), (entry) => entry.changeSetId);
  const undone = undoneEntries(entries);
  return [...steps.values()]
    .map((step) => lineOf(step, undone))
    .sort((one, other) => other.entry.sequence - one.entry.sequence);
}

/** Outer kinds first: a project before its tasks, a task before its comments. */
export function byWeight(entries: readonly HistoryEntry[]): HistoryEntry[] {
  return entries.toSorted(
    (one, other) => RANK[one.recordKind] - RANK[other.recordKind] || one.sequence - other.sequence,
  );
}

function lineOf(entries: readonly HistoryEntry[], undone: ReadonlyMap<string, HistoryEntry>): ChangeLine {
  const [entry, ...others] = byWeight(entries);
  if (entry === undefined) throw new Error('a step has entries');
  const facts = factsOfEntry(entry, undone.get(entry.changeSetId));
  const isSame = (read: (other: HistoryEntry) => string): boolean =>
    others.every((other) => read(other) === read(entry));
  const goesTogether = facts.operation === 'delete' || facts.operation === 'restore';
  const isOneRecord =
    others.length === 0 ||
    (goesTogether && others.every((other) => RANK[other.recordKind] > RANK[entry.recordKind])) ||
    // The client of a project, say, is let go of with the client.
    (facts.operation === 'delete' && others.every((other) => other.operation !== 'delete'));
  return {
    changeSetId: entry.changeSetId,
    at: entry.at,
    isUndone: entry.undoneBy !== null,
    entry,
    isThere: isOneRecord && entry.operation !== 'delete' && entry.operation !== 'reject',
    facts: {
      ...facts,
      recordCount: entries.length,
      undid: facts.undid === null ? null : { ...facts.undid, recordCount: entries.length },
      isOneRecord,
      recordKind: isOneRecord || isSame((other) => other.recordKind) ? facts.recordKind : null,
      operation: isOneRecord || isSame((other) => other.operation) ? facts.operation : null,
    },
  };
}
