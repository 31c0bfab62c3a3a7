import type { HistoryOperation, RecordJson } from '../../contracts/change.ts';
import type { ChangeSetId, SuggestionId } from '../../contracts/ids.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { Suggestion } from '../../contracts/suggestion.ts';
import type { Database } from '../db/openDatabase.ts';
import { fieldsBefore, type ReadImages, readImages, type StoredImages } from './images.ts';

/** What a change set did to one record, as history keeps it. */
export interface SetEntry {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  readonly operation: HistoryOperation;
  readonly images: ReadImages;
  /** A record that went, whole; null for all else. */
  readonly deleted: RecordJson | null;
  /** The suggestion of a record that waited for approval and was rejected by going. */
  readonly rejected: SuggestionId | null;
}

/** Reads change sets for bringing back or letting go what they deleted. */
export interface ChangeSetReader {
  /** In the order they were written. */
  entries(changeSetId: ChangeSetId): SetEntry[];
  /** How many suggestions it made, approved or rejected. */
  countMoves(changeSetId: ChangeSetId): number;
  /** Whether a suggestion is rejected, and by this change set. */
  isRejectedBy(suggestionId: SuggestionId, changeSetId: ChangeSetId): boolean;
  /** The last change set that deleted a record, or rejected it. */
  lastGone(kind: RecordKind, id: string, operation: HistoryOperation): ChangeSetId | null;
}

interface Row extends StoredImages {
  recordKind: RecordKind;
  recordId: string;
  title: string;
  operation: HistoryOperation;
  suggestionId: SuggestionId | null;
  suggestionKind: Suggestion['kind'] | null;
}

export function createChangeSetReader(database: Database): ChangeSetReader {
  const { sqlite } = database;
  const select = sqlite.prepare<[string], Row>(
    `select h.record_kind as recordKind, h.record_id as recordId, h.title, h.operation, h.before, h.after, h.texts,
       h.suggestion_id as suggestionId, s.kind as suggestionKind
     from history h left join suggestions s on s.id = h.suggestion_id where h.change_set_id = ? order by h.sequence`,
  );
  const countMoves = sqlite
    .prepare<[string], number>('select count(*) from suggestion_moves where change_set_id = ?')
    .pluck();
  const selectRejected = sqlite.prepare<[string, string], { found: number }>(
    `select 1 as found from suggestions where id = ? and state = 'rejected' and change_set_id = ?`,
  );
  const selectLastGone = sqlite
    .prepare<[string, string, string], ChangeSetId>(
      `select change_set_id from history where record_kind = ? and record_id = ? and operation = ? order by sequence desc limit 1`,
    )
    .pluck();
  return {
    entries: (changeSetId) => select.all(changeSetId).map(toEntry),
    countMoves: (changeSetId) => countMoves.get(changeSetId) ?? 0,
    isRejectedBy: (suggestionId, changeSetId) => selectRejected.get(suggestionId, changeSetId) !== undefined,
    lastGone: (kind, id, operation) => selectLastGone.get(kind, id, operation) ?? null,
  };
}

function toEntry(row: Row): SetEntry {
  const { recordKind: kind, recordId: id, title, operation, suggestionId, suggestionKind, ...stored } = row;
  const images = readImages(stored);
  const isRejected = operation === 'reject' && suggestionKind === 'create';
  const hasGone = (operation === 'delete' || isRejected) && images.before !== null;
  return {
    kind,
    id,
    title,
    operation,
    images,
    deleted: hasGone ? fieldsBefore(images, null) : null,
    rejected: isRejected ? suggestionId : null,
  };
}
