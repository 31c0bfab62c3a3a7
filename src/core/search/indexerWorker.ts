import { parentPort } from 'node:worker_threads';
import type { AnswerEnvelope } from '../threads/threadProtocol.ts';
import type { Embedder } from './embedder.ts';
import {
  type Found,
  indexerEnvelopeSchema,
  type IndexerRequest,
  type Opened,
  type Written,
} from './indexerProtocol.ts';
import { lexicalEmbedder } from './lexicalEmbedder.ts';
import { openVectorStore, type VectorRow, type VectorStore } from './vectorStore.ts';

/**
 * A thread of its own: embeds, and keeps the vector table. It is also the first file of a bundle, so it may not ask where
 * it lies.
 */

const EMBEDDERS: readonly Embedder[] = [lexicalEmbedder];
/** Milliseconds of embedding after which a waiting search gets its turn. */
const TURN = 10;

if (parentPort === null) throw new Error('the indexer runs in a worker thread');
const port = parentPort;

let open: { store: VectorStore; embedder: Embedder } | null = null;
/** Everything but searching happens one after the other. */
let last: Promise<unknown> = Promise.resolve();

port.on('message', (message: unknown) => {
  const { id, request } = indexerEnvelopeSchema.parse(message);
  const answer = request.type === 'search' ? handle(request) : last.then(() => handle(request));
  if (request.type !== 'search') last = answer.catch(() => undefined);
  answer
    .then(
      (value) => port.postMessage({ id, value } satisfies AnswerEnvelope),
      (error: unknown) =>
        port.postMessage({
          id,
          error: error instanceof Error ? error.message : String(error),
        } satisfies AnswerEnvelope),
    )
    .finally(() => {
      if (request.type === 'close') port.close();
    });
});

async function handle(request: IndexerRequest): Promise<unknown> {
  switch (request.type) {
    case 'open':
      return openStore(request);
    case 'write':
      return write(request);
    case 'search':
      return search(request);
    case 'compact':
      await opened().store.compact();
      return null;
    case 'close':
      open?.store.close();
      open = null;
      return null;
  }
}

function opened(): { store: VectorStore; embedder: Embedder } {
  if (open === null) throw new Error('the vector table is not open');
  return open;
}

async function openStore(request: Extract<IndexerRequest, { type: 'open' }>): Promise<Opened> {
  const embedder = EMBEDDERS.find(({ name }) => name === request.embedder);
  if (embedder === undefined) throw new Error(`no embedder of the name ${request.embedder}`);
  open?.store.close();
  open = null;
  const { folder, table, wipe } = request;
  const store = await openVectorStore({ folder, table, wipe, dimension: embedder.dimension });
  open = { store, embedder };
  return store.found;
}

async function write(request: Extract<IndexerRequest, { type: 'write' }>): Promise<Written> {
  const { store, embedder } = opened();
  const rows: VectorRow[] = [];
  const removed = [...request.removed];
  let turn = performance.now();
  for (const { key, kind, ...text } of request.documents) {
    const vector = embedder.embedDocument(text);
    if (vector === null) removed.push(key);
    else rows.push({ key, kind, vector });
    if (performance.now() - turn > TURN) {
      await new Promise(setImmediate);
      turn = performance.now();
    }
  }
  const written = await store.write(rows, removed);
  return { ...written, embedded: rows.map((row) => row.key) };
}

async function search(request: Extract<IndexerRequest, { type: 'search' }>): Promise<Found> {
  const { store, embedder } = opened();
  const vector = embedder.embedQuery(request.text);
  if (vector === null) return [];
  const { limit, kinds } = request;
  return store.search({ vector, limit, kinds, minimumSimilarity: embedder.minimumSimilarity });
}
