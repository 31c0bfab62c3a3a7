import { activityRouter } from './activity.ts';
import { assistantRouter } from './assistant.ts';
import { briefRouter } from './brief.ts';
import { checkpointsRouter } from './checkpoints.ts';
import { clientsRouter } from './clients.ts';
import { commentsRouter } from './comments.ts';
import { conversationsRouter } from './conversations.ts';
import { healthRouter } from './health.ts';
import { historyRouter } from './history.ts';
import { notesRouter } from './notes.ts';
import { projectsRouter } from './projects.ts';
import { providersRouter } from './providers.ts';
import { searchRouter } from './search.ts';
import { settingsRouter } from './settings.ts';
import { suggestionsRouter } from './suggestions.ts';
import { tasksRouter } from './tasks.ts';
import { trashRouter } from './trash.ts';
import { router } from './trpc.ts';
import { viewsRouter } from './views.ts';

/**
 * The public API: these names are what windows and scripts call. Later work adds to them; nothing is renamed.
 */
export const appRouter = router({
  clients: clientsRouter,
  projects: projectsRouter,
  tasks: tasksRouter,
  checkpoints: checkpointsRouter,
  notes: notesRouter,
  comments: commentsRouter,
  views: viewsRouter,
  suggestions: suggestionsRouter,
  conversations: conversationsRouter,
  assistant: assistantRouter,
  brief: briefRouter,
  search: searchRouter,
  history: historyRouter,
  activity: activityRouter,
  trash: trashRouter,
  settings: settingsRouter,
  providers: providersRouter,
  health: healthRouter,
});

export type AppRouter = typeof appRouter;
