import { z } from 'zod';
import { recordJsonSchema } from '../../contracts/change.ts';
import type { AdiuvaError } from '../../contracts/errors.ts';

export const failureSchema = z.object({ code: z.string(), fields: recordJsonSchema });
/** An error as messages and tests of providers keep it. */
export type Failure = z.infer<typeof failureSchema>;

export function failureOf(error: AdiuvaError): Failure {
  const fields: unknown = JSON.parse(JSON.stringify(error.fields));
  return failureSchema.parse({ code: error.code, fields });
}
