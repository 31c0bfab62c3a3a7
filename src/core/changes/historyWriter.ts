import type { Actor, HistoryOperation, RecordJson } from '../../contracts/change.ts';
import type { ChangeSetId, SuggestionId } from '../../contracts/ids.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { Database } from '../db/openDatabase.ts';
import { type Images, readImages, type StoredImages, storeImages } from './images.ts';
import { textBefore, type TextDifference } from './textDifference.ts';

export interface NewEntry {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  readonly projectId: string | null;
  readonly operation: HistoryOperation;
  readonly images: Images;
}

export interface HistoryWriter {
  insertChangeSet(
    id: ChangeSetId,
    actor: Actor,
    at: number,
    undoes: ChangeSetId | null,
    reason: string | null,
    isRestore: boolean,
  ): void;
  insertEntry(changeSetId: ChangeSetId, entry: NewEntry & { suggestionId: SuggestionId | null }): void;
  /** Notes that a change set is taken back. */
  markUndone(id: ChangeSetId, by: ChangeSetId): void;
  /**
   * Lets typing on in a note join the entry it began: what the note was before it stays, what it is after it is replaced.
   * Answers the change set joined and the fields it has come to change, or null where this is an entry of its own.
   */
  join(entry: NewEntry, actor: Actor, at: number): { changeSetId: ChangeSetId; fields: string[] } | null;
  /** Whether history knows of a record, that is: it was there once. */
  knows(kind: RecordKind, id: string): boolean;
  /** Whether the user took back what the program made by itself. */
  wasTakenBack(kind: RecordKind, id: string): boolean;
}

/** Typing goes into one entry for this long, in milliseconds, counted from its first change. */
export const JOIN_WINDOW = 10 * 60 * 1_000;
const JOINABLE_FIELDS = new Set(['title', 'content']);

interface LastEntry extends StoredImages {
  sequence: number;
  changeSetId: ChangeSetId;
  operation: HistoryOperation;
  actorKind: Actor['kind'];
  at: number;
  undoneBy: ChangeSetId | null;
  undoes: ChangeSetId | null;
  suggestionId: SuggestionId | null;
  /** How many entries its change set has. */
  size: number;
}

export function createHistoryWriter(database: Database): HistoryWriter {
  const { sqlite } = database;
  const insertSet = sqlite.prepare(
    `insert into change_sets (id, actor_kind, actor_name, conversation_id, at, undoes, reason, is_restore)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insert = sqlite.prepare(
    `insert into history (change_set_id, record_kind, record_id, project_id, title, operation, suggestion_id, before, after, texts)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const selectTakenBack = database.sqlite.prepare<[string, string], { one: number }>(
    `select 1 as one from history h join change_sets c on c.id = h.change_set_id join change_sets u on u.id = c.undoes
     where h.record_kind = ? and h.record_id = ? and h.operation = 'delete' and u.actor_kind = 'system' limit 1`,
  );
  const markUndone = sqlite.prepare<[string, string]>('update change_sets set undone_by = ? where id = ?');
  const selectKnown = sqlite.prepare<[string, string], { found: number }>(
    'select 1 as found from history where record_kind = ? and record_id = ? limit 1',
  );
  const selectLast = sqlite.prepare<[string, string], LastEntry>(
    `select h.sequence, h.change_set_id as changeSetId, h.operation, h.suggestion_id as suggestionId, h.before, h.after, h.texts,
       s.actor_kind as actorKind, s.at, s.undone_by as undoneBy, s.undoes,
       (select count(*) from history where change_set_id = s.id) as size
     from history h join change_sets s on s.id = h.change_set_id
     where h.record_kind = ? and h.record_id = ? order by h.sequence desc limit 1`,
  );
  const replace = sqlite.prepare('update history set title = ?, before = ?, after = ?, texts = ? where sequence = ?');

  return {
    insertChangeSet(id, actor, at, undoes, reason, isRestore) {
      const [name, conversationId] = actor.kind === 'agent' ? [actor.name, actor.conversationId] : [null, null];
      insertSet.run(id, actor.kind, name, conversationId, at, undoes, reason, Number(isRestore));
    },
    insertEntry(changeSetId, { kind, id, projectId, title, operation, suggestionId, images }) {
      const { before, after, texts } = storeImages(images);
      insert.run(changeSetId, kind, id, projectId, title, operation, suggestionId, before, after, texts);
    },
    markUndone: (id, by) => void markUndone.run(by, id),
    join({ kind, id, title, images }, actor, at) {
      if (kind !== 'note' || actor.kind === 'agent' || !hasOnlyTyping(images)) return null;
      const last = selectLast.get(kind, id);
      if (last === undefined || !mayBeJoined(last, actor, at)) return null;
      const began = readImages(last);
      if (!hasOnlyTyping(began) || !Object.keys(began.texts).every((key) => JOINABLE_FIELDS.has(key))) return null;
      // A long text that the entry began from is made from the one it had come to, which is the one before this change.
      const whole: RecordJson = {};
      const kept: Record<string, TextDifference> = {};
      for (const [key, difference] of Object.entries(began.texts)) {
        const text = images.before?.[key];
        if (typeof text === 'string') whole[key] = textBefore(difference, text);
        else kept[key] = difference;
      }
      const stored = storeImages(
        { before: { ...images.before, ...began.before, ...whole }, after: { ...began.after, ...images.after } },
        kept,
      );
      replace.run(title, stored.before, stored.after, stored.texts, last.sequence);
      const fields = [
        ...Object.keys(began.after ?? {}),
        ...Object.keys(began.texts),
        ...Object.keys(images.after ?? {}),
      ];
      return { changeSetId: last.changeSetId, fields: [...new Set(fields)] };
    },
    knows: (kind, id) => selectKnown.get(kind, id) !== undefined,
    wasTakenBack: (kind, id) => selectTakenBack.get(kind, id) !== undefined,
  };
}

function hasOnlyTyping({ before, after }: Images): boolean {
  return [...Object.keys(before ?? {}), ...Object.keys(after ?? {})].every((key) => JOINABLE_FIELDS.has(key));
}

function mayBeJoined(last: LastEntry, actor: Actor, at: number): boolean {
  return (
    last.operation === 'update' &&
    last.actorKind === actor.kind &&
    last.undoneBy === null &&
    last.undoes === null &&
    last.suggestionId === null &&
    last.size === 1 &&
    at >= last.at &&
    at - last.at < JOIN_WINDOW
  );
}
