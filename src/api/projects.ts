import {
  projectCreateSchema,
  projectListInputSchema,
  projectSchema,
  projectUpdateSchema,
} from '../contracts/project.ts';
import { projectIdSchema } from '../contracts/ids.ts';
import { byId, deleteInput, remove, write } from './records.ts';
import { procedure, router } from './trpc.ts';

export const projectsRouter = router({
  list: procedure.input(projectListInputSchema).query(({ ctx, input }) => ctx.workspace.projects.list(input)),
  get: procedure.input(byId(projectIdSchema)).query(({ ctx, input }) => ctx.workspace.projects.get(input.id)),
  create: procedure
    .input(projectCreateSchema)
    .mutation(({ ctx, input }) =>
      write(ctx.workspace.changes, { kind: 'project', operation: 'create', fields: input }, projectSchema, ctx.actor),
    ),
  update: procedure
    .input(projectUpdateSchema)
    .mutation(({ ctx, input }) =>
      write(ctx.workspace.changes, { kind: 'project', operation: 'update', fields: input }, projectSchema, ctx.actor),
    ),
  delete: procedure
    .input(deleteInput(projectIdSchema))
    .mutation(({ ctx, input }) => remove(ctx.workspace.changes, { kind: 'project', ...input }, ctx.actor)),
});
