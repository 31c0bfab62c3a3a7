import { z } from 'zod';
import { messageSchema, sourceSchema, stepSchema } from './conversation.ts';
import { suggestionIdSchema } from './ids.ts';

/**
 * What a run says while it works, in order. Joining late replays from the start (text in larger pieces), so a reader that
 * folds the events always comes to the same message.
 */
export const runEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('agentChosen'), agent: z.string() }),
  z.object({ type: z.literal('textAdded'), text: z.string() }),
  /** The text so far is void: a round ended in tool calls, or an attempt failed and another provider answers. */
  z.object({ type: z.literal('textReset') }),
  z.object({ type: z.literal('stepChanged'), step: stepSchema }),
  z.object({ type: z.literal('sourceFound'), source: sourceSchema }),
  z.object({ type: z.literal('suggested'), suggestionId: suggestionIdSchema }),
  /** The provider failed and `to` goes on; null is the offline one. */
  z.object({
    type: z.literal('fellBack'),
    from: z.string(),
    code: z.string(),
    to: z.string().nullable().default(null),
  }),
  /** The end, with the message as it is kept. Nothing follows. */
  z.object({ type: z.literal('ended'), message: messageSchema }),
]);
export type RunEvent = z.infer<typeof runEventSchema>;
