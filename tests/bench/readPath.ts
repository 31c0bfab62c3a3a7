import Database from 'better-sqlite3';
import { join } from 'node:path';
import { appRouter } from '../../src/api/appRouter.ts';
import { createCallerFactory } from '../../src/api/trpc.ts';
import { benchWorkspace } from './benchWorkspace.ts';
import type { Goal } from './goal.ts';
import { compare } from './measure.ts';

const RECORDS = 100_000;
const LIST_ROUNDS = 400;
/** A point read takes microseconds: many are timed as one. */
const GETS = 200;
const GET_ROUNDS = 120;

/** Router, service and SQL together, against the same rows by a prepared statement on the same file. */
export const readPath: Goal = {
  goal: 1,
  title: 'tasks.list of 50 and tasks.get at 100,000 records, against the raw prepared statement',
  async run() {
    const { workspace, folder, taskId } = await benchWorkspace(RECORDS);
    const api = createCallerFactory(appRouter)({ workspace, actor: { kind: 'user' } });
    const raw = new Database(join(folder, 'adiuva.db'), { readonly: true });
    try {
      const columns =
        'id, version, created_at, updated_at, title, status, priority, due_date, due_time, project_id, assignees, labels, sort_order, recurrence, blocked_by, completed_at, series_id, occurrence, series_start, is_ai_suggested, is_approved, has_description, checklist_total, checklist_done, comment_count, open_blocker_count';
      const list = raw.prepare(
        `select ${columns}, due_sort from tasks where is_open = 1 and is_approved = 1 order by due_sort, id limit 50`,
      );
      const get = raw.prepare('select * from tasks where id = ?');
      return [
        {
          name: 'tasks.list, 50 rows',
          limit: 2,
          comparison: await compare({
            rounds: LIST_ROUNDS,
            subject: () => api.tasks.list({ limit: 50 }),
            base: () => list.all(),
          }),
        },
        {
          name: `tasks.get, ${GETS} times`,
          limit: 5,
          comparison: await compare({
            rounds: GET_ROUNDS,
            subject: async () => {
              for (let index = 0; index < GETS; index += 1) await api.tasks.get({ id: taskId });
            },
            base: () => {
              for (let index = 0; index < GETS; index += 1) get.get(taskId);
            },
          }),
        },
      ];
    } finally {
      raw.close();
    }
  },
};
