import type { Actor } from '../../contracts/change.ts';
import type { ChangeSetId } from '../../contracts/ids.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { Counts } from '../changes/counts.ts';
import type { Database } from '../db/openDatabase.ts';
import { excerptOf } from '../records/excerpt.ts';
import type { AnyRecord } from '../records/recordStore.ts';
import { hangsOn } from './hangsOn.ts';

/** A record that a change set deleted. */
export interface Deleted {
  readonly kind: RecordKind;
  readonly record: AnyRecord;
  readonly title: string;
  readonly projectId: string | null;
  /** False for what waited for approval, and where only its making was undone: that does not lie in the trash. */
  readonly isKept: boolean;
}

/** The rows of the trash, written in the transaction that deletes or brings back. */
export interface TrashRows {
  /** Puts in what was deleted: one row for each record that did not go because it hung on another. Answers how many. */
  put(deleted: readonly Deleted[], changeSetId: ChangeSetId, actor: Actor, at: number): number;
  /** A record is there again. Answers whether it lay in the trash. */
  remove(kind: RecordKind, id: string): boolean;
}

/** Key of the kept count of what lies in the trash. */
export const TRASH_COUNT_KEY = 'trash';

export function createTrashRows(database: Database, counts: Counts): TrashRows {
  const { sqlite } = database;
  const insert = sqlite.prepare(
    `insert into trash (record_kind, record_id, title, project_id, deleted_at, child_count, actor_kind, actor_name, change_set_id)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const remove = sqlite.prepare<[string, string]>('delete from trash where record_kind = ? and record_id = ?');

  return {
    put(deleted, changeSetId, actor, at) {
      const byKey = new Map(deleted.map((item) => [keyOf(item.kind, item.record.id), item]));
      const childCounts = new Map<Deleted, number>();
      for (const item of byKey.values()) {
        const root = rootOf(item, byKey);
        childCounts.set(root, (childCounts.get(root) ?? 0) + (root === item || !item.isKept ? 0 : 1));
      }
      let count = 0;
      for (const [root, childCount] of childCounts) {
        if (!root.isKept) continue;
        const { kind, record, projectId } = root;
        const title = kind === 'comment' && 'body' in record ? excerptOf(record.body) : root.title;
        const name = actor.kind === 'agent' ? actor.name : null;
        insert.run(kind, record.id, title, projectId, at, childCount, actor.kind, name, changeSetId);
        counts.move([], [TRASH_COUNT_KEY]);
        count += 1;
      }
      return count;
    },
    remove(kind, id) {
      if (remove.run(kind, id).changes === 0) return false;
      counts.move([TRASH_COUNT_KEY], []);
      return true;
    },
  };
}

const keyOf = (kind: RecordKind, id: string): string => `${kind} ${id}`;

/** What an item went with in the end: the task of a comment, that task's project. */
function rootOf(item: Deleted, byKey: ReadonlyMap<string, Deleted>): Deleted {
  const parent = hangsOn(item.kind, item.record);
  const above = parent === null ? undefined : byKey.get(keyOf(parent.kind, parent.id));
  return above === undefined ? item : rootOf(above, byKey);
}
