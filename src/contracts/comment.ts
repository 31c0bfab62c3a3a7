import { z } from 'zod';
import { commentIdSchema, taskIdSchema } from './ids.ts';
import { pageInputSchema } from './page.ts';
import { expectedVersionSchema, recordBaseSchema } from './record.ts';
import { DESCRIPTION_MAX, textSchema } from './text.ts';

const body = textSchema(DESCRIPTION_MAX).refine((text) => text.trim() !== '', { message: 'required' });

export const commentSchema = recordBaseSchema.extend({
  id: commentIdSchema,
  taskId: taskIdSchema,
  /** `user`, or an agent's name. */
  author: z.string(),
  /** Markdown. */
  body,
});
export type Comment = z.infer<typeof commentSchema>;

export const commentCreateSchema = z.strictObject({ id: commentIdSchema.optional(), taskId: taskIdSchema, body });
export type CommentCreate = z.input<typeof commentCreateSchema>;

export const commentUpdateSchema = z.strictObject({
  id: commentIdSchema,
  expectedVersion: expectedVersionSchema,
  body: body.optional(),
});
export type CommentUpdate = z.input<typeof commentUpdateSchema>;

/** Oldest first. */
export const commentListInputSchema = pageInputSchema.extend({ taskId: taskIdSchema });
