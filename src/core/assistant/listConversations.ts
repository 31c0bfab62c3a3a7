import { desc, inArray, sql } from 'drizzle-orm';
import type { Conversation, ConversationItem, conversationListInputSchema } from '../../contracts/conversation.ts';
import { messageIdSchema } from '../../contracts/ids.ts';
import type { Page } from '../../contracts/page.ts';
import { SNIPPET_MARK_END, SNIPPET_MARK_START } from '../../contracts/search.ts';
import type { z } from 'zod';
import { isCorruption } from '../db/driverErrors.ts';
import type { Database } from '../db/openDatabase.ts';
import { readCursor, writeCursor } from '../records/cursor.ts';
import { type MatchExpression, toMatchExpression } from '../search/matchExpression.ts';
import { makeSnippet, tidySnippet, withoutMarks } from '../search/snippet.ts';
import { toWords } from '../search/words.ts';
import { conversationOfRow } from './conversationOfRow.ts';
import { conversations } from './tables.ts';

type ListInput = z.output<typeof conversationListInputSchema>;

interface HitRow {
  id: string;
  updatedAt: number;
  /** Of the newest message that has the words; null where only the title has them. */
  sequence: number | null;
}

/** UTF-16 code units of a message up to which SQLite quotes it. */
const QUOTED_MAX = 65_536;
const SNIPPET_WORDS = 20;

/**
 * Lists conversations, pinned ones first, then the last used. With words: those whose title or one of whose messages has all
 * of them, the last used first, each with the message it was found by.
 */
export function createConversationList(
  database: Database,
  isRunning: (id: string) => boolean,
): (input: ListInput) => Page<ConversationItem> {
  const { sqlite } = database;
  let wanted: readonly string[] = [];
  sqlite.function('has_wanted_words', { directOnly: true }, (title) => Number(hasWords(String(title), wanted)));
  const search = sqlite.prepare<{ match: string; updatedAt: number | null; id: string | null; limit: number }, HitRow>(
    `with hits as (
       select m.conversation_id as id, max(m.sequence) as sequence
       from message_text join messages m on m.sequence = message_text.rowid
       where message_text match @match group by m.conversation_id
     )
     select c.id, c.updated_at as updatedAt, hits.sequence
     from conversations c left join hits on hits.id = c.id
     where (hits.sequence is not null or has_wanted_words(c.title))
       and (@updatedAt is null or (c.updated_at, c.id) < (@updatedAt, @id))
     order by c.updated_at desc, c.id desc limit @limit`,
  );
  const selectMessage = sqlite.prepare<[number], { id: string; content: string }>(
    'select id, content from messages where sequence = ?',
  );
  // The driver binds numbers as reals, and FTS5 passes over a rowid that is none.
  const quote = sqlite
    .prepare<[string, number], string>(
      `select snippet(message_text, 0, '${SNIPPET_MARK_START}', '${SNIPPET_MARK_END}', '…', ${SNIPPET_WORDS})
       from message_text where message_text match ? and rowid = cast(? as integer)`,
    )
    .pluck();

  const matchOf = (sequence: number, expression: MatchExpression): ConversationItem['match'] => {
    const message = selectMessage.get(sequence);
    if (message === undefined) return null;
    const { content } = message;
    // A message that holds the marks itself must not mark what it likes.
    const isQuoted = content.length <= QUOTED_MAX && withoutMarks(content) === content;
    const quoted = isQuoted ? quote.get(expression.every, sequence) : undefined;
    return {
      messageId: messageIdSchema.parse(message.id),
      snippet: quoted === undefined ? makeSnippet(withoutMarks(content), expression.words) : tidySnippet(quoted),
    };
  };

  const find = (expression: MatchExpression, { limit, cursor }: ListInput): Page<ConversationItem> => {
    const key = cursor == null ? null : readCursor(cursor, 'conversations:found', 'number');
    wanted = expression.words.flatMap(toWords);
    const rows = search.all({
      match: expression.every,
      updatedAt: key === null ? null : Number(key[0]),
      id: key === null ? null : String(key[1]),
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const kept = database.orm
      .select()
      .from(conversations)
      .where(
        inArray(
          conversations.id,
          shown.map(({ id }) => id),
        ),
      )
      .all();
    const known = new Map(kept.map((row) => [row.id, conversationOfRow(row, isRunning(row.id))]));
    return {
      items: shown.flatMap(({ id, sequence }) => {
        const conversation = known.get(id);
        if (conversation === undefined) return [];
        return [{ ...conversation, match: sequence === null ? null : matchOf(sequence, expression) }];
      }),
      nextCursor:
        rows.length > limit && last !== undefined ? writeCursor('conversations:found', last.updatedAt, last.id) : null,
    };
  };

  const listAll = ({ limit, cursor }: ListInput): Page<ConversationItem> => {
    const key = cursor == null ? null : readListCursor(cursor);
    const rows = database.orm
      .select()
      .from(conversations)
      .where(
        key === null
          ? undefined
          : sql`(${conversations.isPinned}, ${conversations.updatedAt}, ${conversations.id}) < (${key.isPinned}, ${key.updatedAt}, ${key.id})`,
      )
      .orderBy(desc(conversations.isPinned), desc(conversations.updatedAt), desc(conversations.id))
      .limit(limit + 1)
      .all();
    const items = rows.slice(0, limit).map((row) => ({ ...conversationOfRow(row, isRunning(row.id)), match: null }));
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last !== undefined ? writeListCursor(last) : null };
  };

  return (input) => {
    const text = input.text ?? '';
    if (text.trim() === '') return listAll(input);
    const expression = toMatchExpression(text);
    if (expression === null) return { items: [], nextCursor: null };
    try {
      return find(expression, input);
    } catch (error) {
      if (!isCorruption(error)) throw error;
      sqlite.exec(`insert into message_text (message_text) values ('rebuild')`);
      return find(expression, input);
    }
  };
}

/** Whether a title has all words, each as the beginning of one of its own. */
function hasWords(title: string, wanted: readonly string[]): boolean {
  const words = toWords(title);
  return wanted.every((word) => words.some((other) => other.startsWith(word)));
}

function writeListCursor({ isPinned, updatedAt, id }: Conversation): string {
  return writeCursor('conversations', updatedAt, `${isPinned ? 1 : 0} ${id}`);
}

/** @throws AdiuvaError `validation` */
function readListCursor(cursor: string): { isPinned: number; updatedAt: number; id: string } {
  const [updatedAt, place] = readCursor(cursor, 'conversations', 'number');
  const [isPinned, id = ''] = String(place).split(' ');
  return { isPinned: Number(isPinned === '1'), updatedAt: Number(updatedAt), id };
}
