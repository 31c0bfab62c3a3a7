import type { HistoryEntry } from '../../contracts/change.ts';
import type { ChangeSetId } from '../../contracts/ids.ts';
import { recordKindSchema } from '../../contracts/record.ts';
import type { Database } from '../db/openDatabase.ts';
import { type Condition, createPager, type Order } from '../records/pager.ts';
import type { HistoryService } from '../workspace.ts';
import { readImages, showImages, type StoredImages } from './images.ts';
import type { UndoChangeSet } from './undo.ts';

type Row = Omit<HistoryEntry, 'before' | 'after' | 'isRestored'> & StoredImages & { isRestored: number };

const SELECT = `
  select h.sequence, h.change_set_id as changeSetId, h.record_kind as recordKind, h.record_id as recordId, h.title, h.operation,
    h.suggestion_id as suggestionId, h.before, h.after, h.texts, s.actor_kind as actorKind, s.actor_name as actorName,
    s.conversation_id as conversationId, s.at, s.undone_by as undoneBy,
    s.is_restore and h.operation = 'create' as isRestored
  from history h join change_sets s on s.id = h.change_set_id`;

const newestFirst: Order<Row> = {
  name: 'sequence',
  key: 'h.sequence',
  id: 'h.sequence',
  direction: 'desc',
  type: 'number',
  keyOf: (row) => [row.sequence, row.sequence],
};

function toEntry({ before, after, texts, ...row }: Row): HistoryEntry {
  return { ...row, isRestored: row.isRestored === 1, ...showImages(readImages({ before, after, texts })) };
}

/** The entries of one change set, in the order they were written. */
export interface HistoryReader {
  ofChangeSet(changeSetId: ChangeSetId, limit: number): HistoryEntry[];
}

const ALL_KINDS = `h.record_kind in (${recordKindSchema.options.map((kind) => `'${kind}'`).join(', ')})`;

/**
 * Every change of every record, newest first. Of a text over 2,000 characters a list shows the passage that changed, up to
 * 2,000 characters of it.
 */
export function createHistory(database: Database, undo: UndoChangeSet): HistoryService & HistoryReader {
  const selectSet = database.sqlite.prepare<[string, number], Row>(
    `${SELECT} where h.change_set_id = ? order by h.sequence limit ?`,
  );
  const page = createPager<Row>(database);
  return {
    list({ recordKind, recordId, projectId, limit, cursor }) {
      const where: Condition[] = [];
      if (recordKind !== undefined) where.push({ sql: 'h.record_kind = ?', values: [recordKind] });
      if (recordId !== undefined) {
        // The index is by kind and id: without the kind, all kinds are asked for.
        if (recordKind === undefined) {
          where.push({ sql: ALL_KINDS, values: [] });
        }
        where.push({ sql: 'h.record_id = ?', values: [recordId] });
      }
      if (projectId !== undefined) where.push({ sql: 'h.project_id = ?', values: [projectId] });
      return page({ select: SELECT, where, order: newestFirst, limit, cursor, toItem: toEntry });
    },
    ofChangeSet: (changeSetId, limit) => selectSet.all(changeSetId, limit).map(toEntry),
    undo: (changeSetId, actor) => ({ changeSetId: undo(changeSetId, actor) }),
  };
}
