import type { RecordKind } from '../../contracts/record.ts';
import type { Database } from '../db/openDatabase.ts';
import type { DocumentKey } from './document.ts';

/** One record that waits for the indexer. */
export interface OutboxEntry extends DocumentKey {
  readonly sequence: number;
  /** How often it was tried in vain. */
  readonly attempts: number;
}

/** All of it happens in the caller's transaction. */
export interface Outbox {
  /** Notes that a record was written or deleted. Several changes of one record are one entry. */
  add(kind: RecordKind, id: string): void;
  /** The oldest entries that may be tried at `now` (epoch ms). They stay until they are acknowledged. */
  take(limit: number, now: number): OutboxEntry[];
  /** Removes entries that are done; one that was added again meanwhile stays. */
  acknowledge(entries: readonly OutboxEntry[]): void;
  /** Puts entries off: longer with each attempt, up to an hour. */
  fail(entries: readonly OutboxEntry[], now: number): void;
  /** Lets everything be tried at once. */
  retryNow(): void;
  /** `failed`: tried `GIVEN_UP_AFTER` times or more and still tried now and then. `pending`: all others. */
  counts(): { pending: number; failed: number };
  /** When the next entry may be tried, epoch ms; null where there is none. */
  nextAttemptAt(): number | null;
}

/** Attempts after which an entry counts as failed rather than pending. */
export const GIVEN_UP_AFTER = 5;
const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 60 * 60 * 1_000;

/** How long to wait after so many attempts in vain, in milliseconds: 1 s, 4 s, 16 s and so on. */
export function retryDelay(attempts: number): number {
  return Math.min(FIRST_DELAY * 4 ** Math.max(0, attempts - 1), LONGEST_DELAY);
}

/** The records whose vectors are out of date. `add` belongs in the transaction of the change itself. */
export function createOutbox({ sqlite }: Pick<Database, 'sqlite'>): Outbox {
  const insert = sqlite.prepare<[string, string]>('insert or replace into index_outbox (kind, id) values (?, ?)');
  const select = sqlite.prepare<[number, number], OutboxEntry>(
    'select sequence, kind, id, attempts from index_outbox where not_before <= ? order by sequence limit ?',
  );
  const remove = sqlite.prepare<[number]>('delete from index_outbox where sequence = ?');
  const putOff = sqlite.prepare<[number, number]>(
    'update index_outbox set attempts = attempts + 1, not_before = ? where sequence = ?',
  );
  const putForward = sqlite.prepare<[]>('update index_outbox set not_before = 0 where not_before > 0');
  const count = sqlite.prepare<[number], { all: number; failed: number }>(
    'select count(*) as "all", count(*) filter (where attempts >= ?) as failed from index_outbox',
  );
  const next = sqlite.prepare<[], { at: number | null }>('select min(not_before) as at from index_outbox');

  return {
    add(kind, id) {
      insert.run(kind, id);
    },
    take(limit, now) {
      return select.all(now, limit);
    },
    acknowledge(entries) {
      for (const entry of entries) remove.run(entry.sequence);
    },
    fail(entries, now) {
      for (const entry of entries) putOff.run(now + retryDelay(entry.attempts + 1), entry.sequence);
    },
    retryNow() {
      putForward.run();
    },
    counts() {
      const { all, failed } = count.get(GIVEN_UP_AFTER) ?? { all: 0, failed: 0 };
      return { pending: all - failed, failed };
    },
    nextAttemptAt() {
      return next.get()?.at ?? null;
    },
  };
}
