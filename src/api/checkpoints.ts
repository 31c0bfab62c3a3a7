import {
  checkpointCreateSchema,
  checkpointListInputSchema,
  checkpointSchema,
  checkpointUpdateSchema,
} from '../contracts/checkpoint.ts';
import { checkpointIdSchema } from '../contracts/ids.ts';
import { byId, deleteInput, remove, write } from './records.ts';
import { procedure, router } from './trpc.ts';

export const checkpointsRouter = router({
  list: procedure.input(checkpointListInputSchema).query(({ ctx, input }) => ctx.workspace.checkpoints.list(input)),
  get: procedure.input(byId(checkpointIdSchema)).query(({ ctx, input }) => ctx.workspace.checkpoints.get(input.id)),
  create: procedure
    .input(checkpointCreateSchema)
    .mutation(({ ctx, input }) =>
      write(
        ctx.workspace.changes,
        { kind: 'checkpoint', operation: 'create', fields: input },
        checkpointSchema,
        ctx.actor,
      ),
    ),
  update: procedure
    .input(checkpointUpdateSchema)
    .mutation(({ ctx, input }) =>
      write(
        ctx.workspace.changes,
        { kind: 'checkpoint', operation: 'update', fields: input },
        checkpointSchema,
        ctx.actor,
      ),
    ),
  delete: procedure
    .input(deleteInput(checkpointIdSchema))
    .mutation(({ ctx, input }) => remove(ctx.workspace.changes, { kind: 'checkpoint', ...input }, ctx.actor)),
});
