import { z } from 'zod';
import { recordLinkSchema } from './record.ts';
import { daySchema } from './text.ts';

/** A piece of a line: words, or words that open a record. */
export const briefPieceSchema = z.object({ text: z.string(), link: recordLinkSchema.nullable() });
/** Each line of a brief points to at least one record. */
export const briefLineSchema = z.object({ pieces: z.array(briefPieceSchema).min(1) });
export type BriefLine = z.infer<typeof briefLineSchema>;

export const briefSchema = z.object({
  day: daySchema,
  lines: z.array(briefLineSchema),
  /** How many records it was made from. 0: nothing is due, and `lines` is empty. */
  recordCount: z.int(),
  provider: z.string(),
  model: z.string().nullable(),
  fallbackFrom: z.string().nullable(),
  generatedAt: z.int(),
});
export type Brief = z.infer<typeof briefSchema>;

/** The caller's day: core does not guess the user's time zone. */
export const briefGenerateSchema = z.strictObject({ today: daySchema.optional() }).default({});
