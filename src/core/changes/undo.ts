import type { Actor, HistoryOperation } from '../../contracts/change.ts';
import { AdiuvaError } from '../../contracts/errors.ts';
import type { ChangeSetId, SuggestionId } from '../../contracts/ids.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { Suggestion, SuggestionState } from '../../contracts/suggestion.ts';
import type { Database } from '../db/openDatabase.ts';
import type { RecordStores } from '../records/createRecords.ts';
import type { AnyRecord } from '../records/recordStore.ts';
import type { ChangeSet, OpenChangeSet } from './changeSet.ts';
import { parseUser } from './createChanges.ts';
import { proposedChangesSchema } from './suggestionReader.ts';
import { fieldsBefore, isAsLeft, readImages, type StoredImages } from './images.ts';

export type UndoChangeSet = (changeSetId: ChangeSetId, actor: Actor) => ChangeSetId;

export interface Undo {
  readonly undo: UndoChangeSet;
  /** Whether undoing would go through now: tried, and taken back. */
  readonly wouldUndo: (changeSetId: ChangeSetId) => boolean;
}

interface Entry extends StoredImages {
  recordKind: RecordKind;
  recordId: string;
  title: string;
  projectId: string | null;
  operation: HistoryOperation;
  suggestionId: SuggestionId | null;
  suggestionKind: Suggestion['kind'] | null;
}

interface Move {
  suggestionId: SuggestionId;
  fromState: SuggestionState | null;
  toState: SuggestionState;
}

/**
 * Takes a change set back, newest change first. Only what still is as the change set left it is taken back: a field that
 * was changed since, a record that is gone or came to be used by others, is a conflict, and then nothing happens at all.
 */
