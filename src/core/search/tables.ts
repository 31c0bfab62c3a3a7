import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { RecordKind } from '../../contracts/record.ts';

/** The text that full text searches and quotes. The FTS5 table `search_text` indexes it by `sequence`. */
export const searchDocuments = sqliteTable(
  'search_documents',
  {
    sequence: integer().primaryKey(),
    kind: text().$type<RecordKind>().notNull(),
    id: text().notNull(),
    projectId: text('project_id'),
    title: text().notNull(),
    body: text().notNull(),
  },
  (table) => [uniqueIndex('search_documents_key').on(table.kind, table.id)],
);

/**
 * Records whose vectors are not up to date, oldest change first. A change of a record that waits already gets a new
 * `sequence`, so that acknowledging the older state cannot take the newer one away.
 */
export const indexOutbox = sqliteTable(
  'index_outbox',
  {
    sequence: integer().primaryKey({ autoIncrement: true }),
    kind: text().$type<RecordKind>().notNull(),
    id: text().notNull(),
    attempts: integer().notNull().default(0),
    /** Not tried before this time, epoch milliseconds. */
    notBefore: integer('not_before').notNull().default(0),
  },
  (table) => [uniqueIndex('index_outbox_key').on(table.kind, table.id)],
);

/** One row per embedder in use: which vector table is ours, and whether it is being filled from nothing. */
export const indexState = sqliteTable('index_state', {
  embedder: text().primaryKey(),
  /** Made anew with each rebuild, so that a table of another workspace or another time is not mistaken for ours. */
  vectorTable: text('vector_table').notNull(),
  /** The table's version after the last acknowledged batch; 0 before the first. */
  tableVersion: integer('table_version').notNull().default(0),
  /** Not every record has been put into the outbox yet. */
  isRebuilding: integer('is_rebuilding', { mode: 'boolean' }).notNull(),
});

/** Which records have a vector in an embedder's table: what the index is measured against at start. */
export const indexedRecords = sqliteTable(
  'indexed_records',
  {
    embedder: text().notNull(),
    kind: text().$type<RecordKind>().notNull(),
    id: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.embedder, table.kind, table.id] })],
);
