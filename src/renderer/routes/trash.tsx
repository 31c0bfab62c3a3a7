import { createFileRoute } from '@tanstack/react-router';
import { TrashScreen } from '../features/trash/TrashScreen.tsx';
import { trashSearchSchema } from '../features/trash/trashSearch.ts';

export const Route = createFileRoute('/trash')({ validateSearch: trashSearchSchema, component: TrashScreen });
