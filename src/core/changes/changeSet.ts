import { uuidv7 } from 'uuidv7';
import type { Actor, HistoryOperation } from '../../contracts/change.ts';
import { AdiuvaError } from '../../contracts/errors.ts';
import type { ChangedRecord } from '../../contracts/event.ts';
import { type ChangeSetId, changeSetIdSchema, type SuggestionId } from '../../contracts/ids.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { SuggestionState } from '../../contracts/suggestion.ts';
import type { ActivityWriter } from '../activity/activityWriter.ts';
import type { WrittenEntry } from '../activity/summarizeChanges.ts';
import type { Database } from '../db/openDatabase.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../ports.ts';
import type { RecordStores } from '../records/createRecords.ts';
import type { AnyRecord, RecordStore } from '../records/recordStore.ts';
import type { SearchDocument } from '../search/document.ts';
import type { Deleted, TrashRows } from '../trash/trashRows.ts';
import type { Counts } from './counts.ts';
import type { HistoryWriter } from './historyWriter.ts';
import { differingFields, type Images, toJson } from './images.ts';
import { recordsChanged, toldFields } from './recordsChanged.ts';

/** Where written records go to be found: full text now, vectors later. */
export interface SearchIndex {
  put(document: SearchDocument): void;
  remove(kind: RecordKind, id: string): void;
  /** Asks for new vectors. */
  enqueue(kind: RecordKind, id: string): void;
}

export interface ChangeSetParts {
  readonly database: Database;
  readonly stores: RecordStores;
  readonly history: HistoryWriter;
  readonly activity: ActivityWriter;
  readonly trash: TrashRows;
  readonly counts: Counts;
  readonly index: SearchIndex;
  readonly clock: Clock;
  readonly events: Pick<EventBus, 'emit'>;
}

export interface ChangeSetOptions {
  readonly undoes?: ChangeSetId | undefined;
  readonly reason?: string | undefined;
  /** Written to history with each change. */
  readonly suggestionId?: SuggestionId | undefined;
  /** The one change of the call, so that typing on in a note may join the entry before it. */
  readonly mayJoin?: boolean;
  /** Brings these back from the trash, as `kind id`; what else is made hung on them. */
  readonly restores?: ReadonlySet<string>;
}

/** The changes of one call while they are written. */
export interface ChangeSet {
  /** Known beforehand; written with the first change. Another one's where the change joined it. */
  readonly id: ChangeSetId;
  readonly now: number;
  create(kind: RecordKind, record: AnyRecord, operation?: HistoryOperation): AnyRecord;
  /** Writes `after` with the next version. Where nothing differs, nothing is written and `before` comes back. */
  update(kind: RecordKind, before: AnyRecord, after: AnyRecord, operation?: HistoryOperation): AnyRecord;
  /**
   * Takes what hangs on the record with it. A record that waits for approval counts as rejected. `isKept` false: it does not
   * lie in the trash.
   */
  delete(kind: RecordKind, record: AnyRecord, isKept?: boolean): void;
  /** Notes in history what was proposed or turned down without a record of its own. */
  note(
    kind: RecordKind,
    id: string,
    title: string,
    projectId: string | null,
    operation: HistoryOperation,
    images: Images,
  ): void;
  /** What is written from now on belongs to this suggestion, where the set is of more than one. */
  about(id: SuggestionId | null): void;
  moveSuggestion(id: SuggestionId, from: SuggestionState | null, to: SuggestionState, reason?: string | null): void;
  /** Suggestions are not what they were, without having gone anywhere. */
  tellSuggestions(): void;
  /** Sends, after the transaction, what happened. */
  finish(): ChangeSetId;
}

export type OpenChangeSet = (actor: Actor, options?: ChangeSetOptions) => ChangeSet;

/** Key of the kept count of suggestions that wait. */
export const PENDING_SUGGESTIONS_KEY = 'suggestions/pending';

/**
 * The only code that writes records. Every way to write (a call, an undo, an approval) opens a change set in its
 * transaction; each change writes the record, its history, the kept counts, full text and the indexing outbox.
 */
