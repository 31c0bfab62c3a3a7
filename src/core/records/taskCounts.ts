import type { Task } from '../../contracts/task.ts';
import type { Database } from '../db/openDatabase.ts';

/** What a task counts as. */
export type Counted = Pick<
  Task,
  'status' | 'priority' | 'dueDate' | 'projectId' | 'labels' | 'assignees' | 'isApproved'
> & {
  readonly clientId: string | null;
};

export interface TaskCountKeeper {
  /** Moves a task from the counts of `before` to those of `after`, in the caller's transaction. */
  move(before: Counted | null, after: Counted | null): void;
  /** Moves a project's tasks from one client to another. */
  moveProject(projectId: string, from: string | null, to: string | null): void;
}

export const ALL = 'all';
/** Stands for no project, no client, no day. After all days and ids. */
export const NONE = 'none';
export const scopeOf = {
  project: (id: string | null): string => `project/${id ?? NONE}`,
  client: (id: string | null): string => `client/${id ?? NONE}`,
  priority: (priority: string): string => `priority/${priority}`,
  label: (label: string): string => `label/${label}`,
  assignee: (assignee: string): string => `assignee/${assignee}`,
};

/** Keeps the counts of approved tasks that lists, boards and their groups show. Pending ones count nowhere. */
export function createTaskCountKeeper(database: Database): TaskCountKeeper {
  const { sqlite } = database;
  const add = sqlite.prepare<string[]>(
    `insert into task_counts (scope, project, status, priority, value) values (?, ?, ?, ?, 1)
     on conflict (scope, project, status, priority) do update set value = value + 1`,
  );
  const subtract = sqlite
    .prepare<string[], number>(
      `update task_counts set value = value - 1 where scope = ? and project = ? and status = ? and priority = ?
       returning value`,
    )
    .pluck();
  const dropZero = sqlite.prepare<string[]>(
    'delete from task_counts where scope = ? and project = ? and status = ? and priority = ? and value = 0',
  );
  const addDay = sqlite.prepare<string[]>(
    `insert into task_day_counts (scope, status, day, value) values (?, ?, ?, 1)
     on conflict (scope, status, day) do update set value = value + 1`,
  );
  const subtractDay = sqlite
    .prepare<string[], number>(
      'update task_day_counts set value = value - 1 where scope = ? and status = ? and day = ? returning value',
    )
    .pluck();
  const dropZeroDay = sqlite.prepare<string[]>(
    'delete from task_day_counts where scope = ? and status = ? and day = ? and value = 0',
  );
  const addProject = sqlite.prepare<{ client: string; project: string; sign: number }>(
    `insert into task_day_counts (scope, status, day, value)
     select @client, status, day, @sign * value from task_day_counts where scope = @project
     on conflict (scope, status, day) do update set value = value + excluded.value`,
  );
  const dropZeros = sqlite.prepare<[string]>('delete from task_day_counts where scope = ? and value = 0');

  const changeCell = (cell: string, sign: 1 | -1): void => {
    const parts = cell.split('\n');
    if (sign > 0) add.run(...parts);
    else if (subtract.get(...parts) === 0) dropZero.run(...parts);
  };
  const changeDay = (cell: string, sign: 1 | -1): void => {
    const parts = cell.split('\n');
    if (sign > 0) addDay.run(...parts);
    else if (subtractDay.get(...parts) === 0) dropZeroDay.run(...parts);
  };

  return {
    move(before, after) {
      if (before !== null && after !== null && isCountedAlike(before, after)) return;
      moveCells(cellsOf(before), cellsOf(after), changeCell);
      moveCells(daysOf(before), daysOf(after), changeDay);
    },
    moveProject(projectId, from, to) {
      const project = scopeOf.project(projectId);
      addProject.run({ client: scopeOf.client(to), project, sign: 1 });
      addProject.run({ client: scopeOf.client(from), project, sign: -1 });
      dropZeros.run(scopeOf.client(from));
    },
  };
}

function isCountedAlike(left: Counted, right: Counted): boolean {
  return (
    left.status === right.status &&
    left.priority === right.priority &&
    left.dueDate === right.dueDate &&
    left.projectId === right.projectId &&
    left.clientId === right.clientId &&
    left.isApproved === right.isApproved &&
    isSameList(left.labels, right.labels) &&
    isSameList(left.assignees, right.assignees)
  );
}

export function isSameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((word, index) => word === right[index]);
}

function moveCells(before: Set<string>, after: Set<string>, change: (cell: string, sign: 1 | -1) => void): void {
  for (const cell of before) if (!after.has(cell)) change(cell, -1);
  for (const cell of after) if (!before.has(cell)) change(cell, 1);
}

/** Words are lines: none of them has a line break in it. */
const cell = (...parts: string[]): string => parts.join('\n');
const wordScopes = ({ labels, assignees }: Counted): string[] => [
  ...labels.map(scopeOf.label),
  ...assignees.map(scopeOf.assignee),
];

function cellsOf(task: Counted | null): Set<string> {
  if (task === null || !task.isApproved) return new Set();
  const projects = [task.projectId ?? NONE, ALL];
  return new Set(
    [ALL, ...wordScopes(task)].flatMap((scope) =>
      projects.map((project) => cell(scope, project, task.status, task.priority)),
    ),
  );
}

function daysOf(task: Counted | null): Set<string> {
  if (task === null || !task.isApproved) return new Set();
  const scopes = [
    ALL,
    scopeOf.project(task.projectId),
    scopeOf.client(task.clientId),
    scopeOf.priority(task.priority),
    ...wordScopes(task),
  ];
  return new Set(scopes.map((scope) => cell(scope, task.status, task.dueDate ?? NONE)));
}
