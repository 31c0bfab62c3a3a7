/** Wakes one waiting loop. */
export interface Alarm {
  /** Rings after so many milliseconds, or earlier where it was set to ring earlier. */
  set(delay: number): void;
  /** Waits for the next ring; after `end` there is no waiting. */
  ring(): Promise<void>;
  end(): void;
}

export function createAlarm(): Alarm {
  let pending: { at: number; timer: NodeJS.Timeout } | null = null;
  let isRinging = false;
  let isEnded = false;
  let wake: (() => void) | null = null;

  const sound = (): void => {
    if (pending !== null) clearTimeout(pending.timer);
    pending = null;
    isRinging = wake === null;
    wake?.();
    wake = null;
  };

  return {
    set(delay) {
      const at = performance.now() + delay;
      if (isEnded || (pending !== null && pending.at <= at)) return;
      if (pending !== null) clearTimeout(pending.timer);
      pending = { at, timer: setTimeout(sound, delay) };
    },
    async ring() {
      if (!isRinging && !isEnded) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      isRinging = false;
    },
    end() {
      isEnded = true;
      sound();
    },
  };
}
