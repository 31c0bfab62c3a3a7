import { useEffect } from 'react';
import type { WorkspaceEvent } from '../../../contracts/event.ts';
import { client, queryClient } from '../../trpc.ts';
import { queriesOf } from './invalidate.ts';

/** Many changes at once (an import, an undo) are read again once. */
const COALESCE = 30;

/** Keeps everything on screen true: one stream of what changes, by whichever window, script or agent. */
export function useLiveEvents(): void {
  useEffect(() => {
    let waiting: WorkspaceEvent[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasStarted = false;

    const flush = (): void => {
      timer = undefined;
      const events = waiting;
      waiting = [];
      for (const filters of events.flatMap(queriesOf))
        void queryClient.invalidateQueries(filters, { cancelRefetch: true });
    };

    const subscription = client.history.events.subscribe(undefined, {
      onData: (event) => {
        waiting.push(event);
        timer ??= setTimeout(flush, COALESCE);
      },
      onStarted: () => {
        // Again after a break: what happened meanwhile was not heard.
        if (hasStarted) void queryClient.invalidateQueries();
        hasStarted = true;
      },
    });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, []);
}
