import { z } from 'zod';
import { clientIdSchema } from '../../../contracts/ids.ts';

/** What the address of Projects says. Nonsense is left out. */
export const projectSearchSchema = z.object({
  archived: z.literal(true).optional().catch(undefined),
  /** Absent: by next checkpoint. */
  sort: z.literal('name').optional().catch(undefined),
  /** A form that is open. */
  new: z.enum(['project', 'client']).optional().catch(undefined),
  /** With `new`: the client that the project is for. */
  client: clientIdSchema.optional().catch(undefined),
});
export type ProjectSearch = z.output<typeof projectSearchSchema>;
