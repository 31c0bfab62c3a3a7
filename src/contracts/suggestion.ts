import { z } from 'zod';
import { recordJsonSchema } from './change.ts';
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
  stale: z.array(
    z.object({ recordKind: recordKindSchema, recordId: z.string(), title: z.string(), version: z.int().nullable() }),
  ),
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
  /** Fields that the user changed before approving; only for one that creates a record. */
  edits: recordJsonSchema.optional(),
});
export const suggestionRejectSchema = z.strictObject({
  id: suggestionIdSchema,
  reason: z.string().max(2_000).optional(),
});
