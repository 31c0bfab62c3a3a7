import { trashItemsInputSchema, trashListInputSchema } from '../contracts/trash.ts';
import { procedure, router } from './trpc.ts';

export const trashRouter = router({
  list: procedure.input(trashListInputSchema).query(({ ctx, input }) => ctx.workspace.trash.list(input)),
  count: procedure.query(({ ctx }) => ({ count: ctx.workspace.trash.count() })),
  restore: procedure
    .input(trashItemsInputSchema)
    .mutation(({ ctx, input }) => ctx.workspace.trash.restore(input.items, ctx.actor)),
  delete: procedure
    .input(trashItemsInputSchema)
    .mutation(({ ctx, input }) => ctx.workspace.trash.delete(input.items, ctx.actor)),
  empty: procedure.mutation(({ ctx }) => ctx.workspace.trash.empty(ctx.actor)),
});
