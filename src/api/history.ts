import { z } from 'zod';
import { historyListInputSchema } from '../contracts/change.ts';
import { changeSetIdSchema } from '../contracts/ids.ts';
import { streamWorkspaceEvents } from './streamWorkspaceEvents.ts';
import { procedure, router } from './trpc.ts';

export const historyRouter = router({
  list: procedure.input(historyListInputSchema).query(({ ctx, input }) => ctx.workspace.history.list(input)),
  undo: procedure
    .input(z.strictObject({ changeSetId: changeSetIdSchema }))
    .mutation(({ ctx, input }) => ctx.workspace.history.undo(input.changeSetId, ctx.actor)),
  /** What changes from now on, by whomever, for as long as the caller listens. */
  events: procedure.subscription(({ ctx, signal }) => streamWorkspaceEvents(ctx.workspace.events, signal)),
});
