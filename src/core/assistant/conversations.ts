import { eq } from 'drizzle-orm';
import type { Conversation, Message } from '../../contracts/conversation.ts';
import { AdiuvaError } from '../../contracts/errors.ts';
import type { ConversationId } from '../../contracts/ids.ts';
import type { Page } from '../../contracts/page.ts';
import type { Database } from '../db/openDatabase.ts';
import { readCursor, writeCursor } from '../records/cursor.ts';
import type { ConversationService } from '../workspace.ts';
import { selectAttachments } from './attachments.ts';
import { conversationOfRow } from './conversationOfRow.ts';
import { type ExportParts, exportConversation } from './export/exportConversation.ts';
import { createConversationList } from './listConversations.ts';
import { messageOfRow, selectMessages } from './messages.ts';
import { conversations } from './tables.ts';

interface ConversationParts {
  database: Database;
  emit(event: { type: 'conversationChanged'; conversationId: ConversationId }): void;
  /** Ends what is being answered in a conversation, because it goes. */
  discardRuns(conversationId: ConversationId): void;
  /** A message that is being written, as far as it has come; null for all others. */
  liveMessage(id: string): Message | null;
  /** Whether an answer is being written in a conversation. */
  isRunning(id: string): boolean;
  export: ExportParts;
}

const EXPORT_PAGE = 200;

/** Keeps conversations: everything but what makes answers. */
export function createConversations(parts: ConversationParts): ConversationService {
  const { database } = parts;
  const list = createConversationList(database, (id) => parts.isRunning(id));
  const get = (id: ConversationId): Conversation => {
    const row = database.orm.select().from(conversations).where(eq(conversations.id, id)).get();
    if (row === undefined) throw new AdiuvaError('notFound', { recordKind: 'conversation', id });
    return conversationOfRow(row, parts.isRunning(id));
  };
  const messages: ConversationService['messages'] = ({ conversationId, limit, cursor }) => {
    get(conversationId);
    const before = cursor == null ? null : Number(readCursor(cursor, 'messages', 'number')[0]);
    const rows = selectMessages(database, conversationId, limit + 1, before);
    const page = rows.slice(0, limit).reverse();
    const first = page[0];
    return {
      items: page.map((row) => parts.liveMessage(row.id) ?? messageOfRow(row)),
      nextCursor: rows.length > limit && first !== undefined ? writeCursor('messages', first.sequence, first.id) : null,
    };
  };
  const allMessages = (conversationId: ConversationId): Message[] => {
    const pages: Message[][] = [];
    let cursor: string | null = null;
    do {
      const page: Page<Message> = messages({ conversationId, limit: EXPORT_PAGE, cursor });
      pages.unshift(page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return pages.flat();
  };
  return {
    get,
    list,
    messages,
    update({ id, title, isPinned }) {
      get(id);
      // Neither is a use of it: it stays where it was in the list.
      const change = {
        ...(title === undefined ? {} : { title, titledBy: 'user' as const }),
        ...(isPinned === undefined ? {} : { isPinned }),
      };
      if (Object.keys(change).length === 0) return get(id);
      database.orm.update(conversations).set(change).where(eq(conversations.id, id)).run();
      parts.emit({ type: 'conversationChanged', conversationId: id });
      return get(id);
    },
    file({ messageId, place }) {
      const file = selectAttachments(database, messageId)[place];
      if (file?.kind !== 'file') throw new AdiuvaError('notFound', { recordKind: 'file', id: messageId });
      return { name: file.name, text: file.text };
    },
    export: (id) => exportConversation(get(id), allMessages(id), parts.export),
    delete(id) {
      get(id);
      parts.discardRuns(id);
      // Messages, runs, their events and their checkpoints go with it.
      database.orm.delete(conversations).where(eq(conversations.id, id)).run();
      parts.emit({ type: 'conversationChanged', conversationId: id });
    },
  };
}

/** What conversations are called, for lists that name them; those that were deleted have no title. */
export function createConversationTitles(database: Database): (ids: readonly ConversationId[]) => Map<string, string> {
  const select = database.sqlite.prepare<[string], { id: string; title: string }>(
    'select id, title from conversations where id in (select value from json_each(?))',
  );
  return (ids) => new Map(select.all(JSON.stringify(ids)).map((row) => [row.id, row.title]));
}
