import type { Brief, BriefKind } from '../../../contracts/brief.ts';
import type { WorkspaceEvent } from '../../../contracts/event.ts';
import type { Settings } from '../../../contracts/settings.ts';
import { addDays, weekdayOf } from '../../../language/calendar.ts';
import type { Database } from '../../db/openDatabase.ts';
import type { Clock, Logger, Ports } from '../../ports.ts';
import type { EventSource, SettingsService } from '../../workspace.ts';
import { sentences } from '../catalogue.en.ts';
import type { BriefService } from './briefService.ts';

export interface BriefScheduleParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly settings: Pick<SettingsService, 'get'>;
  readonly brief: Pick<BriefService, 'generate'>;
  readonly notify: Ports['notify'];
  readonly events: Pick<EventSource, 'subscribe'> & { emit(event: WorkspaceEvent): void };
}

export interface BriefSchedule {
  /** Writes what is due, then looks each minute, as long as the user wants any brief at a set time. */
  start(): void;
  /** Does not wait for a brief under way. */
  dispose(): void;
}

/** A time of day, and of a review the weekday too: 0 is Monday. */
interface SetTime {
  readonly time: string;
  readonly weekday: number | null;
}

interface Seen {
  at: string;
  day: string;
}

const MINUTE = 60_000;
/** After the first failure; then twice as long each time, up to an hour. */
const RETRY = 5 * MINUTE;
const RETRY_MAX = 60 * MINUTE;

/**
 * Writes the brief and the review at the time the user set, and says so. Each minute it looks at the day and the time there
 * are, rather than wait for a moment reckoned beforehand: so a computer that slept, one hour more or less in spring and autumn,
 * and another time zone all end in one brief for a day. The last day seen to is kept, and none that is not after it is due:
 * neither an hour that comes twice nor a clock set back gives a second one. What was missed while the app was closed is
 * written at the start: a brief on its own day, a review until the next one is due. One that the user had written since the
 * set time counts. A time that is set, or set anew, when it has passed already begins the next time.
 */
export function createBriefSchedule(parts: BriefScheduleParts): BriefSchedule {
  const { database, clock, logger, settings } = parts;
  const { sqlite } = database;
  const selectSeen = sqlite.prepare<[string], Seen>('select at, day from brief_schedule where kind = ?');
  const putSeen = sqlite.prepare<[string, string, string]>(
    `insert into brief_schedule (kind, at, day) values (?, ?, ?)
     on conflict (kind) do update set at = excluded.at, day = excluded.day`,
  );
  const forget = sqlite.prepare<[string]>('delete from brief_schedule where kind = ?');
  const selectWritten = sqlite
    .prepare<[string], number | null>('select max(generated_at) from briefs where kind = ?')
    .pluck();
  const working = new Set<BriefKind>();
  const failures = new Map<BriefKind, { count: number; until: number }>();
  let timer: NodeJS.Timeout | undefined;
  let unsubscribe = (): void => undefined;
  let isDisposed = false;

  function look(): void {
    clearTimeout(timer);
    if (isDisposed) return;
    let isWanted = true;
    try {
      const wanted = settings.get();
      const times = { day: timeOfBrief(wanted), week: timeOfReview(wanted) };
      isWanted = times.day !== null || times.week !== null;
      for (const kind of ['day', 'week'] as const) seeTo(kind, times[kind]);
    } catch (error) {
      logger.error('the times of the briefs could not be read', { error });
    }
    if (!isWanted) return;
    timer = setTimeout(look, MINUTE - (clock.now() % MINUTE) + 50);
    timer.unref();
  }

  function seeTo(kind: BriefKind, set: SetTime | null): void {
    const seen = selectSeen.get(kind);
    if (set === null) {
      if (seen !== undefined) forget.run(kind);
      return;
    }
    const at = set.weekday === null ? set.time : `${set.weekday + 1} ${set.time}`;
    const last = lastTime(set);
    // Further ahead than any time zone is: the clock went wrong, and was set right.
    const isAhead = seen !== undefined && seen.day > addDays(clock.today(), 1);
    if (seen?.at !== at || isAhead) {
      putSeen.run(kind, at, seen !== undefined && seen.day > last.day && !isAhead ? seen.day : last.day);
      return;
    }
    if (last.day <= seen.day || (kind === 'day' && last.day !== clock.today())) return;
    if (working.has(kind) || isWaiting(kind)) return;
    if ((selectWritten.get(kind) ?? 0) >= clock.now() - last.ago) putSeen.run(kind, at, last.day);
    else void write(kind, at, last.day);
  }

  function isWaiting(kind: BriefKind): boolean {
    const left = (failures.get(kind)?.until ?? 0) - clock.now();
    // Longer than it ever waits: the clock was set back.
    return left > 0 && left <= RETRY_MAX;
  }

  /** The last day on which the time came, and how long ago that was in milliseconds. */
  function lastTime({ time, weekday }: SetTime): { day: string; ago: number } {
    const today = clock.today();
    const ago = (minutesOf(clock.timeOfDay()) - minutesOf(time)) * MINUTE;
    const hasCome = ago >= 0;
    const sinceWeekday = weekday === null ? 0 : (weekdayOf(today) - weekday + 7) % 7;
    const daysBack = sinceWeekday > 0 || hasCome ? sinceWeekday : weekday === null ? 1 : 7;
    return { day: addDays(today, -daysBack), ago: ago + daysBack * 24 * 60 * MINUTE };
  }

  async function write(kind: BriefKind, at: string, day: string): Promise<void> {
    working.add(kind);
    try {
      const brief = await parts.brief.generate(clock.today(), kind, day);
      if (isDisposed) return;
      putSeen.run(kind, at, day);
      failures.delete(kind);
      tell(brief);
    } catch (error) {
      if (isDisposed) return;
      const count = (failures.get(kind)?.count ?? 0) + 1;
      failures.set(kind, { count, until: clock.now() + Math.min(RETRY * 2 ** (count - 1), RETRY_MAX) });
      logger.error('a brief could not be written at its time', { kind, count, error });
    } finally {
      working.delete(kind);
    }
  }

  function tell({ kind, counts }: Brief): void {
    const { notices } = sentences;
    const notification =
      kind === 'day'
        ? { title: notices.briefReady, body: notices.briefCounts(counts.overdue ?? 0, counts.today ?? 0), route: '/' }
        : {
            title: notices.reviewReady,
            body: notices.reviewCounts(counts.finished ?? 0, counts.slipped ?? 0),
            route: '/',
          };
    let isShown = false;
    try {
      isShown = parts.notify(notification);
    } catch (error) {
      logger.warn('a notification was not shown', { error });
    }
    if (!isShown) parts.events.emit({ type: 'notified', ...notification });
  }

  return {
    start() {
      unsubscribe = parts.events.subscribe(({ type }) => {
        if (type === 'settingsChanged') look();
      });
      look();
    },
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
      unsubscribe();
    },
  };
}

const timeOfBrief = ({ briefAt }: Settings): SetTime | null =>
  briefAt === null ? null : { time: briefAt, weekday: null };
const timeOfReview = ({ reviewAt }: Settings): SetTime | null =>
  reviewAt === null ? null : { time: reviewAt.time, weekday: reviewAt.weekday - 1 };

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
