import { z } from 'zod';
import { checkpointIdSchema, projectIdSchema } from './ids.ts';
import { pageInputSchema, pendingSchema } from './page.ts';
import { expectedVersionSchema, recordBaseSchema } from './record.ts';
import { daySchema, titleSchema } from './text.ts';

const fields = {
  title: titleSchema,
  projectId: projectIdSchema,
  date: daySchema,
  isDone: z.boolean(),
};

export const checkpointSchema = recordBaseSchema.extend({
  id: checkpointIdSchema,
  ...fields,
  isAiSuggested: z.boolean(),
  isApproved: z.boolean(),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

export const checkpointCreateSchema = z
  .strictObject({ id: checkpointIdSchema.optional(), ...fields })
  .partial({ isDone: true });
export type CheckpointCreate = z.input<typeof checkpointCreateSchema>;

export const checkpointUpdateSchema = z
  .strictObject({ id: checkpointIdSchema, expectedVersion: expectedVersionSchema })
  .extend(z.strictObject(fields).partial().shape);
export type CheckpointUpdate = z.input<typeof checkpointUpdateSchema>;

/** Ordered by date, then id. */
export const checkpointListInputSchema = pageInputSchema.extend({
  projectId: projectIdSchema.optional(),
  isDone: z.boolean().optional(),
  /** Days, both ends included. */
  from: daySchema.optional(),
  to: daySchema.optional(),
  pending: pendingSchema.default('exclude'),
});
export type CheckpointListInput = z.input<typeof checkpointListInputSchema>;
