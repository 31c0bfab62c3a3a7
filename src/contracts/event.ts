import { z } from 'zod';
import { recordJsonSchema } from './change.ts';
import { conversationIdSchema, runIdSchema } from './ids.ts';
import { recordKindSchema } from './record.ts';

/** What happened in the workspace, for everything on screen. Sent after the transaction that did it. */
export const workspaceEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('recordsChanged'),
    records: z.array(
      z.object({
        kind: recordKindSchema,
        id: z.string(),
        operation: z.enum(['create', 'update', 'delete']),
        projectId: z.string().nullable(),
        version: z.int(),
        /** Of an update of few records without long texts: every changed field as it is now, for showing it at once. */
        fields: recordJsonSchema.optional(),
      }),
    ),
  }),
  z.object({ type: z.literal('suggestionsChanged') }),
  z.object({ type: z.literal('settingsChanged') }),
  z.object({ type: z.literal('providersChanged') }),
  z.object({ type: z.literal('conversationChanged'), conversationId: conversationIdSchema }),
  z.object({ type: z.literal('runStarted'), conversationId: conversationIdSchema, runId: runIdSchema }),
  z.object({ type: z.literal('runEnded'), conversationId: conversationIdSchema, runId: runIdSchema }),
  z.object({ type: z.literal('briefChanged') }),
  /** To be said in every window, where the system shows no notifications. `route` is a path of the app. */
  z.object({ type: z.literal('notified'), title: z.string(), body: z.string(), route: z.string() }),
  z.object({ type: z.literal('indexChanged') }),
  z.object({ type: z.literal('trashChanged') }),
  /** A tool ran. Every change is told by `recordsChanged`, a brief by `briefChanged`. */
  z.object({ type: z.literal('activityChanged') }),
]);
export type WorkspaceEvent = z.infer<typeof workspaceEventSchema>;
export type RecordsChanged = Extract<WorkspaceEvent, { type: 'recordsChanged' }>;
export type ChangedRecord = RecordsChanged['records'][number];
