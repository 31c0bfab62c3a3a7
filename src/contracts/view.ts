import { z } from 'zod';
import { clientIdSchema, projectIdSchema, viewIdSchema } from './ids.ts';
import { pageInputSchema } from './page.ts';
import { expectedVersionSchema, recordBaseSchema } from './record.ts';
import { prioritySchema, taskGroupBySchema, taskSortSchema } from './task.ts';
import { LABEL_MAX, nameSchema, TITLE_MAX } from './text.ts';

/**
 * What a saved view of tasks shows; what it leaves out is as the screen has it by default. `due` is the screen's own word
 * for a span of days, relative to the day it is looked at. A project or client that is gone finds nothing.
 */
export const viewQuerySchema = z.strictObject({
  layout: z.enum(['list', 'board']),
  status: z.enum(['open', 'todo', 'in_progress', 'done', 'all']).optional(),
  projectId: projectIdSchema.nullish(),
  clientId: clientIdSchema.nullish(),
  priority: prioritySchema.optional(),
  label: z.string().max(LABEL_MAX).optional(),
  assignee: z.string().max(LABEL_MAX).optional(),
  due: z.string().max(40).optional(),
  text: z.string().max(TITLE_MAX).optional(),
  groupBy: taskGroupBySchema.optional(),
  sort: taskSortSchema.optional(),
});
export type ViewQuery = z.infer<typeof viewQuerySchema>;

const fields = {
  /** Two views may have the same name. */
  name: nameSchema,
  query: viewQuerySchema,
  /** Fractional index; where it stands among the views. Made by core when a view is created. */
  sortOrder: z.string().min(1).max(500),
};

export const viewSchema = recordBaseSchema.extend({ id: viewIdSchema, ...fields });
export type View = z.infer<typeof viewSchema>;

export const viewCreateSchema = z.strictObject({ id: viewIdSchema.optional(), ...fields }).partial({ sortOrder: true });
export type ViewCreate = z.input<typeof viewCreateSchema>;

export const viewUpdateSchema = z
  .strictObject({ id: viewIdSchema, expectedVersion: expectedVersionSchema })
  .extend(z.strictObject(fields).partial().shape);
export type ViewUpdate = z.input<typeof viewUpdateSchema>;

/** In their own order. */
export const viewListInputSchema = pageInputSchema;
