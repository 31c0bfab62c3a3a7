import { getTableName } from 'drizzle-orm';
import type { Task } from '../../contracts/task.ts';
import type { Database } from '../db/openDatabase.ts';
import { dueSortOf } from './dueSort.ts';
import { isSameList } from './taskCounts.ts';
import { taskAssignees, taskLabels } from './taskTables.ts';

export interface TaskWords {
  /** Writes which labels and assignees a task has, for finding it by them, in the caller's transaction. */
  move(before: Task | null, after: Task | null): void;
}

export function createTaskWords(database: Database): TaskWords {
  const parts = [
    { field: 'labels', ...statementsOf(database, getTableName(taskLabels)) },
    { field: 'assignees', ...statementsOf(database, getTableName(taskAssignees)) },
  ] as const;
  return {
    move(before, after) {
      const isSamePlace = before !== null && after !== null && isOrderedAlike(before, after);
      for (const { field, insert, remove } of parts) {
        if (isSamePlace && isSameList(before[field], after[field])) continue;
        if (before !== null && before[field].length > 0) remove.run(before.id);
        if (after === null || after[field].length === 0) continue;
        const values = [Number(after.status !== 'done'), dueSortOf(after), after.sortOrder] as const;
        for (const word of new Set(after[field])) insert.run(after.id, word, ...values);
      }
    },
  };
}

function statementsOf({ sqlite }: Database, table: string) {
  return {
    insert: sqlite.prepare<[string, string, number, string, string]>(
      `insert into ${table} (task_id, word, is_open, due_sort, sort_order) values (?, ?, ?, ?, ?)`,
    ),
    remove: sqlite.prepare<[string]>(`delete from ${table} where task_id = ?`),
  };
}

function isOrderedAlike(left: Task, right: Task): boolean {
  return (
    left.dueDate === right.dueDate &&
    left.dueTime === right.dueTime &&
    left.sortOrder === right.sortOrder &&
    (left.status === 'done') === (right.status === 'done')
  );
}
