import { providerIdSchema } from '../contracts/ids.ts';
import {
  providerCreateSchema,
  providerModelsInputSchema,
  providerOrderSchema,
  providerUpdateSchema,
} from '../contracts/provider.ts';
import { byId } from './records.ts';
import { procedure, router } from './trpc.ts';

export const providersRouter = router({
  /** All of them, in the order they are asked; there are few, so there is one page. */
  list: procedure.query(({ ctx }) => ({ items: ctx.workspace.providers.list(), nextCursor: null })),
  get: procedure.input(byId(providerIdSchema)).query(({ ctx, input }) => ctx.workspace.providers.get(input.id)),
  create: procedure.input(providerCreateSchema).mutation(({ ctx, input }) => ctx.workspace.providers.create(input)),
  update: procedure.input(providerUpdateSchema).mutation(({ ctx, input }) => ctx.workspace.providers.update(input)),
  delete: procedure.input(byId(providerIdSchema)).mutation(async ({ ctx, input }) => {
    await ctx.workspace.providers.delete(input.id);
    return { deleted: true };
  }),
  setDefault: procedure
    .input(byId(providerIdSchema))
    .mutation(({ ctx, input }) => ctx.workspace.providers.setDefault(input.id)),
  setOrder: procedure
    .input(providerOrderSchema)
    .mutation(({ ctx, input }) => ({ items: ctx.workspace.providers.setOrder(input) })),
  /** A mutation, because it asks a server elsewhere: only when the user wants it. */
  models: procedure
    .input(providerModelsInputSchema)
    .mutation(async ({ ctx, input }) => ({ items: await ctx.workspace.providers.models(input) })),
  /** Asks on this computer alone. */
  findLocal: procedure.query(async ({ ctx }) => ({ items: await ctx.workspace.providers.findLocal() })),
  test: procedure.input(byId(providerIdSchema)).mutation(({ ctx, input }) => ctx.workspace.providers.test(input.id)),
  keyStore: procedure.query(async ({ ctx }) => ({ backend: await ctx.workspace.providers.keyStore() })),
});
