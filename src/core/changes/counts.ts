import type { Database } from '../db/openDatabase.ts';

export interface Counts {
  /** Moves a record from the counts of `before` to those of `after`, in the caller's transaction. */
  move(before: readonly string[], after: readonly string[]): void;
  get(key: string): number;
}

export function createCounts(database: Database): Counts {
  const { sqlite } = database;
  const add = sqlite.prepare<[string, number]>(
    'insert into counts (key, value) values (?, ?) on conflict (key) do update set value = value + excluded.value',
  );
  const dropZero = sqlite.prepare<[string]>('delete from counts where key = ? and value = 0');
  const select = sqlite.prepare<[string], { value: number }>('select value from counts where key = ?');
  return {
    move(before, after) {
      for (const key of before) {
        if (after.includes(key)) continue;
        add.run(key, -1);
        dropZero.run(key);
      }
      for (const key of after) if (!before.includes(key)) add.run(key, 1);
    },
    get: (key) => select.get(key)?.value ?? 0,
  };
}
