import BetterSqlite from 'better-sqlite3';
import { join } from 'node:path';
import { z } from 'zod';

const rowsSchema = z.array(z.record(z.string(), z.unknown()));

/** What moves on with every write, and where a thing lies by itself. */
const MOVES_ON = new Set(['version', 'updated_at', 'sequence']);

const QUERIES: Readonly<Record<string, string>> = {
  clients: 'select * from clients order by id',
  projects: 'select * from projects order by id',
  tasks: 'select * from tasks order by id',
  checkpoints: 'select * from checkpoints order by id',
  notes: 'select * from notes order by id',
  comments: 'select * from comments order by id',
  views: 'select * from views order by id',
  labels: 'select * from task_labels order by task_id, word',
  assignees: 'select * from task_assignees order by task_id, word',
  blockers: 'select * from task_blockers order by task_id, blocker_id',
  taskCounts: 'select * from task_counts order by scope, project, status, priority',
  dayCounts: 'select * from task_day_counts order by scope, status, day',
  counts: 'select * from counts order by key',
  documents: 'select * from search_documents order by kind, id',
  suggestions: `select id, kind, title from suggestions where state = 'pending' order by id`,
  trash: 'select record_kind, record_id, title, child_count from trash order by record_kind, record_id',
};

export interface WorkspaceState extends Disposable {
  /** Every row of every record with all that is derived and kept, but versions and times of change. */
  read(): Record<string, unknown>;
}

/** Looks at a workspace's tables, past all code that reads them. */
export function openWorkspaceState(folder: string): WorkspaceState {
  const sqlite = new BetterSqlite(join(folder, 'adiuva.db'), { readonly: true });
  const statements = Object.entries(QUERIES).map(([name, sql]) => [name, sqlite.prepare(sql)] as const);
  return {
    read: () =>
      Object.fromEntries(
        statements.map(([name, statement]) => [
          name,
          rowsSchema
            .parse(statement.all())
            .map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !MOVES_ON.has(key)))),
        ]),
      ),
    [Symbol.dispose]: () => void sqlite.close(),
  };
}
