import { settingsUpdateSchema } from '../contracts/settings.ts';
import { procedure, router } from './trpc.ts';

export const settingsRouter = router({
  get: procedure.query(({ ctx }) => ctx.workspace.settings.get()),
  update: procedure.input(settingsUpdateSchema).mutation(({ ctx, input }) => ctx.workspace.settings.update(input)),
});
