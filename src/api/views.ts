import { viewIdSchema } from '../contracts/ids.ts';
import { viewCreateSchema, viewListInputSchema, viewSchema, viewUpdateSchema } from '../contracts/view.ts';
import { byId, deleteInput, remove, write } from './records.ts';
import { procedure, router } from './trpc.ts';

export const viewsRouter = router({
  list: procedure.input(viewListInputSchema).query(({ ctx, input }) => ctx.workspace.views.list(input)),
  get: procedure.input(byId(viewIdSchema)).query(({ ctx, input }) => ctx.workspace.views.get(input.id)),
  create: procedure
    .input(viewCreateSchema)
    .mutation(({ ctx, input }) =>
      write(ctx.workspace.changes, { kind: 'view', operation: 'create', fields: input }, viewSchema, ctx.actor),
    ),
  update: procedure
    .input(viewUpdateSchema)
    .mutation(({ ctx, input }) =>
      write(ctx.workspace.changes, { kind: 'view', operation: 'update', fields: input }, viewSchema, ctx.actor),
    ),
  delete: procedure
    .input(deleteInput(viewIdSchema))
    .mutation(({ ctx, input }) => remove(ctx.workspace.changes, { kind: 'view', ...input }, ctx.actor)),
});
