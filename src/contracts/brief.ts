import { z } from 'zod';
import { pageInputSchema } from './page.ts';
import { recordKindSchema, recordLinkSchema } from './record.ts';
import { daySchema } from './text.ts';

/** `day`: the daily brief. `week`: the review of a week, Monday to Sunday. */
export const briefKindSchema = z.enum(['day', 'week']);
export type BriefKind = z.infer<typeof briefKindSchema>;

/** What a fact is about: the first five of the day, the others of the week. */
export const briefSectionSchema = z.enum([
  ...['overdue', 'today', 'checkpoints', 'suggestions', 'changes'],
  ...['finished', 'reached', 'slipped', 'missed', 'next', 'quiet'],
] as const);
export type BriefSection = z.infer<typeof briefSectionSchema>;

/** A record in a section: what a line tells, and what is dismissed with it. */
export const briefSubjectSchema = z.strictObject({
  section: briefSectionSchema,
  kind: recordKindSchema,
  id: z.string(),
});
export type BriefSubject = z.infer<typeof briefSubjectSchema>;

/** A piece of a line: words, or words that open a record. */
export const briefPieceSchema = z.object({ text: z.string(), link: recordLinkSchema.nullable() });
/** Each line of a brief points to at least one record. */
export const briefLineSchema = z.object({
  pieces: z.array(briefPieceSchema).min(1),
  /** What it tells. Empty in briefs of before this was kept: those lines cannot be dismissed. */
  about: z.array(briefSubjectSchema).default([]),
});
export type BriefLine = z.infer<typeof briefLineSchema>;

export const briefSchema = z.object({
  kind: briefKindSchema.default('day'),
  /** Of a weekly review, its Monday. */
  day: daySchema,
  lines: z.array(briefLineSchema),
  /** How many records it was made from. 0: nothing is due, and `lines` is empty. */
  recordCount: z.int(),
  /** How many there were of each, also of those that no line names. */
  counts: z.partialRecord(briefSectionSchema, z.int()).default({}),
  /** How many facts were left out because they were dismissed. */
  leftOut: z.int().default(0),
  provider: z.string(),
  model: z.string().nullable(),
  fallbackFrom: z.string().nullable(),
  generatedAt: z.int(),
});
export type Brief = z.infer<typeof briefSchema>;

/**
 * `today` is the caller's day: core does not guess the user's time zone. A review made from Thursday on is of the week that
 * ends, earlier of the week that ended.
 */
export const briefGenerateSchema = z
  .strictObject({ today: daySchema.optional(), kind: briefKindSchema.default('day') })
  .prefault({});

/** A brief that is kept. `day` of a weekly review is its Monday. */
export const briefKeySchema = z.strictObject({ kind: briefKindSchema, day: daySchema });
export type BriefKey = z.infer<typeof briefKeySchema>;

/** The one written last comes first. */
export const briefListInputSchema = pageInputSchema.extend({ kind: briefKindSchema.optional() });
export const briefListItemSchema = briefKeySchema.extend({ generatedAt: z.int() });
export type BriefListItem = z.infer<typeof briefListItemSchema>;

export const BRIEF_SUBJECTS_MAX = 50;
/** What a line was about, for it and its like to come less, or to come again. */
export const briefDismissSchema = z.strictObject({ about: z.array(briefSubjectSchema).min(1).max(BRIEF_SUBJECTS_MAX) });
