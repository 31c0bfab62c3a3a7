import type { RecordKind } from '../../contracts/record.ts';
import type { RecordPointer } from '../records/recordStore.ts';

/**
 * The record whose deletion takes this one with it, as its store's `children` has it: a project takes its tasks and
 * checkpoints, a task its comments. `record` may be an image that history kept.
 */
export function hangsOn(kind: RecordKind, record: object): RecordPointer | null {
  switch (kind) {
    case 'task':
    case 'checkpoint':
      return pointer('project', Reflect.get(record, 'projectId'));
    case 'comment':
      return pointer('task', Reflect.get(record, 'taskId'));
    default:
      return null;
  }
}

function pointer(kind: RecordKind, id: unknown): RecordPointer | null {
  return typeof id === 'string' ? { kind, id } : null;
}
