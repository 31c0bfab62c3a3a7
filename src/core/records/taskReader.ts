import { AdiuvaError } from '../../contracts/errors.ts';
import type { Task, TaskCounts, WordCount } from '../../contracts/task.ts';
import type { Connection } from '../db/openDatabase.ts';
import type { TextFilter, TextMatch } from '../search/textFilter.ts';
import type { TaskReader } from '../workspace.ts';
import {
  ASSIGNEE_COUNT_PREFIX,
  DONE_COUNT_KEY,
  LABEL_COUNT_PREFIX,
  OPEN_COUNT_PREFIX,
  OPEN_UNDATED_COUNT_KEY,
  SELECT_TASK,
  toTask,
} from './task.ts';
import { sundayOf } from './taskFilters.ts';
import { createTaskGrouping, toTaskGroups } from './taskGroups.ts';
import { listTasks } from './taskList.ts';
import { createTaskRowReader } from './taskRows.ts';

/** More than these are no list that anyone reads. */
const WAITING_MAX = 200;

/** Tasks by any of their filters, groups and orders, each through an index; counts from what is kept. */
export function createTaskReader(connection: Connection, textFilter: TextFilter): TaskReader {
  const { sqlite } = connection;
  const selectOne = sqlite.prepare<[string], Parameters<typeof toTask>[0]>(`${SELECT_TASK} where t.id = ?`);
  const selectCounts = sqlite.prepare<{ today: string; sunday: string }, TaskCounts>(`
    select
      ifnull(sum(value), 0) as open,
      ifnull((select value from counts where key = '${DONE_COUNT_KEY}'), 0) as done,
      ifnull(sum(value) filter (where key < '${OPEN_COUNT_PREFIX}' || @today), 0) as overdue,
      ifnull(sum(value) filter (where key = '${OPEN_COUNT_PREFIX}' || @today), 0) as today,
      ifnull(sum(value) filter (where key > '${OPEN_COUNT_PREFIX}' || @today and key <= '${OPEN_COUNT_PREFIX}' || @sunday), 0) as thisWeek,
      ifnull(sum(value) filter (where key > '${OPEN_COUNT_PREFIX}' || @sunday and key < '${OPEN_UNDATED_COUNT_KEY}'), 0) as later,
      ifnull(sum(value) filter (where key = '${OPEN_UNDATED_COUNT_KEY}'), 0) as noDate
    from counts where key >= '${OPEN_COUNT_PREFIX}' and key <= '${OPEN_UNDATED_COUNT_KEY}'`);
  // Up to the character after the slash that prefixes end with.
  const selectWords = sqlite.prepare<{ prefix: string }, WordCount>(`
    select substr(key, length(@prefix) + 1) as name, value as count from counts
    where key >= @prefix and key < substr(@prefix, 1, length(@prefix) - 1) || '0' order by value desc, name`);
  const selectWaiting = sqlite.prepare<[string], Pick<Task, 'id' | 'title' | 'status'>>(
    `select t.id, t.title, t.status from task_blockers b cross join tasks t on t.id = b.task_id
     where b.blocker_id = ? and t.is_approved order by t.due_sort, t.id limit ${WAITING_MAX}`,
  );
  const rows = createTaskRowReader(connection);
  const grouping = createTaskGrouping(connection, rows);
  /** Text without a word in it asks for nothing. */
  const matchOf = ({ text }: { text?: string | undefined }): TextMatch | null =>
    text === undefined ? null : textFilter.open('task', text);

  return {
    get(id) {
      const row = selectOne.get(id);
      if (row === undefined) throw new AdiuvaError('notFound', { recordKind: 'task', id });
      return toTask(row);
    },
    list: (input) => listTasks(rows, grouping, matchOf(input), input),
    counts(today) {
      const counts = selectCounts.get({ today, sunday: sundayOf(today) });
      return counts ?? { open: 0, done: 0, overdue: 0, today: 0, thisWeek: 0, later: 0, noDate: 0 };
    },
    groups(input) {
      const { groupBy, today } = input;
      return toTaskGroups(grouping.groupsOf(input, groupBy, today, matchOf(input)), groupBy, input);
    },
    labels: () => selectWords.all({ prefix: LABEL_COUNT_PREFIX }),
    assignees: () => selectWords.all({ prefix: ASSIGNEE_COUNT_PREFIX }),
    waiting: (id) => selectWaiting.all(id),
  };
}
