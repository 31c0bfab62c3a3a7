import { z } from 'zod';
import { noteIdSchema, projectIdSchema } from './ids.ts';
import { pageInputSchema } from './page.ts';
import { expectedVersionSchema, recordBaseSchema } from './record.ts';
import { NOTE_MAX, optionalLineSchema, textSchema, TITLE_MAX } from './text.ts';

const fields = {
  /** May be empty: an untitled note. */
  title: optionalLineSchema(TITLE_MAX),
  /** Markdown (CommonMark with GFM). */
  content: textSchema(NOTE_MAX),
  projectId: projectIdSchema.nullable(),
  isPinned: z.boolean(),
};

export const noteSchema = recordBaseSchema.extend({ id: noteIdSchema, ...fields });
export type Note = z.infer<typeof noteSchema>;

export const noteCreateSchema = z.strictObject({ id: noteIdSchema.optional(), ...fields }).partial({
  title: true,
  content: true,
  projectId: true,
  isPinned: true,
});
export type NoteCreate = z.input<typeof noteCreateSchema>;

export const noteUpdateSchema = z
  .strictObject({ id: noteIdSchema, expectedVersion: expectedVersionSchema })
  .extend(z.strictObject(fields).partial().shape);
export type NoteUpdate = z.input<typeof noteUpdateSchema>;

/** A note as lists show it. `excerpt`: the first 200 characters of its text, without Markdown's marks. */
export const noteListItemSchema = noteSchema.omit({ content: true }).extend({ excerpt: z.string() });
export type NoteListItem = z.infer<typeof noteListItemSchema>;

/** Last edited first. */
export const noteListInputSchema = pageInputSchema.extend({
  /** null: notes in no project */
  projectId: projectIdSchema.nullish(),
  isPinned: z.boolean().optional(),
});
export type NoteListInput = z.input<typeof noteListInputSchema>;

/**
 * What is being typed, kept at once and outside history. `baseVersion` is the note's version the typing started from.
 * An update with content ends the draft; one left by a crash becomes an update at the next start, or, where the note
 * changed since, a note of its own.
 */
export const noteDraftInputSchema = z.strictObject({
  id: noteIdSchema,
  baseVersion: z.int().min(1),
  title: textSchema(TITLE_MAX).optional(),
  content: textSchema(NOTE_MAX),
});
export type NoteDraftInput = z.input<typeof noteDraftInputSchema>;
