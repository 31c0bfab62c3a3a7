import { suggestionIdSchema } from '../contracts/ids.ts';
import {
  suggestionApproveManySchema,
  suggestionApproveSchema,
  suggestionListInputSchema,
  suggestionRefreshSchema,
  suggestionRejectSchema,
} from '../contracts/suggestion.ts';
import { byId } from './records.ts';
import { procedure, router } from './trpc.ts';

export const suggestionsRouter = router({
  list: procedure.input(suggestionListInputSchema).query(({ ctx, input }) => ctx.workspace.suggestions.list(input)),
  get: procedure.input(byId(suggestionIdSchema)).query(({ ctx, input }) => ctx.workspace.suggestions.get(input.id)),
  count: procedure.query(({ ctx }) => ({ count: ctx.workspace.suggestions.count() })),
  approve: procedure
    .input(suggestionApproveSchema)
    .mutation(({ ctx, input }) => ctx.workspace.suggestions.approve(input, ctx.actor)),
  approveMany: procedure
    .input(suggestionApproveManySchema)
    .mutation(({ ctx, input }) => ctx.workspace.suggestions.approveMany(input, ctx.actor)),
  refresh: procedure
    .input(suggestionRefreshSchema)
    .mutation(({ ctx, input }) => ctx.workspace.suggestions.refresh(input, ctx.actor)),
  reject: procedure
    .input(suggestionRejectSchema)
    .mutation(({ ctx, input }) => ctx.workspace.suggestions.reject(input, ctx.actor)),
});
