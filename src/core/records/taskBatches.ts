import type { Actor } from '../../contracts/change.ts';
import { AdiuvaError } from '../../contracts/errors.ts';
import type { TaskId } from '../../contracts/ids.ts';
import { LABELS_MAX, type Task, taskSchema } from '../../contracts/task.ts';
import type { Database } from '../db/openDatabase.ts';
import type { ApplyResult, Change, ChangeService, TaskBatches } from '../workspace.ts';
import type { RecordStores } from './createRecords.ts';
import { createTaskPlaces } from './taskPlaces.ts';

type UpdateMany = Parameters<TaskBatches['updateMany']>[0];

/** Edits of many tasks, each written as one change set. What a task is named twice for happens once. */
export function createTaskBatches(database: Database, stores: RecordStores, changes: ChangeService): TaskBatches {
  const places = createTaskPlaces(database);

  /** @throws AdiuvaError `unauthorized` for an actor who may only propose: these are nobody's suggestions */
  function write(updates: readonly Change[], actor: Actor): Extract<ApplyResult, { outcome: 'applied' }> {
    if (actor.kind === 'agent') throw new AdiuvaError('unauthorized');
    const result = changes.apply(updates, actor);
    if (result.outcome !== 'applied') throw new AdiuvaError('unauthorized');
    return result;
  }

  /** The task, for reckoning what it comes to; null where it is gone, which writing will tell. */
  function find(id: TaskId): Task | null {
    const record = stores.task.read(id);
    return record === null ? null : taskSchema.parse(record);
  }

  function editOf(task: Task, input: UpdateMany): object {
    const edit: Record<string, unknown> = { ...input.fields };
    for (const [field, add, remove, from] of [
      ['labels', input.addLabels, input.removeLabels, 'addLabels'],
      ['assignees', input.addAssignees, input.removeAssignees, 'addAssignees'],
    ] as const) {
      if (add === undefined && remove === undefined) continue;
      const kept = (input.fields?.[field] ?? task[field]).filter((word) => remove?.includes(word) !== true);
      const words = [...new Set([...kept, ...(add ?? [])])];
      if (words.length > LABELS_MAX) {
        throw new AdiuvaError('validation', {
          [from]: { problem: 'tooLong', max: LABELS_MAX, actual: words.length },
        });
      }
      edit[field] = words;
    }
    return edit;
  }

  return {
    move({ ids, after, before, fields }, actor) {
      return database.transaction(() => {
        const moved = [...new Set(ids)];
        const orders = places.between(moved, after, before);
        const updates: Change[] = moved.map((id) => {
          const sortOrder = orders.get(id);
          return update({ ...fields, id, ...(sortOrder === undefined ? {} : { sortOrder }) });
        });
        for (const [id, sortOrder] of orders) if (!moved.includes(id)) updates.push(update({ id, sortOrder }));
        return { changeSetId: asOne(() => write(updates, actor)).changeSetId };
      });
    },
    updateMany(input, actor) {
      return database.transaction(() => {
        const before = [...new Set(input.ids)].map((id) => ({ id, task: find(id) }));
        const updates = before.map(({ id, task }) => update({ ...(task === null ? {} : editOf(task, input)), id }));
        const { changeSetId, records } = asOne(() => write(updates, actor));
        const count = records.filter((record, index) => record?.version !== before[index]?.task?.version).length;
        return { changeSetId, count };
      });
    },
    deleteMany({ ids }, actor) {
      const deleted = [...new Set(ids)];
      const deletions = deleted.map((id): Change => ({ kind: 'task', operation: 'delete', id }));
      const { changeSetId } = write(deletions, actor);
      return { changeSetId, count: deleted.length };
    },
  };
}

const update = (fields: object): Change => ({ kind: 'task', operation: 'update', fields });

/** The same is asked of each task: a problem is one of what was asked, not of the task that met it first. */
function asOne<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AdiuvaError) || error.code !== 'validation') throw error;
    const fields = Object.fromEntries(
      Object.entries(error.fields).map(([path, problem]) => [
        path.replace(/^(?:changes\.\d+\.)?/u, 'fields.'),
        problem,
      ]),
    );
    throw new AdiuvaError('validation', fields, { cause: error });
  }
}
