import { useMemo, useSyncExternalStore } from 'react';
import type { RunId } from '../../../contracts/ids.ts';
import { client } from '../../trpc.ts';
import { RunFollower, type RunNews } from './RunFollower.ts';

/** What a run says, from its beginning, for as long as the component is there. Leaving stops nothing. */
export function useRun(runId: RunId): RunNews {
  const follower = useMemo(
    () => new RunFollower(runId, (id, handlers) => client.assistant.events.subscribe({ runId: id }, handlers)),
    [runId],
  );
  return useSyncExternalStore(follower.subscribe, follower.getNews);
}
