import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from '../db/openDatabase.ts';

/** A row as the driver gives it: SQLite knows neither booleans nor lists, which are 0 or 1 and JSON. */
export type RawRow<Row> = {
  [Key in keyof Row]: Row[Key] extends boolean ? number : Row[Key] extends readonly unknown[] ? string : Row[Key];
};

/** The columns of a table under the names that the code gives them, for a select. `alias` is the table's in the query. */
export function columnList(table: SQLiteTable, alias: string, without: readonly string[] = []): string {
  return Object.entries(getTableColumns(table))
    .filter(([key]) => !without.includes(key))
    .map(([key, column]) => `${alias}."${column.name}" as "${key}"`)
    .join(', ');
}

export interface RowWriter<Row> {
  insert(row: Row): void;
  /** Replaces every column but the id and those that the table keeps by itself. */
  update(row: Row): void;
  remove(id: string): void;
}

/** The prepared statements that write whole rows of one table. `kept`: columns that `update` leaves as they are. */
export function createRowWriter<Row extends { id: string }>(
  database: Database,
  table: SQLiteTable,
  kept: readonly string[] = [],
): RowWriter<Row> {
  const { sqlite } = database;
  const name = getTableName(table);
  const columns = Object.entries(getTableColumns(table));
  const updated = columns.filter(([key]) => key !== 'id' && !kept.includes(key));
  const insert = sqlite.prepare(
    `insert into ${name} (${columns.map(([, column]) => column.name).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  const update = sqlite.prepare(
    `update ${name} set ${updated.map(([, column]) => `${column.name} = ?`).join(', ')} where id = ?`,
  );
  const remove = sqlite.prepare<[string]>(`delete from ${name} where id = ?`);
  const bind = (row: Row, [key]: [string, unknown]): unknown => toDriverValue(Reflect.get(row, key));

  return {
    insert(row) {
      insert.run(columns.map((column) => bind(row, column)));
    },
    update(row) {
      update.run([...updated.map((column) => bind(row, column)), row.id]);
    },
    remove(id) {
      remove.run(id);
    },
  };
}

function toDriverValue(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value);
  if (Array.isArray(value)) return JSON.stringify(value);
  return value;
}
