import { z } from 'zod';
import { agentNameSchema } from './agent.ts';
import { attachmentSchema, ATTACHMENTS_MAX, shownAttachmentSchema } from './attachment.ts';
import { conversationIdSchema, messageIdSchema, providerIdSchema, runIdSchema, suggestionIdSchema } from './ids.ts';
import { pageInputSchema } from './page.ts';
import { recordKindSchema } from './record.ts';
import { SEARCH_TEXT_MAX } from './search.ts';
import { lineSchema, NAME_MAX, textSchema, TITLE_MAX } from './text.ts';

/** What a conversation is about. The whole workspace, or one record. */
export const scopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('workspace') }),
  z.object({ kind: z.enum(['client', 'project', 'note', 'task']), id: z.uuid() }),
]);
export type Scope = z.infer<typeof scopeSchema>;

export const conversationSchema = z.object({
  id: conversationIdSchema,
  title: z.string(),
  scope: scopeSchema,
  /** Pinned ones come first in the list. */
  isPinned: z.boolean(),
  /** An answer is being written in it. */
  isRunning: z.boolean(),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** A record that an answer rests on; `number` is its citation in the text, `[1]`. */
export const sourceSchema = z.object({
  number: z.int().min(1),
  kind: recordKindSchema,
  id: z.string(),
  title: z.string(),
});
export type Source = z.infer<typeof sourceSchema>;

/** One thing the assistant did on the way to an answer. `tool` is a tool's name. */
export const stepSchema = z.object({
  id: z.string(),
  tool: z.string(),
  arguments: z.record(z.string(), z.json()),
  state: z.enum(['running', 'done', 'failed']),
  /** How many records it found or proposed; null where counting has no meaning. */
  count: z.int().nullable(),
  /** Milliseconds. */
  duration: z.int().nullable(),
  /** What came of it, in words, shortened; absent while it runs, and where it was kept by an earlier version. */
  result: z.string().optional(),
  /** Why it failed: a code. */
  error: z.string().optional(),
});
export type Step = z.infer<typeof stepSchema>;

/** A provider that failed on the way to an answer: its name, and why as a code. */
export const fallbackSchema = z.object({ provider: z.string(), code: z.string() });
export type Fallback = z.infer<typeof fallbackSchema>;

export const messageStateSchema = z.enum(['streaming', 'done', 'stopped', 'failed']);

export const messageSchema = z.object({
  id: messageIdSchema,
  conversationId: conversationIdSchema,
  role: z.enum(['user', 'assistant']),
  /** Markdown; citations as `[1]`. */
  content: z.string(),
  state: messageStateSchema,
  runId: runIdSchema.nullable(),
  agent: z.string().nullable(),
  steps: z.array(stepSchema),
  sources: z.array(sourceSchema),
  suggestionIds: z.array(suggestionIdSchema),
  /** What the user put beside the question. */
  attachments: z.array(shownAttachmentSchema).default([]),
  provider: z.string().nullable(),
  model: z.string().nullable(),
  /** null where the provider does not say. */
  inputTokens: z.int().nullable(),
  outputTokens: z.int().nullable(),
  /** Those that failed before the one that answered, in the order they were asked. */
  fallbacks: z.array(fallbackSchema),
  /** The first of them by its name; null where the one that was to answer did. */
  fallbackFrom: z.string().nullable(),
  error: z.object({ code: z.string(), fields: z.record(z.string(), z.json()) }).nullable(),
  createdAt: z.int(),
});
export type Message = z.infer<typeof messageSchema>;

/** A conversation in the list; where the list was narrowed by words, the message that has them. */
export const conversationItemSchema = conversationSchema.extend({
  /** null: nothing was looked for, or the title has it. What matched is marked as in search. */
  match: z.object({ messageId: messageIdSchema, snippet: z.string() }).nullable(),
});
export type ConversationItem = z.infer<typeof conversationItemSchema>;

/** `text`: those whose title or one of whose messages has all its words, the last used first. */
export const conversationListInputSchema = pageInputSchema.extend({ text: z.string().max(SEARCH_TEXT_MAX).optional() });
export const conversationUpdateSchema = z.strictObject({
  id: conversationIdSchema,
  title: lineSchema(TITLE_MAX).optional(),
  isPinned: z.boolean().optional(),
});
/** One of the files beside a message, by its place among what is attached. */
export const conversationFileSchema = z.strictObject({ messageId: messageIdSchema, place: z.int().min(0) });
/** Oldest first; `cursor` goes back in time from the newest page. */
export const messageListInputSchema = pageInputSchema.extend({ conversationId: conversationIdSchema });

export const MESSAGE_MAX = 100_000;
export const assistantSendSchema = z.strictObject({
  text: textSchema(MESSAGE_MAX).refine((text) => text.trim() !== '', { message: 'required' }),
  /** Absent: a new conversation. */
  conversationId: conversationIdSchema.nullish(),
  scope: scopeSchema.default({ kind: 'workspace' }),
  /** Chosen by the client, so that a resend after a lost answer starts nothing twice. */
  messageId: messageIdSchema.optional(),
  /** A message of the user's in that conversation: it goes, with everything after it, and this one comes in its place. */
  replaces: messageIdSchema.optional(),
  /** Who answers; absent: whoever fits the question. */
  agent: agentNameSchema.nullish(),
  /** Beside the question. Absent: none, or those of the message it replaces. */
  attachments: z.array(attachmentSchema).max(ATTACHMENTS_MAX).optional(),
});
export type AssistantSend = z.input<typeof assistantSendSchema>;

/** The last answer of a conversation goes, and its question is asked once more. */
export const assistantRetrySchema = z.strictObject({
  /** The answer. */
  messageId: messageIdSchema,
  /** Of the new answer; chosen by the client, so that a retry after a lost answer starts nothing twice. */
  answerId: messageIdSchema.optional(),
  /** Who is asked; absent: the default one. */
  providerId: providerIdSchema.optional(),
  /** The provider's model for this answer; absent: its own. */
  model: lineSchema(NAME_MAX).optional(),
});
export type AssistantRetry = z.input<typeof assistantRetrySchema>;
