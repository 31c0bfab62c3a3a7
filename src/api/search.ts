import { searchQuerySchema } from '../contracts/search.ts';
import { procedure, router } from './trpc.ts';

export const searchRouter = router({
  query: procedure
    .input(searchQuerySchema)
    .query(({ ctx, input, signal }) => ctx.workspace.search.query(input, signal)),
  status: procedure.query(({ ctx }) => ctx.workspace.search.status()),
  rebuild: procedure.mutation(({ ctx }) => {
    ctx.workspace.search.rebuild();
    return ctx.workspace.search.status();
  }),
});
