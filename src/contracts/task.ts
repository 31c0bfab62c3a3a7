import { z } from 'zod';
import { clientIdSchema, projectIdSchema, taskIdSchema } from './ids.ts';
import { pageInputSchema, pendingSchema } from './page.ts';
import { expectedVersionSchema, recordBaseSchema } from './record.ts';
import { daySchema, LABEL_MAX, lineSchema, markdownSchema, timeOfDaySchema, TITLE_MAX, titleSchema } from './text.ts';

export const taskStatusSchema = z.enum(['todo', 'in_progress', 'done']);
export type TaskStatus = z.infer<typeof taskStatusSchema>;
export const prioritySchema = z.enum(['high', 'medium', 'low']);
export type Priority = z.infer<typeof prioritySchema>;

export const LABELS_MAX = 50;
export const BLOCKERS_MAX = 50;
const words = z.array(lineSchema(LABEL_MAX)).max(LABELS_MAX);

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
  /** Tasks to be done first. Never in a circle: that is the problem `cycle`. A deleted one is dropped. */
  blockedBy: z.array(taskIdSchema).max(BLOCKERS_MAX),
};

export const taskSchema = recordBaseSchema.extend({
  id: taskIdSchema,
  ...fields,
  completedAt: z.int().nullable(),
  /**
   * Which recurring series it is of, which day of the rule it stands for, and the day the series began: kept by core, from
   * when a rule is set on a task until it is cleared. A new rule begins a new series; moving `dueDate` moves no occurrence.
   */
  seriesId: taskIdSchema.nullable(),
  occurrence: daySchema.nullable(),
  seriesStart: daySchema.nullable(),
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
  blockedBy: true,
});
export type TaskCreate = z.input<typeof taskCreateSchema>;

export const taskUpdateSchema = z
  .strictObject({ id: taskIdSchema, expectedVersion: expectedVersionSchema })
  .extend(z.strictObject(fields).partial().shape);
export type TaskUpdate = z.input<typeof taskUpdateSchema>;

/** A task as lists show it: no description, but whether there is one and how far its checklist is. */
export const taskListItemSchema = taskSchema.omit({ description: true }).extend({
  hasDescription: z.boolean(),
  commentCount: z.int(),
  /** Boxes in the description, `- [ ]` and `- [x]`. */
  checklistTotal: z.int(),
  checklistDone: z.int(),
  /** How many of `blockedBy` are not done. */
  openBlockerCount: z.int(),
});
export type TaskListItem = z.infer<typeof taskListItemSchema>;

export const taskSortSchema = z.enum(['due', 'manual', 'priority', 'created', 'updated', 'completed']);
export type TaskSort = z.infer<typeof taskSortSchema>;

export const taskGroupBySchema = z.enum(['none', 'due', 'status', 'priority', 'project', 'client']);
export type TaskGroupBy = z.infer<typeof taskGroupBySchema>;

/** Which tasks a list, a board or a count is of. */
export const taskFilterSchema = z.object({
  /** `open` is `todo` and `in_progress`. */
  status: z.enum(['open', 'todo', 'in_progress', 'done', 'all']).default('open'),
  /** null: tasks in no project */
  projectId: projectIdSchema.nullish(),
  /** null: tasks of no client */
  clientId: clientIdSchema.nullish(),
  priority: prioritySchema.optional(),
  /** Exactly as written on the task. */
  label: z.string().max(LABEL_MAX).optional(),
  assignee: z.string().max(LABEL_MAX).optional(),
  /** Days, both ends included. A task without a date matches neither; `none` asks for those alone. */
  dueFrom: daySchema.optional(),
  dueTo: daySchema.optional(),
  due: z.enum(['any', 'dated', 'none']).default('any'),
  /** All of these words, the last one maybe unfinished, in title, labels, assignees or description. Finds approved tasks only. */
  text: z.string().max(TITLE_MAX).optional(),
  pending: pendingSchema.default('exclude'),
});
export type TaskFilter = z.output<typeof taskFilterSchema>;

