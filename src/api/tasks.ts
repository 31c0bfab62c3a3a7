import {
  taskCreateSchema,
  taskDeleteManySchema,
  taskGroupsInputSchema,
  taskListInputSchema,
  taskMoveSchema,
  taskOccurrencesInputSchema,
  taskSchema,
  taskUpdateManySchema,
  taskUpdateSchema,
} from '../contracts/task.ts';
import { taskIdSchema } from '../contracts/ids.ts';
import { daySchema } from '../contracts/text.ts';
import { z } from 'zod';
import { byId, deleteInput, remove, write } from './records.ts';
import { procedure, router } from './trpc.ts';

export const tasksRouter = router({
  list: procedure.input(taskListInputSchema).query(({ ctx, input, signal }) => ctx.workspace.tasks.find(input, signal)),
  get: procedure.input(byId(taskIdSchema)).query(({ ctx, input }) => ctx.workspace.tasks.get(input.id)),
  create: procedure
    .input(taskCreateSchema)
    .mutation(({ ctx, input }) =>
      write(ctx.workspace.changes, { kind: 'task', operation: 'create', fields: input }, taskSchema, ctx.actor),
    ),
  update: procedure
    .input(taskUpdateSchema)
    .mutation(({ ctx, input }) =>
      write(ctx.workspace.changes, { kind: 'task', operation: 'update', fields: input }, taskSchema, ctx.actor),
    ),
  delete: procedure
    .input(deleteInput(taskIdSchema))
    .mutation(({ ctx, input }) => remove(ctx.workspace.changes, { kind: 'task', ...input }, ctx.actor)),
  move: procedure.input(taskMoveSchema).mutation(({ ctx, input }) => ctx.workspace.tasks.move(input, ctx.actor)),
  updateMany: procedure
    .input(taskUpdateManySchema)
    .mutation(({ ctx, input }) => ctx.workspace.tasks.updateMany(input, ctx.actor)),
  deleteMany: procedure
    .input(taskDeleteManySchema)
    .mutation(({ ctx, input }) => ctx.workspace.tasks.deleteMany(input, ctx.actor)),
  groups: procedure
    .input(taskGroupsInputSchema)
    .query(({ ctx, input, signal }) => ctx.workspace.tasks.findGroups(input, signal)),
  labels: procedure.query(({ ctx }) => ({ items: ctx.workspace.tasks.labels() })),
  assignees: procedure.query(({ ctx }) => ({ items: ctx.workspace.tasks.assignees() })),
  waiting: procedure
    .input(byId(taskIdSchema))
    .query(({ ctx, input }) => ({ items: ctx.workspace.tasks.waiting(input.id) })),
  occurrences: procedure
    .input(taskOccurrencesInputSchema)
    .query(({ ctx, input }) => ctx.workspace.tasks.occurrences(input)),
  counts: procedure
    .input(z.strictObject({ today: daySchema }))
    .query(({ ctx, input }) => ctx.workspace.tasks.counts(input.today)),
});
