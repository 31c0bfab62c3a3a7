import { mkdir, rm } from 'node:fs/promises';
import type { Connection, Table } from '@lancedb/lancedb';

/** One vector and the record it stands for. No text lies beside it. */
export interface VectorRow {
  /** `kind:id` */
  readonly key: string;
  readonly kind: string;
  readonly vector: Float32Array;
}

export interface VectorHit {
  readonly key: string;
  /** Cosine, -1 to 1: the vectors' lengths are 1, so their product is enough, which is twice as fast. */
  readonly similarity: number;
}

/** What lies on disk, as read from all of it. */
export interface VectorTableState {
  /** The table was not there. */
  readonly isNew: boolean;
  readonly rows: number;
  /** Different keys among them. */
  readonly keys: number;
  /** LanceDB's own number; grows with each write, so a smaller one than before means that writes were lost. */
  readonly version: number;
}

export interface VectorTableOptions {
  readonly folder: string;
  readonly table: string;
  readonly dimension: number;
  /** Throws away whatever lies in the folder first. */
  readonly wipe: boolean;
}

export interface VectorStore {
  /** How the table was found. Throws where it cannot be read or is none of ours. Other tables in the folder are removed. */
  readonly found: VectorTableState;
  /** Writes and removes in this order; twice is the same as once. */
  write(rows: readonly VectorRow[], removed: readonly string[]): Promise<{ version: number; isFragmented: boolean }>;
  /** The nearest first, `minimumSimilarity` and above. */
  search(query: {
    vector: Float32Array;
    limit: number;
    kinds: readonly string[] | null;
    minimumSimilarity: number;
  }): Promise<VectorHit[]>;
  /** Joins fragments and drops old versions, until nothing is left to do. Does nothing while there is little of both. */
  compact(): Promise<void>;
  close(): void;
}

/** Fragments from which on queries get slower than they need to be. */
const FRAGMENTS_MAX = 64;
/** Fragments or old versions that are worth rewriting the table for, when there is nothing else to do. */
const COMPACT_FROM = 32;
/** `optimize` can leave work for its next call. */
const COMPACT_ROUNDS = 10;
/** No version is older. */
const NOTHING = new Date(0);

/** Opens the table of vectors in a folder, or makes it. LanceDB is loaded here and nowhere else. */
export async function openVectorStore(options: VectorTableOptions): Promise<VectorStore> {
  const lancedb = await import('@lancedb/lancedb');
  const arrow = await import('apache-arrow');
  const { folder, table: name, dimension } = options;
  const schema = new arrow.Schema([
    new arrow.Field('key', new arrow.Utf8(), false),
    new arrow.Field('kind', new arrow.Utf8(), false),
    new arrow.Field(
      'vector',
      new arrow.FixedSizeList(dimension, new arrow.Field('item', new arrow.Float32(), true)),
      false,
    ),
  ]);

  if (options.wipe) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const connection = await lancedb.connect(folder);
  try {
    const isNew = await removeOthers(connection, name);
    const table = isNew ? await connection.createEmptyTable(name, schema) : await connection.openTable(name);
    const found = await inspect(table, isNew, schema.toString());
    let oldVersions = isNew ? 0 : (await table.listVersions()).length;

    /** Searches under way, and what new ones wait for. */
    const searches = new Set<Promise<unknown>>();
    let pause: Promise<unknown> = Promise.resolve();

    const fragments = async (): Promise<number> => (await table.stats()).fragmentStats.numFragments;

    return {
      found,
      async write(rows, removed) {
        if (rows.length > 0) {
          const values = rows.map((row) => ({ key: row.key, kind: row.kind, vector: Array.from(row.vector) }));
          await table
            .mergeInsert('key')
            .whenMatchedUpdateAll()
            .whenNotMatchedInsertAll()
            .execute(lancedb.makeArrowTable(values, { schema }));
          oldVersions += 1;
        }
        if (removed.length > 0) {
          await table.delete(`key in (${removed.map(quote).join(', ')})`);
          oldVersions += 1;
        }
        return { version: await table.version(), isFragmented: (await fragments()) > FRAGMENTS_MAX };
      },
      async search({ vector, limit, kinds, minimumSimilarity }) {
        let query = table.vectorSearch(vector).distanceType('dot').select(['key', '_distance']).limit(limit);
        if (kinds !== null) query = query.where(`kind in (${kinds.map(quote).join(', ')})`);
        await pause;
        const rows = query.toArray();
        const ended = rows.catch(() => undefined);
        searches.add(ended);
        void ended.then(() => searches.delete(ended));
        const hits: VectorHit[] = [];
        for (const row of await rows) {
          const { key, similarity } = toHit(row);
          if (similarity >= minimumSimilarity) hits.push({ key, similarity });
        }
        return hits;
      },
      async compact() {
        if (oldVersions < COMPACT_FROM && (await fragments()) < COMPACT_FROM) return;
        for (let round = 0; round < COMPACT_ROUNDS; round++) {
          const { compaction } = await table.optimize({ cleanupOlderThan: NOTHING });
          if (compaction.filesRemoved + compaction.fragmentsRemoved === 0) break;
        }
        // A search reads the files of the version that it began with, so old ones go when none is under way.
        const cleanUp = Promise.all(searches).then(() => table.optimize({ cleanupOlderThan: new Date() }));
        pause = cleanUp.catch(() => undefined);
        await cleanUp;
        oldVersions = 0;
      },
      close() {
        table.close();
        connection.close();
      },
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** @returns whether `name` is not among the tables */
async function removeOthers(connection: Connection, name: string): Promise<boolean> {
  let isNew = true;
  for (const other of await connection.tableNames({ limit: 1_000 })) {
    if (other === name) isNew = false;
    else await connection.dropTable(other);
  }
  return isNew;
}

/** Reads the keys of every fragment: a truncated or missing file shows here and not in the count. */
async function inspect(table: Table, isNew: boolean, schema: string): Promise<VectorTableState> {
  if ((await table.schema()).toString() !== schema) throw new Error('the vector table has a schema of its own');
  const keys = new Set<string>();
  let rows = 0;
  for await (const batch of table.query().select(['key'])) {
    rows += batch.numRows;
    for (const key of batch.getChild('key') ?? []) keys.add(String(key));
  }
  return { isNew, rows, keys: keys.size, version: await table.version() };
}

function toHit(row: unknown): VectorHit {
  if (typeof row === 'object' && row !== null && 'key' in row && '_distance' in row) {
    const { key, _distance: distance } = row;
    if (typeof key === 'string' && typeof distance === 'number') return { key, similarity: 1 - distance };
  }
  throw new Error('the vector table answered with a row of another shape');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
