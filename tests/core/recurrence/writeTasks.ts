import type { Actor } from '../../../src/contracts/change.ts';
import type { ChangeSetId, TaskId } from '../../../src/contracts/ids.ts';
import { type Task, taskListInputSchema } from '../../../src/contracts/task.ts';
import type { Workspace } from '../../../src/core/workspace.ts';

export const user: Actor = { kind: 'user' };

export function write(
  workspace: Workspace,
  operation: 'create' | 'update',
  fields: object,
): Task & { changeSetId: ChangeSetId } {
  const result = workspace.changes.apply([{ kind: 'task', operation, fields }], user);
  if (result.outcome !== 'applied') throw new Error('only suggested');
  const [record] = result.records;
  if (record == null || !('seriesId' in record)) throw new Error('no task');
  return { ...record, changeSetId: result.changeSetId };
}

export function remove(workspace: Workspace, id: string): string {
  const result = workspace.changes.apply([{ kind: 'task', operation: 'delete', id }], user);
  if (result.outcome !== 'applied') throw new Error('only suggested');
  return result.changeSetId;
}

/** All tasks as "day status", with a star on the one that has the rule. */
export function days(workspace: Workspace): string[] {
  const { items } = workspace.tasks.list(taskListInputSchema.parse({ status: 'all', limit: 200 }));
  return items.map((task) => `${task.dueDate} ${task.status}${task.recurrence === null ? '' : '*'}`).toSorted();
}

export function onlyOpen(workspace: Workspace): TaskId {
  const { items } = workspace.tasks.list(taskListInputSchema.parse({}));
  const [task] = items;
  if (task === undefined || items.length !== 1) throw new Error(`${items.length} open tasks`);
  return task.id;
}

/** Monday 23 November, from Saturday the 21st. */
export const WEEKLY = { title: 'Send the invoices', recurrence: 'FREQ=WEEKLY;BYDAY=MO' };

export function firstId(workspace: Workspace): TaskId {
  const { items } = workspace.tasks.list(taskListInputSchema.parse({ status: 'all', sort: 'created' }));
  const id = items.find((task) => task.seriesId === task.id)?.id;
  if (id === undefined) throw new Error('no series');
  return id;
}
