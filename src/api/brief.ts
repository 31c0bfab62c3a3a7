import { briefDismissSchema, briefGenerateSchema, briefKeySchema, briefListInputSchema } from '../contracts/brief.ts';
import { procedure, router } from './trpc.ts';

export const briefRouter = router({
  generate: procedure
    .input(briefGenerateSchema)
    .mutation(({ ctx, input }) => ctx.workspace.brief.generate(input.today ?? null, input.kind)),
  latest: procedure.query(({ ctx }) => ctx.workspace.brief.latest()),
  /** Those of earlier days, to read again. */
  list: procedure.input(briefListInputSchema).query(({ ctx, input }) => ctx.workspace.brief.list(input)),
  /** Lines about these come less from now on; `restore` takes it back. */
  dismiss: procedure.input(briefDismissSchema).mutation(({ ctx, input }) => {
    ctx.workspace.brief.dismiss(input.about);
    return { dismissed: input.about.length };
  }),
  restore: procedure.input(briefDismissSchema).mutation(({ ctx, input }) => {
    ctx.workspace.brief.restore(input.about);
    return { restored: input.about.length };
  }),
  get: procedure.input(briefKeySchema).query(({ ctx, input }) => ctx.workspace.brief.get(input)),
});
