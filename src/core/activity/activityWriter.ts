import { z } from 'zod';
import type { ActivityItem, ActivityOperation } from '../../contracts/activity.ts';
import type { Actor } from '../../contracts/change.ts';
import type { Scope, Step } from '../../contracts/conversation.ts';
import type { WorkspaceEvent } from '../../contracts/event.ts';
import type { ChangeSetId, ConversationId, RunId, SuggestionId } from '../../contracts/ids.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { SuggestionState } from '../../contracts/suggestion.ts';
import type { Database } from '../db/openDatabase.ts';
import type { Clock } from '../ports.ts';
import type { RecordStores } from '../records/createRecords.ts';
import { type Summary, summarizeChanges, type WrittenEntry } from './summarizeChanges.ts';

/** A change set that was written. */
export interface ChangeActivity {
  readonly changeSetId: ChangeSetId;
  readonly actor: Actor;
  readonly at: number;
  readonly undoes: ChangeSetId | null;
  readonly isRestore: boolean;
  /** The suggestion that it made, approved or rejected, and where that went. */
  readonly suggestionId: SuggestionId | null;
  readonly suggestionState: SuggestionState | null;
  readonly entries: readonly WrittenEntry[];
}

/** A step of a run that came to its end. */
export interface ToolActivity {
  readonly runId: RunId;
  readonly conversationId: ConversationId;
  readonly scope: Scope;
  /** null before one was chosen. */
  readonly agent: string | null;
  readonly step: Step;
}

/** Adds rows to the activity, each in the transaction of what it tells. */
export interface ActivityWriter {
  addChange(change: ChangeActivity): void;
  /** Typing on in a note joins the row it began, which stays where it is and goes by the note's new title. */
  join(changeSetId: ChangeSetId, title: string, fields: readonly string[]): void;
  /** Lets the row of a change set forget what a record was called; of several records it goes by the first. */
  scrub(changeSetId: ChangeSetId, recordId: string, title: string): void;
  /** A step has one row, however often it is repeated. */
  addTool(tool: ToolActivity): void;
  /** `period`: its day, or of a weekly review both ends with a slash between them. */
  addBrief(brief: { period: string; recordCount: number; at: number }): void;
}

interface StoredSummary {
  operation: ActivityOperation | null;
  recordKind: RecordKind | null;
  recordId: string | null;
  title: string;
  projectId: string | null;
  fields: string | null;
  conversationId: ConversationId | null;
  suggestionId: SuggestionId | null;
}

export interface ActivityWriterParts {
  readonly database: Database;
  readonly stores: RecordStores;
  readonly clock: Clock;
  readonly events: { emit(event: WorkspaceEvent): void };
}

export function createActivityWriter({ database, stores, clock, events }: ActivityWriterParts): ActivityWriter {
  const { sqlite } = database;
  const insertChange = sqlite.prepare(
    `insert into activity (at, type, actor_kind, actor_name, conversation_id, project_id, change_set_id, suggestion_id, operation,
       record_kind, record_id, title, fields, record_count)
     values (?, 'change', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertTool = sqlite.prepare(
    `insert into activity (at, type, actor_kind, actor_name, conversation_id, project_id, title, record_count, run_id, step_id,
       tool_name, tool_found, tool_duration, tool_error)
     values (?, 'tool', 'agent', ?, ?, ?, '', 0, ?, ?, ?, ?, ?, ?)`,
  );
  const insertBrief = sqlite.prepare<[number, string, number]>(
    `insert into activity (at, type, actor_kind, actor_name, title, record_count) values (?, 'brief', 'agent', 'general', ?, ?)`,
  );
  const selectStep = sqlite.prepare<[string, string], { found: number }>(
    'select 1 as found from activity where run_id = ? and step_id = ?',
  );
  const selectUndone = sqlite.prepare<[string], StoredSummary>(
    `select operation, record_kind as recordKind, record_id as recordId, title, project_id as projectId, fields,
       conversation_id as conversationId, suggestion_id as suggestionId
     from activity where change_set_id = ?`,
  );
  const selectSuggestion = sqlite.prepare<[string], { title: string; conversationId: ConversationId | null }>(
    'select title, conversation_id as conversationId from suggestions where id = ?',
  );
  const rename = sqlite.prepare<[string, string, string, string, string]>(
    'update activity set title = ?, fields = ? where change_set_id = ? and (title <> ? or fields is not ?)',
  );

  const forget = sqlite.prepare<[string, string, string]>(
    `update activity set title = '' where change_set_id = ? and (record_id = ? or (record_id is null and title = ?))`,
  );

  return {
    addChange({ changeSetId, actor, at, undoes, isRestore, suggestionId, suggestionState, entries }) {
      const undone = undoes === null || isRestore ? undefined : selectUndone.get(undoes);
      const about = suggestionId ?? undone?.suggestionId ?? null;
      const suggestion = suggestionId === null ? undefined : selectSuggestion.get(suggestionId);
      const summary = summarizeChanges(entries, {
        operation: isRestore ? 'restore' : undoes === null ? operationOf(suggestionState) : null,
        title: suggestion?.title ?? null,
        undone: undone === undefined ? null : readSummary(undone),
      });
      const conversationId =
        actor.kind === 'agent' ? actor.conversationId : (suggestion?.conversationId ?? undone?.conversationId ?? null);
      insertChange.run(
        at,
        actor.kind,
        actor.kind === 'agent' ? actor.name : null,
        conversationId,
        summary.projectId,
        changeSetId,
        about,
        summary.operation,
        summary.recordKind,
        summary.recordId,
        summary.title,
        writeFields(summary.fields),
        summary.recordCount,
      );
    },
    join(changeSetId, title, names) {
      const fields = JSON.stringify(names);
      rename.run(title, fields, changeSetId, title, fields);
    },
    scrub: (changeSetId, recordId, title) => void forget.run(changeSetId, recordId, title),
    addTool({ runId, conversationId, scope, agent, step }) {
      if (selectStep.get(runId, step.id) !== undefined) return;
      insertTool.run(
        clock.now(),
        agent,
        conversationId,
        projectOfScope(stores, scope),
        runId,
        step.id,
        step.tool,
        step.count,
        step.duration,
        step.state === 'failed' ? (step.error ?? 'failed') : null,
      );
      database.afterCommit(() => events.emit({ type: 'activityChanged' }));
    },
    addBrief({ period, recordCount, at }) {
      insertBrief.run(at, period, recordCount);
    },
  };
}

const fieldsSchema = z.array(z.string());
export const readFields = (json: string | null): string[] =>
  json === null ? [] : fieldsSchema.parse(JSON.parse(json));
const writeFields = (fields: readonly string[]): string | null => (fields.length === 0 ? null : JSON.stringify(fields));

function readSummary({
  operation,
  recordKind,
  recordId,
  title,
  projectId,
  fields,
}: StoredSummary): Omit<Summary, 'recordCount'> {
  return { operation, recordKind, recordId, title, projectId, fields: readFields(fields) };
}

function operationOf(state: SuggestionState | null): ActivityItem['operation'] {
  switch (state) {
    case 'pending':
      return 'suggest';
    case 'approved':
      return 'approve';
    case 'rejected':
      return 'reject';
    case null:
      return null;
  }
}

/** The project that a run was asked about, itself or by one of its records. */
function projectOfScope(stores: RecordStores, scope: Scope): string | null {
  if (scope.kind === 'workspace') return null;
  const record = stores[scope.kind].read(scope.id);
  return record === null ? null : stores[scope.kind].projectIdOf(record);
}
