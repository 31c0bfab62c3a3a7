import { createFileRoute } from '@tanstack/react-router';
import { InboxScreen } from '../features/suggestions/inbox/InboxScreen.tsx';
import { inboxSearchSchema } from '../features/suggestions/inbox/inboxSearch.ts';

export const Route = createFileRoute('/suggestions')({ validateSearch: inboxSearchSchema, component: InboxScreen });
