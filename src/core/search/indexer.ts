import { join } from 'node:path';
import { z } from 'zod';
import type { WorkspaceEvent } from '../../contracts/event.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { SearchStatus } from '../../contracts/search.ts';
import type { Database } from '../db/openDatabase.ts';
import type { Ports } from '../ports.ts';
import { createWorkerThread, ThreadEndedError } from '../threads/workerThread.ts';
import { createAlarm } from './alarm.ts';
import type { DocumentKey, SearchDocument } from './document.ts';
import type { Embedder } from './embedder.ts';
import type { FullText } from './fullText.ts';
import { BATCH_MAX, readBatch, toVectorKey } from './indexBatch.ts';
import { createIndexLedger, type IndexState } from './indexLedger.ts';
import {
  type Found,
  foundSchema,
  type IndexerRequest,
  type Opened,
  openedSchema,
  writtenSchema,
} from './indexerProtocol.ts';
import { createOutbox, retryDelay, type OutboxEntry } from './outbox.ts';

export interface IndexerOptions {
  readonly database: Database;
  readonly fullText: FullText;
  readonly embedder: Embedder;
  readonly ports: Pick<Ports, 'paths' | 'clock' | 'logger'>;
  /** Milliseconds that `search` takes at most. */
  readonly searchTime: number;
  readonly emit: (event: WorkspaceEvent) => void;
  readonly readDocument: (kind: RecordKind, id: string) => SearchDocument | null;
  readonly listDocuments: (after: DocumentKey | null, limit: number) => SearchDocument[];
}

/** Keeps the vectors in step with the records, from the outbox, in a thread of its own. */
export interface Indexer {
  start(): void;
  /** Something was put into the outbox. */
  wake(): void;
  /** The nearest vectors first; null where the index is not there, not ready or not quick enough. Never rejects. */
  search(query: { text: string; limit: number; kinds: readonly RecordKind[] | undefined }): Promise<Found | null>;
  rebuild(): void;
  status(): SearchStatus;
  /** Waits for the batch under way. */
  dispose(): Promise<void>;
}

/** Milliseconds. The start of the app comes first. */
const START_DELAY = 300;
/** Changes that come close together become one batch. */
const WAKE_DELAY = 200;
const COMPACT_DELAY = 2_000;
const EVENT_INTERVAL = 500;
/** Records that a rebuild reads at a time. */
const PAGE = 50;
/** Failures in a row after which an index that looked whole is not believed any more. */
const DISTRUST_AFTER = 3;

