import { AdiuvaError } from '../../contracts/errors.ts';
import type { ProposedChange, Suggestion } from '../../contracts/suggestion.ts';
import type { Database } from '../db/openDatabase.ts';
import type { RecordStores } from '../records/createRecords.ts';
import type { AnyRecord } from '../records/recordStore.ts';
import type { Series } from '../recurrence/series.ts';
import type { SuggestionService } from '../workspace.ts';
import type { ChangeSet, OpenChangeSet } from './changeSet.ts';
import { parseUser } from './createChanges.ts';
import { toJson } from './images.ts';
import { noteProposal } from './proposals.ts';
import type { SuggestionReader } from './suggestionReader.ts';
import { asValidation } from './writeChanges.ts';

export interface SuggestionParts {
  readonly database: Database;
  readonly stores: RecordStores;
  readonly openChangeSet: OpenChangeSet;
  readonly reader: SuggestionReader;
  readonly series: Pick<Series, 'update'>;
}

type Edits = NonNullable<Parameters<SuggestionService['approve']>[0]['edits']>;

/** Approving and rejecting: calls of the user alone, each a change set that can be undone. */
export function createSuggestions({
  database,
  stores,
  openChangeSet,
  reader,
  series,
}: SuggestionParts): SuggestionService {
  const keepSettled = database.sqlite.prepare<[string, string, string | null, string]>(
    'update suggestions set changes = ?, title = ?, project_id = ? where id = ?',
  );

  /** @throws AdiuvaError `notFound`, `suggestionResolved` */
  function findPending(id: Suggestion['id']): Suggestion {
    const suggestion = reader.get(id);
    if (suggestion.state !== 'pending') throw new AdiuvaError('suggestionResolved', { id, state: suggestion.state });
    return suggestion;
  }

  /** Makes the pending record real, with the user's edits. */
  function approveRecord(suggestion: Suggestion, proposed: ProposedChange, edits: Edits, changeSet: ChangeSet): void {
    const store = stores[proposed.recordKind];
    const pending = store.read(proposed.recordId);
    if (pending === null) throw stale(suggestion);
    const edited = edit(pending, proposed, edits, changeSet);
    const approved = changeSet.update(proposed.recordKind, pending, { ...edited, isApproved: true }, 'approve');
    keep(
      suggestion,
      { ...proposed, title: store.titleOf(approved), after: toJson(approved) },
      store.projectIdOf(approved),
    );
  }

  /** Makes a record that was only described, with the user's edits. */
  function createDescribed(suggestion: Suggestion, proposed: ProposedChange, edits: Edits, changeSet: ChangeSet): void {
    const store = stores[proposed.recordKind];
    const described = store.fromJson({
      ...proposed.after,
      version: 1,
      createdAt: changeSet.now,
      updatedAt: changeSet.now,
    });
    if (store.read(described.id) !== null) throw stale(suggestion);
    const created = changeSet.create(proposed.recordKind, edit(described, proposed, edits, changeSet));
    if (suggestion.changes.length === 1) {
      keep(
        suggestion,
        { ...proposed, title: store.titleOf(created), after: toJson(created) },
        store.projectIdOf(created),
      );
    }
  }

  function edit(record: AnyRecord, { recordKind }: ProposedChange, edits: Edits, changeSet: ChangeSet): AnyRecord {
    const store = stores[recordKind];
    for (const key of Object.keys(edits)) {
      if (!store.editable.has(key)) throw new AdiuvaError('validation', { [`edits.${key}`]: { problem: 'unknown' } });
    }
    try {
      const edited = store.edit(record, { ...edits, id: record.id }, { now: changeSet.now, author: 'user' });
      for (const { field, kind, id } of store.references(edited)) {
        if (stores[kind].read(id) === null) throw new AdiuvaError('validation', { [field]: { problem: 'unknown' } });
      }
      return edited;
    } catch (error) {
      throw asValidation(error, 'edits.', edits);
    }
  }

  /** What was approved or rejected is what the record had come to. */
  function keep(suggestion: Suggestion, change: ProposedChange, projectId: string | null): void {
    keepSettled.run(JSON.stringify([change]), change.title, projectId, suggestion.id);
  }

  function applyChange(suggestion: Suggestion, proposed: ProposedChange, changeSet: ChangeSet): void {
    const { recordKind, recordId, operation, after } = proposed;
    const store = stores[recordKind];
    if (operation === 'create') {
      createDescribed(suggestion, proposed, {}, changeSet);
      return;
    }
    const record = store.read(recordId);
    if (record === null) throw stale(suggestion);
    if (operation === 'delete') {
      changeSet.delete(recordKind, record);
      return;
    }
    // What follows from a field (when a task was completed, say) is made anew at approval.
    const asked = Object.entries(after ?? {}).filter(([key]) => store.editable.has(key));
    const edited = store.edit(
      record,
      { ...Object.fromEntries(asked), id: recordId },
      { now: changeSet.now, author: 'user' },
    );
    series.update(changeSet, recordKind, record, edited);
  }

  return {
    get: (id) => reader.get(id),
    list: (input) => reader.list(input),
    count: () => reader.count(),

    approve({ id, edits = {} }, claimedActor) {
      const actor = parseUser(claimedActor);
      return database.transaction(() => {
        const suggestion = findPending(id);
        if (suggestion.stale.length > 0) throw stale(suggestion);
        const [first] = suggestion.changes;
        const changeSet = openChangeSet(actor, { suggestionId: id });
        if (first === undefined) throw stale(suggestion);
        if (suggestion.kind === 'create') approveRecord(suggestion, first, edits, changeSet);
        else if (suggestion.changes.length === 1 && first.operation === 'create')
          createDescribed(suggestion, first, edits, changeSet);
        else {
          const [unwanted] = Object.keys(edits);
          if (unwanted !== undefined)
            throw new AdiuvaError('validation', { [`edits.${unwanted}`]: { problem: 'unknown' } });
          applyAll(suggestion, changeSet);
        }
        changeSet.moveSuggestion(id, 'pending', 'approved');
        const changeSetId = changeSet.finish();
        return { suggestion: reader.get(id), changeSetId };
      });
    },

    reject({ id, reason }, claimedActor) {
      const actor = parseUser(claimedActor);
      return database.transaction(() => {
        const suggestion = findPending(id);
        const changeSet = openChangeSet(actor, { suggestionId: id, reason });
        const [first] = suggestion.changes;
        const pending =
          suggestion.kind === 'create' && first !== undefined ? stores[first.recordKind].read(first.recordId) : null;
        // Deleting the pending record rejects its suggestion.
        if (pending !== null && first !== undefined) {
          keep(suggestion, first, suggestion.projectId);
          changeSet.delete(first.recordKind, pending);
        } else {
          noteProposal(changeSet, suggestion.changes, 'reject', suggestion.projectId);
          changeSet.moveSuggestion(id, 'pending', 'rejected', reason);
        }
        const changeSetId = changeSet.finish();
        return { suggestion: reader.get(id), changeSetId };
      });
    },
  };

  /** All of a change set as proposed. What no longer fits is told as a suggestion that does not fit. */
  function applyAll(suggestion: Suggestion, changeSet: ChangeSet): void {
    try {
      for (const proposed of suggestion.changes) applyChange(suggestion, proposed, changeSet);
    } catch (error) {
      const cause = asValidation(error, '');
      throw cause instanceof AdiuvaError && cause.kind === 'expected' ? stale(suggestion, cause) : cause;
    }
  }
}

function stale({ id, title }: Suggestion, cause?: unknown): AdiuvaError {
  return new AdiuvaError('suggestionStale', { id, title }, { cause });
}
