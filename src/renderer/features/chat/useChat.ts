import { createContext, use, useSyncExternalStore } from 'react';
import type { Attachment } from '../../../contracts/attachment.ts';
import type { Scope } from '../../../contracts/conversation.ts';
import type { ChatSession, ChatState } from './ChatSession.ts';

/** What the chat should start with when it is opened from somewhere. */
export interface ChatOpening {
  /** Begins a conversation about this. Absent: the conversation that is open, or the scope of the screen behind it. */
  readonly scope?: Scope;
  /** Sent at once, in a new conversation. */
  readonly text?: string;
}

export interface Chat {
  readonly isOpen: boolean;
  open(opening?: ChatOpening): void;
  /** Closes the panel and gives the focus back to where it was. */
  close(): void;
}

export interface ChatContextValue extends Chat {
  readonly session: ChatSession;
}

export const ChatContext = createContext<ChatContextValue | null>(null);

function useChatContext(): ChatContextValue {
  const chat = use(ChatContext);
  if (chat === null) throw new Error('useChat needs a ChatProvider above it');
  return chat;
}

/** The floating chat: whether it is open, and how to open and close it from any screen. */
export function useChat(): Chat {
  return useChatContext();
}

/** The conversation in the chat, for the parts of its panel. */
export function useChatSession(): [ChatState, ChatSession] {
  const { session } = useChatContext();
  return [useSyncExternalStore(session.subscribe, session.getState), session];
}

/** What goes with the next message. */
export function useChatAttachments(): [readonly Attachment[], ChatSession['changeAttachments']] {
  const { session } = useChatContext();
  return [useSyncExternalStore(session.subscribe, session.getAttachments), session.changeAttachments];
}

/** What is typed in the composer. */
export function useChatDraft(): [string, (draft: string) => void] {
  const { session } = useChatContext();
  return [useSyncExternalStore(session.subscribe, session.getDraft), (draft) => session.setDraft(draft)];
}
