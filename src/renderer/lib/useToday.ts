import { useSyncExternalStore } from 'react';
import { todayDay } from '../i18n/format.ts';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let last = todayDay();

function check(): void {
  const now = todayDay();
  if (now === last) return;
  last = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // A sleeping computer misses timers: also ask when the window is looked at again.
  timer ??= setInterval(check, 30_000);
  document.addEventListener('visibilitychange', check);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener('visibilitychange', check);
  };
}

/** The local day, `YYYY-MM-DD`. It changes at midnight, and what is on screen with it. */
export function useToday(): string {
  return useSyncExternalStore(subscribe, () => {
    check();
    return last;
  });
}
