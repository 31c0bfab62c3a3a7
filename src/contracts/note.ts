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

/** Whoever types in one window, for as long as its note is open there: a random name of the window's own making. */
const noteWriterSchema = z.string().min(1).max(64);

/** An update of a note. One with content ends the draft of its `writer`, and nobody else's. */
export const noteSaveSchema = noteUpdateSchema.extend({ writer: noteWriterSchema.optional() });
export type NoteSave = z.input<typeof noteSaveSchema>;

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
 * What is being typed, kept at once and outside history, one draft per note and writer. `baseVersion` is the note's version
 * the typing started from. The writer's own update with content ends the draft; one whose writer is gone becomes an update
 * of the note, or, where the note changed since, a note of its own. A caller without a `writer` shares one draft with all
 * others that have none, and counts as gone.
 */
export const noteDraftInputSchema = z.strictObject({
  id: noteIdSchema,
  writer: noteWriterSchema.optional(),
  baseVersion: z.int().min(1),
  title: textSchema(TITLE_MAX).optional(),
  content: textSchema(NOTE_MAX),
});
export type NoteDraftInput = z.input<typeof noteDraftInputSchema>;

/** The draft of one writer. */
export const noteDraftKeySchema = z.strictObject({ id: noteIdSchema, writer: noteWriterSchema.optional() });
export type NoteDraftKey = z.input<typeof noteDraftKeySchema>;

/** A writer who is there for as long as the call goes on. */
export const noteWritingInputSchema = z.strictObject({ id: noteIdSchema, writer: noteWriterSchema });
export type NoteWritingInput = z.input<typeof noteWritingInputSchema>;

/**
 * Where the writer's draft went while the writer was not to be heard of: a version of the note itself, or of the copy that
 * was made of it. Null where it did not.
 */
export const noteWritingEventSchema = z.object({
  recovered: z.object({ keptIn: noteIdSchema, keptVersion: z.int().min(1) }).nullable(),
});
export type NoteWritingEvent = z.infer<typeof noteWritingEventSchema>;
