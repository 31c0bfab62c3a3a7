import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '../api/appRouter.ts';
import { portLink } from '../transport/link.ts';
import { connection } from './connection.ts';

/**
 * Everything is on this machine, and live events say what changed: nothing is asked again for being old, for the window
 * getting the focus, or in the hope of a better answer.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: 5 * 60_000,
      retry: false,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export const client = createTRPCClient<AppRouter>({ links: [portLink(connection)] });

/** `useQuery(trpc.tasks.get.queryOptions({ id }))`, `useMutation(trpc.tasks.update.mutationOptions())`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });
