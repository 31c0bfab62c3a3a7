import { createFileRoute, notFound } from '@tanstack/react-router';
import { z } from 'zod';
import { noteIdSchema } from '../../contracts/ids.ts';
import { NoteScreen } from '../features/notes/NoteScreen.tsx';

export const Route = createFileRoute('/window/note/$noteId')({
  params: {
    parse: ({ noteId }) => {
      const parsed = noteIdSchema.safeParse(noteId);
      if (!parsed.success) throw notFound();
      return { noteId: parsed.data };
    },
    stringify: ({ noteId }) => ({ noteId }),
  },
  validateSearch: z.object({ aside: z.enum(['open', 'closed']).optional().catch(undefined) }),
  component: NoteRoute,
});

function NoteRoute() {
  const { noteId } = Route.useParams();
  return <NoteScreen key={noteId} noteId={noteId} />;
}
