import type { RecordJson } from '../../contracts/change.ts';
import { AdiuvaError } from '../../contracts/errors.ts';
import type { ProposedChange, Suggestion } from '../../contracts/suggestion.ts';
import type { Database } from '../db/openDatabase.ts';
import type { RecordStores } from '../records/createRecords.ts';
import type { AnyRecord } from '../records/recordStore.ts';
import type { Series } from '../recurrence/series.ts';
import type { SuggestionService } from '../workspace.ts';
import type { ChangeSet } from './changeSet.ts';
import { toJson } from './images.ts';
import { asValidation } from './writeChanges.ts';

export interface ApprovalParts {
  readonly database: Database;
  readonly stores: RecordStores;
  readonly series: Pick<Series, 'update'>;
}

/** What the user changed of a suggestion before approving it. */
export type Edits = Pick<Parameters<SuggestionService['approve']>[0], 'edits' | 'changes'>;

export interface Approval {
  /**
   * Writes what a pending suggestion asks for into a change set, with the user's edits.
   * @throws AdiuvaError `suggestionStale` where it does not fit its records any more, `validation` for the edits
   */
  write(suggestion: Suggestion, edits: Edits, changeSet: ChangeSet): void;
  /** One change of a set, with other values for some of its fields. @throws AdiuvaError, ZodError where it does not fit */
  writeChange(proposed: ProposedChange, edits: RecordJson, changeSet: ChangeSet): void;
  /** What was approved or rejected is what the record had come to. */
  keep(suggestion: Suggestion, change: ProposedChange, projectId: string | null): void;
}

export function createApproval({ database, stores, series }: ApprovalParts): Approval {
  const keepSettled = database.sqlite.prepare<[string, string, string | null, string]>(
    'update suggestions set changes = ?, title = ?, project_id = ? where id = ?',
  );

  /** Makes the pending record real. */
  function approveRecord(suggestion: Suggestion, proposed: ProposedChange, edits: RecordJson, changeSet: ChangeSet) {
    const store = stores[proposed.recordKind];
    const pending = store.read(proposed.recordId);
    if (pending === null) throw stale(suggestion);
    const edited = edit(pending, proposed, edits, changeSet);
    const approved = changeSet.update(proposed.recordKind, pending, { ...edited, isApproved: true }, 'approve');
    keepAs(suggestion, proposed, approved);
  }

  /** Makes a record that was only described. @throws AdiuvaError `conflict` where there is one of its id */
  function createDescribed(proposed: ProposedChange, edits: RecordJson, changeSet: ChangeSet): AnyRecord {
    const { recordKind, after } = proposed;
    const store = stores[recordKind];
    const { now } = changeSet;
    const described = store.fromJson({ ...after, version: 1, createdAt: now, updatedAt: now });
    const taken = store.read(described.id);
    if (taken !== null) {
      const { id } = described;
      throw new AdiuvaError('conflict', { recordKind, id, expectedVersion: 0, actualVersion: taken.version });
    }
    return changeSet.create(recordKind, edit(described, proposed, edits, changeSet));
  }

  function edit(record: AnyRecord, { recordKind }: ProposedChange, edits: RecordJson, changeSet: ChangeSet): AnyRecord {
    const store = stores[recordKind];
    checkNames(recordKind, edits);
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

  function checkNames(recordKind: ProposedChange['recordKind'], edits: RecordJson): void {
    for (const key of Object.keys(edits)) {
      if (!stores[recordKind].editable.has(key))
        throw new AdiuvaError('validation', { [`edits.${key}`]: { problem: 'unknown' } });
    }
  }

  const keep: Approval['keep'] = (suggestion, change, projectId) => {
    keepSettled.run(JSON.stringify([change]), change.title, projectId, suggestion.id);
  };

  function keepAs(suggestion: Suggestion, proposed: ProposedChange, record: AnyRecord): void {
    const store = stores[proposed.recordKind];
    keep(suggestion, { ...proposed, title: store.titleOf(record), after: toJson(record) }, store.projectIdOf(record));
  }

  const writeChange: Approval['writeChange'] = (proposed, edits, changeSet) => {
    const { recordKind, recordId, operation, after } = proposed;
    const store = stores[recordKind];
    if (operation === 'create') {
      createDescribed(proposed, edits, changeSet);
      return;
    }
    const record = store.read(recordId);
    if (record === null) throw new AdiuvaError('deleted', { recordKind, id: recordId });
    if (operation === 'delete') {
      checkNone(edits);
      changeSet.delete(recordKind, record);
      return;
    }
    // What follows from a field (when a task was completed, say) is made anew at approval.
    const asked = Object.fromEntries(Object.entries(after ?? {}).filter(([key]) => store.editable.has(key)));
    series.update(changeSet, recordKind, record, edit(record, proposed, { ...asked, ...edits }, changeSet));
  };

  /** All of a set. What no longer fits is told as a suggestion that does not fit, what is wrong with an edit as that. */
  function writeSet(suggestion: Suggestion, given: NonNullable<Edits['changes']>, changeSet: ChangeSet): void {
    const byIndex = new Map(given.map((entry) => [entry.index, entry]));
    for (const index of byIndex.keys()) {
      if (index >= suggestion.changes.length)
        throw new AdiuvaError('validation', { [`changes.${index}`]: { problem: 'unknown' } });
    }
    const wanted = [...suggestion.changes.entries()].filter(([index]) => byIndex.get(index)?.isLeftOut !== true);
    if (wanted.length === 0) throw new AdiuvaError('validation', { changes: { problem: 'required' } });
    for (const [index, proposed] of wanted) {
      const edits = byIndex.get(index)?.edits ?? {};
      try {
        writeChange(proposed, edits, changeSet);
      } catch (error) {
        const cause = asValidation(error, '');
        if (!(cause instanceof AdiuvaError) || cause.kind !== 'expected') throw cause;
        throw isAbout(cause, edits) ? asValidation(cause, `changes.${index}.`) : stale(suggestion, cause);
      }
    }
  }

  return {
    keep,
    writeChange,
    write(suggestion, { edits = {}, changes = [] }, changeSet) {
      if (suggestion.stale.length > 0) throw stale(suggestion);
      const [first, ...others] = suggestion.changes;
      if (first === undefined) throw stale(suggestion);
      if (suggestion.kind === 'create') {
        approveRecord(suggestion, first, { ...edits, ...changes[0]?.edits }, changeSet);
        return;
      }
      const isDescribed = first.operation === 'create' && others.length === 0;
      if (isDescribed && changes.length === 0) {
        try {
          keepAs(suggestion, first, createDescribed(first, edits, changeSet));
        } catch (error) {
          throw error instanceof AdiuvaError && error.code === 'conflict' ? stale(suggestion, error) : error;
        }
        return;
      }
      checkNone(edits);
      writeSet(suggestion, changes, changeSet);
    },
  };
}

/** Whether a refusal names a field that the user gave. */
function isAbout({ code, fields }: AdiuvaError, edits: RecordJson): boolean {
  return code === 'validation' && Object.keys(fields).some((path) => (path.split('.')[1] ?? '') in edits);
}

function checkNone(edits: RecordJson): void {
  const [unwanted] = Object.keys(edits);
  if (unwanted !== undefined) throw new AdiuvaError('validation', { [`edits.${unwanted}`]: { problem: 'unknown' } });
}

export function stale({ id, title }: Suggestion, cause?: unknown): AdiuvaError {
  return new AdiuvaError('suggestionStale', { id, title }, { cause });
}
