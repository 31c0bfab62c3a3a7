import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { conversationIdSchema, type ConversationId } from '../../../contracts/ids.ts';
import { errorDataOf } from '../../i18n/errorData.ts';
import { client } from '../../trpc.ts';
import { useShortcut } from '../commands/shortcuts.ts';
import { useIsPopOut } from '../windows/popOut.ts';
import { ChatSession } from './ChatSession.ts';
import { ChatContext, type ChatOpening } from './useChat.ts';

const REMEMBERED = 'adiuva.conversation';

function createSession(): ChatSession {
  const remembered = conversationIdSchema.safeParse(sessionStorage.getItem(REMEMBERED));
  return new ChatSession(
    {
      send: (input) => client.assistant.send.mutate(input),
      retry: (input) => client.assistant.retry.mutate(input),
      codeOf: (error) => errorDataOf(error).code,
      remember: (conversationId: ConversationId | null) => {
        if (conversationId === null) sessionStorage.removeItem(REMEMBERED);
        else sessionStorage.setItem(REMEMBERED, conversationId);
      },
    },
    remembered.success ? remembered.data : null,
  );
}

/** Keeps the conversation and whether its panel is open, and toggles it with Ctrl or Cmd and J from anywhere. */
export function ChatProvider({ children }: { readonly children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const [session] = useState(createSession);
  const returnTo = useRef<Element | null>(null);

  const open = useCallback(
    ({ scope, text }: ChatOpening = {}) => {
      if (!isInChat(document.activeElement)) returnTo.current = document.activeElement;
      if (scope !== undefined || text !== undefined) session.begin(scope ?? null);
      if (text !== undefined) void session.send(text, scope ?? { kind: 'workspace' });
      setIsOpen(true);
    },
    [session],
  );

  const close = useCallback(() => {
    setIsOpen(false);
    const element = returnTo.current;
    returnTo.current = null;
    // The Ask button is hidden while the chat is open: it is there again after the next paint.
    requestAnimationFrame(() => {
      const target =
        element?.isConnected === true && element !== document.body
          ? element
          : document.querySelector('[data-chat-trigger]');
      if (target instanceof HTMLElement) target.focus();
    });
  }, []);

  const isPopOut = useIsPopOut();
  useShortcut('ask', () => (isOpen ? close() : open()), !isPopOut, 'app');

  const value = useMemo(() => ({ isOpen, open, close, session }), [isOpen, open, close, session]);
  return <ChatContext value={value}>{children}</ChatContext>;
}

function isInChat(element: Element | null): boolean {
  return element?.closest('[data-chat]') != null;
}
