import { z } from 'zod';
import { prioritySchema, taskStatusSchema } from '../../../contracts/task.ts';
import {
  daySchema,
  LABEL_MAX,
  lineSchema,
  markdownSchema,
  timeOfDaySchema,
  titleSchema,
} from '../../../contracts/text.ts';

/** Which record, as a model may name it. */
export const recordText = z.string().min(1).describe('The number, the id or the exact title of the record');
export const projectText = z.string().min(1).optional().describe('The name or id of a project');

const words = z.array(lineSchema(LABEL_MAX)).optional();

export const newTaskFields = {
  title: titleSchema.describe('Short, beginning with a verb'),
  description: markdownSchema.optional().describe('Markdown'),
  priority: prioritySchema.optional(),
  dueDate: daySchema.optional().describe('YYYY-MM-DD'),
  dueTime: timeOfDaySchema.optional().describe('HH:mm, only with a due date'),
};
export const newCheckpointFields = { title: titleSchema, date: daySchema.describe('YYYY-MM-DD') };

export const taskEditSchema = z.strictObject({
  task: recordText,
  ...newTaskFields,
  title: titleSchema.optional().describe('A new title'),
  description: markdownSchema.optional().describe('The whole new description, Markdown'),
  status: taskStatusSchema.optional().describe('done completes it, todo or in_progress opens it again'),
  project: projectText.describe('The name or id of the project it moves to'),
  clear: z
    .array(z.enum(['dueDate', 'dueTime', 'project']))
    .optional()
    .describe('What is taken away from it'),
  addLabels: words,
  removeLabels: words,
  addAssignees: words,
  removeAssignees: words,
});

export const checkpointEditSchema = z.strictObject({
  checkpoint: recordText,
  title: titleSchema.optional().describe('A new title'),
  date: daySchema.optional().describe('YYYY-MM-DD'),
  isDone: z.boolean().optional(),
  project: projectText.describe('The name or id of the project it moves to'),
});

export const projectEditSchema = z.strictObject({
  project: recordText,
  name: titleSchema.optional().describe('A new name'),
  description: markdownSchema.optional().describe('The whole new description, Markdown'),
  status: z.enum(['active', 'archived']).optional(),
});

export const noteEditSchema = z.strictObject({
  note: recordText,
  title: titleSchema.optional().describe('A new title'),
  append: z.string().optional().describe('Markdown to add at its end'),
  passage: z.string().optional().describe('Text in the note, word by word, to be replaced; it must be there once'),
  replacement: z.string().optional().describe('What stands in place of the passage'),
  content: z.string().optional().describe('The whole new text, Markdown; only if all of it changes'),
  project: projectText.describe('The name or id of the project it moves to'),
});

/** The fields that were given. */
export function givenOf<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], null | undefined> } {
  const result: { [Key in keyof Fields]?: Exclude<Fields[Key], null | undefined> } = {};
  for (const key in fields) {
    const value = fields[key];
    if (isGiven(value)) result[key] = value;
  }
  return result;
}

function isGiven<Value>(value: Value): value is Exclude<Value, null | undefined> {
  return value !== null && value !== undefined;
}

/** A task's labels or assignees with some more and some fewer; null where nothing was asked. Case makes no other word. */
export function wordsAfter(
  before: readonly string[],
  added: readonly string[] = [],
  removed: readonly string[] = [],
): string[] | null {
  if (added.length === 0 && removed.length === 0) return null;
  const fold = (word: string): string => word.toLowerCase();
  const gone = new Set(removed.map(fold));
  const kept = before.filter((word) => !gone.has(fold(word)));
  const known = new Set(kept.map(fold));
  return [...kept, ...added.filter((word) => !known.has(fold(word)))];
}
