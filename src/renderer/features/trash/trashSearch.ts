import { z } from 'zod';
import { recordKindSchema } from '../../../contracts/record.ts';

/** What the address of the trash says. Nonsense is left out. */
export const trashSearchSchema = z.object({
  kind: recordKindSchema.optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
});
export type TrashSearch = z.output<typeof trashSearchSchema>;
