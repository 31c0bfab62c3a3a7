import { z } from 'zod';
import { historyEntrySchema, historyOperationSchema } from './change.ts';
import { changeSetIdSchema, conversationIdSchema, projectIdSchema, suggestionIdSchema } from './ids.ts';
import { pageInputSchema } from './page.ts';
import { recordKindSchema } from './record.ts';
import { suggestionStateSchema } from './suggestion.ts';
import { daySchema } from './text.ts';

/** A change set, a tool run of the assistant, a brief that was written. */
export const activityTypeSchema = z.enum(['change', 'tool', 'brief']);
export type ActivityType = z.infer<typeof activityTypeSchema>;

/** What a change set did. `restore`: what was deleted came back from the trash. */
export const activityOperationSchema = z.enum([...historyOperationSchema.options, 'restore']);
export type ActivityOperation = z.infer<typeof activityOperationSchema>;

export const activityActorSchema = z.enum(['user', 'api', 'system', 'agent']);

/** A tool run: a tool's name, how many records it found or proposed, how long it took, and why it failed. */
export const activityToolSchema = z.object({
  name: z.string(),
  found: z.int().nullable(),
  /** Milliseconds. */
  duration: z.int().nullable(),
  /** A code: one of the error codes, `unknownTool`, `malformedArguments` or `stopped`; null where it did not fail. */
  error: z.string().nullable(),
});

export const activityItemSchema = z.object({
  /** Names the row; grows with each. */
  sequence: z.int(),
  at: z.int(),
  type: activityTypeSchema,
  actorKind: activityActorSchema,
  /** The agent's name; null for the others, and for what the assistant did before it chose an agent. */
  actorName: z.string().nullable(),
  conversationId: conversationIdSchema.nullable(),
  /** null where there is no conversation, or it was deleted. */
  conversationTitle: z.string().nullable(),
  projectId: projectIdSchema.nullable(),
  changeSetId: changeSetIdSchema.nullable(),
  /** null where several records were changed in different ways. */
  operation: activityOperationSchema.nullable(),
  /** The kind of the record, or of all records; null where they are of several kinds. */
  recordKind: recordKindSchema.nullable(),
  /** null where several records were changed. What hung on a deleted one does not make it several. */
  recordId: z.string().nullable(),
  /**
   * What the record was called; of several the first; a brief's day, of a weekly review Monday and Sunday with a slash between
   * them. Empty once it is gone from the trash.
   */
  title: z.string(),
  /** The names of the fields that changed, where one record was edited. */
  fields: z.array(z.string()),
  /** What the edit of one record set them to, as far as that is short: a status, a date, another project. */
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** How many records it touched, with what hung on them; for a brief, how many it was made from. */
  recordCount: z.int(),
  undoes: changeSetIdSchema.nullable(),
  undoneBy: changeSetIdSchema.nullable(),
  /**
   * Whether undo is worth offering: in force, not a mere proposal, and what it needs is still kept. Undo itself refuses
   * where something changed since; `activity.get` has tried that too.
   */
  canUndo: z.boolean(),
  /** The suggestion it made, approved or rejected. */
  suggestion: z.object({ id: suggestionIdSchema, state: suggestionStateSchema, agent: z.string() }).nullable(),
  /** What it took back, where it is an undo. */
  undid: z
    .object({ operation: activityOperationSchema.nullable(), title: z.string(), recordCount: z.int() })
    .nullable(),
  tool: activityToolSchema.nullable(),
});
export type ActivityItem = z.infer<typeof activityItemSchema>;

/** Filters hold together. `from` and `to` are days in the machine's time zone, both included. */
const filter = {
  who: activityActorSchema.optional(),
  /** The agent's name. */
  agent: z.string().max(200).optional(),
  /** `tools`: tool runs and briefs. */
  what: z.enum(['all', 'changes', 'tools']).default('all'),
  recordKind: recordKindSchema.optional(),
  projectId: projectIdSchema.optional(),
  conversationId: conversationIdSchema.optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
};
export const activityFilterSchema = z.object(filter);
export type ActivityFilter = z.infer<typeof activityFilterSchema>;

/** Newest first. */
export const activityListInputSchema = pageInputSchema.extend(filter);
export const activityGetSchema = z.strictObject({ sequence: z.int().min(1) });
export const activityCountSchema = z.object({ matching: z.int(), total: z.int() });
export type ActivityCount = z.infer<typeof activityCountSchema>;

/** A row with its changes, the first hundred of them, and where they come from. */
export const activityDetailSchema = activityItemSchema.extend({
  entries: z.array(historyEntrySchema),
  suggestedAt: z.int().nullable(),
  approvedAt: z.int().nullable(),
  suggestionTitle: z.string().nullable(),
});
export type ActivityDetail = z.infer<typeof activityDetailSchema>;

/** `cursor` is what the last page's `nextCursor` said. */
export const activityCsvInputSchema = z.object({ ...filter, cursor: pageInputSchema.shape.cursor });
