import { type RecordKind, recordKindSchema } from '../../contracts/record.ts';
import type { DocumentKey, SearchDocument } from './document.ts';
import type { IndexerRequest } from './indexerProtocol.ts';
import { EMBEDDED_BODY_MAX } from './lexicalEmbedder.ts';
import type { OutboxEntry } from './outbox.ts';

type WriteRequest = Extract<IndexerRequest, { type: 'write' }>;

/** Records of the outbox and what the indexer's thread is asked to write for them. */
export interface IndexBatch {
  readonly entries: readonly OutboxEntry[];
  readonly request: WriteRequest;
  /** Those that could not be read, and are in neither. */
  readonly unreadable: readonly { entry: OutboxEntry; error: unknown }[];
}

export const BATCH_MAX = 500;
/** Characters in one batch. */
const BATCH_TEXT_MAX = 2_000_000;
/** Milliseconds of reading after which the thread that answers the window gets its turn. */
const TURN = 8;

/** Reads the records of `entries`, as many as one batch can carry. */
export async function readBatch(
  entries: readonly OutboxEntry[],
  readDocument: (kind: RecordKind, id: string) => SearchDocument | null,
): Promise<IndexBatch> {
  const request: WriteRequest = { type: 'write', documents: [], removed: [] };
  const taken: OutboxEntry[] = [];
  const unreadable: { entry: OutboxEntry; error: unknown }[] = [];
  let companions = BATCH_MAX;
  let size = 0;
  let turn = performance.now();
  for (const entry of entries) {
    companions = Math.min(companions, companionsOf(entry));
    if (taken.length > 0 && (taken.length >= companions || size >= BATCH_TEXT_MAX)) break;
    try {
      const document = readDocument(entry.kind, entry.id);
      if (document === null) {
        request.removed.push(toVectorKey(entry));
      } else {
        const body = document.body.slice(0, EMBEDDED_BODY_MAX);
        request.documents.push({ key: toVectorKey(entry), kind: entry.kind, title: document.title, body });
        size += document.title.length + body.length;
      }
      taken.push(entry);
    } catch (error) {
      unreadable.push({ entry, error });
    }
    if (performance.now() - turn > TURN) {
      await new Promise(setImmediate);
      turn = performance.now();
    }
  }
  return { entries: taken, request, unreadable };
}

/**
 * How many may share a batch with this one. What failed is tried in smaller and smaller company, so that one bad record
 * soon stands alone and does not hold the others up.
 */
function companionsOf(entry: OutboxEntry): number {
  return Math.max(1, Math.floor(BATCH_MAX / 10 ** entry.attempts));
}

/** A record's name in the vector table. */
export function toVectorKey({ kind, id }: DocumentKey): string {
  return `${kind}:${id}`;
}

/** The record that a name of the vector table stands for; null for one that this version does not know. */
export function toDocumentKey(key: string): DocumentKey | null {
  const colon = key.indexOf(':');
  const kind = recordKindSchema.safeParse(key.slice(0, colon));
  return kind.success ? { kind: kind.data, id: key.slice(colon + 1) } : null;
}
