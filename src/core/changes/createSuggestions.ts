import { AdiuvaError } from '../../contracts/errors.ts';
import type { Suggestion } from '../../contracts/suggestion.ts';
import type { Database } from '../db/openDatabase.ts';
import type { RecordStores } from '../records/createRecords.ts';
import type { Series } from '../recurrence/series.ts';
import type { SuggestionService } from '../workspace.ts';
import { createApproval } from './approval.ts';
import type { OpenChangeSet } from './changeSet.ts';
import { parseUser } from './createChanges.ts';
import { noteProposal } from './proposals.ts';
import { createRefresh } from './refreshSuggestion.ts';
import type { SuggestionReader } from './suggestionReader.ts';

export interface SuggestionParts {
  readonly database: Database;
  readonly stores: RecordStores;
  readonly openChangeSet: OpenChangeSet;
  readonly reader: SuggestionReader;
  readonly series: Pick<Series, 'update'>;
}

/** Approving and rejecting: calls of the user alone, each a change set that can be undone. */
export function createSuggestions(parts: SuggestionParts): SuggestionService {
  const { database, stores, openChangeSet, reader } = parts;
  const approval = createApproval(parts);
  const refresh = createRefresh({ ...parts, approval });

  /** @throws AdiuvaError `notFound`, `suggestionResolved` */
  function findPending(id: Suggestion['id']): Suggestion {
    const suggestion = reader.get(id);
    if (suggestion.state !== 'pending') throw new AdiuvaError('suggestionResolved', { id, state: suggestion.state });
    return suggestion;
  }

  /** Whether approving would go through now: tried, and taken back. */
  function fits(suggestion: Suggestion, actor: Parameters<OpenChangeSet>[0]): boolean {
    const takenBack = new Error('only tried');
    try {
      database.transaction(() => {
        approval.write(suggestion, {}, openChangeSet(actor));
        throw takenBack;
      });
    } catch (error) {
      if (error === takenBack) return true;
      if (error instanceof AdiuvaError && error.kind === 'expected') return false;
      throw error;
    }
    return false;
  }

  return {
    get: (id) => reader.get(id),
    list: (input) => reader.list(input),
    count: () => reader.count(),

    approve({ id, ...edits }, claimedActor) {
      const actor = parseUser(claimedActor);
      return database.transaction(() => {
        const suggestion = findPending(id);
        const changeSet = openChangeSet(actor, { suggestionId: id });
        approval.write(suggestion, edits, changeSet);
        changeSet.moveSuggestion(id, 'pending', 'approved');
        const changeSetId = changeSet.finish();
        return { suggestion: reader.get(id), changeSetId };
      });
    },

    approveMany({ ids }, claimedActor) {
      const actor = parseUser(claimedActor);
      return database.transaction(() => {
        const changeSet = openChangeSet(actor);
        const approved: Suggestion['id'][] = [];
        const leftOut: Suggestion['id'][] = [];
        for (const id of new Set(ids)) {
          // Read one after the other: approving one can overtake the next.
          const suggestion = reader.find(id);
          if (suggestion?.state !== 'pending' || !fits(suggestion, actor)) {
            leftOut.push(id);
            continue;
          }
          changeSet.about(id);
          approval.write(suggestion, {}, changeSet);
          changeSet.moveSuggestion(id, 'pending', 'approved');
          approved.push(id);
        }
        return { approved, leftOut, changeSetId: approved.length === 0 ? null : changeSet.finish() };
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
          approval.keep(suggestion, first, suggestion.projectId);
          changeSet.delete(first.recordKind, pending);
        } else {
          noteProposal(changeSet, suggestion.changes, 'reject', suggestion.projectId);
          changeSet.moveSuggestion(id, 'pending', 'rejected', reason);
        }
        const changeSetId = changeSet.finish();
        return { suggestion: reader.get(id), changeSetId };
      });
    },

    refresh({ id }, claimedActor) {
      const actor = parseUser(claimedActor);
      return database.transaction(() => refresh(findPending(id), actor));
    },
  };
}
