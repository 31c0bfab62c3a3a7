import { z } from 'zod';
import { checkpointIdSchema, clientIdSchema, projectIdSchema } from './ids.ts';
import { pageInputSchema } from './page.ts';
import { expectedVersionSchema, recordBaseSchema } from './record.ts';
import { colorSchema, daySchema, markdownSchema, nameSchema } from './text.ts';

export const projectStatusSchema = z.enum(['active', 'archived']);
export type ProjectStatus = z.infer<typeof projectStatusSchema>;

const fields = {
  name: nameSchema,
  description: markdownSchema,
  clientId: clientIdSchema.nullable(),
  color: colorSchema,
  status: projectStatusSchema,
  isPinned: z.boolean(),
};

export const projectSchema = recordBaseSchema.extend({
  id: projectIdSchema,
  ...fields,
  /** When it was archived last; null while active. */
  archivedAt: z.int().nullable(),
});
export type Project = z.infer<typeof projectSchema>;

export const projectCreateSchema = z.strictObject({ id: projectIdSchema.optional(), ...fields }).partial({
  description: true,
  clientId: true,
  color: true,
  status: true,
  isPinned: true,
});
export type ProjectCreate = z.input<typeof projectCreateSchema>;

export const projectUpdateSchema = z
  .strictObject({ id: projectIdSchema, expectedVersion: expectedVersionSchema })
  .extend(z.strictObject(fields).partial().shape);
export type ProjectUpdate = z.input<typeof projectUpdateSchema>;

/** A project with what lists show beside it. Counts are kept with each change and leave pending tasks out. */
export const projectSummarySchema = projectSchema.extend({
  taskCount: z.int(),
  doneTaskCount: z.int(),
  nextCheckpoint: z.object({ id: checkpointIdSchema, title: z.string(), date: daySchema }).nullable(),
});
export type ProjectSummary = z.infer<typeof projectSummarySchema>;

export const projectListInputSchema = pageInputSchema.extend({
  status: z.enum(['active', 'archived', 'all']).default('active'),
  /** null: projects without a client */
  clientId: clientIdSchema.nullish(),
  isPinned: z.boolean().optional(),
});
