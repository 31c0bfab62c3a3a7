import { lazy, Suspense } from 'react';
import { useChatContext } from './useChat.ts';

const ChatWindow = lazy(() => import('./ChatWindow.tsx').then((module) => ({ default: module.ChatWindow })));

/** The floating chat of the root: its code, with the Markdown renderer, is loaded when it opens first. */
export function ChatPanel() {
  const { isOpen } = useChatContext();
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <ChatWindow />
    </Suspense>
  );
}
