import type { WorkspaceEvent } from '../contracts/event.ts';
import type { EventSource } from '../core/workspace.ts';

/**
 * Events as a stream that ends with `signal`. A reader that is slower than the workspace gets them late, not fewer: what
 * waits is small, since each is a list of ids.
 */
export async function* streamWorkspaceEvents(
  events: EventSource,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkspaceEvent> {
  const waiting: WorkspaceEvent[] = [];
  let wake = (): void => undefined;
  const unsubscribe = events.subscribe((event) => {
    waiting.push(event);
    wake();
  });
  const onAbort = (): void => {
    wake();
  };
  signal?.addEventListener('abort', onAbort);
  try {
    while (!signal?.aborted) {
      const event = waiting.shift();
      if (event) yield event;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    unsubscribe();
  }
}
