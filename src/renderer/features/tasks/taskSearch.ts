import { z } from 'zod';
import { clientIdSchema, projectIdSchema, taskIdSchema } from '../../../contracts/ids.ts';
import { prioritySchema } from '../../../contracts/task.ts';
import { daySchema, LABEL_MAX, lineSchema } from '../../../contracts/text.ts';

export const LAYOUTS = ['list', 'board'] as const;
export const STATUSES = ['open', 'todo', 'in_progress', 'done', 'all'] as const;
export const DUES = ['overdue', 'today', 'week', 'none'] as const;
export const GROUPINGS = ['due', 'status', 'priority', 'project', 'client', 'none'] as const;
export const SORTS = ['manual', 'due', 'priority', 'created', 'updated', 'completed'] as const;
export const SEARCH_TEXT_MAX = 200;

/** Days from and to, both included, either open: `2026-11-01..2026-11-30`, `2026-11-01..`, `..2026-11-30`. */
const dayRangeSchema = z
  .string()
  .refine((text) => {
    const [from, to, ...rest] = text.split('..');
    if (from === undefined || to === undefined || rest.length > 0 || (from === '' && to === '')) return false;
    const areDays = [from, to].every((day) => day === '' || daySchema.safeParse(day).success);
    return areDays && (from === '' || to === '' || from <= to);
  })
  .brand<'DayRange'>();
export type DayRange = z.infer<typeof dayRangeSchema>;

/** One of what a filter takes; anything else is as if it was not there. */
const left = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** What the address of Tasks says: layout, filters, the open task and view. Nonsense is left out. */
export const taskSearchSchema = z.object({
  /** Absent: a list. */
  layout: left(z.enum(LAYOUTS)),
  /** Absent: open ones; on a board grouped by status all. */
  status: left(z.enum(STATUSES)),
  /** A project's id, or `none` for tasks in no project. */
  project: left(z.union([z.literal('none'), projectIdSchema])),
  /** A client's id, or `none` for tasks that are no client's. */
  client: left(z.union([z.literal('none'), clientIdSchema])),
  priority: left(prioritySchema),
  label: left(lineSchema(LABEL_MAX)),
  assignee: left(lineSchema(LABEL_MAX)),
  due: left(z.union([z.enum(DUES), dayRangeSchema])),
  /** Words of title and description; the last one may be unfinished. */
  text: left(lineSchema(SEARCH_TEXT_MAX)),
  /** Absent: by due date in a list, by status on a board. */
  group: left(z.enum(GROUPINGS)),
  /** Absent: by due date in a list (done ones: the last first), by hand on a board. */
  sort: left(z.enum(SORTS)),
  /** Keys of groups that are folded, with commas between them. */
  folded: left(z.string().min(1).max(4_000)),
  /** The saved view that these filters came from. */
  view: left(z.uuid().toLowerCase()),
  /** On a board of states: all that is done, not only the last days of it. */
  done: left(z.literal('all')),
  task: left(taskIdSchema),
  new: left(z.literal(true)),
});
export type TaskSearch = z.output<typeof taskSearchSchema>;

export type TaskLayout = (typeof LAYOUTS)[number];
export type TaskStatusFilter = (typeof STATUSES)[number];
export type TaskGrouping = (typeof GROUPINGS)[number];
export type TaskSorting = (typeof SORTS)[number];

/** The two ends of a range of days; null where it is open. */
export function daysOfRange(range: DayRange): { from: string | null; to: string | null } {
  const [from = '', to = ''] = range.split('..');
  return { from: from === '' ? null : from, to: to === '' ? null : to };
}

/** A range of days, if there is one: null with neither end, or with the ends the wrong way round. */
export function rangeOfDays(from: string | null, to: string | null): DayRange | null {
  const parsed = dayRangeSchema.safeParse(`${from ?? ''}..${to ?? ''}`);
  return parsed.success ? parsed.data : null;
}
