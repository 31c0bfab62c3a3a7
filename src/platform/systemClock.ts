import type { Clock } from '../core/ports.ts';

/** The machine's clock, in its own time zone. */
export const systemClock: Clock = {
  now: () => Date.now(),
  today() {
    const now = new Date();
    const year = String(now.getFullYear()).padStart(4, '0');
    const month = String(now.getMonth() + 1).padStart(2, '0');
    return `${year}-${month}-${String(now.getDate()).padStart(2, '0')}`;
  },
  timeOfDay() {
    const now = new Date();
    return [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  },
};
