import { queryClient, trpc } from '../../../trpc.ts';

/** After a change of theirs. */
export function readProvidersAgain(): void {
  void queryClient.invalidateQueries(trpc.providers.pathFilter());
}
