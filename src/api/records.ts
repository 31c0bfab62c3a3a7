import { z } from 'zod';
import type { Actor, Applied } from '../contracts/change.ts';
import { AdiuvaError } from '../contracts/errors.ts';
import { expectedVersionSchema, type RecordKind } from '../contracts/record.ts';
import type { Change, ChangeService, RecordInputs } from '../core/workspace.ts';

/** A record as it is now, and the change set that made it so, for Undo. */
export type Written<Kind extends RecordKind> = RecordInputs[Kind]['record'] & Applied;

/** Applies one create or update for a caller who may write, and answers the record whole. */
export function write<Kind extends RecordKind>(
  changes: ChangeService,
  change: Change & { kind: Kind; operation: 'create' | 'update' },
  schema: z.ZodType<RecordInputs[Kind]['record']>,
  actor: Actor,
): Written<Kind> {
  const result = changes.apply([change], actor);
  if (result.outcome !== 'applied') throw new AdiuvaError('unauthorized');
  return { ...schema.parse(result.records[0]), changeSetId: result.changeSetId };
}

export function remove(
  changes: ChangeService,
  change: { kind: RecordKind; id: string; expectedVersion?: number | undefined },
  actor: Actor,
): Applied {
  const result = changes.apply([{ ...change, operation: 'delete' }], actor);
  if (result.outcome !== 'applied') throw new AdiuvaError('unauthorized');
  return { changeSetId: result.changeSetId };
}

/** Input of `get` and `delete`: an id of the given kind. */
export const byId = <Id extends z.ZodType>(id: Id) => z.strictObject({ id });
export const deleteInput = <Id extends z.ZodType>(id: Id) =>
  z.strictObject({ id, expectedVersion: expectedVersionSchema });
