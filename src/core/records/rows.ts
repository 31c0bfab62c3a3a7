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
  /** Writes the columns that differ: SQLite would rewrite the index of every column that is set, changed or not. */
  update(row: Row, before: Row): void;
  remove(id: string): void;
}

/** The prepared statements that write rows of one table. `kept`: columns that the table keeps by itself. */
export function createRowWriter<Row extends { id: string }>(
  database: Database,
  table: SQLiteTable,
  kept: readonly string[] = [],
): RowWriter<Row> {
  const { sqlite } = database;
  const name = getTableName(table);
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => ({ key, column: column.name }));
  const updatable = columns.filter(({ key }) => key !== 'id' && !kept.includes(key));
  const insert = sqlite.prepare(
    `insert into ${name} (${columns.map(({ column }) => column).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  const remove = sqlite.prepare<[string]>(`delete from ${name} where id = ?`);
  const updates = new Map<string, ReturnType<typeof prepareUpdate>>();
  const prepareUpdate = (assignments: string) => sqlite.prepare(`update ${name} set ${assignments} where id = ?`);

  return {
    insert(row) {
      insert.run(columns.map(({ key }) => toDriverValue(Reflect.get(row, key))));
    },
    update(row, before) {
      let assignments = '';
      const values: unknown[] = [];
      for (const { key, column } of updatable) {
        const value = toDriverValue(Reflect.get(row, key));
        if (value === toDriverValue(Reflect.get(before, key))) continue;
        assignments += `${assignments === '' ? '' : ', '}${column} = ?`;
        values.push(value);
      }
      if (values.length === 0) return;
      let statement = updates.get(assignments);
      if (statement === undefined) updates.set(assignments, (statement = prepareUpdate(assignments)));
      statement.run(...values, row.id);
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
