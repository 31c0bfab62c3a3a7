import { z } from 'zod';
import { projectIdSchema } from '../../../contracts/ids.ts';
import { SEARCH_TEXT_MAX } from '../../../contracts/search.ts';

/** What the address of Notes says. Nonsense is left out. */
export const noteSearchSchema = z.object({
  /** The words searched for. */
  q: z.string().max(SEARCH_TEXT_MAX).optional().catch(undefined),
  /** A project's id, or `none` for notes in no project. */
  project: z
    .union([z.literal('none'), projectIdSchema])
    .optional()
    .catch(undefined),
});
export type NoteSearch = z.output<typeof noteSearchSchema>;