export function createChangeSets(parts: ChangeSetParts): OpenChangeSet {
  const { database, stores, history, activity, trash, counts, index, clock, events } = parts;
  const { sqlite } = database;
  const insertMove = sqlite.prepare<[string, string, string | null, string]>(
    'insert into suggestion_moves (change_set_id, suggestion_id, from_state, to_state) values (?, ?, ?, ?)',
  );
  const setState = sqlite.prepare<[string, number | null, string | null, string | null, string]>(
    'update suggestions set state = ?, resolved_at = ?, reason = ?, change_set_id = ? where id = ?',
  );
  const selectPending = sqlite.prepare<[string, string], { id: SuggestionId }>(
    `select id from suggestions where record_kind = ? and record_id = ? and state = 'pending'`,
  );

  function checkReferences(store: RecordStore<AnyRecord>, record: AnyRecord): void {
    for (const { field, kind, id } of store.references(record)) {
      if (stores[kind].read(id) === null) throw new AdiuvaError('validation', { [field]: { problem: 'unknown' } });
    }
  }

  function moveDocument(
    kind: RecordKind,
    id: string,
    before: SearchDocument | null,
    after: SearchDocument | null,
  ): void {
    if (isSameDocument(before, after)) return;
    if (after === null) index.remove(kind, id);
    else index.put(after);
    index.enqueue(kind, id);
  }

  return (actor, { undoes, reason, suggestionId, mayJoin = false, restores } = {}) => {
    const now = clock.now();
    const ownId = changeSetIdSchema.parse(uuidv7());
    let joinedId: ChangeSetId | null = null;
    let isWritten = false;
    let hasMoved = false;
    let hasTrashChanged = false;
    /** Where suggestions went; of several the one state that all went to. */
    const states = new Set<SuggestionState>();
    let aboutId = suggestionId ?? null;
    /** How deep in what hangs on a deleted record. */
    let depth = 0;
    const entries: WrittenEntry[] = [];
    const deleted = new Map<string, Deleted>();
    const changed: ChangedRecord[] = [];

    function open(): void {
      if (isWritten) return;
      isWritten = true;
      history.insertChangeSet(ownId, actor, now, undoes ?? null, reason ?? null, restores !== undefined);
    }

    function record(
      store: RecordStore<AnyRecord>,
      item: AnyRecord,
      operation: HistoryOperation,
      images: Images,
      changeOf: ChangedRecord['operation'],
    ): void {
      const projectId = store.projectIdOf(item);
      const entry = { kind: store.kind, id: item.id, title: store.titleOf(item), projectId, operation, images };
      const joined = mayJoin && operation === 'update' ? history.join(entry, actor, now) : null;
      joinedId = joined?.changeSetId ?? null;
      if (joined === null) {
        open();
        history.insertEntry(ownId, { ...entry, suggestionId: suggestionIdOf(store, item, operation) });
        entries.push({
          ...entry,
          fields:
            operation === 'update' ? Object.keys(images.after ?? {}).filter((key) => store.editable.has(key)) : [],
          follows: depth > 0 || restores?.has(`${entry.kind} ${entry.id}`) === false,
          isInstance: operation === 'create' && isInstance(item),
        });
      } else {
        activity.join(joined.changeSetId, entry.title, joined.fields);
      }
      changed.push({
        ...{ kind: store.kind, id: item.id, operation: changeOf, projectId, version: item.version },
        ...(changeOf === 'update' && images.after !== null ? toldFields(images.after) : {}),
      });
    }

    function suggestionIdOf(
      store: RecordStore<AnyRecord>,
      item: AnyRecord,
      operation: HistoryOperation,
    ): SuggestionId | null {
      // A pending record that goes with what it hangs on belongs to its own suggestion.
      const own = operation === 'reject' ? selectPending.get(store.kind, item.id)?.id : undefined;
      return own ?? aboutId;
    }

    const changeSet: ChangeSet = {
      get id() {
        return joinedId ?? ownId;
      },
      now,
      create(kind, item, operation = 'create') {
        const store = stores[kind];
        checkReferences(store, item);
        store.insert(item);
        counts.move([], store.countKeys(item));
        moveDocument(kind, item.id, null, store.document(item));
        record(store, item, operation, { before: null, after: toJson(item) }, 'create');
        deleted.delete(`${kind} ${item.id}`);
        if (trash.remove(kind, item.id)) hasTrashChanged = true;
        return item;
      },
      update(kind, before, edited, operation = 'update') {
        const fields = differingFields(before, edited);
        if (fields === null) return before;
        const store = stores[kind];
        const after = { ...edited, version: before.version + 1, updatedAt: now };
        checkReferences(store, after);
        const documentBefore = store.document(before);
        store.update(after, before);
        counts.move(store.countKeys(before), store.countKeys(after));
        moveDocument(kind, after.id, documentBefore, store.document(after));
        for (const other of store.alsoIndexed(before, after)) {
          const item = stores[other.kind].read(other.id);
          const document = item === null ? null : stores[other.kind].document(item);
          if (document === null) index.remove(other.kind, other.id);
          else index.put(document);
          index.enqueue(other.kind, other.id);
        }
        record(store, after, operation, fields, 'update');
        return after;
      },
      delete(kind, item, isKept = true) {
        const store = stores[kind];
        depth += 1;
        for (const child of store.children(item.id)) {
          const record = stores[child.kind].read(child.id);
          if (record !== null) changeSet.delete(child.kind, record, isKept);
        }
        for (const { kind: otherKind, id, fields } of store.mentions(item.id)) {
          const before = stores[otherKind].read(id);
          if (before !== null) changeSet.update(otherKind, before, { ...before, ...fields });
        }
        depth -= 1;
        const isPending = store.isPending(item);
        const projectId = store.projectIdOf(item);
        deleted.set(`${kind} ${item.id}`, {
          kind,
          record: item,
          title: store.titleOf(item),
          projectId,
          isKept: isKept && !isPending,
        });
        record(store, item, isPending ? 'reject' : 'delete', { before: toJson(item), after: null }, 'delete');
        store.remove(item);
        counts.move(store.countKeys(item), []);
        if (!isPending) {
          index.remove(kind, item.id);
          index.enqueue(kind, item.id);
        }
        const pending = isPending ? selectPending.get(kind, item.id) : undefined;
        if (pending !== undefined) changeSet.moveSuggestion(pending.id, 'pending', 'rejected', reason);
      },
      note(kind, id, title, projectId, operation, images) {
        open();
        history.insertEntry(ownId, {
          kind,
          id,
          title,
          projectId,
          operation,
          images,
          suggestionId: aboutId,
        });
        entries.push({ kind, id, title, projectId, operation, fields: [], follows: false, isInstance: false });
      },
      about(id) {
        aboutId = id;
      },
      moveSuggestion(id, from, to, why = null) {
        open();
        insertMove.run(ownId, id, from, to);
        if (from !== null) setState.run(to, to === 'pending' ? null : now, why, to === 'pending' ? null : ownId, id);
        counts.move(
          from === 'pending' ? [PENDING_SUGGESTIONS_KEY] : [],
          to === 'pending' ? [PENDING_SUGGESTIONS_KEY] : [],
        );
        hasMoved = true;
        if (suggestionId === undefined ? id === aboutId : id === suggestionId) states.add(to);
      },
      tellSuggestions() {
        hasMoved = true;
      },
      finish() {
        if (deleted.size > 0 && trash.put([...deleted.values()], ownId, actor, now) > 0) hasTrashChanged = true;
        // Bringing back all that one change set deleted takes it back; an undo marks the whole chain itself.
        if (restores !== undefined && undoes !== undefined) history.markUndone(undoes, ownId);
        if (isWritten) {
          const [state = null, ...otherStates] = states;
          activity.addChange({
            changeSetId: ownId,
            actor,
            at: now,
            undoes: undoes ?? null,
            isRestore: restores !== undefined,
            suggestionId: suggestionId ?? null,
            suggestionState: otherStates.length > 0 ? null : state,
            entries,
          });
        }
        database.afterCommit(() => {
          if (changed.length > 0) events.emit(recordsChanged(changed));
          if (hasMoved) events.emit({ type: 'suggestionsChanged' });
          if (hasTrashChanged) events.emit({ type: 'trashChanged' });
        });
        return changeSet.id;
      },
    };
    return changeSet;
  };
}

/** A series is named by its first task; those after it are made by it. */
function isInstance(item: AnyRecord): boolean {
  return 'seriesId' in item && item.seriesId !== null && item.seriesId !== item.id;
}

function isSameDocument(left: SearchDocument | null, right: SearchDocument | null): boolean {
  if (left === null || right === null) return left === right;
  return left.title === right.title && left.body === right.body && left.projectId === right.projectId;
}
