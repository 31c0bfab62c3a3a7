import {
  noteCreateSchema,
  noteDraftInputSchema,
  noteListInputSchema,
  noteSchema,
  noteUpdateSchema,
} from '../contracts/note.ts';
import { noteIdSchema } from '../contracts/ids.ts';
import { byId, deleteInput, remove, write } from './records.ts';
import { procedure, router } from './trpc.ts';

export const notesRouter = router({
  list: procedure.input(noteListInputSchema).query(({ ctx, input }) => ctx.workspace.notes.list(input)),
  get: procedure.input(byId(noteIdSchema)).query(({ ctx, input }) => ctx.workspace.notes.get(input.id)),
  create: procedure
    .input(noteCreateSchema)
    .mutation(({ ctx, input }) =>
      write(ctx.workspace.changes, { kind: 'note', operation: 'create', fields: input }, noteSchema, ctx.actor),
    ),
  update: procedure
    .input(noteUpdateSchema)
    .mutation(({ ctx, input }) =>
      write(ctx.workspace.changes, { kind: 'note', operation: 'update', fields: input }, noteSchema, ctx.actor),
    ),
  delete: procedure
    .input(deleteInput(noteIdSchema))
    .mutation(({ ctx, input }) => remove(ctx.workspace.changes, { kind: 'note', ...input }, ctx.actor)),
  count: procedure.query(({ ctx }) => ({ count: ctx.workspace.notes.count() })),
  keepDraft: procedure.input(noteDraftInputSchema).mutation(({ ctx, input }) => {
    ctx.workspace.notes.keepDraft(input);
    return { kept: true };
  }),
});
