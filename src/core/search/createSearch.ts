import type { WorkspaceEvent } from '../../contracts/event.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { SearchItem } from '../../contracts/search.ts';
import { isCorruption } from '../db/driverErrors.ts';
import type { Database } from '../db/openDatabase.ts';
import type { Ports } from '../ports.ts';
import type { EventSource, SearchService } from '../workspace.ts';
import type { DocumentKey, SearchDocument } from './document.ts';
import type { Reader } from '../reader/createReader.ts';
import { createFullText, type FullTextQuery } from './fullText.ts';
import { fuse } from './hybrid.ts';
import { toDocumentKey, toVectorKey } from './indexBatch.ts';
import { createIndexer } from './indexer.ts';
import type { Found } from './indexerProtocol.ts';
import { lexicalEmbedder } from './lexicalEmbedder.ts';
import { withoutStopWords } from './stopWords.ts';
import { resembles } from './wordSimilarity.ts';
import { toWords } from './words.ts';

export interface SearchOptions {
  readonly database: Database;
  /** Where full text is read: a word that most records have, or ten words, take their time. */
  readonly reader: Pick<Reader, 'read'>;
  readonly ports: Pick<Ports, 'paths' | 'clock' | 'logger'>;
  readonly events: EventSource & { emit(event: WorkspaceEvent): void };
  /** Milliseconds that an answer waits for hits by meaning; 150 if not given. */
  readonly searchTime?: number;
  /** null where there is no such record, or where it waits for approval. */
  readonly readDocument: (kind: RecordKind, id: string) => SearchDocument | null;
  /** All documents in any order that stays the same, those after `after`; fewer than `limit` only at the end. */
  readonly listDocuments: (after: DocumentKey | null, limit: number) => SearchDocument[];
}

export interface Search extends SearchService {
  /** Begins to keep the vectors up to date, in a worker thread. */
  start(): void;
  /** Waits for the batch under way and ends the worker. Twice does no harm. */
  dispose(): Promise<void>;
}

/** How much the legs count. The built-in embedder knows spelling alone, so what it adds comes after what has the words. */
const FULL_TEXT_WEIGHT = 1;
const MEANING_WEIGHT = 0.7;
/** Nearest vectors that are looked at; more where a filter, which vectors know nothing of, will drop many. */
const CANDIDATES = 50;
const FILTERED_CANDIDATES = 300;
/** Milliseconds in which a person does not notice waiting. */
const SEARCH_TIME = 150;

/**
 * Search over everything in the workspace. Full text answers at once and always; hits by meaning join it where the index
 * is there, in a bounded time.
 */
export function createSearch(options: SearchOptions): Search {
  const { database, reader, ports, events, readDocument, listDocuments } = options;
  const embedder = lexicalEmbedder;
  const fullText = createFullText(database);
  const indexer = createIndexer({
    database,
    fullText,
    embedder,
    ports,
    readDocument,
    listDocuments,
    searchTime: options.searchTime ?? SEARCH_TIME,
    emit: (event) => events.emit(event),
  });
  let unsubscribe: (() => void) | null = null;

  const queryHere = (query: FullTextQuery): SearchItem[] => {
    try {
      return fullText.query(query);
    } catch (error) {
      if (!isCorruption(error)) throw error;
      ports.logger.error('full text failed and is made anew', { error });
      fullText.repair();
      return fullText.query(query);
    }
  };

  const isCommon = (text: string): boolean => {
    try {
      return fullText.isCommon(text);
    } catch (error) {
      if (!isCorruption(error)) throw error;
      // Whoever reads it next repairs it.
      return false;
    }
  };

  /** The records behind the nearest vectors that truly have something of what is looked for. */
  const resolve = (nearest: Found, byWords: readonly SearchItem[], query: FullTextQuery): SearchItem[] => {
    const wanted = withoutStopWords(toWords(query.text));
    const known = new Map(byWords.map((item) => [toVectorKey(item), item]));
    const items: SearchItem[] = [];
    for (const { key } of nearest) {
      if (items.length === query.limit) break;
      const documentKey = toDocumentKey(key);
      if (documentKey === null) continue;
      const item = known.get(key) ?? fullText.find(documentKey, query, (text) => resembles(wanted, toWords(text)));
      if (item !== null) items.push(item);
    }
    return items;
  };

  return {
    async query(input, signal) {
      if (toWords(input.text).length === 0) return { items: [] };
      const candidates = input.projectId === undefined ? CANDIDATES : FILTERED_CANDIDATES;
      const nearest = indexer.search({ text: input.text, limit: candidates, kinds: input.kinds });
      const here = (): SearchItem[] => queryHere(input);
      const byWords = isCommon(input.text)
        ? await reader.read({ type: 'fullText', query: input }, here, signal)
        : here();
      const legs = [
        { items: byWords, weight: FULL_TEXT_WEIGHT },
        { items: resolve((await nearest) ?? [], byWords, input), weight: MEANING_WEIGHT },
      ];
      return { items: fuse(legs, input.limit) };
    },
    status: () => indexer.status(),
    rebuild: () => indexer.rebuild(),
    start() {
      unsubscribe ??= events.subscribe((event) => {
        if (event.type === 'recordsChanged') indexer.wake();
      });
      indexer.start();
    },
    async dispose() {
      unsubscribe?.();
      await indexer.dispose();
    },
  };
}
