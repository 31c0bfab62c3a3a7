import { z } from 'zod';
import type { Actor } from '../../contracts/change.ts';
import { AdiuvaError } from '../../contracts/errors.ts';
import type { ChangeSetId } from '../../contracts/ids.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { DroppedLink, TrashRestored } from '../../contracts/trash.ts';
import type { ChangeSet, OpenChangeSet } from '../changes/changeSet.ts';
import type { Database } from '../db/openDatabase.ts';
import type { RecordStores } from '../records/createRecords.ts';
import type { AnyRecord } from '../records/recordStore.ts';
import { createSetReader, type SetEntry } from './trashMembers.ts';

export interface RestoreParts {
  readonly database: Database;
  readonly stores: RecordStores;
  readonly openChangeSet: OpenChangeSet;
}

/** A root as the trash keeps it. */
export interface TrashRoot {
  readonly kind: RecordKind;
  readonly id: string;
  readonly changeSetId: ChangeSetId;
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

export function createRestoreRecords({ database, stores, openChangeSet }: RestoreParts): RestoreRecords {
  const readSet = createSetReader(database);
  const selectMove = database.sqlite.prepare<[string], { found: number }>(
    'select 1 as found from suggestion_moves where change_set_id = ? limit 1',
  );
  const markUndone = database.sqlite.prepare<[string, string]>('update change_sets set undone_by = ? where id = ?');

  return (roots, actor) => {
    const sets = new Map([...new Set(roots.map((root) => root.changeSetId))].map((id) => [id, readSet(id)]));
    const ordered = roots.toSorted((a, b) => orderOf(a.kind) - orderOf(b.kind));
    const members = ordered.map((root) => {
      const found = sets.get(root.changeSetId)?.membersOf(root.kind, root.id);
      if (found === undefined || found.deleted.length === 0) throw notInTrash(root);
      return found;
    });
    // What takes back all that one change set did is its undoing, so that it cannot be undone a second time.
    const used = new Set(members.flatMap(({ deleted, mentions }) => [...deleted, ...mentions]));
    const [only] = sets.size === 1 ? [...sets] : [];
    const undoes =
      only !== undefined && used.size === only[1].entries.length && selectMove.get(only[0]) === undefined
        ? only[0]
        : undefined;
    const changeSet = openChangeSet(actor, {
      restores: new Set(ordered.map(({ kind, id }) => `${kind} ${id}`)),
      ...(undoes === undefined ? {} : { undoes }),
    });
    const dropped: DroppedLink[] = [];
    for (const { deleted } of members) {
      for (const [place, entry] of deleted.entries()) bringBack(entry, place === 0, changeSet, dropped);
    }
    // Last, since a link may be between two that come back.
    for (const { mentions } of members) for (const entry of mentions) nameAgain(entry, changeSet, dropped);
    const changeSetId = changeSet.finish();
    if (undoes !== undefined) markUndone.run(changeSetId, undoes);
    return { changeSetId, count: roots.length, dropped };
  };

  function bringBack(entry: SetEntry, isRoot: boolean, changeSet: ChangeSet, dropped: DroppedLink[]): void {
    const { kind, id, title } = entry;
    const store = stores[kind];
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
    changeSet.create(kind, record);
  }

  /** Lets a record that stayed name again what came back, unless that was changed since. */
  function nameAgain({ kind, id, title, images }: SetEntry, changeSet: ChangeSet, dropped: DroppedLink[]): void {
    const store = stores[kind];
    const record = store.read(id);
    const json: Record<string, unknown> = { ...record };
    for (const [field, before] of Object.entries(images.before ?? {})) {
      const after = images.after?.[field];
      const now = json[field];
      if (Array.isArray(before) && Array.isArray(after) && Array.isArray(now)) {
        const missing = before.filter((item) => !after.includes(item) && !now.includes(item));
        json[field] = [...now, ...missing];
      } else if (record !== null && now === after) json[field] = before;
      else dropped.push({ kind, id, title, field });
    }
    if (record === null) return;
    let named = store.fromJson(json);
    for (const { field, kind: otherKind, id: otherId } of store.references(named)) {
      if (stores[otherKind].read(otherId) !== null) continue;
      named = withoutReference(named, field, otherId, (fields) => store.fromJson(fields)) ?? record;
    }
    changeSet.update(kind, record, named);
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
