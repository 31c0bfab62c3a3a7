import { z } from 'zod';
import { clientIdSchema, projectIdSchema, taskIdSchema } from './ids.ts';
import { pageInputSchema, pendingSchema } from './page.ts';
import { expectedVersionSchema, recordBaseSchema } from './record.ts';
import { daySchema, LABEL_MAX, lineSchema, markdownSchema, timeOfDaySchema, titleSchema } from './text.ts';

export const taskStatusSchema = z.enum(['todo', 'in_progress', 'done']);
export type TaskStatus = z.infer<typeof taskStatusSchema>;
export const prioritySchema = z.enum(['high', 'medium', 'low']);
export type Priority = z.infer<typeof prioritySchema>;

const words = z.array(lineSchema(LABEL_MAX)).max(50);

const fields = {
  title: titleSchema,
  description: markdownSchema,
  status: taskStatusSchema,
  priority: prioritySchema,
  dueDate: daySchema.nullable(),
  /** Only with a `dueDate`; without one it is dropped. */
  dueTime: timeOfDaySchema.nullable(),
  projectId: projectIdSchema.nullable(),
  assignees: words,
  labels: words,
  /** Fractional index (text that sorts); the manual order. Made by core when a task is created. */
  sortOrder: z.string().min(1).max(500),
  /** An RFC 5545 rule without its `RRULE:` prefix, or null. */
  recurrence: z.string().max(500).nullable(),
};

export const taskSchema = recordBaseSchema.extend({
  id: taskIdSchema,
  ...fields,
  completedAt: z.int().nullable(),
  isAiSuggested: z.boolean(),
  isApproved: z.boolean(),
});
export type Task = z.infer<typeof taskSchema>;

export const taskCreateSchema = z.strictObject({ id: taskIdSchema.optional(), ...fields }).partial({
  description: true,
  status: true,
  priority: true,
  dueDate: true,
  dueTime: true,
  projectId: true,
  assignees: true,
  labels: true,
  sortOrder: true,
  recurrence: true,
});
export type TaskCreate = z.input<typeof taskCreateSchema>;

export const taskUpdateSchema = z
  .strictObject({ id: taskIdSchema, expectedVersion: expectedVersionSchema })
  .extend(z.strictObject(fields).partial().shape);
export type TaskUpdate = z.input<typeof taskUpdateSchema>;

/** A task as lists show it: no description, but whether there is one. */
export const taskListItemSchema = taskSchema.omit({ description: true }).extend({
  hasDescription: z.boolean(),
  commentCount: z.int(),
});
export type TaskListItem = z.infer<typeof taskListItemSchema>;

export const taskSortSchema = z.enum(['due', 'manual', 'created', 'updated', 'completed']);
export type TaskSort = z.infer<typeof taskSortSchema>;

export const taskListInputSchema = pageInputSchema.extend({
  /** `open` is `todo` and `in_progress`. */
  status: z.enum(['open', 'todo', 'in_progress', 'done', 'all']).default('open'),
  /** null: tasks in no project */
  projectId: projectIdSchema.nullish(),
  clientId: clientIdSchema.optional(),
  priority: prioritySchema.optional(),
  /** Days, both ends included. A task without a date matches neither; `none` asks for those alone. */
  dueFrom: daySchema.optional(),
  dueTo: daySchema.optional(),
  due: z.enum(['any', 'dated', 'none']).default('any'),
  pending: pendingSchema.default('exclude'),
  /** `due`: by date, time and manual order, undated last. `completed`: newest first. */
  sort: taskSortSchema.default('due'),
});
export type TaskListInput = z.input<typeof taskListInputSchema>;

/** Kept counts of approved tasks. Buckets are by due date among open tasks, relative to the `today` asked for. */
export const taskCountsSchema = z.object({
  open: z.int(),
  done: z.int(),
  overdue: z.int(),
  today: z.int(),
  /** After today, up to and including the Sunday of this week. */
  thisWeek: z.int(),
  later: z.int(),
  noDate: z.int(),
});
export type TaskCounts = z.infer<typeof taskCountsSchema>;
