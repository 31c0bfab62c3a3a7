import type { OpenChangeSet } from '../changes/changeSet.ts';
import type { Database } from '../db/openDatabase.ts';
import type { Clock, Logger } from '../ports.ts';
import type { RecordStores } from '../records/createRecords.ts';
import type { Series } from './series.ts';

export interface Recurrence {
  /** Makes what is due, then at each midnight. */
  start(): void;
  dispose(): void;
}

export interface RecurrenceParts {
  readonly database: Database;
  readonly stores: RecordStores;
  readonly openChangeSet: OpenChangeSet;
  readonly series: Series;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How many instances are made before the window gets its turn. */
const BATCH = 50;
/** A computer that slept through midnight, or was told another time, is noticed after this long. */
const LONGEST_WAIT = 5 * 60_000;

/** Makes the next instance of a recurring task when its day has come: at start, at midnight, after sleep. */
export function createRecurrence(parts: RecurrenceParts): Recurrence {
  const { database, stores, openChangeSet, series, clock, logger } = parts;
  const selectDue = database.sqlite.prepare<[string, string, number], { id: string }>(
    `select id from tasks indexed by tasks_series
     where series_id is not null and recurrence is not null and occurrence < ? and is_open = 1 and is_approved = 1
       and id > ? order by id limit ?`,
  );
  let timer: NodeJS.Timeout | undefined;
  let isDisposed = false;

  function catchUp(id: string): void {
    try {
      database.transaction(() => {
        const task = stores.task.read(id);
        if (task === null) return;
        const changeSet = openChangeSet({ kind: 'system' });
        series.catchUp(changeSet, task);
        changeSet.finish();
      });
    } catch (error) {
      // The others are made all the same, and this one is tried again.
      logger.error('a recurring task could not go on', { id, error });
    }
  }

  function run(after = ''): void {
    timer = undefined;
    if (isDisposed) return;
    let due: { id: string }[] = [];
    try {
      due = selectDue.all(clock.today(), after, BATCH);
    } catch (error) {
      logger.error('recurring tasks could not be read', { error });
    }
    for (const { id } of due) catchUp(id);
    const last = due.length < BATCH ? undefined : due.at(-1);
    timer =
      last === undefined
        ? setTimeout(run, Math.min(untilMidnight(clock.now()), LONGEST_WAIT))
        : setTimeout(() => {
            run(last.id);
          }, 0);
    timer.unref();
  }

  return {
    start() {
      run();
    },
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
    },
  };
}

/** Milliseconds to the next midnight of this machine, and a moment more. */
function untilMidnight(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime() - now + 50;
}
