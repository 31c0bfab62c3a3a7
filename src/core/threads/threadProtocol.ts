import { z } from 'zod';

/** How a thread is asked, and how it answers. Each request gets one answer with its `id`. */

export const requestEnvelope = <Request extends z.ZodType>(request: Request) => z.object({ id: z.int(), request });

export const answerEnvelopeSchema = z.union([
  z.object({ id: z.int(), error: z.string() }),
  z.object({ id: z.int(), value: z.unknown() }),
]);
export type AnswerEnvelope = { id: number; value: unknown } | { id: number; error: string };
