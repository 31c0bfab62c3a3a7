import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { type ClientId, type TaskId, taskIdSchema } from '../../contracts/ids.ts';
import { type Task, taskCreateSchema, taskSchema, taskUpdateSchema } from '../../contracts/task.ts';
import type { Database } from '../db/openDatabase.ts';
import { countBoxes } from './checklist.ts';
import { dueSortOf } from './dueSort.ts';
import { checkOrder, orderAfter } from './manualOrder.ts';
import { doneTaskCountKey, taskCountKey } from './project.ts';
import { editableOf, given, type RecordPointer, type RecordReference, type RecordStore } from './recordStore.ts';
import { columnList, createRowWriter, type RawRow } from './rows.ts';
import { beginSeries, dueDateWithRule, seriesOf } from './series.ts';
import { createTaskBlockers } from './taskBlockers.ts';
import { createTaskCountKeeper, scopeOf } from './taskCounts.ts';
import { tasks } from './taskTables.ts';
import { createTaskWords } from './taskWords.ts';

type Row = typeof tasks.$inferSelect;
const DERIVED = [
  'clientId',
  'isOpen',
  'dueSort',
  'completedSort',
  'hasDescription',
  'checklistTotal',
  'checklistDone',
  'commentCount',
  'openBlockerCount',
] as const;
type Raw = RawRow<Omit<Row, (typeof DERIVED)[number]>>;
export const SELECT_TASK = `select ${columnList(tasks, 't', DERIVED)} from tasks t`;

const wordsSchema = z.array(z.string());
/** A list as the table keeps it. */
export const readWords = (json: string): string[] => (json === '[]' ? [] : wordsSchema.parse(JSON.parse(json)));
const idsSchema = z.array(taskIdSchema);
export const readIds = (json: string): TaskId[] => (json === '[]' ? [] : idsSchema.parse(JSON.parse(json)));

export function toTask(row: Raw): Task {
  return {
    ...row,
    assignees: readWords(row.assignees),
    labels: readWords(row.labels),
    blockedBy: readIds(row.blockedBy),
    isAiSuggested: row.isAiSuggested === 1,
    isApproved: row.isApproved === 1,
  };
}

function toRow(task: Task, clientId: ClientId | null): Row {
  const boxes = countBoxes(task.description);
  return {
    ...task,
    clientId,
    isOpen: task.status !== 'done',
    dueSort: dueSortOf(task),
    completedSort: task.completedAt ?? 0,
    hasDescription: task.description !== '',
    checklistTotal: boxes.total,
    checklistDone: boxes.done,
    commentCount: 0,
    openBlockerCount: 0,
  };
}

/** A task as history or a suggestion keeps it. What was kept by an earlier version knows less. */
const storedTaskSchema = taskSchema.extend({
  blockedBy: taskSchema.shape.blockedBy.default([]),
  seriesId: taskSchema.shape.seriesId.default(null),
  occurrence: taskSchema.shape.occurrence.default(null),
  seriesStart: taskSchema.shape.seriesStart.default(null),
});

function readStoredTask(json: unknown): Task {
  const task = storedTaskSchema.parse(json);
  return task.recurrence !== null && task.seriesId === null ? { ...task, ...beginSeries(task) } : task;
}

/** Keys of the kept counts of approved tasks: open ones by day. */
export const OPEN_COUNT_PREFIX = 'tasks/open/';
export const OPEN_UNDATED_COUNT_KEY = `${OPEN_COUNT_PREFIX}none`;
export const DONE_COUNT_KEY = 'tasks/done';
/** Keys of the kept counts of approved tasks by label and by assignee, after the prefix the word. */
export const LABEL_COUNT_PREFIX = scopeOf.label('');
export const ASSIGNEE_COUNT_PREFIX = scopeOf.assignee('');

