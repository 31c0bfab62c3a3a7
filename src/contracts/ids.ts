import { z } from 'zod';

/**
 * Ids are UUID text. Records made by a person get a UUIDv7 (RFC 9562, section 5.7), so ids sort by creation time; ids
 * that must come out the same twice (a suggestion of a run that is repeated) are derived and get version 8.
 */
const uuid = z.uuid().toLowerCase();

export const clientIdSchema = uuid.brand<'ClientId'>();
export const projectIdSchema = uuid.brand<'ProjectId'>();
export const taskIdSchema = uuid.brand<'TaskId'>();
export const checkpointIdSchema = uuid.brand<'CheckpointId'>();
export const noteIdSchema = uuid.brand<'NoteId'>();
export const commentIdSchema = uuid.brand<'CommentId'>();
export const viewIdSchema = uuid.brand<'ViewId'>();
export const suggestionIdSchema = uuid.brand<'SuggestionId'>();
export const changeSetIdSchema = uuid.brand<'ChangeSetId'>();
export const conversationIdSchema = uuid.brand<'ConversationId'>();
export const messageIdSchema = uuid.brand<'MessageId'>();
export const runIdSchema = uuid.brand<'RunId'>();
export const providerIdSchema = uuid.brand<'ProviderId'>();

export type ClientId = z.infer<typeof clientIdSchema>;
export type ProjectId = z.infer<typeof projectIdSchema>;
export type TaskId = z.infer<typeof taskIdSchema>;
export type CheckpointId = z.infer<typeof checkpointIdSchema>;
export type NoteId = z.infer<typeof noteIdSchema>;
export type CommentId = z.infer<typeof commentIdSchema>;
export type ViewId = z.infer<typeof viewIdSchema>;
export type SuggestionId = z.infer<typeof suggestionIdSchema>;
export type ChangeSetId = z.infer<typeof changeSetIdSchema>;
export type ConversationId = z.infer<typeof conversationIdSchema>;
export type MessageId = z.infer<typeof messageIdSchema>;
export type RunId = z.infer<typeof runIdSchema>;
export type ProviderId = z.infer<typeof providerIdSchema>;
