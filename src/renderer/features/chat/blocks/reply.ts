import { createContext } from 'react';
import type { Message } from '../../../../contracts/conversation.ts';
import type { Outgoing } from '../ChatSession.ts';

/** What becomes of the questions in one answer. */
export interface Reply {
  /** What the user said next; null: nothing yet. */
  readonly next: string | null;
  /** Says something as the user; null where this answer is not the one to reply to, or is not whole yet. */
  readonly say: ((text: string) => void) | null;
}

export const ReplyContext = createContext<Reply>({ next: null, say: null });

/** The reply to the message at a place in its conversation, the one on its way included. */
export function replyTo(
  items: readonly Pick<Message, 'id' | 'role' | 'content' | 'state'>[],
  index: number,
  outgoing: Pick<Outgoing, 'messageId' | 'text'> | null,
  say: (text: string) => void,
): Reply {
  const following = items[index + 1];
  if (following !== undefined) return { next: following.role === 'user' ? following.content : null, say: null };
  if (outgoing !== null && !items.some(({ id }) => id === outgoing.messageId))
    return { next: outgoing.text, say: null };
  return { next: null, say: items[index]?.state === 'streaming' ? null : say };
}

const BETWEEN = ', ';

/** Choices as one message. */
export const joinChoices = (choices: readonly string[]): string => choices.join(BETWEEN);

/** Which of the choices a message is; none where it says something else. */
export function readChoices(message: string | null, choices: readonly string[], isMultiple: boolean): string[] {
  if (message === null) return [];
  if (!isMultiple) return choices.filter((choice) => choice === message);
  // A choice may hold what stands between two: all mixes are tried, and there are few.
  for (let mix = 1; mix < 2 ** choices.length; mix += 1) {
    const chosen = choices.filter((_, index) => Math.floor(mix / 2 ** index) % 2 === 1);
    if (joinChoices(chosen) === message) return chosen;
  }
  return [];
}
