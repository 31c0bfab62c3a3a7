import { z } from 'zod';
import { changeSetIdSchema, conversationIdSchema, runIdSchema, suggestionIdSchema } from './ids.ts';
import { pageInputSchema } from './page.ts';
import { recordKindSchema } from './record.ts';

/**
 * Who writes. Only `user` and `api` (a script with the user's token) change records; what any other actor brings to the
 * write boundary becomes a suggestion.
 */
export const actorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user') }),
  z.object({ kind: z.literal('api') }),
  /** The program itself, on the user's behalf: text kept from a crash, say. */
  z.object({ kind: z.literal('system') }),
  z.object({
    kind: z.literal('agent'),
    /** The agent's name: `project`, `knowledge`, `planner`, `general`. */
    name: z.string().min(1),
    conversationId: conversationIdSchema.nullable(),
    runId: runIdSchema,
    toolCallId: z.string().min(1),
  }),
]);
export type Actor = z.infer<typeof actorSchema>;

export const actorKindSchema = z.enum(['user', 'api', 'system', 'agent']);

/** A record's fields as history keeps them: JSON, whole for a create or delete, only what changed for an update. */
export const recordJsonSchema = z.record(z.string(), z.json());
export type RecordJson = z.infer<typeof recordJsonSchema>;

/** `suggest`, `approve`, `reject`: a pending record came, became real, went. */
export const historyOperationSchema = z.enum(['create', 'update', 'delete', 'suggest', 'approve', 'reject']);
export type HistoryOperation = z.infer<typeof historyOperationSchema>;

/** One change of one record: the unit of history. */
export const historyEntrySchema = z.object({
  /** Grows with each change; the cursor of history lists. */
  sequence: z.int(),
  changeSetId: changeSetIdSchema,
  recordKind: recordKindSchema,
  recordId: z.string(),
  /** What the record was called right after (before, for a delete). */
  title: z.string(),
  operation: historyOperationSchema,
  before: recordJsonSchema.nullable(),
  after: recordJsonSchema.nullable(),
  actorKind: actorKindSchema,
  /** The agent's name; null for the others. */
  actorName: z.string().nullable(),
  conversationId: conversationIdSchema.nullable(),
  suggestionId: suggestionIdSchema.nullable(),
  at: z.int(),
  /** The change set that undid this one, or null. */
  undoneBy: changeSetIdSchema.nullable(),
  /** It came back from the trash; `operation` is `create`. */
  isRestored: z.boolean(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** Newest first. */
export const historyListInputSchema = pageInputSchema.extend({
  recordKind: recordKindSchema.optional(),
  recordId: z.string().optional(),
  /** What happened to a project, its tasks, checkpoints and notes. */
  projectId: z.string().optional(),
});

/** What a write answers beside the record: enough for a toast with Undo. */
export const appliedSchema = z.object({ changeSetId: changeSetIdSchema });
export type Applied = z.infer<typeof appliedSchema>;