export function createIndexer(options: IndexerOptions): Indexer {
  const { database, fullText, embedder, ports, readDocument, listDocuments } = options;
  const { clock, logger } = ports;
  const folder = join(ports.paths.workspace, 'vectors');
  const outbox = createOutbox(database);
  const ledger = createIndexLedger(database, embedder);
  const thread = createWorkerThread<IndexerRequest>({ path: ports.paths.indexerWorker, name: 'indexer' });
  const alarm = createAlarm();

  let loop: Promise<void> | null = null;
  let isDisposed = false;
  let isOpen = false;
  /** Whether the table was looked at since the start, or since it failed last. */
  let isVerified = false;
  /** Grows with each rebuild, so that what an older table's batch answers is not taken for the new table's. */
  let generation = 0;
  /** Records that a rebuild has still to put into the outbox. */
  let unlisted = 0;
  /** Failures in a row: of any work, of opening, of searching. */
  const failures = { work: 0, open: 0, search: 0 };
  let retryAt = 0;
  /** Runs for a while after each event; what happens meanwhile is told when it ends. */
  let eventTimer: NodeJS.Timeout | null = null;
  let isAnnounced = false;

  const announce = (): void => {
    if (isAnnounced || isDisposed) return;
    isAnnounced = true;
    if (eventTimer === null) announceNow();
  };

  const announceNow = (): void => {
    if (eventTimer !== null) clearTimeout(eventTimer);
    eventTimer = null;
    if (!isAnnounced) return;
    isAnnounced = false;
    eventTimer = setTimeout(announceNow, EVENT_INTERVAL);
    options.emit({ type: 'indexChanged' });
  };

  /** The table is opened and looked at again before anything else is done with it. */
  const distrust = (): void => {
    isOpen = false;
    isVerified = false;
  };

  const startOver = (): void => {
    ledger.begin();
    generation += 1;
    isOpen = false;
    failures.search = 0;
    unlisted = fullText.count();
    announce();
  };

  const run = async (): Promise<void> => {
    for (let isStart = true; ; isStart = false) {
      await alarm.ring();
      if (isDisposed) return;
      try {
        if (isStart) outbox.retryNow();
        if (await catchUp()) {
          alarm.set(COMPACT_DELAY);
          announceNow();
        } else if (isOpen) await compact();
        failures.work = 0;
        const next = outbox.nextAttemptAt();
        if (next !== null) alarm.set(Math.max(WAKE_DELAY, next - clock.now()));
      } catch (error) {
        failures.work += 1;
        const delay = retryDelay(failures.work);
        retryAt = performance.now() + delay;
        logger.warn('the search index is not up to date', { error, failures: failures.work, retryIn: delay });
        announce();
        alarm.set(delay);
      }
    }
  };

  /** Works until nothing is left that can be tried now. @returns whether there was anything to do */
  const catchUp = async (): Promise<boolean> => {
    let hasWorked = false;
    for (; !isDisposed; hasWorked = true) {
      const state = ledger.state() ?? ledger.begin();
      if (state.isRebuilding) {
        await listRecords();
        continue;
      }
      const entries = outbox.take(BATCH_MAX, clock.now());
      const isUnchecked = !isVerified && ledger.expectedRows().most > 0;
      if (!isOpen && (entries.length > 0 || isUnchecked)) await openTable(state);
      else if (entries.length > 0) await writeBatch(entries);
      else return hasWorked;
    }
    return hasWorked;
  };

  /** A rebuild's first half, begun again after a crash: every record goes into full text and the outbox. */
  const listRecords = async (): Promise<void> => {
    const current = generation;
    unlisted = fullText.count();
    let after: DocumentKey | null = null;
    while (!isDisposed && current === generation) {
      const page: SearchDocument[] = listDocuments(after, PAGE);
      database.transaction(() => {
        for (const document of page) {
          fullText.put(document);
          outbox.add(document.kind, document.id);
        }
        if (page.length < PAGE) ledger.endRebuild();
      });
      unlisted = page.length < PAGE ? 0 : Math.max(0, unlisted - page.length);
      after = page.at(-1) ?? null;
      if (page.length < PAGE) return;
      await new Promise(setImmediate);
    }
  };

  const openTable = async (state: IndexState): Promise<void> => {
    const current = generation;
    // Nothing was ever acknowledged in this table: whatever lies there is not ours or not needed.
    const isFresh = state.tableVersion === 0;
    let found: Opened;
    try {
      found = await thread.request(
        { type: 'open', folder, table: state.vectorTable, embedder: embedder.name, wipe: isFresh },
        openedSchema,
      );
    } catch (error) {
      if (current !== generation) return;
      failures.open += 1;
      const isCrash = error instanceof ThreadEndedError && failures.open < DISTRUST_AFTER;
      if (isFresh || isCrash) throw error;
      logger.warn('the search index cannot be read and is made anew', { error });
      startOver();
      return;
    }
    if (current !== generation) return;
    failures.open = 0;
    isVerified = true;
    if (!isFresh && !isWhole(found, state)) {
      logger.warn('the search index is not the one that was written and is made anew', { ...found });
      startOver();
      return;
    }
    isOpen = true;
    announce();
  };

  const isWhole = (found: Opened, state: IndexState): boolean => {
    const { least, most } = ledger.expectedRows();
    const isOurs = !found.isNew && found.version >= state.tableVersion;
    return isOurs && found.rows === found.keys && found.rows >= least && found.rows <= most;
  };

  const writeBatch = async (waiting: readonly OutboxEntry[]): Promise<void> => {
    const current = generation;
    const { entries, request, unreadable } = await readBatch(waiting, readDocument);
    if (current !== generation) return;
    if (unreadable.length > 0) {
      logger.error('records could not be read for the search index', {
        count: unreadable.length,
        error: unreadable[0]?.error,
      });
      database.transaction(() =>
        outbox.fail(
          unreadable.map(({ entry }) => entry),
          clock.now(),
        ),
      );
    }
    if (entries.length === 0) return;
    try {
      const written = await thread.request(request, writtenSchema);
      if (current !== generation) return;
      const keys = new Set(written.embedded);
      const embedded = entries.filter((entry) => keys.has(toVectorKey(entry)));
      const removed = entries.filter((entry) => !keys.has(toVectorKey(entry)));
      database.transaction(() => {
        ledger.acknowledge({ embedded, removed, version: written.version });
        outbox.acknowledge(entries);
      });
      failures.work = 0;
      announce();
      if (written.isFragmented) await compact();
    } catch (error) {
      if (current !== generation) return;
      distrust();
      database.transaction(() => outbox.fail(entries, clock.now()));
      throw error;
    }
  };

  const compact = async (): Promise<void> => {
    try {
      await thread.request({ type: 'compact' }, z.null());
    } catch (error) {
      distrust();
      throw error;
    }
  };

  const failSearch = (error: unknown): void => {
    if (isDisposed || !isOpen) return;
    logger.warn('search by meaning failed; full text answers alone', { error });
    distrust();
    failures.search += 1;
    if (failures.search >= DISTRUST_AFTER) startOver();
    wake();
  };

  const wake = (): void => alarm.set(Math.max(WAKE_DELAY, retryAt - performance.now()));

  return {
    start() {
      if (loop !== null || isDisposed) return;
      if (ledger.state()?.isRebuilding !== false) unlisted = fullText.count();
      alarm.set(START_DELAY);
      loop = run();
    },
    wake,
    async search({ text, limit, kinds }) {
      if (!isOpen || isDisposed) return null;
      const answer = thread
        .request({ type: 'search', text, limit, kinds: kinds === undefined ? null : [...kinds] }, foundSchema)
        .then(
          (found) => {
            failures.search = 0;
            return found;
          },
          (error: unknown) => {
            failSearch(error);
            return null;
          },
        );
      return within(options.searchTime, answer);
    },
    rebuild() {
      startOver();
      outbox.retryNow();
      failures.work = 0;
      retryAt = 0;
      alarm.set(0);
    },
    status() {
      const { pending, failed } = outbox.counts();
      const left = pending + unlisted;
      // An index that cannot be opened again and again is not worth waiting for.
      const isGivenUp = failures.work >= DISTRUST_AFTER;
      return { pending: isGivenUp ? 0 : left, failed: isGivenUp ? failed + left : failed, embedder: embedder.name };
    },
    async dispose() {
      isDisposed = true;
      alarm.end();
      await loop;
      await thread.end();
      if (eventTimer !== null) clearTimeout(eventTimer);
      eventTimer = null;
    },
  };
}

/** @returns null where it takes longer than `time` ms. */
async function within<Value>(time: number, answer: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), time);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