export function createUndo({
  database,
  stores,
  openChangeSet,
}: {
  database: Database;
  stores: RecordStores;
  openChangeSet: OpenChangeSet;
}): Undo {
  const { sqlite } = database;
  const selectSet = sqlite.prepare<[string], { undoneBy: string | null; undoes: string | null; isExpired: number }>(
    'select undone_by as undoneBy, undoes, is_expired as isExpired from change_sets where id = ?',
  );
  const selectReason = sqlite.prepare<[string], { reason: string | null }>(
    'select reason from change_sets where id = ?',
  );
  const selectEntries = sqlite.prepare<[string], Entry>(
    `select h.record_kind as recordKind, h.record_id as recordId, h.title, h.project_id as projectId, h.operation,
       h.suggestion_id as suggestionId, s.kind as suggestionKind, h.before, h.after, h.texts
     from history h left join suggestions s on s.id = h.suggestion_id
     where h.change_set_id = ? order by h.sequence desc`,
  );
  const selectMoves = sqlite.prepare<[string], Move>(
    'select suggestion_id as suggestionId, from_state as fromState, to_state as toState from suggestion_moves where change_set_id = ?',
  );
  const selectSuggestion = sqlite.prepare<[string], { state: SuggestionState; title: string; changes: string }>(
    'select state, title, changes from suggestions where id = ?',
  );
  const setChanges = sqlite.prepare<[string, string]>('update suggestions set changes = ? where id = ?');
  const markUndone = sqlite.prepare<[string | null, string]>('update change_sets set undone_by = ? where id = ?');
  const selectUndoes = sqlite.prepare<[string], { undoes: string | null; isRestore: number }>(
    'select undoes, is_restore as isRestore from change_sets where id = ?',
  );
  const selectCreation = sqlite.prepare<[string, string, string], { found: number }>(
    `select 1 as found from history where change_set_id = ? and record_kind = ? and record_id = ? and operation in ('create', 'suggest')`,
  );

  const undo: UndoChangeSet = (changeSetId, claimedActor) => {
    const actor = parseUser(claimedActor);
    return database.transaction(() => {
      const found = selectSet.get(changeSetId);
      if (found === undefined) throw new AdiuvaError('notFound', { recordKind: 'changeSet', id: changeSetId });
      if (found.undoneBy !== null) throw new AdiuvaError('alreadyUndone', { changeSetId });
      if (found.isExpired === 1) throw new AdiuvaError('expired', { changeSetId });
      const entries = selectEntries.all(changeSetId);
      const [suggestionId] = new Set(entries.map((entry) => entry.suggestionId));
      // Undoing the undoing of a rejection rejects again, for the same reason.
      const reason = found.undoes === null ? null : (selectReason.get(found.undoes)?.reason ?? null);
      const changeSet = openChangeSet(actor, {
        undoes: changeSetId,
        reason: reason ?? undefined,
        ...(typeof suggestionId === 'string' && entries.every((entry) => entry.suggestionId === suggestionId)
          ? { suggestionId }
          : {}),
      });
      const beginning = beginningOf(changeSetId);
      const isMade = ({ recordKind, recordId }: Entry): boolean =>
        beginning !== null && selectCreation.get(beginning, recordKind, recordId) !== undefined;
      for (const entry of entries) {
        changeSet.about(entry.suggestionId);
        takeBack(entry, changeSet, !isMade(entry));
      }
      for (const move of selectMoves.all(changeSetId)) moveBack(move, changeSet, reason, entries);
      const id = changeSet.finish();
      markChain(id, changeSetId);
      return id;
    });
  };

  return {
    undo,
    wouldUndo(changeSetId) {
      const takenBack = new Error('only tried');
      try {
        database.transaction(() => {
          undo(changeSetId, { kind: 'user' });
          throw takenBack;
        });
      } catch (error) {
        if (error === takenBack) return true;
        if (error instanceof AdiuvaError && error.kind === 'expected') return false;
        throw error;
      }
      return false;
    },
  };

  /**
   * The change set that a chain of undoing and redoing began with; null where that brought something back from the trash.
   * What was made by it does not come to lie in the trash when its making is undone; what was deleted before does.
   */
  function beginningOf(changeSetId: ChangeSetId): string | null {
    let at: string = changeSetId;
    for (let set = selectUndoes.get(at); set !== undefined; set = selectUndoes.get(at)) {
      if (set.isRestore === 1) return null;
      if (set.undoes === null) return at;
      at = set.undoes;
    }
    return at;
  }

  /** Undoing an undo puts what it had taken back in force again, so that it can be undone once more; and so on down the line. */
  function markChain(id: ChangeSetId, undone: string): void {
    let by: string = id;
    let isInForce = true;
    for (let at: string | null = undone; at !== null; at = selectUndoes.get(at)?.undoes ?? null) {
      markUndone.run(isInForce ? by : null, at);
      by = at;
      isInForce = !isInForce;
    }
  }

  function takeBack(entry: Entry, changeSet: ChangeSet, isKept: boolean): void {
    const { recordKind: kind, recordId: id, operation } = entry;
    const images = readImages(entry);
    if (entry.suggestionKind === 'changes' && (operation === 'suggest' || operation === 'reject')) {
      changeSet.note(kind, id, entry.title, entry.projectId, operation === 'suggest' ? 'reject' : 'suggest', images);
      return;
    }
    const record = stores[kind].read(id);
    if (images.after === null) {
      if (record !== null) throw conflict(entry);
      bringBack(entry, stores[kind].fromJson(fieldsBefore(images, null)), changeSet);
      return;
    }
    if (record === null || !isAsLeft(images, record)) throw conflict(entry);
    if (images.before === null) {
      // What came to hang on it since belongs to other changes.
      if (stores[kind].children(id).length > 0 || stores[kind].mentions(id).length > 0) throw conflict(entry);
      changeSet.delete(kind, record, isKept);
      return;
    }
    const restored = stores[kind].fromJson({ ...record, ...fieldsBefore(images, record) });
    checkReferences(entry, restored);
    refusing(entry, () => changeSet.update(kind, record, restored, inverseOf(operation)));
  }

  function bringBack(entry: Entry, record: AnyRecord, changeSet: ChangeSet): void {
    checkReferences(entry, record);
    // As it was, its version too: whoever read that version before the record went has read what is there again.
    refusing(entry, () =>
      changeSet.create(entry.recordKind, record, entry.operation === 'reject' ? 'suggest' : 'create'),
    );
  }

  /** What does not fit the records as they are now, two tasks that would wait for each other, say, is a conflict. */
  function refusing(entry: Entry, write: () => unknown): void {
    try {
      write();
    } catch (error) {
      throw error instanceof AdiuvaError && error.code === 'validation' ? conflict(entry) : error;
    }
  }

  /** What the record named may be gone by now. */
  function checkReferences(entry: Entry, record: AnyRecord): void {
    const isWhole = stores[entry.recordKind].references(record).every(({ kind, id }) => stores[kind].read(id) !== null);
    if (!isWhole) throw conflict(entry);
  }

  function moveBack(
    { suggestionId, fromState, toState }: Move,
    changeSet: ChangeSet,
    reason: string | null,
    entries: readonly Entry[],
  ): void {
    const now = selectSuggestion.get(suggestionId);
    const target = fromState ?? 'rejected';
    // Deleting a pending record has moved its suggestion already.
    if (now?.state === target && target === 'rejected') return;
    if (now?.state !== toState) {
      throw new AdiuvaError('undoConflict', { recordKind: 'suggestion', id: suggestionId, title: now?.title ?? '' });
    }
    changeSet.moveSuggestion(suggestionId, toState, target, target === 'rejected' ? reason : null);
    if (toState === 'approved' && target === 'pending') rebase(suggestionId, entries);
  }

  /** The records are what the suggestion was made on, but their versions have moved on with approval and undo. */
  function rebase(suggestionId: SuggestionId, entries: readonly Entry[]): void {
    const changes = proposedChangesSchema.parse(JSON.parse(selectSuggestion.get(suggestionId)?.changes ?? '[]'));
    const rebased = changes.map((change) => {
      // One that was left out of the approval was not written by it: what came to its record since is the user's.
      const isWritten = entries.some(
        ({ recordKind, recordId }) => recordKind === change.recordKind && recordId === change.recordId,
      );
      if (!isWritten) return change;
      const version = stores[change.recordKind].read(change.recordId)?.version;
      return change.baseVersion === null || version === undefined ? change : { ...change, baseVersion: version };
    });
    setChanges.run(JSON.stringify(rebased), suggestionId);
  }
}

function inverseOf(operation: HistoryOperation): HistoryOperation {
  switch (operation) {
    case 'approve':
      return 'suggest';
    case 'suggest':
      return 'approve';
    case 'create':
    case 'update':
    case 'delete':
    case 'reject':
      return 'update';
  }
}

function conflict({ recordKind, recordId, title }: Entry): AdiuvaError {
  return new AdiuvaError('undoConflict', { recordKind, id: recordId, title });
}
