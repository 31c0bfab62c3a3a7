import { z } from 'zod';
import type { Actor } from '../../contracts/change.ts';
import { AdiuvaError } from '../../contracts/errors.ts';
import type { ChangeSetId } from '../../contracts/ids.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { DroppedLink, TrashRestored } from '../../contracts/trash.ts';
import type { ChangeSet, OpenChangeSet } from '../changes/changeSet.ts';
import type { ChangeSetReader, SetEntry } from '../changes/changeSetReader.ts';
import type { Database } from '../db/openDatabase.ts';
import type { RecordStores } from '../records/createRecords.ts';
import type { AnyRecord } from '../records/recordStore.ts';
import { findMembersIn } from './trashMembers.ts';

export interface RestoreParts {
  readonly database: Database;
  readonly stores: RecordStores;
  readonly openChangeSet: OpenChangeSet;
  readonly changeSets: ChangeSetReader;
}

/** A root as the trash keeps it. */
export interface TrashRoot {
  readonly kind: RecordKind;
  readonly id: string;
  readonly changeSetId: ChangeSetId;
  /** Grows with each that is deleted. */
  readonly sequence: number;
}

/** Brings roots back, each with what hung on it, as one change set. Called in a transaction. */
export type RestoreRecords = (roots: readonly TrashRoot[], actor: Actor) => TrashRestored;

/** What others hang on or name comes back before them. */
function orderOf(kind: RecordKind): number {
  switch (kind) {
    case 'client':
      return 0;
    case 'project':
      return 1;
    case 'comment':
      return 3;
    default:
      return 2;
  }
}

export function createRestoreRecords({ database, stores, openChangeSet, changeSets }: RestoreParts): RestoreRecords {
  return (roots, actor) => {
    const sets = new Map(
      [...new Set(roots.map((root) => root.changeSetId))].map((id) => {
        const entries = changeSets.entries(id);
        return [id, { size: entries.length, findMembers: findMembersIn(entries) }];
      }),
    );
    const ordered = roots.toSorted((a, b) => orderOf(a.kind) - orderOf(b.kind) || b.sequence - a.sequence);
    const members = ordered.map((root) => {
      const found = sets.get(root.changeSetId)?.findMembers(root.kind, root.id);
      if (found === undefined || found.deleted.length === 0) throw notInTrash(root);
      return found;
    });
    // What takes back all that one change set did is its undoing, so that it cannot be undone a second time.
    const used = new Set(members.flatMap(({ deleted, mentions }) => [...deleted, ...mentions]));
    const [only] = sets.size === 1 ? [...sets] : [];
    const moves = [...used].filter((entry) => entry.rejected !== null).length;
    const undoes =
      only !== undefined && used.size === only[1].size && changeSets.countMoves(only[0]) === moves
        ? only[0]
        : undefined;
    const changeSet = openChangeSet(actor, {
      restores: new Set(ordered.map(({ kind, id }) => `${kind} ${id}`)),
      ...(undoes === undefined ? {} : { undoes }),
    });
    const dropped: DroppedLink[] = [];
    for (const [number, { deleted }] of members.entries()) {
      const root = ordered[number];
      for (const entry of deleted) if (root !== undefined) bringBack(entry, root, changeSet, dropped);
    }
    // Last, since a link may be between two that come back.
    const back = new Set(members.flatMap(({ deleted }) => deleted.map((entry) => entry.id)));
    for (const { mentions } of members) for (const entry of mentions) nameAgain(entry, back, changeSet, dropped);
    return { changeSetId: changeSet.finish(), count: roots.length, dropped };
  };

  function bringBack(entry: SetEntry, root: TrashRoot, changeSet: ChangeSet, dropped: DroppedLink[]): void {
    const { kind, id, title, rejected } = entry;
    const isRoot = id === root.id;
    const store = stores[kind];
    if (rejected !== null && !changeSets.isRejectedBy(rejected, root.changeSetId)) return;
    if (store.read(id) !== null) {
      // Made anew under the same id since, by a script say.
      if (isRoot) throw notInTrash(entry);
      dropped.push({ kind, id, title, field: 'id' });
      return;
    }
    let record = store.fromJson(entry.deleted);
    for (const { field, kind: otherKind, id: otherId } of store.references(record)) {
      if (stores[otherKind].read(otherId) !== null) continue;
      const without = withoutReference(record, field, otherId, (json) => store.fromJson(json));
      if (without === null) throw new AdiuvaError('restoreBlocked', { recordKind: kind, id, title });
      record = without;
      dropped.push({ kind, id, title, field });
    }
    changeSet.create(kind, record, rejected === null ? 'create' : 'suggest');
    if (rejected !== null) changeSet.moveSuggestion(rejected, 'rejected', 'pending');
  }

  /** Lets a record that stayed name again what came back, unless that was changed since. */
  function nameAgain(
    { kind, id, title, images }: SetEntry,
    back: ReadonlySet<string>,
    changeSet: ChangeSet,
    dropped: DroppedLink[],
  ): void {
    const store = stores[kind];
    const record = store.read(id);
    const json: Record<string, unknown> = { ...record };
    for (const [field, before] of Object.entries(images.before ?? {})) {
      const named = [before].flat().filter((item) => typeof item === 'string' && back.has(item));
      if (named.length === 0) continue;
      const now = json[field];
      if (Array.isArray(now)) json[field] = [...new Set(now.concat(named))];
      else if (record !== null && now === null) json[field] = before;
      else if (now !== before) dropped.push({ kind, id, title, field });
    }
    if (record === null) return;
    let named = store.fromJson(json);
    for (const { field, kind: otherKind, id: otherId } of store.references(named)) {
      if (stores[otherKind].read(otherId) !== null) continue;
      named = withoutReference(named, field, otherId, (fields) => store.fromJson(fields)) ?? record;
    }
    try {
      // What is written before a refusal is taken back.
      database.transaction(() => changeSet.update(kind, record, named));
    } catch (error) {
      // Two tasks that would wait for each other.
      if (!(error instanceof AdiuvaError) || error.code !== 'validation') throw error;
      dropped.push(...Object.keys(error.fields).map((field) => ({ kind, id, title, field })));
    }
  }
}

/** The record with a field emptied of an id that names nothing; null where it cannot do without. */
function withoutReference(
  record: AnyRecord,
  field: string,
  id: string,
  parse: (json: unknown) => AnyRecord,
): AnyRecord | null {
  const value: unknown = Reflect.get(record, field);
  try {
    return parse({ ...record, [field]: Array.isArray(value) ? value.filter((item) => item !== id) : null });
  } catch (error) {
    if (error instanceof z.core.$ZodError) return null;
    throw error;
  }
}

export function notInTrash({ kind, id }: { kind: RecordKind; id: string }): AdiuvaError {
  return new AdiuvaError('notInTrash', { recordKind: kind, id });
}
