import {
  commentCreateSchema,
  commentListInputSchema,
  commentSchema,
  commentUpdateSchema,
} from '../contracts/comment.ts';
import { commentIdSchema } from '../contracts/ids.ts';
import { byId, deleteInput, remove, write } from './records.ts';
import { procedure, router } from './trpc.ts';

export const commentsRouter = router({
  list: procedure.input(commentListInputSchema).query(({ ctx, input }) => ctx.workspace.comments.list(input)),
  get: procedure.input(byId(commentIdSchema)).query(({ ctx, input }) => ctx.workspace.comments.get(input.id)),
  create: procedure
    .input(commentCreateSchema)
    .mutation(({ ctx, input }) =>
      write(ctx.workspace.changes, { kind: 'comment', operation: 'create', fields: input }, commentSchema, ctx.actor),
    ),
  update: procedure
    .input(commentUpdateSchema)
    .mutation(({ ctx, input }) =>
      write(ctx.workspace.changes, { kind: 'comment', operation: 'update', fields: input }, commentSchema, ctx.actor),
    ),
  delete: procedure
    .input(deleteInput(commentIdSchema))
    .mutation(({ ctx, input }) => remove(ctx.workspace.changes, { kind: 'comment', ...input }, ctx.actor)),
});
