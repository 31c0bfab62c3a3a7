import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { BriefKind, BriefSection } from '../../contracts/brief.ts';
import type { Message } from '../../contracts/conversation.ts';
import type { SecretBackend } from '../../contracts/provider.ts';
import type { ConfiguredKind } from '../../contracts/providerKinds.ts';
import type { RecordKind } from '../../contracts/record.ts';

/** Configured providers. Their keys lie behind the secrets port, never here. `offline` has no row. */
export const providers = sqliteTable('providers', {
  id: text().primaryKey(),
  kind: text().$type<ConfiguredKind>().notNull(),
  name: text().notNull(),
  /** As typed. */
  baseUrl: text('base_url').notNull(),
  /** What a test found has to follow `baseUrl`, `/v1` or nothing. */
  apiPath: text('api_path').notNull().default(''),
  model: text().notNull(),
  /** For routing, names and summaries; null: the model above. */
  smallModel: text('small_model'),
  /** Seconds until the first piece of an answer; null: as long as any provider has. */
  timeout: integer(),
  isDefault: integer('is_default', { mode: 'boolean' }).notNull(),
  /** Its place among those that are asked when the default one fails; null: only when it is chosen. */
  fallbackOrder: integer('fallback_order'),
  /** What a test found that the model can do: ModelCapabilities. */
  capabilities: text({ mode: 'json' }).$type<unknown>(),
  keyBackend: text('key_backend').$type<SecretBackend>(),
  lastTestAt: integer('last_test_at'),
  lastTestDuration: integer('last_test_duration'),
  lastTestError: text('last_test_error'),
  createdAt: integer('created_at').notNull(),
});

export const conversations = sqliteTable(
  'conversations',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    /** Who named it: nobody (it is called as its question begins), the model or the user. What the user wrote stays. */
    titledBy: text('titled_by').$type<'question' | 'model' | 'user'>().notNull().default('question'),
    isPinned: integer('is_pinned', { mode: 'boolean' }).notNull().default(false),
    scopeKind: text('scope_kind').notNull(),
    /** null: the whole workspace */
    scopeId: text('scope_id'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [index('conversations_recent').on(table.isPinned, table.updatedAt, table.id)],
);

export const messages = sqliteTable(
  'messages',
  {
    /** The order within a conversation: ids of users' messages come from outside and do not sort. */
    sequence: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    role: text().$type<Message['role']>().notNull(),
    content: text().notNull(),
    state: text().$type<Message['state']>().notNull(),
    runId: text('run_id'),
    agent: text(),
    steps: text({ mode: 'json' }).$type<unknown>().notNull(),
    sources: text({ mode: 'json' }).$type<unknown>().notNull(),
    suggestionIds: text('suggestion_ids', { mode: 'json' }).$type<unknown>().notNull(),
    /** What the user put beside the question. */
    attachments: text({ mode: 'json' }).$type<unknown>().notNull().default([]),
    provider: text(),
    model: text(),
    inputTokens: integer('input_tokens'),
    outputTokens: integer('output_tokens'),
    /** The providers that failed before the one that answered. */
    fallbacks: text({ mode: 'json' }).$type<unknown>().notNull().default([]),
    error: text({ mode: 'json' }).$type<unknown>(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('messages_id').on(table.id),
    index('messages_of_conversation').on(table.conversationId, table.sequence),
  ],
);

/** One answer being made, or made. A row that says `running` at start was cut off and goes on from its checkpoint. */
export const runs = sqliteTable(
  'runs',
  {
    id: text().primaryKey(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    /** What the user sent. One message starts one run, however often it is sent. */
    messageId: text('message_id').notNull(),
    /** The message that the answer is kept in. */
    answerId: text('answer_id').notNull(),
    state: text().$type<'running' | 'done' | 'stopped' | 'failed'>().notNull(),
    scopeKind: text('scope_kind').notNull(),
    scopeId: text('scope_id'),
    startedAt: integer('started_at').notNull(),
    /** The user's day then: what "tomorrow" counts from, also when the run goes on days later. */
    today: text().notNull(),
    /** Who is asked; null for the offline provider. A run that goes on asks the same one. */
    providerId: text('provider_id'),
    /** Those that failed before it. */
    fallbacks: text({ mode: 'json' }).$type<unknown>().notNull().default([]),
    /** The agent that the user chose; null where the question is routed. */
    pinnedAgent: text('pinned_agent'),
    /** The model that the user chose for this answer; null: the provider's own. */
    chosenModel: text('chosen_model'),
    /** How often it was taken up, so that a run which ends the process does not do so for ever. */
    attempts: integer().notNull(),
  },
  (table) => [
    uniqueIndex('runs_message').on(table.messageId),
    index('runs_of_conversation').on(table.conversationId),
    index('runs_by_state').on(table.state),
  ],
);

/** What a run has said, text in pieces of up to a second. The last event, `ended`, is the answer's own row. */
export const runEvents = sqliteTable(
  'run_events',
  {
    runId: text('run_id')
      .notNull()
      .references(() => runs.id, { onDelete: 'cascade' }),
    sequence: integer().notNull(),
    event: text({ mode: 'json' }).$type<unknown>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.sequence] })],
);

/** LangGraph's checkpoints, in the columns its SQLite checkpointer expects; here they go with their run. */
export const runCheckpoints = sqliteTable(
  'run_checkpoints',
  {
    threadId: text('thread_id')
      .notNull()
      .references(() => runs.id, { onDelete: 'cascade' }),
    checkpointNs: text('checkpoint_ns').notNull().default(''),
    checkpointId: text('checkpoint_id').notNull(),
    parentCheckpointId: text('parent_checkpoint_id'),
    type: text(),
    checkpoint: blob(),
    metadata: blob(),
  },
  (table) => [primaryKey({ columns: [table.threadId, table.checkpointNs, table.checkpointId] })],
);

export const runCheckpointWrites = sqliteTable(
  'run_checkpoint_writes',
  {
    threadId: text('thread_id')
      .notNull()
      .references(() => runs.id, { onDelete: 'cascade' }),
    checkpointNs: text('checkpoint_ns').notNull().default(''),
    checkpointId: text('checkpoint_id').notNull(),
    taskId: text('task_id').notNull(),
    idx: integer().notNull(),
    channel: text().notNull(),
    type: text(),
    value: blob(),
  },
  (table) => [
    primaryKey({ columns: [table.threadId, table.checkpointNs, table.checkpointId, table.taskId, table.idx] }),
  ],
);

/** Briefs, kept by kind and day: of a weekly review, the Monday. */
export const briefs = sqliteTable(
  'briefs',
  {
    kind: text().$type<BriefKind>().notNull(),
    day: text().notNull(),
    brief: text({ mode: 'json' }).$type<unknown>().notNull(),
    generatedAt: integer('generated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.day] }), index('briefs_recent').on(table.generatedAt)],
);

/** What the user wants to read less of. A row that is older than what it is counted for goes with the next one. */
export const briefDismissals = sqliteTable(
  'brief_dismissals',
  {
    section: text().$type<BriefSection>().notNull(),
    recordKind: text('record_kind').$type<RecordKind>().notNull(),
    recordId: text('record_id').notNull(),
    dismissedAt: integer('dismissed_at').notNull(),
    /** Its line is left out until then. */
    until: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.section, table.recordKind, table.recordId] })],
);

/** For each kind that is written at a set time: that time, and the last day that it was seen to. */
export const briefSchedule = sqliteTable('brief_schedule', {
  kind: text().$type<BriefKind>().primaryKey(),
  at: text().notNull(),
  day: text().notNull(),
});
