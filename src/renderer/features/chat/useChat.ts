import { createContext, use } from 'react';
import type { Scope } from '../../../contracts/conversation.ts';

/** What the chat should start with when it is opened from somewhere. */
export interface ChatOpening {
  /** Absent: the scope of the screen behind it. */
  readonly scope?: Scope;
  /** Sent at once, in a new conversation. */
  readonly text?: string;
}

export interface ChatRequest extends ChatOpening {
  /** Grows with each opening, so that asking the same twice is two requests. */
  readonly number: number;
}

export interface Chat {
  readonly isOpen: boolean;
  open(opening?: ChatOpening): void;
  /** Closes the panel and gives the focus back to where it was. */
  close(): void;
}

export interface ChatContextValue extends Chat {
  readonly request: ChatRequest | null;
}

export const ChatContext = createContext<ChatContextValue | null>(null);

export function useChatContext(): ChatContextValue {
  const chat = use(ChatContext);
  if (chat === null) throw new Error('useChat needs a ChatProvider above it');
  return chat;
}

/** The floating chat: whether it is open, and how to open and close it from any screen. */
export function useChat(): Chat {
  return useChatContext();
}
