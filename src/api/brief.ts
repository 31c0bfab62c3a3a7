import { briefGenerateSchema } from '../contracts/brief.ts';
import { procedure, router } from './trpc.ts';

export const briefRouter = router({
  generate: procedure
    .input(briefGenerateSchema)
    .mutation(({ ctx, input }) => ctx.workspace.brief.generate(input.today ?? null)),
  latest: procedure.query(({ ctx }) => ctx.workspace.brief.latest()),
});
