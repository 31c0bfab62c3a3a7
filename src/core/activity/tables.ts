import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ActivityItem, ActivityOperation, ActivityType } from '../../contracts/activity.ts';
import type { ChangeSetId, ConversationId, ProjectId, SuggestionId } from '../../contracts/ids.ts';
import type { RecordKind } from '../../contracts/record.ts';

/**
 * What the activity screen lists, one row each: change sets, tool runs, briefs. Rows are added and stay; only a title goes
 * empty once its record has left the trash.
 */
export const activity = sqliteTable(
  'activity',
  {
    /** From 1 on without a gap: the newest one says how many there are. */
    sequence: integer().primaryKey(),
    at: integer().notNull(),
    type: text().$type<ActivityType>().notNull(),
    actorKind: text('actor_kind').$type<ActivityItem['actorKind']>().notNull(),
    actorName: text('actor_name'),
    conversationId: text('conversation_id').$type<ConversationId>(),
    projectId: text('project_id').$type<ProjectId>(),
    changeSetId: text('change_set_id').$type<ChangeSetId>(),
    suggestionId: text('suggestion_id').$type<SuggestionId>(),
    operation: text().$type<ActivityOperation>(),
    recordKind: text('record_kind').$type<RecordKind>(),
    recordId: text('record_id'),
    title: text().notNull(),
    /** JSON: names of fields; null where there is none. */
    fields: text(),
    recordCount: integer('record_count').notNull(),
    /** The run and its step, so that a step which is repeated after a crash has one row. */
    runId: text('run_id'),
    stepId: text('step_id'),
    toolName: text('tool_name'),
    toolFound: integer('tool_found'),
    toolDuration: integer('tool_duration'),
    toolError: text('tool_error'),
  },
  // An index ends in the row's sequence by itself: each serves its filter in the order of the list.
  (table) => [
    index('activity_at').on(table.at),
    index('activity_actor').on(table.actorKind, table.at),
    index('activity_agent')
      .on(table.actorName, table.at)
      .where(sql`actor_name is not null`),
    index('activity_kind')
      .on(table.recordKind, table.at)
      .where(sql`record_kind is not null`),
    index('activity_project')
      .on(table.projectId, table.at)
      .where(sql`project_id is not null`),
    index('activity_conversation')
      .on(table.conversationId, table.at)
      .where(sql`conversation_id is not null`),
    index('activity_tools')
      .on(table.at)
      .where(sql`type <> 'change'`),
    uniqueIndex('activity_change_set')
      .on(table.changeSetId)
      .where(sql`change_set_id is not null`),
    uniqueIndex('activity_step')
      .on(table.runId, table.stepId)
      .where(sql`run_id is not null`),
  ],
);
