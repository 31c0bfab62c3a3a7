import { and, desc, eq, lt } from 'drizzle-orm';
import { z } from 'zod';
import type { Attachment } from '../../contracts/attachment.ts';
import { fallbackSchema, type Message, messageSchema } from '../../contracts/conversation.ts';
import type { Database } from '../db/openDatabase.ts';
import { attachmentsOfRow, showAttachment } from './attachments.ts';
import { messages } from './tables.ts';

export type MessageRow = typeof messages.$inferSelect;

/** A row as contracts know it. @throws ZodError where the row was written by something else. */
export function messageOfRow({ sequence: _sequence, ...row }: MessageRow): Message {
  const attachments = attachmentsOfRow(row.attachments).map(showAttachment);
  const fallbacks = z.array(fallbackSchema).parse(row.fallbacks);
  return messageSchema.parse({ ...row, attachments, fallbacks, fallbackFrom: fallbacks[0]?.provider ?? null });
}

/** The messages of one conversation before `before` (a sequence), newest first. */
export function selectMessages(
  database: Database,
  conversationId: string,
  limit: number,
  before: number | null,
): MessageRow[] {
  return database.orm
    .select()
    .from(messages)
    .where(
      and(eq(messages.conversationId, conversationId), before === null ? undefined : lt(messages.sequence, before)),
    )
    .orderBy(desc(messages.sequence))
    .limit(limit)
    .all();
}

/** Where a message stands in its conversation; null where there is none. */
export function sequenceOfMessage(database: Database, id: string): number | null {
  return (
    database.orm.select({ sequence: messages.sequence }).from(messages).where(eq(messages.id, id)).get()?.sequence ??
    null
  );
}

export function selectMessage(database: Database, id: string): Message | null {
  const row = database.orm.select().from(messages).where(eq(messages.id, id)).get();
  return row === undefined ? null : messageOfRow(row);
}

export function insertMessage(database: Database, message: Message, attachments: readonly Attachment[] = []): void {
  database.orm
    .insert(messages)
    .values({ ...message, attachments })
    .run();
}

/** Replaces what is known of a message, but what lies beside it. Of one that was deleted meanwhile: nothing. */
export function updateMessage(database: Database, { attachments: _, ...message }: Message): void {
  database.orm.update(messages).set(message).where(eq(messages.id, message.id)).run();
}
