import { z } from 'zod';
import { changeSetIdSchema, projectIdSchema } from './ids.ts';
import { pageInputSchema } from './page.ts';
import { recordKindSchema } from './record.ts';

/** How long what was deleted lies in the trash. */
export const TRASH_DAYS = 30;

/** Something that was deleted. What hung on it, a project's tasks say, lies with it and has no item of its own. */
export const trashItemSchema = z.object({
  kind: recordKindSchema,
  id: z.string(),
  /** Its title or name; of a comment the beginning of its text. */
  title: z.string(),
  projectId: projectIdSchema.nullable(),
  deletedAt: z.int(),
  /** When it goes for good. */
  expiresAt: z.int(),
  /** How many records were deleted with it. */
  childCount: z.int(),
  actorKind: z.enum(['user', 'api', 'system', 'agent']),
  actorName: z.string().nullable(),
  changeSetId: changeSetIdSchema,
});
export type TrashItem = z.infer<typeof trashItemSchema>;

/** Last deleted first. */
export const trashListInputSchema = pageInputSchema;

export const trashItemsInputSchema = z.strictObject({
  items: z
    .array(z.strictObject({ kind: recordKindSchema, id: z.string().max(100) }))
    .min(1)
    .max(1_000),
});

/** A link that could not come back, since what it named is gone or was changed since. `field` of the record `kind`, `id`. */
export const droppedLinkSchema = z.object({
  kind: recordKindSchema,
  id: z.string(),
  title: z.string(),
  field: z.string(),
});
export type DroppedLink = z.infer<typeof droppedLinkSchema>;

/** `count`: how many items came back; what hung on them is not counted. */
export const trashRestoredSchema = z.object({
  changeSetId: changeSetIdSchema,
  count: z.int(),
  dropped: z.array(droppedLinkSchema),
});
export type TrashRestored = z.infer<typeof trashRestoredSchema>;
