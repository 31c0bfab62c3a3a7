import { createFileRoute } from '@tanstack/react-router';
import { noteSearchSchema } from '../features/notes/noteSearch.ts';
import { NotesScreen } from '../features/notes/NotesScreen.tsx';

export const Route = createFileRoute('/notes/')({ validateSearch: noteSearchSchema, component: NotesScreen });
