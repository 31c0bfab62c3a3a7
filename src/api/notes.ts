import {
  noteCreateSchema,
  noteDraftInputSchema,
  noteDraftKeySchema,
  noteListInputSchema,
  noteSaveSchema,
  noteSchema,
  type NoteWritingEvent,
  noteWritingInputSchema,
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
    .input(noteSaveSchema)
    .mutation(({ ctx, input: { writer, ...fields } }) =>
      write(ctx.workspace.changes, { kind: 'note', operation: 'update', fields, writer }, noteSchema, ctx.actor),
    ),
  delete: procedure
    .input(deleteInput(noteIdSchema))
    .mutation(({ ctx, input }) => remove(ctx.workspace.changes, { kind: 'note', ...input }, ctx.actor)),
  count: procedure.query(({ ctx }) => ({ count: ctx.workspace.notes.count() })),
  keepDraft: procedure.input(noteDraftInputSchema).mutation(({ ctx, input }) => {
    ctx.workspace.notes.keepDraft(input);
    return { kept: true };
  }),
  dropDraft: procedure.input(noteDraftKeySchema).mutation(({ ctx, input }) => {
    ctx.workspace.notes.dropDraft(input);
    return { dropped: true };
  }),
  recoverDrafts: procedure
    .input(byId(noteIdSchema))
    .mutation(({ ctx, input }) => ({ notices: ctx.workspace.notes.recoverDrafts(input.id) })),
  /** A window where a note is open: its writer is gone when this ends, however it ends. */
  writing: procedure.input(noteWritingInputSchema).subscription(async function* ({ ctx, input, signal }) {
    const { recovered, end } = ctx.workspace.notes.startWriting(input);
    const left = Promise.withResolvers<void>();
    const leave = (): void => {
      // At once: whoever opens the note next may ask before this stream has come to its end.
      end();
      left.resolve();
    };
    signal?.addEventListener('abort', leave, { once: true });
    try {
      yield { recovered } satisfies NoteWritingEvent;
      if (signal?.aborted !== true) await left.promise;
    } finally {
      signal?.removeEventListener('abort', leave);
      end();
    }
  }),
});
