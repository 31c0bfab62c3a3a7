import { z } from 'zod';
import { recordKindSchema } from '../../contracts/record.ts';
import { taskGroupsInputSchema, taskListInputSchema } from '../../contracts/task.ts';
import { requestEnvelope } from '../threads/threadProtocol.ts';

/** What the reader's thread can be asked. */
export const readerRequestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('taskList'), input: taskListInputSchema }),
  z.object({ type: z.literal('taskGroups'), input: taskGroupsInputSchema }),
  z.object({
    type: z.literal('fullText'),
    query: z.object({
      text: z.string(),
      limit: z.int(),
      kinds: z.array(recordKindSchema).readonly().optional(),
      projectId: z.string().optional(),
    }),
  }),
  z.object({ type: z.literal('close') }),
]);
export type ReaderRequest = z.infer<typeof readerRequestSchema>;

export const readerEnvelopeSchema = requestEnvelope(readerRequestSchema);
