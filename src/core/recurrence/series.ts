import type { HistoryOperation } from '../../contracts/change.ts';
import { type TaskId, taskIdSchema } from '../../contracts/ids.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { Task } from '../../contracts/task.ts';
import { addDays } from '../../language/calendar.ts';
import type { ChangeSet } from '../changes/changeSet.ts';
import type { HistoryWriter } from '../changes/historyWriter.ts';
import { derivedId } from '../derivedId.ts';
import type { Clock } from '../ports.ts';
import type { RecordStores } from '../records/createRecords.ts';
import type { AnyRecord } from '../records/recordStore.ts';
import { lastOccurrence, nextOccurrence } from './occurrences.ts';
import { untickBoxes } from './untickBoxes.ts';

/**
 * Recurring tasks. A series is one task after the other, and only its newest has the rule: whoever makes the next hands the
 * rule on, in the same transaction. So nothing is made twice, whoever comes first; a deleted instance is not made again;
 * and deleting the newest ends the series, as clearing its rule does.
 */
export interface Series {
  /** `changeSet.update`; where that completes the newest of a series, the next one is made too. */
  update(
    changeSet: ChangeSet,
    kind: RecordKind,
    before: AnyRecord,
    edited: AnyRecord,
    operation?: HistoryOperation,
  ): AnyRecord;
  /** Makes the instance whose day has come meanwhile, today's or the last one before. Days in between are not made up. */
  catchUp(changeSet: ChangeSet, task: AnyRecord): void;
}

export interface SeriesParts {
  readonly stores: RecordStores;
  readonly history: Pick<HistoryWriter, 'wasTakenBack'>;
  readonly clock: Pick<Clock, 'today'>;
}

export function createSeries({ stores, history, clock }: SeriesParts): Series {
  /** The next instance, or null where it is there already. */
  function instanceOf(last: Recurring, occurrence: string, now: number): Task | null {
    const id = instanceIdOf(last.seriesId, occurrence);
    if (stores.task.read(id) !== null) return null;
    const made = asTask(
      stores.task.create(
        {
          id,
          title: last.title,
          description: untickBoxes(last.description),
          priority: last.priority,
          dueDate: occurrence,
          dueTime: last.dueTime,
          projectId: last.projectId,
          assignees: last.assignees,
          labels: last.labels,
          recurrence: last.recurrence,
        },
        { now, author: 'user' },
      ),
    );
    return made === null ? null : { ...made, seriesId: last.seriesId, occurrence, seriesStart: last.seriesStart };
  }

  return {
    update(changeSet, kind, before, edited, operation) {
      const last = asTask(before)?.status === 'done' ? null : recurring(asTask(edited));
      if (last?.status !== 'done') return changeSet.update(kind, before, edited, operation);
      const yesterday = addDays(clock.today(), -1);
      const after = last.occurrence > yesterday ? last.occurrence : yesterday;
      const occurrence = nextOccurrence(last.recurrence, last.seriesStart, after);
      const next = occurrence === null ? null : instanceOf(last, occurrence, changeSet.now);
      if (next === null) return changeSet.update(kind, before, edited, operation);
      const updated = changeSet.update(kind, before, { ...last, recurrence: null }, operation);
      changeSet.create('task', next);
      return updated;
    },
    catchUp(changeSet, task) {
      const last = recurring(asTask(task));
      if (last === null || last.status === 'done') return;
      const occurrence = lastOccurrence(last.recurrence, last.seriesStart, clock.today());
      if (occurrence === null || occurrence <= last.occurrence) return;
      // Whoever undid this very instance does not want it to come again by itself.
      if (history.wasTakenBack('task', instanceIdOf(last.seriesId, occurrence))) return;
      const next = instanceOf(last, occurrence, changeSet.now);
      if (next === null) return;
      changeSet.update('task', last, { ...last, recurrence: null });
      changeSet.create('task', next);
    },
  };
}

type Recurring = Task & { recurrence: string; seriesId: TaskId; occurrence: string; seriesStart: string };

/** The task as the newest of its series; null for one that is none, or that nobody has approved. */
function recurring(task: Task | null): Recurring | null {
  if (task === null) return null;
  const { recurrence, seriesId, occurrence, seriesStart } = task;
  if (recurrence === null || seriesId === null || occurrence === null || seriesStart === null) return null;
  return task.isApproved ? { ...task, recurrence, seriesId, occurrence, seriesStart } : null;
}

function asTask(record: AnyRecord): Task | null {
  return 'seriesId' in record ? record : null;
}

/** The same instance of the same series has the same id, whoever makes it. */
export function instanceIdOf(seriesId: TaskId, occurrence: string): TaskId {
  return taskIdSchema.parse(derivedId(['occurrence', seriesId, occurrence]));
}
