import type { Actor } from '../../contracts/change.ts';
import { AdiuvaError } from '../../contracts/errors.ts';
import type { ChangeSetId } from '../../contracts/ids.ts';
import type { ProposedChange, Suggestion } from '../../contracts/suggestion.ts';
import type { Database } from '../db/openDatabase.ts';
import type { RecordStores } from '../records/createRecords.ts';
import type { Approval } from './approval.ts';
import type { ChangeSet, OpenChangeSet } from './changeSet.ts';
import { FORGOTTEN, fingerprintOf } from './fingerprint.ts';
import { differingFields, toJson } from './images.ts';
import { noteProposal } from './proposals.ts';
import { rebaseFields } from './rebaseFields.ts';
import type { SuggestionReader } from './suggestionReader.ts';
import { asValidation } from './writeChanges.ts';

export interface RefreshParts {
  readonly database: Database;
  readonly stores: RecordStores;
  readonly openChangeSet: OpenChangeSet;
  readonly reader: SuggestionReader;
  readonly approval: Pick<Approval, 'writeChange'>;
}

type Refreshed = { suggestion: Suggestion; changeSetId: ChangeSetId | null };

/**
 * Makes a stale suggestion anew on its records as they are now: what it asks of them is tried out, what asks for nothing any
 * more is dropped. Where nothing is left it is rejected, which can be undone.
 */
export function createRefresh({ database, stores, openChangeSet, reader, approval }: RefreshParts) {
  const keep = database.sqlite.prepare<[string, string, string]>(
    'update suggestions set changes = ?, fingerprint = ? where id = ?',
  );
  // It was not turned down: asked for another time, it may come again.
  const forget = database.sqlite.prepare<[string, string]>('update suggestions set fingerprint = ? where id = ?');

  /** The change on its record as it is now; null where it asks for nothing any more or cannot be. */
  function rebased(proposed: ProposedChange, changeSet: ChangeSet): ProposedChange | null {
    const { operation, recordKind, recordId } = proposed;
    const store = stores[recordKind];
    const before = store.read(recordId);
    if (operation !== 'create' && before === null) return null;
    const asked =
      operation === 'update' && before !== null
        ? { ...proposed, after: rebaseFields(proposed.before ?? {}, proposed.after ?? {}, toJson(before)) }
        : proposed;
    try {
      database.transaction(() => approval.writeChange(asked, {}, changeSet));
    } catch (error) {
      const cause = asValidation(error, '');
      if (cause instanceof AdiuvaError && cause.kind === 'expected') return null;
      throw cause;
    }
    const baseVersion = before?.version ?? null;
    if (operation === 'create') return proposed;
    if (operation === 'delete')
      return before === null
        ? null
        : { ...proposed, baseVersion, title: store.titleOf(before), before: toJson(before) };
    const after = store.read(recordId);
    const fields = before === null || after === null ? null : differingFields(before, after);
    return fields === null || after === null
      ? null
      : { ...proposed, baseVersion, title: store.titleOf(after), ...fields };
  }

  function tryOut(changes: readonly ProposedChange[], actor: Actor): ProposedChange[] {
    let result: ProposedChange[] = [];
    const takeBack = new Error('only tried out');
    try {
      database.transaction(() => {
        const changeSet = openChangeSet(actor);
        result = changes.flatMap((change) => rebased(change, changeSet) ?? []);
        throw takeBack;
      });
    } catch (error) {
      if (error !== takeBack) throw error;
    }
    return result;
  }

  /** In the caller's transaction. What is not stale stays as it is. */
  return (suggestion: Suggestion, actor: Actor): Refreshed => {
    const { id } = suggestion;
    if (suggestion.stale.length === 0) return { suggestion, changeSetId: null };
    const changes = suggestion.kind === 'create' ? [] : tryOut(suggestion.changes, actor);
    const changeSet = openChangeSet(actor, { suggestionId: id });
    if (changes.length > 0) {
      keep.run(JSON.stringify(changes), fingerprintOf(changes, stores), id);
      changeSet.tellSuggestions();
      changeSet.finish();
      return { suggestion: reader.get(id), changeSetId: null };
    }
    forget.run(FORGOTTEN, id);
    noteProposal(changeSet, suggestion.changes, 'reject', suggestion.projectId);
    changeSet.moveSuggestion(id, 'pending', 'rejected');
    const changeSetId = changeSet.finish();
    return { suggestion: reader.get(id), changeSetId };
  };
}
