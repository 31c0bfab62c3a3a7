import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { WorkspaceEvent } from '../../../contracts/event.ts';
import { client, queryClient } from '../../trpc.ts';
import { useIsPopOut } from '../windows/popOut.ts';
import { queriesOf } from './invalidate.ts';
import { patchShown } from './patchShown.ts';
import { Refresher } from './Refresher.ts';
import { showNotification } from './showNotification.ts';

/** After one change is read, further ones (an import, say) are read together, this many milliseconds later. */
const COALESCE = 30;
const refresher = new Refresher(queryClient);

/** Keeps everything on screen true: one stream of what changes, by whichever window, script or agent. */
export function useLiveEvents(): void {
  const navigate = useNavigate();
  const isPopOut = useIsPopOut();
  useEffect(() => {
    let waiting: WorkspaceEvent[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasStarted = false;

    const flush = (): void => {
      timer = undefined;
      if (waiting.length === 0) return;
      const events = waiting;
      waiting = [];
      timer = setTimeout(flush, COALESCE);
      for (const event of events) if (event.type === 'recordsChanged') patchShown(queryClient, event.records);
      // What could be shown from the events alone is drawn before anything is asked.
      setTimeout(() => refresher.refresh(events.flatMap(queriesOf)), 0);
    };

    const subscription = client.history.events.subscribe(undefined, {
      onData: (event) => {
        // The window of one record shows no other screen.
        if (event.type === 'notified' && !isPopOut) showNotification(event, (href) => void navigate({ href }));
        waiting.push(event);
        // The first one at once, so that all windows show the same; what comes with it has come by the next microtask.
        if (timer === undefined && waiting.length === 1) queueMicrotask(flush);
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
  }, [navigate, isPopOut]);
}
