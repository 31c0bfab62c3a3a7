import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RecordKind } from '../../../src/contracts/record.ts';
import { type Database, databaseFile, openDatabase } from '../../../src/core/db/openDatabase.ts';
import { createEvents, type EventBus } from '../../../src/core/events.ts';
import type { LogFields, Ports } from '../../../src/core/ports.ts';
import { createReader } from '../../../src/core/reader/createReader.ts';
import { createSearch, type Search } from '../../../src/core/search/createSearch.ts';
import type { SearchDocument } from '../../../src/core/search/document.ts';
import { createFullText, type FullText } from '../../../src/core/search/fullText.ts';
import { createOutbox } from '../../../src/core/search/outbox.ts';

const source = fileURLToPath(new URL('../../../src/', import.meta.url));

/** The search of a workspace whose records are documents and nothing else. */
export interface TestSearch extends AsyncDisposable {
  readonly search: Search;
  readonly fullText: FullText;
  readonly database: Database;
  readonly events: EventBus;
  /** What was logged as a warning or an error. */
  readonly log: { message: string; fields: LogFields | undefined }[];
  put(...documents: Partial<SearchDocument>[]): void;
  remove(kind: RecordKind, id: string): void;
  /** Kinds and ids of the hits, best first. */
  find(text: string, options?: { limit?: number; kinds?: RecordKind[]; projectId?: string }): Promise<string[]>;
  /** Waits until nothing waits for the indexer. */
  settled(): Promise<void>;
  /** Looks again each time the index has changed, until it is so. */
  indexed(isSo: () => boolean | Promise<boolean>): Promise<void>;
}

export interface TestSearchOptions {
  readonly workspace: string;
  readonly indexerWorker?: string;
  readonly isStarted?: boolean;
  readonly now?: () => number;
  /** A record, as `kind:id`, that cannot be read for the index. */
  readonly unreadable?: string;
}

export function openSearch({
  workspace,
  indexerWorker,
  isStarted = true,
  now = Date.now,
  unreadable,
}: TestSearchOptions): TestSearch {
  const log: TestSearch['log'] = [];
  const note = (message: string, fields?: LogFields): void => void log.push({ message, fields });
  const ports: Pick<Ports, 'paths' | 'clock' | 'host' | 'logger'> = {
    paths: {
      workspace,
      migrations: join(source, 'core/db/migrations'),
      indexerWorker: indexerWorker ?? join(source, 'core/search/indexerWorker.ts'),
      readerWorker: join(source, 'core/reader/readerWorker.ts'),
    },
    host: { kind: 'test', version: '0.0.0' },
    clock: { now, today: () => '2026-11-21', timeOfDay: () => '09:00' },
    logger: { debug: () => undefined, info: () => undefined, warn: note, error: note },
  };
  const events = createEvents(ports.logger);
  const database = openDatabase(ports);
  const { sqlite } = database;
  sqlite.exec(
    'create table if not exists records (kind text, id text, title text, body text, project_id text, primary key (kind, id))',
  );
  const columns = 'select kind, id, title, body, project_id as projectId from records';
  const read = sqlite.prepare<[string, string], SearchDocument>(`${columns} where kind = ? and id = ?`);
  const list = sqlite.prepare<[string, string, number], SearchDocument>(
    `${columns} where (kind, id) > (?, ?) order by kind, id limit ?`,
  );
  const insert = sqlite.prepare<[SearchDocument]>(
    'insert or replace into records values (@kind, @id, @title, @body, @projectId)',
  );
  const erase = sqlite.prepare<[string, string]>('delete from records where kind = ? and id = ?');
  const fullText = createFullText(database);
  const outbox = createOutbox(database);
  const reader = createReader({
    path: ports.paths.readerWorker,
    file: databaseFile(workspace),
    logger: ports.logger,
  });
  const search = createSearch({
    database,
    reader,
    ports,
    events,
    // What is found is tested here, not how fast this machine is today.
    searchTime: 10_000,
    readDocument: (kind, id) => {
      if (`${kind}:${id}` === unreadable) throw new Error('database disk image is malformed');
      return read.get(kind, id) ?? null;
    },
    listDocuments: (after, limit) => list.all(after?.kind ?? '', after?.id ?? '', limit),
  });
  if (isStarted) search.start();

  const waitUntil = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
    for (;;) {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const stop = events.subscribe((event) => {
        if (event.type === 'indexChanged') resolve(undefined);
      });
      try {
        if (await isSo()) return;
        await promise;
      } finally {
        stop();
      }
    }
  };
  const changed = (): void => events.emit({ type: 'recordsChanged', records: [] });
  return {
    search,
    fullText,
    database,
    events,
    log,
    put(...documents) {
      database.transaction(() => {
        for (const part of documents) {
          const document: SearchDocument = { kind: 'note', id: 'a', title: '', body: '', projectId: null, ...part };
          insert.run(document);
          fullText.put(document);
          outbox.add(document.kind, document.id);
        }
      });
      changed();
    },
    remove(kind, id) {
      database.transaction(() => {
        erase.run(kind, id);
        fullText.remove(kind, id);
        outbox.add(kind, id);
      });
      changed();
    },
    async find(text, { limit = 20, ...filters } = {}) {
      const { items } = await search.query({ text, limit, ...filters });
      return items.map(({ kind, id }) => `${kind}:${id}`);
    },
    settled: () => waitUntil(() => search.status().pending === 0),
    indexed: waitUntil,
    async [Symbol.asyncDispose]() {
      await search.dispose();
      await reader.dispose();
      database.close();
    },
  };
}
