import { z } from 'zod';
import { projectIdSchema, taskIdSchema } from '../../../contracts/ids.ts';
import { prioritySchema } from '../../../contracts/task.ts';

/** What the address of Tasks says: filters, the open task, whether a new one is being written. Nonsense is left out. */
export const taskSearchSchema = z.object({
  /** Absent: open ones. */
  status: z.enum(['todo', 'in_progress', 'done', 'all']).optional().catch(undefined),
  /** A project's id, or `none` for tasks in no project. */
  project: z
    .union([z.literal('none'), projectIdSchema])
    .optional()
    .catch(undefined),
  priority: prioritySchema.optional().catch(undefined),
  /** Absent: by due date. */
  sort: z.enum(['manual', 'created', 'updated']).optional().catch(undefined),
  task: taskIdSchema.optional().catch(undefined),
  new: z.literal(true).optional().catch(undefined),
});
export type TaskSearch = z.output<typeof taskSearchSchema>;
