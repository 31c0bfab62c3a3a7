import type { RecordKind } from '../../contracts/record.ts';
import type { SetEntry } from '../changes/changeSetReader.ts';
import type { ReadImages } from '../changes/images.ts';
import { hangsOn } from './hangsOn.ts';

/** A deleted record and all that went with it. */
export interface Members {
  /** The root first, then what hung on it, what hung on that later. */
  readonly deleted: readonly SetEntry[];
  /** Records that stayed and stopped naming one that went. */
  readonly mentions: readonly SetEntry[];
}

/** Answers who went with a root. */
export type FindMembers = (kind: RecordKind, id: string) => Members;

/** Looks through all that a change set did once; a thousand roots of it are then found without doing so again. */
export function findMembersIn(entries: readonly SetEntry[]): FindMembers {
  const deletedByKey = new Map<string, SetEntry>();
  const byParent = new Map<string, SetEntry[]>();
  /** By the id that an update took out of a record. */
  const mentions = new Map<string, Set<SetEntry>>();
  for (const entry of entries) if (entry.deleted !== null) deletedByKey.set(keyOf(entry.kind, entry.id), entry);
  for (const entry of deletedByKey.values()) {
    const parent = hangsOn(entry.kind, entry.deleted ?? {});
    if (parent === null) continue;
    const key = keyOf(parent.kind, parent.id);
    const siblings = byParent.get(key);
    if (siblings === undefined) byParent.set(key, [entry]);
    else siblings.push(entry);
  }
  for (const entry of entries) {
    if (entry.operation !== 'update') continue;
    for (const id of unnamedIds(entry.images)) mentions.set(id, (mentions.get(id) ?? new Set()).add(entry));
  }
  return (kind, id) => {
    const root = deletedByKey.get(keyOf(kind, id));
    const deleted = root === undefined ? [] : [root];
    // The one that went last comes back first: it may be named by those that went before it.
    for (const entry of deleted) deleted.push(...(byParent.get(keyOf(entry.kind, entry.id)) ?? []).toReversed());
    const mentioning = new Set(deleted.flatMap((entry) => [...(mentions.get(entry.id) ?? [])]));
    return { deleted, mentions: [...mentioning] };
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
