import { z } from 'zod';
import type { ChangeSetId } from '../../contracts/ids.ts';
import type { RecordKind } from '../../contracts/record.ts';
import { proposedChangesSchema } from '../changes/suggestionReader.ts';
import type { Database } from '../db/openDatabase.ts';
import type { RecordStores } from '../records/createRecords.ts';
import { createSetReader } from './trashMembers.ts';
import type { TrashRoot } from './restoreRecords.ts';

/** Takes the texts of what leaves the trash out of history, the activity and suggestions. Called in a transaction. */
export type ScrubRecords = (roots: readonly TrashRoot[]) => void;

interface HistoryRow {
  sequence: number;
  changeSetId: ChangeSetId;
  suggestionId: string | null;
  title: string;
}

/**
 * The rows stay, so that who did what and when can still be read; what the records said does not. Undoing a change set
 * that needs it is refused from then on.
 */
export function createScrubRecords(database: Database, stores: RecordStores): ScrubRecords {
  const { sqlite } = database;
  const readSet = createSetReader(database);
  const selectLastGone = sqlite
    .prepare<[string, string, string], ChangeSetId>(
      `select change_set_id from history where record_kind = ? and record_id = ? and operation = ? order by sequence desc limit 1`,
    )
    .pluck();
  const selectHistory = sqlite.prepare<[string, string], HistoryRow>(
    `select sequence, change_set_id as changeSetId, suggestion_id as suggestionId, title from history
     where record_kind = ? and record_id = ?`,
  );
  const scrubHistory = sqlite.prepare<[string, number]>(
    'update history set before = null, after = null, texts = null, title = ? where sequence = ?',
  );
  const expire = sqlite.prepare<[string]>('update change_sets set is_expired = 1 where id = ? and is_expired = 0');
  // Of several records the row is called by the first.
  const scrubActivity = sqlite.prepare<[string, string, string]>(
    `update activity set title = '' where change_set_id = ? and (record_id = ? or (record_id is null and title = ?))`,
  );
  const selectSuggestion = sqlite.prepare<[string], { changes: string; title: string }>(
    'select changes, title from suggestions where id = ?',
  );
  const scrubSuggestion = sqlite.prepare<[string, string, string]>(
    'update suggestions set changes = ?, title = ? where id = ?',
  );
  const scrubSources = sqlite.prepare<[string]>(
    `update suggestions set source = json_set(source, '$.title', '')
     where source ->> '$.id' in (select value from json_each(?)) and source ->> '$.title' <> ''`,
  );

  return (roots) => {
    const sets = new Map<ChangeSetId, ReturnType<typeof readSet>>();
    const gone = new Map<string, { kind: RecordKind; id: string; keepsTitle: boolean }>();
    for (const { kind, id, changeSetId } of roots) {
      let set = sets.get(changeSetId);
      if (set === undefined) sets.set(changeSetId, (set = readSet(changeSetId)));
      for (const [place, member] of set.membersOf(kind, id).deleted.entries()) {
        const { kind: memberKind, id: memberId } = member;
        // One that is there again, or went again with something else, is not this one's any more.
        if (stores[memberKind].read(memberId) !== null) continue;
        if (selectLastGone.get(memberKind, memberId, member.operation) !== changeSetId) continue;
        // A comment goes by the title of its task.
        const keepsTitle = memberKind === 'comment' && place === 0;
        gone.set(`${memberKind} ${memberId}`, { kind: memberKind, id: memberId, keepsTitle });
      }
    }
    const suggestionIds = new Set<string>();
    for (const { kind, id, keepsTitle } of gone.values()) {
      for (const row of selectHistory.all(kind, id)) {
        scrubHistory.run(keepsTitle ? row.title : '', row.sequence);
        expire.run(row.changeSetId);
        if (!keepsTitle) scrubActivity.run(row.changeSetId, id, row.title);
        if (row.suggestionId !== null) suggestionIds.add(row.suggestionId);
      }
    }
    for (const id of suggestionIds) scrubProposal(id, gone);
    scrubSources.run(JSON.stringify([...gone.values()].map((record) => record.id)));
  };

  function scrubProposal(suggestionId: string, gone: ReadonlyMap<string, unknown>): void {
    const row = selectSuggestion.get(suggestionId);
    if (row === undefined) return;
    const changes = proposedChangesSchema.parse(z.json().parse(JSON.parse(row.changes)));
    const kept = changes.map((change) =>
      gone.has(`${change.recordKind} ${change.recordId}`)
        ? { ...change, title: '', before: null, after: null }
        : change,
    );
    const isNamedForGone = changes.some((change, place) => change.title === row.title && kept[place]?.title === '');
    scrubSuggestion.run(JSON.stringify(kept), isNamedForGone ? '' : row.title, suggestionId);
  }
}
