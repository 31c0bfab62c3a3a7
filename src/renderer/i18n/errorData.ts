import { TRPCClientError } from '@trpc/client';
import { z } from 'zod';
import { AdiuvaError, errorDataSchema, type ErrorData } from '../../contracts/errors.ts';

const shapeSchema = z.object({ adiuva: errorDataSchema });

/** What core or the link said about an error. Faults of the window itself are `internal`. */
export function errorDataOf(error: unknown): ErrorData {
  if (error instanceof AdiuvaError) return error.toData();
  const parsed = shapeSchema.safeParse(error instanceof TRPCClientError ? error.data : null);
  return parsed.success ? parsed.data.adiuva : { kind: 'bug', code: 'internal', fields: {} };
}

/** Whether a record could not be read because it is deleted, or never was. */
export function isGoneError(error: unknown): boolean {
  return error != null && ['deleted', 'notFound'].includes(errorDataOf(error).code);
}
