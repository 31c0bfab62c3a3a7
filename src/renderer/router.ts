import { createRouter } from '@tanstack/react-router';
import { NotFoundScreen, RouteError } from './features/shell/RouteError.tsx';
import { routeTree } from './routeTree.gen.ts';

export const router = createRouter({
  routeTree,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFoundScreen,
  // Lists keep their own place; see each list.
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