export function createTaskStore(database: Database): RecordStore<Task> {
  const { sqlite } = database;
  const rows = createRowWriter<Row>(database, tasks, ['commentCount', 'openBlockerCount']);
  const counts = createTaskCountKeeper(database);
  const words = createTaskWords(database);
  const blockers = createTaskBlockers(database);
  const selectOne = sqlite.prepare<[string], Raw>(`${SELECT_TASK} where t.id = ?`);
  const selectComments = sqlite.prepare<[string], { id: string }>(
    'select id from comments where task_id = ? order by created_at, id',
  );
  const selectLast = sqlite.prepare<[], { last: string | null }>('select max(sort_order) as last from tasks');
  const selectIds = sqlite.prepare<[string, number], { id: string }>(
    'select id from tasks where id > ? order by id limit ?',
  );

  const selectClient = sqlite.prepare<[string], { clientId: ClientId | null }>(
    'select client_id as clientId from projects where id = ?',
  );

  const clientOf = ({ projectId }: Task): ClientId | null =>
    projectId === null ? null : (selectClient.get(projectId)?.clientId ?? null);
  const comments = (id: string): RecordPointer[] =>
    selectComments.all(id).map((row) => ({ kind: 'comment', id: row.id }));

  return {
    kind: 'task',
    read(id) {
      const row = selectOne.get(id);
      return row === undefined ? null : toTask(row);
    },
    insert(task) {
      const clientId = clientOf(task);
      rows.insert(toRow(task, clientId));
      words.move(null, task);
      blockers.move(null, task);
      counts.move(null, { ...task, clientId });
    },
    update(task, before) {
      const clientId = clientOf(task);
      const clientBefore = task.projectId === before.projectId ? clientId : clientOf(before);
      rows.update(toRow(task, clientId), toRow(before, clientBefore));
      words.move(before, task);
      blockers.move(before, task);
      counts.move({ ...before, clientId: clientBefore }, { ...task, clientId });
    },
    remove(task) {
      const clientId = clientOf(task);
      words.move(task, null);
      blockers.move(task, null);
      counts.move({ ...task, clientId }, null);
      rows.remove(task.id);
    },
    create(input, { now }) {
      const fields = taskCreateSchema.parse(input);
      const status = fields.status ?? 'todo';
      const id = fields.id ?? taskIdSchema.parse(uuidv7());
      const recurrence = fields.recurrence ?? null;
      const dueDate = dueDateWithRule(recurrence, fields.dueDate ?? null, now);
      return {
        id,
        version: 1,
        createdAt: now,
        updatedAt: now,
        title: fields.title,
        description: fields.description ?? '',
        status,
        priority: fields.priority ?? 'medium',
        dueDate,
        dueTime: dueDate === null ? null : (fields.dueTime ?? null),
        projectId: fields.projectId ?? null,
        assignees: fields.assignees ?? [],
        labels: fields.labels ?? [],
        sortOrder:
          fields.sortOrder === undefined ? orderAfter(selectLast.get()?.last ?? null) : checkOrder(fields.sortOrder),
        recurrence,
        blockedBy: [...new Set(fields.blockedBy ?? [])],
        completedAt: status === 'done' ? now : null,
        ...beginSeries({ id, recurrence, dueDate }),
        isAiSuggested: false,
        isApproved: true,
      };
    },
    edit(before, input, { now }) {
      const { id: _id, expectedVersion: _version, ...fields } = taskUpdateSchema.parse(input);
      const after: Task = { ...before, ...given(fields) };
      if (fields.sortOrder !== undefined) checkOrder(fields.sortOrder);
      if (fields.blockedBy !== undefined) after.blockedBy = [...new Set(fields.blockedBy)];
      if (after.recurrence !== before.recurrence) after.dueDate = dueDateWithRule(after.recurrence, after.dueDate, now);
      if (after.dueDate === null) after.dueTime = null;
      if (after.status !== before.status) {
        if (after.status !== 'done') after.completedAt = null;
        else after.completedAt ??= now;
      }
      Object.assign(after, seriesOf(after, before));
      return after;
    },
    editable: editableOf(taskUpdateSchema),
    fromJson: readStoredTask,
    parseTarget: (input) => taskUpdateSchema.parse(input),
    titleOf: (task) => task.title,
    projectIdOf: (task) => task.projectId,
    references(task) {
      const named = task.blockedBy.map((id): RecordReference => ({ field: 'blockedBy', kind: 'task', id }));
      if (task.projectId !== null) named.push({ field: 'projectId', kind: 'project', id: task.projectId });
      return named;
    },
    children: comments,
    mentions: (id) => blockers.waitingFor(id),
    countKeys: countKeysOfTask,
    isPending: (task) => !task.isApproved,
    document: (task) =>
      task.isApproved
        ? {
            kind: 'task',
            id: task.id,
            title: task.title,
            body: [...task.labels, ...task.assignees, task.description].filter((text) => text !== '').join('\n'),
            projectId: task.projectId,
          }
        : null,
    // A comment goes by its task's title and project, and is found only where its task is.
    alsoIndexed: (before, after) =>
      before !== null &&
      after !== null &&
      (before.title !== after.title || before.projectId !== after.projectId || before.isApproved !== after.isApproved)
        ? comments(after.id)
        : [],
    idsAfter: (id, limit) => selectIds.all(id, limit).map((row) => row.id),
  };
}

function countKeysOfTask(task: Task): string[] {
  if (!task.isApproved) return [];
  const isDone = task.status === 'done';
  const keys = [
    isDone ? DONE_COUNT_KEY : task.dueDate === null ? OPEN_UNDATED_COUNT_KEY : OPEN_COUNT_PREFIX + task.dueDate,
  ];
  if (task.projectId !== null) {
    keys.push(taskCountKey(task.projectId));
    if (isDone) keys.push(doneTaskCountKey(task.projectId));
  }
  for (const label of new Set(task.labels)) keys.push(LABEL_COUNT_PREFIX + label);
  for (const assignee of new Set(task.assignees)) keys.push(ASSIGNEE_COUNT_PREFIX + assignee);
  return keys;
}