const groupFields = {
  /** The caller's day; `groupBy: 'due'` needs it. */
  today: daySchema.optional(),
};
const needsToday = ({ groupBy, today }: { groupBy?: TaskGroupBy | undefined; today?: string | undefined }): boolean =>
  groupBy !== 'due' || today !== undefined;
const TODAY_REQUIRED = { path: ['today'], message: 'required' };

export const taskListInputSchema = pageInputSchema
  .extend({
    ...taskFilterSchema.shape,
    ...groupFields,
    /** `due`: by date, time and manual order, undated last. `priority`: high first, then by due. `completed`: newest first. */
    sort: taskSortSchema.default('due'),
    /** Items come group after group, in the order `tasks.groups` tells, inside each by `sort`. Absent: none. */
    groupBy: taskGroupBySchema.optional(),
    /** The key of one group, for its items alone: a column of a board. One that no task is in is empty. */
    group: z.string().max(100).optional(),
  })
  .refine(needsToday, TODAY_REQUIRED);
export type TaskListInput = z.input<typeof taskListInputSchema>;

export const taskGroupsInputSchema = z
  .strictObject({ ...taskFilterSchema.shape, ...groupFields, groupBy: taskGroupBySchema })
  .refine(needsToday, TODAY_REQUIRED);
export type TaskGroupsInput = z.input<typeof taskGroupsInputSchema>;

/**
 * How many tasks a filter finds, group by group, in the order they are shown. Keys: a status; a priority; a project's or
 * client's id or `none`, by name, those with tasks only; `overdue` (`earlier` where done ones are asked for), `today`,
 * `thisWeek` (after today, up to Sunday), `later`, `noDate`; `all` for no grouping.
 */
export const taskGroupsSchema = z.object({
  groups: z.array(z.object({ key: z.string(), count: z.int() })),
  total: z.int(),
});
export type TaskGroups = z.infer<typeof taskGroupsSchema>;

export const TASKS_AT_ONCE_MAX = 1_000;
const idsSchema = z.array(taskIdSchema).min(1).max(TASKS_AT_ONCE_MAX);

/**
 * Puts tasks one after the other into the manual order, after one task and before another, with fields of where they come
 * to. A neighbour that is null or gone says nothing.
 */
export const taskMoveSchema = z.strictObject({
  ids: idsSchema,
  after: taskIdSchema.nullable(),
  before: taskIdSchema.nullable(),
  fields: z
    .strictObject({
      status: fields.status,
      priority: fields.priority,
      projectId: fields.projectId,
      dueDate: fields.dueDate,
    })
    .partial()
    .optional(),
});
export type TaskMove = z.input<typeof taskMoveSchema>;

/** The same edit of many tasks. `fields` replace; words are added to and taken from what each task has. */
export const taskUpdateManySchema = z.strictObject({
  ids: idsSchema,
  fields: z.strictObject(fields).omit({ sortOrder: true }).partial().optional(),
  addLabels: words.optional(),
  removeLabels: words.optional(),
  addAssignees: words.optional(),
  removeAssignees: words.optional(),
});
export type TaskUpdateMany = z.input<typeof taskUpdateManySchema>;

export const taskDeleteManySchema = z.strictObject({ ids: idsSchema });
export type TaskDeleteMany = z.input<typeof taskDeleteManySchema>;

/** The first days of a rule that begins at or after a day. A bad rule is the problem `notARule` at `rule`. */
export const taskOccurrencesInputSchema = z.strictObject({
  rule: z.string().max(500),
  from: daySchema,
  count: z.int().min(1).max(10),
});
export type TaskOccurrencesInput = z.input<typeof taskOccurrencesInputSchema>;

/** A label or an assignee, and how many tasks have it. */
export const wordCountSchema = z.object({ name: z.string(), count: z.int() });
export type WordCount = z.infer<typeof wordCountSchema>;

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
