import type { RecordJson } from '../../contracts/change.ts';
import type { ChangeSetId, SuggestionId } from '../../contracts/ids.ts';
import type { RecordKind } from '../../contracts/record.ts';
import { fieldsBefore, type ReadImages, readImages, type StoredImages } from '../changes/images.ts';
import type { Suggestion } from '../../contracts/suggestion.ts';
import type { Database } from '../db/openDatabase.ts';
import { hangsOn } from './hangsOn.ts';

/** What a change set did to one record, as history keeps it. */
export interface SetEntry {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  readonly operation: string;
  readonly images: ReadImages;
  /** A record that went, whole; null for all else. */
  readonly deleted: RecordJson | null;
  /** The suggestion of a record that waited for approval and was rejected by going. */
  readonly rejected: SuggestionId | null;
}

/** A deleted record and all that went with it. */
export interface Members {
  /** The root first, then what hung on it, what hung on that later. */
  readonly deleted: readonly SetEntry[];
  /** Records that stayed and stopped naming one that went. */
  readonly mentions: readonly SetEntry[];
}

/** Answers who went with a root, out of everything that its change set did. */
export type ReadMembers = (kind: RecordKind, id: string) => Members;

interface Row extends StoredImages {
  recordKind: RecordKind;
  recordId: string;
  title: string;
  operation: string;
  suggestionId: SuggestionId | null;
  suggestionKind: Suggestion['kind'] | null;
}

/** Reads one change set's entries; a thousand roots of it are then found without reading it again. */
export function createSetReader(database: Database): (changeSetId: ChangeSetId) => {
  readonly entries: readonly SetEntry[];
  readonly membersOf: ReadMembers;
} {
  const select = database.sqlite.prepare<[string], Row>(
    `select h.record_kind as recordKind, h.record_id as recordId, h.title, h.operation, h.before, h.after, h.texts,
       h.suggestion_id as suggestionId, s.kind as suggestionKind
     from history h left join suggestions s on s.id = h.suggestion_id where h.change_set_id = ? order by h.sequence`,
  );
  return (changeSetId) => {
    const entries = select.all(changeSetId).map(toEntry);
    const deletedByKey = new Map<string, SetEntry>();
    const byParent = new Map<string, SetEntry[]>();
    const updates = entries.filter((entry) => entry.operation === 'update');
    for (const entry of entries) if (entry.deleted !== null) deletedByKey.set(keyOf(entry.kind, entry.id), entry);
    for (const entry of deletedByKey.values()) {
      const parent = hangsOn(entry.kind, entry.deleted ?? {});
      if (parent === null) continue;
      const key = keyOf(parent.kind, parent.id);
      const siblings = byParent.get(key);
      if (siblings === undefined) byParent.set(key, [entry]);
      else siblings.push(entry);
    }
    /** By the id that an update took out of a record. */
    const mentions = new Map<string, Set<SetEntry>>();
    for (const entry of updates) {
      for (const id of unnamedIds(entry.images)) mentions.set(id, (mentions.get(id) ?? new Set()).add(entry));
    }
    return {
      entries,
      membersOf(kind, id) {
        const root = deletedByKey.get(keyOf(kind, id));
        const deleted = root === undefined ? [] : [root];
        // The one that went last comes back first: it may be named by those that went before it.
        for (const entry of deleted) deleted.push(...(byParent.get(keyOf(entry.kind, entry.id)) ?? []).toReversed());
        const mentioning = new Set(deleted.flatMap((entry) => [...(mentions.get(entry.id) ?? [])]));
        return { deleted, mentions: [...mentioning] };
      },
    };
  };
}

function toEntry(row: Row): SetEntry {
  const { recordKind: kind, recordId: id, title, operation, suggestionId, suggestionKind, ...stored } = row;
  const images = readImages(stored);
  const isRejected = operation === 'reject' && suggestionKind === 'create';
  const hasGone = (operation === 'delete' || isRejected) && images.before !== null;
  return {
    kind,
    id,
    title,
    operation,
    images,
    deleted: hasGone ? fieldsBefore(images, null) : null,
    rejected: isRejected ? suggestionId : null,
  };
}

/** Ids that an update took out of a record's fields, be they one or a list. */
function unnamedIds({ before, after }: ReadImages): string[] {
  return Object.entries(before ?? {}).flatMap(([field, value]) => {
    const now = after?.[field];
    if (typeof value === 'string') return now === null ? [value] : [];
    if (!Array.isArray(value) || !Array.isArray(now)) return [];
    return value.filter((item): item is string => typeof item === 'string' && !now.includes(item));
  });
}

const keyOf = (kind: RecordKind, id: string): string => `${kind} ${id}`;
