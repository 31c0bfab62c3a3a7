import { AdiuvaError } from '../../contracts/errors.ts';
import type { TaskId } from '../../contracts/ids.ts';
import type { Task } from '../../contracts/task.ts';
import type { Database } from '../db/openDatabase.ts';
import type { RecordPointer } from './recordStore.ts';
import { isSameList } from './taskCounts.ts';

export interface TaskBlockers {
  /**
   * Writes what a task waits for, and how many that are not done, on it and on those that wait for it; in the caller's
   * transaction, after the task's row.
   * @throws AdiuvaError `validation`, problem `cycle`, where the task would come to wait for itself
   */
  move(before: Task | null, after: Task | null): void;
  /** The tasks that wait for one, with the field that says so without it. */
  waitingFor(id: string): (RecordPointer & { fields: { blockedBy: TaskId[] } })[];
}

export function createTaskBlockers(database: Database): TaskBlockers {
  const { sqlite } = database;
  const insert = sqlite.prepare<[string, string]>('insert into task_blockers (task_id, blocker_id) values (?, ?)');
  const remove = sqlite.prepare<[string]>('delete from task_blockers where task_id = ?');
  const selectWaiting = sqlite.prepare<[string], { id: TaskId }>(
    'select task_id as id from task_blockers where blocker_id = ? order by task_id',
  );
  const selectBlockers = sqlite.prepare<[string, string], { id: TaskId }>(
    `select value as id from tasks, json_each(tasks.blocked_by) where tasks.id = ? and value <> ?`,
  );
  const setOpen = sqlite.prepare<[string, string]>(
    `update tasks set open_blocker_count =
       (select count(*) from tasks b where b.id in (select value from json_each(?)) and b.is_open and b.is_approved)
     where id = ?`,
  );
  const addOpen = sqlite.prepare<[number, string]>(
    `update tasks set open_blocker_count = open_blocker_count + ?
     where id in (select task_id from task_blockers where blocker_id = ?)`,
  );
  const selectCycle = sqlite.prepare<[string, string], { found: number }>(
    `with recursive earlier (id) as (
       select value from json_each(?)
       union select b.blocker_id from task_blockers b join earlier on b.task_id = earlier.id
     ) select 1 as found from earlier where id = ? limit 1`,
  );

  function setBlockers(task: Task, isNew: boolean): void {
    const ids = JSON.stringify(task.blockedBy);
    if (selectCycle.get(ids, task.id) !== undefined) {
      throw new AdiuvaError('validation', { blockedBy: { problem: 'cycle' } });
    }
    if (!isNew) remove.run(task.id);
    for (const id of task.blockedBy) insert.run(task.id, id);
    setOpen.run(ids, task.id);
  }

  return {
    move(before, after) {
      const id = (after ?? before)?.id;
      if (id === undefined) return;
      // Nothing waits for a task that is not there yet, or that is about to go: those that did have been freed.
      const difference = before === null || after === null ? 0 : Number(isBlocking(after)) - Number(isBlocking(before));
      if (difference !== 0) addOpen.run(difference, id);
      if (after === null) {
        if (before !== null && before.blockedBy.length > 0) remove.run(id);
      } else if (!isSameList(before?.blockedBy ?? [], after.blockedBy)) setBlockers(after, before === null);
    },
    waitingFor: (id) =>
      selectWaiting.all(id).map((waiting) => ({
        kind: 'task',
        id: waiting.id,
        fields: { blockedBy: selectBlockers.all(waiting.id, id).map((blocker) => blocker.id) },
      })),
  };
}

/** What waits for approval blocks nothing yet. */
const isBlocking = (task: Task): boolean => task.isApproved && task.status !== 'done';
