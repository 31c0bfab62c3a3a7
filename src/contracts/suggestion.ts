import { z } from 'zod';
import { actorKindSchema, recordJsonSchema } from './change.ts';
import { changeSetIdSchema, conversationIdSchema, projectIdSchema, runIdSchema, suggestionIdSchema } from './ids.ts';
import { pageInputSchema } from './page.ts';
import { recordKindSchema, recordLinkSchema } from './record.ts';

export const suggestionStateSchema = z.enum(['pending', 'approved', 'rejected']);
export type SuggestionState = z.infer<typeof suggestionStateSchema>;

/** One proposed change. `before` and `after` hold only the fields that differ; a create has no `before`. */
export const proposedChangeSchema = z.object({
  operation: z.enum(['create', 'update', 'delete']),
  recordKind: recordKindSchema,
  recordId: z.string(),
  /** The version it was made on; null for a create. */
  baseVersion: z.int().nullable(),
  title: z.string(),
  before: recordJsonSchema.nullable(),
  after: recordJsonSchema.nullable(),
});
export type ProposedChange = z.infer<typeof proposedChangeSchema>;

/** A record that is not what a pending suggestion was made on any more. */
export const staleRecordSchema = z.object({
  recordKind: recordKindSchema,
  recordId: z.string(),
  title: z.string(),
  /** null: it is gone. */
  version: z.int().nullable(),
  /** The fields that changed since, as they are now: those that the suggestion is about, else those changed last. */
  changed: recordJsonSchema,
  /** Who changed them last, and when; null where history does not tell. */
  changedBy: actorKindSchema.nullable(),
  changedAt: z.int().nullable(),
});
export type StaleRecord = z.infer<typeof staleRecordSchema>;

export const suggestionSchema = z.object({
  id: suggestionIdSchema,
  state: suggestionStateSchema,
  /** `create`: one new record, shown in place. `changes`: edits and deletions of what exists. */
  kind: z.enum(['create', 'changes']),
  title: z.string(),
  changes: z.array(proposedChangeSchema).min(1),
  projectId: projectIdSchema.nullable(),
  /** The agent that made it. */
  agent: z.string(),
  conversationId: conversationIdSchema.nullable(),
  runId: runIdSchema,
  /** The record that led to it, where there is one ("From Call with Nordlys"). */
  source: recordLinkSchema.nullable(),
  createdAt: z.int(),
  resolvedAt: z.int().nullable(),
  /** Why it was rejected, in the user's words. */
  reason: z.string().nullable(),
  changeSetId: changeSetIdSchema.nullable(),
  /** Set while pending if a record it is about has changed since. */
  stale: z.array(staleRecordSchema),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

/** Newest first. */
export const suggestionListInputSchema = pageInputSchema.extend({
  state: suggestionStateSchema.default('pending'),
  projectId: projectIdSchema.optional(),
  conversationId: conversationIdSchema.optional(),
});
export const suggestionApproveSchema = z.strictObject({
  id: suggestionIdSchema,
  /** Fields that the user changed before approving, of a suggestion that is one new record. */
  edits: recordJsonSchema.optional(),
  /** The same of a set, by the place of the change in it; a change that is left out does not happen. */
  changes: z
    .array(
      z.strictObject({
        index: z.int().min(0),
        edits: recordJsonSchema.optional(),
        isLeftOut: z.boolean().optional(),
      }),
    )
    .max(1_000)
    .optional(),
});

export const SUGGESTIONS_AT_ONCE_MAX = 1_000;
/** All of these that can be, in one step; the others stay as they are. */
export const suggestionApproveManySchema = z.strictObject({
  ids: z.array(suggestionIdSchema).min(1).max(SUGGESTIONS_AT_ONCE_MAX),
});
/** Brings a stale one up to its records as they are now. */
export const suggestionRefreshSchema = z.strictObject({ id: suggestionIdSchema });
export const suggestionRejectSchema = z.strictObject({
  id: suggestionIdSchema,
  reason: z.string().max(2_000).optional(),
});
