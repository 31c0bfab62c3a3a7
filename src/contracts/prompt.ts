import { z } from 'zod';

/** What stands before a question: the rules of every agent, what an answer can show, an agent's own, or those of the daily brief and the weekly review. */
export const promptNameSchema = z.enum([
  'base',
  'blocks',
  'general',
  'knowledge',
  'project',
  'planner',
  'routing',
  'naming',
  'brief',
  'review',
]);
export type PromptName = z.infer<typeof promptNameSchema>;

/** Text for a model, as it is sent. `version` grows with each change of it. */
export const promptSchema = z.object({ name: promptNameSchema, version: z.int().positive(), text: z.string() });
export type PromptText = z.infer<typeof promptSchema>;
