import { z } from 'zod';

export const recordKindSchema = z.enum(['client', 'project', 'task', 'checkpoint', 'note', 'comment', 'view']);
export type RecordKind = z.infer<typeof recordKindSchema>;

/** What every record has. Times are epoch milliseconds. `version` starts at 1 and grows by one with each change. */
export const recordBaseSchema = z.object({
  version: z.int().min(1),
  createdAt: z.int(),
  updatedAt: z.int(),
});

/** What an update carries beside the fields; `expectedVersion` makes a change in between a `conflict`. */
export const expectedVersionSchema = z.int().min(1).optional();

/** A pointer that screens can open. */
export const recordLinkSchema = z.object({
  kind: recordKindSchema,
  id: z.string(),
  title: z.string(),
});
export type RecordLink = z.infer<typeof recordLinkSchema>;
