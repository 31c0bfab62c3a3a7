import type { RecordKind } from '../../contracts/record.ts';
import type { SearchDocument } from '../search/document.ts';
import type { RecordInputs } from '../workspace.ts';

export type AnyRecord = RecordInputs[RecordKind]['record'];

/** What a new or edited record needs to know beside its fields. */
export interface WriteContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Who a comment is by: `user`, or an agent's name. */
  readonly author: string;
}

export interface RecordReference {
  /** The field that names it. */
  readonly field: string;
  readonly kind: RecordKind;
  readonly id: string;
}

export interface RecordPointer {
  readonly kind: RecordKind;
  readonly id: string;
}

/**
 * What the one way to write needs of a kind of record. Only `core/changes` calls what writes here, inside its transaction.
 */
export interface RecordStore<Item extends AnyRecord> {
  readonly kind: RecordKind;
  read(id: string): Item | null;
  /** Writes the row with all that is derived from the record. */
  insert(item: Item): void;
  update(item: Item, before: Item): void;
  remove(item: Item): void;
  /** A whole new record, its defaults filled in. @throws ZodError */
  create(fields: unknown, context: WriteContext): Item;
  /** The record with the fields changed; `version` and `updatedAt` are left to the writer. @throws ZodError */
  edit(before: Item, fields: unknown, context: WriteContext): Item;
  /** The fields that an update may carry. */
  readonly editable: ReadonlySet<string>;
  /** A record that was kept as JSON. @throws ZodError */
  fromJson(json: unknown): Item;
  /** What an update names beside its fields. @throws ZodError */
  parseTarget(fields: unknown): { id: string; expectedVersion?: number | undefined };
  titleOf(item: Item): string;
  /** The project whose activity this belongs to, a project's own id for itself, or null. */
  projectIdOf(item: Item): string | null;
  /** Records that must exist for this one to. */
  references(item: Item): RecordReference[];
  /** Records that go when this one is deleted. */
  children(id: string): RecordPointer[];
  /** Records that stay when this one is deleted but stop naming it, with the fields that say so. */
  mentions(id: string): (RecordPointer & { fields: object })[];
  /** Keys of the kept counts that this record counts in. A pending one counts nowhere. */
  countKeys(item: Item): string[];
  /** Waits for approval. */
  isPending(item: Item): boolean;
  /** What search knows of it; null while it waits for approval. */
  document(item: Item): SearchDocument | null;
  /** Other records whose documents show something of this one and changed with it. */
  alsoIndexed(before: Item | null, after: Item | null): RecordPointer[];
  /** The ids of all records of the kind after `id`, in order, for making the index anew. */
  idsAfter(id: string, limit: number): string[];
}

/** The names of the fields that an update schema takes beside what it names the record by. */
export function editableOf(updateSchema: { shape: object }): ReadonlySet<string> {
  return new Set(Object.keys(updateSchema.shape).filter((key) => key !== 'id' && key !== 'expectedVersion'));
}

/** Fields of an update without those that were left out. */
export function given<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  const result: { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } = {};
  for (const key in fields) {
    const value = fields[key];
    if (isGiven(value)) result[key] = value;
  }
  return result;
}

function isGiven<Value>(value: Value): value is Exclude<Value, undefined> {
  return value !== undefined;
}
