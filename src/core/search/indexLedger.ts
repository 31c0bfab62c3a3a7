import { randomBytes } from 'node:crypto';
import type { Database } from '../db/openDatabase.ts';
import type { DocumentKey } from './document.ts';
import type { Embedder } from './embedder.ts';

export interface IndexState {
  readonly vectorTable: string;
  readonly tableVersion: number;
  readonly isRebuilding: boolean;
}

/** What the database knows of the vector index: which table is ours and what has to be in it. */
export interface IndexLedger {
  /** null before the first index of this embedder. */
  state(): IndexState | null;
  /** Forgets all that was indexed and names a new table, to be filled from nothing. */
  begin(): IndexState;
  /** Every record is in the outbox now. */
  endRebuild(): void;
  /** Notes what a batch has written, in the caller's transaction. `version`: the table's after it. */
  acknowledge(batch: { embedded: readonly DocumentKey[]; removed: readonly DocumentKey[]; version: number }): void;
  /** How many rows the table may have. What waits in the outbox may or may not have got there before a crash. */
  expectedRows(): { least: number; most: number };
}

export function createIndexLedger(database: Database, embedder: Pick<Embedder, 'name' | 'dimension'>): IndexLedger {
  const { sqlite } = database;
  const { name, dimension } = embedder;
  const select = sqlite.prepare<[string], { vectorTable: string; tableVersion: number; isRebuilding: number }>(
    'select vector_table as vectorTable, table_version as tableVersion, is_rebuilding as isRebuilding from index_state where embedder = ?',
  );
  const replace = sqlite.prepare<[string, string]>(
    'insert or replace into index_state (embedder, vector_table, table_version, is_rebuilding) values (?, ?, 0, 1)',
  );
  const forget = sqlite.prepare<[string]>('delete from indexed_records where embedder = ?');
  const finish = sqlite.prepare<[string]>('update index_state set is_rebuilding = 0 where embedder = ?');
  const advance = sqlite.prepare<[number, string]>('update index_state set table_version = ? where embedder = ?');
  const insert = sqlite.prepare<[string, string, string]>(
    'insert or ignore into indexed_records (embedder, kind, id) values (?, ?, ?)',
  );
  const remove = sqlite.prepare<[string, string, string]>(
    'delete from indexed_records where embedder = ? and kind = ? and id = ?',
  );
  const countRows = sqlite.prepare<[string], { indexed: number }>(
    'select count(*) as indexed from indexed_records where embedder = ?',
  );
  const countWaiting = sqlite.prepare<[string], { known: number; unknown: number }>(
    `select count(r.id) as known, count(*) - count(r.id) as unknown from index_outbox o
     left join indexed_records r on r.embedder = ? and r.kind = o.kind and r.id = o.id`,
  );

  return {
    state() {
      const row = select.get(name);
      return row === undefined ? null : { ...row, isRebuilding: row.isRebuilding === 1 };
    },
    begin() {
      const vectorTable = `${name}_${dimension}_${randomBytes(6).toString('hex')}`;
      database.transaction(() => {
        forget.run(name);
        replace.run(name, vectorTable);
      });
      return { vectorTable, tableVersion: 0, isRebuilding: true };
    },
    endRebuild() {
      finish.run(name);
    },
    acknowledge({ embedded, removed, version }) {
      for (const { kind, id } of embedded) insert.run(name, kind, id);
      for (const { kind, id } of removed) remove.run(name, kind, id);
      advance.run(version, name);
    },
    expectedRows() {
      const indexed = countRows.get(name)?.indexed ?? 0;
      const waiting = countWaiting.get(name) ?? { known: 0, unknown: 0 };
      return { least: indexed - waiting.known, most: indexed + waiting.unknown };
    },
  };
}
