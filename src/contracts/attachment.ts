import { z } from 'zod';
import { lineSchema, NAME_MAX, optionalLineSchema, textSchema, TITLE_MAX } from './text.ts';

export const ATTACHMENTS_MAX = 10;
/** Of a file's text, in UTF-16 code units. */
export const FILE_TEXT_MAX = 200_000;

/** A record that the user put beside a question, with the title it had then. */
const attachedRecordSchema = z.object({
  kind: z.literal('record'),
  recordKind: z.enum(['client', 'project', 'note', 'task']),
  id: z.uuid(),
  title: optionalLineSchema(TITLE_MAX),
});

/** What the user puts beside a question. A file is its text, written by whoever wrote it. */
export const attachmentSchema = z.discriminatedUnion('kind', [
  attachedRecordSchema,
  z.object({ kind: z.literal('file'), name: lineSchema(NAME_MAX), text: textSchema(FILE_TEXT_MAX) }),
]);
export type Attachment = z.infer<typeof attachmentSchema>;
export type AttachedRecord = z.infer<typeof attachedRecordSchema>;
export type AttachedFile = Extract<Attachment, { kind: 'file' }>;

/** The same as messages tell it: a file without its text, which `conversations.file` answers. */
export const shownAttachmentSchema = z.discriminatedUnion('kind', [
  attachedRecordSchema,
  z.object({ kind: z.literal('file'), name: z.string(), length: z.int() }),
]);
export type ShownAttachment = z.infer<typeof shownAttachmentSchema>;
