import { clientCreateSchema, clientListInputSchema, clientSchema, clientUpdateSchema } from '../contracts/client.ts';
import { clientIdSchema } from '../contracts/ids.ts';
import { byId, deleteInput, remove, write } from './records.ts';
import { procedure, router } from './trpc.ts';

export const clientsRouter = router({
  list: procedure.input(clientListInputSchema).query(({ ctx, input }) => ctx.workspace.clients.list(input)),
  get: procedure.input(byId(clientIdSchema)).query(({ ctx, input }) => ctx.workspace.clients.get(input.id)),
  create: procedure
    .input(clientCreateSchema)
    .mutation(({ ctx, input }) =>
      write(ctx.workspace.changes, { kind: 'client', operation: 'create', fields: input }, clientSchema, ctx.actor),
    ),
  update: procedure
    .input(clientUpdateSchema)
    .mutation(({ ctx, input }) =>
      write(ctx.workspace.changes, { kind: 'client', operation: 'update', fields: input }, clientSchema, ctx.actor),
    ),
  delete: procedure
    .input(deleteInput(clientIdSchema))
    .mutation(({ ctx, input }) => remove(ctx.workspace.changes, { kind: 'client', ...input }, ctx.actor)),
});
