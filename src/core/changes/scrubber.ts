import type { ChangeSetId, SuggestionId } from '../../contracts/ids.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { Database } from '../db/openDatabase.ts';
import { proposedChangesSchema } from './suggestionReader.ts';

/** A change of a record whose texts were taken away. */
export interface Scrubbed {
  readonly changeSetId: ChangeSetId;
  readonly suggestionId: SuggestionId | null;
  /** What the record was called in it. */
  readonly title: string;
}

/**
 * Takes texts out of history and suggestions. The rows stay, so that who did what and when can still be read; what the
 * records said does not, and undoing a change set that would need it is refused from then on. In the caller's transaction.
 */
export interface Scrubber {
  scrubHistory(kind: RecordKind, id: string, keepsTitle: boolean): Scrubbed[];
  /** What a suggestion proposed for records that are gone. */
  scrubSuggestion(id: SuggestionId, isGone: (kind: RecordKind, id: string) => boolean): void;
  /** The titles of records that suggestions name as their source. */
  scrubSources(ids: readonly string[]): void;
}

export function createScrubber(database: Database): Scrubber {
  const { sqlite } = database;
  const selectHistory = sqlite.prepare<[string, string], Scrubbed & { sequence: number }>(
    `select sequence, change_set_id as changeSetId, suggestion_id as suggestionId, title from history
     where record_kind = ? and record_id = ?`,
  );
  const emptyHistory = sqlite.prepare<[string, number]>(
    'update history set before = null, after = null, texts = null, title = ? where sequence = ?',
  );
  const expire = sqlite.prepare<[string]>('update change_sets set is_expired = 1 where id = ? and is_expired = 0');
  const selectSuggestion = sqlite.prepare<[string], { changes: string; title: string }>(
    'select changes, title from suggestions where id = ?',
  );
  const emptySuggestion = sqlite.prepare<[string, string, string]>(
    'update suggestions set changes = ?, title = ? where id = ?',
  );
  const emptySources = sqlite.prepare<[string]>(
    `update suggestions set source = json_set(source, '$.title', '')
     where source ->> '$.id' in (select value from json_each(?)) and source ->> '$.title' <> ''`,
  );
  return {
    scrubHistory(kind, id, keepsTitle) {
      const rows = selectHistory.all(kind, id);
      for (const row of rows) {
        emptyHistory.run(keepsTitle ? row.title : '', row.sequence);
        expire.run(row.changeSetId);
      }
      return rows;
    },
    scrubSuggestion(id, isGone) {
      const row = selectSuggestion.get(id);
      if (row === undefined) return;
      const changes = proposedChangesSchema.parse(JSON.parse(row.changes));
      const kept = changes.map((change) =>
        isGone(change.recordKind, change.recordId) ? { ...change, title: '', before: null, after: null } : change,
      );
      // It goes by the title of a record, or by one of its own, which may say as much.
      const isNamedForGone = changes.some((change, place) => change.title === row.title && kept[place]?.title === '');
      const isAllGone = kept.every((change) => change.before === null && change.after === null);
      emptySuggestion.run(JSON.stringify(kept), isNamedForGone || isAllGone ? '' : row.title, id);
    },
    scrubSources: (ids) => void emptySources.run(JSON.stringify(ids)),
  };
}
