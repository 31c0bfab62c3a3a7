import {
  conversationFileSchema,
  conversationListInputSchema,
  conversationUpdateSchema,
  messageListInputSchema,
} from '../contracts/conversation.ts';
import { conversationIdSchema } from '../contracts/ids.ts';
import { byId } from './records.ts';
import { procedure, router } from './trpc.ts';

export const conversationsRouter = router({
  list: procedure.input(conversationListInputSchema).query(({ ctx, input }) => ctx.workspace.conversations.list(input)),
  get: procedure.input(byId(conversationIdSchema)).query(({ ctx, input }) => ctx.workspace.conversations.get(input.id)),
  messages: procedure
    .input(messageListInputSchema)
    .query(({ ctx, input }) => ctx.workspace.conversations.messages(input)),
  update: procedure
    .input(conversationUpdateSchema)
    .mutation(({ ctx, input }) => ctx.workspace.conversations.update(input)),
  file: procedure.input(conversationFileSchema).query(({ ctx, input }) => ctx.workspace.conversations.file(input)),
  export: procedure
    .input(byId(conversationIdSchema))
    .query(({ ctx, input }) => ctx.workspace.conversations.export(input.id)),
  delete: procedure.input(byId(conversationIdSchema)).mutation(({ ctx, input }) => {
    ctx.workspace.conversations.delete(input.id);
    return { deleted: true };
  }),
});
