import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Actor, HistoryOperation } from '../../contracts/change.ts';
import type { ChangeSetId, ConversationId, ProjectId, RunId, SuggestionId } from '../../contracts/ids.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { Suggestion, SuggestionState } from '../../contracts/suggestion.ts';

/** What one call wrote, and by whom. */
export const changeSets = sqliteTable('change_sets', {
  id: text().$type<ChangeSetId>().primaryKey(),
  actorKind: text('actor_kind').$type<Actor['kind']>().notNull(),
  /** The agent's name; null for the others. */
  actorName: text('actor_name'),
  conversationId: text('conversation_id').$type<ConversationId>(),
  at: integer().notNull(),
  /** The change set that this one took back. */
  undoes: text().$type<ChangeSetId>(),
  undoneBy: text('undone_by').$type<ChangeSetId>(),
  /** Why a suggestion was rejected, in the user's words. */
  reason: text(),
  /** It brought something back from the trash. */
  isRestore: integer('is_restore', { mode: 'boolean' }).notNull().default(false),
  /** What undoing it would need left the trash for good. */
  isExpired: integer('is_expired', { mode: 'boolean' }).notNull().default(false),
});

/** One row per change of a record. It points at no record, so that it outlives them. */
export const history = sqliteTable(
  'history',
  {
    sequence: integer().primaryKey({ autoIncrement: true }),
    changeSetId: text('change_set_id')
      .$type<ChangeSetId>()
      .notNull()
      .references(() => changeSets.id),
    recordKind: text('record_kind').$type<RecordKind>().notNull(),
    recordId: text('record_id').notNull(),
    /** The project whose activity this belongs to. */
    projectId: text('project_id').$type<ProjectId>(),
    title: text().notNull(),
    operation: text().$type<HistoryOperation>().notNull(),
    suggestionId: text('suggestion_id').$type<SuggestionId>(),
    /** JSON, without the long texts. */
    before: text(),
    after: text(),
    /** JSON: the long texts as differences, by field; null where there is none. */
    texts: text(),
  },
  (table) => [
    index('history_record').on(table.recordKind, table.recordId, table.sequence),
    index('history_project').on(table.projectId, table.sequence),
    index('history_change_set').on(table.changeSetId, table.sequence),
  ],
);

/** What the assistant proposed. A pending `create` also has its row among the records, not approved. */
export const suggestions = sqliteTable(
  'suggestions',
  {
    sequence: integer().primaryKey({ autoIncrement: true }),
    id: text().$type<SuggestionId>().notNull(),
    state: text().$type<SuggestionState>().notNull(),
    kind: text().$type<Suggestion['kind']>().notNull(),
    title: text().notNull(),
    /** JSON: ProposedChange[] */
    changes: text().notNull(),
    /** The pending record of a `create`. */
    recordKind: text('record_kind').$type<RecordKind>(),
    recordId: text('record_id'),
    projectId: text('project_id').$type<ProjectId>(),
    agent: text().notNull(),
    conversationId: text('conversation_id').$type<ConversationId>(),
    runId: text('run_id').$type<RunId>().notNull(),
    /** JSON: RecordLink */
    source: text(),
    createdAt: integer('created_at').notNull(),
    resolvedAt: integer('resolved_at'),
    reason: text(),
    changeSetId: text('change_set_id').$type<ChangeSetId>(),
    /** What it asks for, whoever asks and when: the same one does not come back after a rejection. null: made before; '': forgotten. */
    fingerprint: text(),
  },
  (table) => [
    uniqueIndex('suggestions_id').on(table.id),
    index('suggestions_state').on(table.state, table.sequence),
    index('suggestions_project').on(table.projectId, table.state, table.sequence),
    index('suggestions_conversation').on(table.conversationId, table.state, table.sequence),
    index('suggestions_record').on(table.recordKind, table.recordId),
    index('suggestions_fingerprint').on(table.fingerprint, table.state),
  ],
);

/** Which change set moved a suggestion from which state to which, so that undo can move it back. */
export const suggestionMoves = sqliteTable(
  'suggestion_moves',
  {
    changeSetId: text('change_set_id')
      .$type<ChangeSetId>()
      .notNull()
      .references(() => changeSets.id),
    suggestionId: text('suggestion_id').$type<SuggestionId>().notNull(),
    /** null: it was made. */
    fromState: text('from_state').$type<SuggestionState>(),
    toState: text('to_state').$type<SuggestionState>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.changeSetId, table.suggestionId] })],
);

/** Counts that screens show, kept with each change. A count that comes to zero has no row. */
export const counts = sqliteTable('counts', {
  key: text().primaryKey(),
  value: integer().notNull(),
});
