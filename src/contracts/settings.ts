import { z } from 'zod';
import { NAME_MAX, optionalLineSchema, textSchema, timeOfDaySchema } from './text.ts';

export const themeSchema = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof themeSchema>;
export const densitySchema = z.enum(['compact', 'comfortable', 'relaxed']);
export type Density = z.infer<typeof densitySchema>;

/** 1 is Monday, as in ISO 8601. */
export const reviewAtSchema = z.strictObject({ weekday: z.int().min(1).max(7), time: timeOfDaySchema });
export type ReviewAt = z.infer<typeof reviewAtSchema>;

/** Of the two texts for the assistant: each goes with every question. UTF-16 code units. */
export const ABOUT_MAX = 4_000;

export const TOOL_ROUNDS_MAX = 20;
const toolRoundsSchema = z.int().min(1).max(TOOL_ROUNDS_MAX);

/** Settings of one workspace, shared by all its windows. */
export const settingsSchema = z.object({
  theme: themeSchema.default('system'),
  density: densitySchema.default('comfortable'),
  /** For the greeting; may be empty. */
  userName: optionalLineSchema(NAME_MAX).default(''),
  workspaceName: optionalLineSchema(NAME_MAX).default(''),
  isSidebarCollapsed: z.boolean().default(false),
  /** What the user tells the assistant about themselves, and how it should be. In every prompt. */
  profile: textSchema(ABOUT_MAX).default(''),
  personality: textSchema(ABOUT_MAX).default(''),
  /** How often a model may use tools before it has to answer. */
  toolRounds: toolRoundsSchema.default(5),
  /** When the daily brief is written by itself, in the machine's time zone; null: only when asked for. */
  briefAt: timeOfDaySchema.nullable().default(null),
  /** The same of the weekly review. */
  reviewAt: reviewAtSchema.nullable().default(null),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsUpdateSchema = z
  .strictObject({
    theme: themeSchema,
    density: densitySchema,
    userName: optionalLineSchema(NAME_MAX),
    workspaceName: optionalLineSchema(NAME_MAX),
    isSidebarCollapsed: z.boolean(),
    profile: textSchema(ABOUT_MAX),
    personality: textSchema(ABOUT_MAX),
    toolRounds: toolRoundsSchema,
    briefAt: timeOfDaySchema.nullable(),
    reviewAt: reviewAtSchema.nullable(),
  })
  .partial();
export type SettingsUpdate = z.input<typeof settingsUpdateSchema>;
