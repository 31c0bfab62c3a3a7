import type { ActivityOperation } from '../../contracts/activity.ts';
import type { HistoryOperation } from '../../contracts/change.ts';
import type { RecordKind } from '../../contracts/record.ts';

/** One change of a change set, as the activity looks at it. */
export interface WrittenEntry {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  readonly projectId: string | null;
  readonly operation: HistoryOperation;
  /** The names of the fields that an update changed. */
  readonly fields: readonly string[];
  /** It follows from another change of the set: what hangs on a deleted record goes with it. */
  readonly follows: boolean;
  /** The next instance of a recurring task, made since the last one is done or its day has come. */
  readonly isInstance: boolean;
}

/** What a change set did, in one row. */
export interface Summary {
  readonly operation: ActivityOperation | null;
  readonly recordKind: RecordKind | null;
  readonly recordId: string | null;
  readonly title: string;
  readonly projectId: string | null;
  readonly fields: readonly string[];
  readonly recordCount: number;
}

/** What a set is known to be beforehand. */
export interface SummaryHints {
  /** What it did to a suggestion, or that it brought something back. */
  readonly operation: ActivityOperation | null;
  /** What several changes are called together: their suggestion's title. */
  readonly title: string | null;
  /** The row of the change set that it takes back. */
  readonly undone: Omit<Summary, 'recordCount'> | null;
}

/** The one row of a change set. An undo goes by what it took back, the other way round. */
export function summarizeChanges(
  entries: readonly WrittenEntry[],
  { operation, title, undone }: SummaryHints,
): Summary {
  const recordCount = new Set(entries.map(keyOf)).size;
  if (undone !== null) {
    const same = entries.find((entry) => entry.kind === undone.recordKind && entry.id === undone.recordId);
    return {
      ...undone,
      operation: operation ?? inverseOf(undone.operation),
      title: same?.title ?? undone.title,
      projectId: same?.projectId ?? undone.projectId,
      recordCount,
    };
  }
  const own = withoutHandover(entries.filter((entry) => !entry.follows));
  const leads = [...new Map(own.map((entry) => [keyOf(entry), entry])).values()];
  const [lead] = leads;
  const isOne = leads.length === 1;
  return {
    operation: operation ?? common(own.map((entry) => entry.operation)),
    recordKind: common(leads.map((entry) => entry.kind)),
    recordId: isOne ? (lead?.id ?? null) : null,
    title: isOne ? (lead?.title ?? '') : (title ?? own[0]?.title ?? ''),
    projectId: common(leads.map((entry) => entry.projectId)),
    fields: isOne ? [...new Set(own.flatMap((entry) => entry.fields))] : [],
    recordCount,
  };
}

/**
 * The instance of a series that was completed hands its rule to the next: what is told is that it was completed. Where the
 * day of the next had come, what is told is the next.
 */
function withoutHandover(entries: readonly WrittenEntry[]): WrittenEntry[] {
  const instances = entries.filter((entry) => entry.isInstance);
  if (instances.length === 0) return [...entries];
  const others = entries.filter((entry) => !entry.isInstance);
  const told = others
    .map((entry) => ({ ...entry, fields: entry.fields.filter((field) => field !== 'recurrence') }))
    .filter((entry, place) => entry.fields.length > 0 || others[place]?.fields.length === 0);
  return told.length > 0 ? told : instances;
}

const keyOf = ({ kind, id }: WrittenEntry): string => `${kind} ${id}`;

/** What all have in common, or null. */
function common<Value>(values: readonly Value[]): Value | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

function inverseOf(operation: ActivityOperation | null): ActivityOperation | null {
  switch (operation) {
    case 'create':
    case 'restore':
      return 'delete';
    case 'delete':
      return 'create';
    case 'suggest':
      return 'reject';
    case 'approve':
    case 'reject':
      return 'suggest';
    case 'update':
    case null:
      return operation;
  }
}
