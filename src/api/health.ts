import { procedure, router } from './trpc.ts';

export const healthRouter = router({
  get: procedure.query(({ ctx }) => ctx.workspace.health()),
});
