import type { WorkspaceEvent } from '../contracts/event.ts';
import type { Logger } from './ports.ts';
import type { EventSource } from './workspace.ts';

export interface EventBus extends EventSource {
  /** Calls every listener at once. One that throws is logged and keeps nobody else from hearing. */
  emit(event: WorkspaceEvent): void;
  /** Forgets all listeners. */
  dispose(): void;
}

/** Carries what happened to whoever listens. Writers emit after their transaction, so a listener may read what it hears of. */
export function createEvents(logger: Logger): EventBus {
  const listeners = new Set<(event: WorkspaceEvent) => void>();
  return {
    subscribe(listener) {
      // A wrapper of its own, so that a function subscribed twice is called twice and unsubscribed one by one.
      const call = (event: WorkspaceEvent): void => listener(event);
      listeners.add(call);
      return () => void listeners.delete(call);
    },
    emit(event) {
      for (const listener of [...listeners]) {
        try {
          listener(event);
        } catch (error) {
          logger.error('a listener failed', { event: event.type, error });
        }
      }
    },
    dispose() {
      listeners.clear();
    },
  };
}
