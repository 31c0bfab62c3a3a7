import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ChatContext, type ChatOpening, type ChatRequest } from './useChat.ts';

/** Keeps whether the chat is open, and toggles it with Ctrl or Cmd and J from anywhere. */
export function ChatProvider({ children }: { readonly children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const [request, setRequest] = useState<ChatRequest | null>(null);
  const returnTo = useRef<Element | null>(null);

  const open = useCallback((opening: ChatOpening = {}) => {
    if (!isInChat(document.activeElement)) returnTo.current = document.activeElement;
    setRequest((last) => ({ ...opening, number: (last?.number ?? 0) + 1 }));
    setIsOpen(true);
  }, []);

  const close = useCallback(() => {
    setIsOpen(false);
    const element = returnTo.current;
    returnTo.current = null;
    // The Ask button is hidden while the chat is open: it is there again after the next paint.
    requestAnimationFrame(() => {
      const target = element?.isConnected && element !== document.body ? element : document.querySelector('[data-chat-trigger]');
      if (target instanceof HTMLElement) target.focus();
    });
  }, []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isToggle = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'j';
      if (!isToggle || event.isComposing) return;
      event.preventDefault();
      if (isOpen) close();
      else open();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [isOpen, open, close]);

  const value = useMemo(() => ({ isOpen, open, close, request }), [isOpen, open, close, request]);
  return <ChatContext value={value}>{children}</ChatContext>;
}

function isInChat(element: Element | null): boolean {
  return element?.closest('[data-chat]') != null;
}
