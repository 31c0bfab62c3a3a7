import { type TrashItem, TRASH_DAYS } from '../../contracts/trash.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { WorkspaceEvent } from '../../contracts/event.ts';
import type { Counts } from '../changes/counts.ts';
import { parseUser } from '../changes/createChanges.ts';
import type { Database } from '../db/openDatabase.ts';
import type { Clock, Logger } from '../ports.ts';
import { createPager, type Order } from '../records/pager.ts';
import type { TrashService } from '../workspace.ts';
import { notInTrash, type RestoreRecords } from './restoreRecords.ts';
import type { ScrubRecords } from './scrubRecords.ts';
import { TRASH_COUNT_KEY } from './trashRows.ts';

type Row = Omit<TrashItem, 'expiresAt'> & { sequence: number };

const COLUMNS = `
  t.sequence, t.record_kind as kind, t.record_id as id, t.title, t.project_id as projectId, t.deleted_at as deletedAt,
  t.child_count as childCount, t.actor_kind as actorKind, t.actor_name as actorName, t.change_set_id as changeSetId`;

const lastDeletedFirst: Order<Row> = {
  name: 'trash',
  key: 't.deleted_at',
  id: 't.sequence',
  direction: 'desc',
  type: 'number',
  keyOf: (row) => [row.deletedAt, row.sequence],
};

const LIFETIME = TRASH_DAYS * 24 * 60 * 60 * 1_000;
/** How often is looked for what is due, in milliseconds: a day that the machine slept through counts too. */
const LOOK_EVERY = 60 * 60 * 1_000;
/** Records that leave in one transaction: about 50 ms. What hung on one root leaves with it, however much that is. */
const BATCH_RECORDS = 500;
const BATCH_ROOTS = 100;

export interface TrashParts {
  readonly database: Database;
  readonly counts: Counts;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly events: { emit(event: WorkspaceEvent): void };
  readonly restoreRecords: RestoreRecords;
  readonly scrubRecords: ScrubRecords;
}

export interface Trash {
  readonly service: TrashService;
  /** Lets go what is over 30 days old, now and from time to time, between other work. */
  start(): void;
  dispose(): Promise<void>;
}

export function createTrash(parts: TrashParts): Trash {
  const { database, counts, clock, logger, events, restoreRecords, scrubRecords } = parts;
  const { sqlite } = database;
  const page = createPager<Row>(database);
  const selectOne = sqlite.prepare<[string, string], Row>(
    `select ${COLUMNS} from trash t where t.record_kind = ? and t.record_id = ?`,
  );
  const selectDue = sqlite.prepare<[number, number], Row>(
    `select ${COLUMNS} from trash t where t.deleted_at <= ? order by t.deleted_at, t.sequence limit ?`,
  );
  const selectOldest = sqlite.prepare<[number, number], Row>(
    `select ${COLUMNS} from trash t where t.sequence <= ? order by t.sequence limit ?`,
  );
  const selectLast = sqlite.prepare<[], number | null>('select max(sequence) from trash').pluck();
  const remove = sqlite.prepare<[number]>('delete from trash where sequence = ?');
  let timer: NodeJS.Timeout | undefined;
  let isDisposed = false;
  const working = new Set<Promise<unknown>>();

  function find(items: readonly { kind: RecordKind; id: string }[]): Row[] {
    const rows = new Map<number, Row>();
    for (const { kind, id } of items) {
      const row = selectOne.get(kind, id);
      if (row !== undefined) rows.set(row.sequence, row);
    }
    return [...rows.values()];
  }

  /** Lets go as many of `rows` as one transaction takes; answers how many. */
  function letGo(rows: readonly Row[]): number {
    const batch: Row[] = [];
    let records = 0;
    for (const row of rows) {
      if (batch.length > 0 && records + row.childCount >= BATCH_RECORDS) break;
      batch.push(row);
      records += row.childCount + 1;
    }
    // What is freed is overwritten, so that it cannot be read from the file either.
    sqlite.pragma('secure_delete = on');
    try {
      database.transaction(() => {
        scrubRecords(batch);
        for (const row of batch) {
          remove.run(row.sequence);
          counts.move([TRASH_COUNT_KEY], []);
        }
        database.afterCommit(() => events.emit({ type: 'trashChanged' }));
      });
    } finally {
      sqlite.pragma('secure_delete = off');
    }
    return batch.length;
  }

  /** Batch after batch, others having their turn in between, until `next` has none or the workspace closes. */
  async function letGoAll(next: () => Row[]): Promise<number> {
    let count = 0;
    for (let rows = next(); rows.length > 0 && !isDisposed; rows = next()) {
      count += letGo(rows);
      await new Promise(setImmediate);
    }
    return count;
  }

  function track<Result>(work: Promise<Result>): Promise<Result> {
    working.add(work);
    void work.finally(() => working.delete(work)).catch(() => undefined);
    return work;
  }

  function letGoWhatIsDue(): void {
    // Closed before it came to this.
    if (isDisposed) return;
    const work = letGoAll(() => selectDue.all(clock.now() - LIFETIME, BATCH_ROOTS));
    track(work).catch((error: unknown) => {
      logger.error('the trash could not be emptied of what is due', { error: database.translateError(error) });
    });
  }

  return {
    service: {
      list: ({ limit, cursor }) =>
        page({
          select: `select ${COLUMNS} from trash t`,
          where: [],
          order: lastDeletedFirst,
          limit,
          cursor,
          toItem: ({ sequence: _sequence, ...row }): TrashItem => ({ ...row, expiresAt: row.deletedAt + LIFETIME }),
        }),
      count: () => counts.get(TRASH_COUNT_KEY),
      restore(items, claimedActor) {
        const actor = parseUser(claimedActor);
        return database.transaction(() => {
          const rows = find(items);
          const [first] = items;
          if (rows.length === 0 && first !== undefined) throw notInTrash(first);
          return restoreRecords(rows, actor);
        });
      },
      async delete(items, actor) {
        parseUser(actor);
        // Asked anew before each batch: what was restored meanwhile stays.
        return { count: await track(letGoAll(() => find(items))) };
      },
      async empty(actor) {
        parseUser(actor);
        // What is deleted while this goes on stays.
        const last = selectLast.get() ?? 0;
        return { count: await track(letGoAll(() => selectOldest.all(last, BATCH_ROOTS))) };
      },
    },
    start() {
      // Once the opening is over.
      setImmediate(letGoWhatIsDue);
      timer = setInterval(letGoWhatIsDue, LOOK_EVERY);
      timer.unref();
    },
    async dispose() {
      isDisposed = true;
      clearInterval(timer);
      await Promise.allSettled(working);
    },
  };
}
