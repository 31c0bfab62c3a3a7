import { queryClient } from '../../trpc.ts';

/** Drops every answer that nothing on screen shows: what failed with it asks anew when it is tried again. */
export function forgetUnshown(): void {
  queryClient.removeQueries({ type: 'inactive' });
}
