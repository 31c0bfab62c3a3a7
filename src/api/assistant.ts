import { z } from 'zod';
import { assistantRetrySchema, assistantSendSchema } from '../contracts/conversation.ts';
import { runIdSchema } from '../contracts/ids.ts';
import { procedure, router } from './trpc.ts';

const byRun = z.strictObject({ runId: runIdSchema });

export const assistantRouter = router({
  send: procedure.input(assistantSendSchema).mutation(({ ctx, input }) => ctx.workspace.assistant.send(input)),
  retry: procedure.input(assistantRetrySchema).mutation(({ ctx, input }) => ctx.workspace.assistant.retry(input)),
  /** The run from its beginning; leaving it stops nothing. */
  events: procedure.input(byRun).subscription(async function* ({ ctx, input, signal }) {
    yield* ctx.workspace.assistant.events(input.runId, signal ?? new AbortController().signal);
  }),
  prompts: procedure.query(({ ctx }) => ({ items: ctx.workspace.assistant.prompts() })),
  stop: procedure.input(byRun).mutation(({ ctx, input }) => {
    ctx.workspace.assistant.stop(input.runId);
    return { stopped: true };
  }),
});
