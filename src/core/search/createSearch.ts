import type { WorkspaceEvent } from '../../contracts/event.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { Database } from '../db/openDatabase.ts';
import type { Ports } from '../ports.ts';
import type { SearchService } from '../workspace.ts';
import type { DocumentKey, SearchDocument } from './document.ts';
import { createFullText } from './fullText.ts';
import { createOutbox } from './outbox.ts';

export interface SearchOptions {
  readonly database: Database;
  readonly ports: Pick<Ports, 'paths' | 'clock' | 'logger'>;
  readonly events: { publish(event: WorkspaceEvent): void };
  /** null where there is no such record, or where it waits for approval. */
  readDocument(kind: RecordKind, id: string): SearchDocument | null;
  /** All documents in any order that stays the same, those after `after`; fewer than `limit` only at the end. */
  listDocuments(after: DocumentKey | null, limit: number): SearchDocument[];
}

export interface Search extends SearchService {
  /** Begins to keep the vectors up to date, in a worker thread. */
  start(): void;
  /** Waits for the batch under way and ends the worker. Twice does no harm. */
  dispose(): Promise<void>;
}

/**
 * Search over everything in the workspace. Full text answers at once and always; hits by meaning join it where the index
 * is there, in a bounded time.
 */
export function createSearch({ database }: SearchOptions): Search {
  const fullText = createFullText(database);
  const outbox = createOutbox(database);
  return {
    async query(input) {
      return { items: fullText.query(input) };
    },
    status() {
      return { ...outbox.counts(), embedder: 'lexical-1' };
    },
    rebuild() {},
    start() {},
    async dispose() {},
  };
}
