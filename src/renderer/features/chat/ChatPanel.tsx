import { lazy, Suspense, useEffect, useState } from 'react';
import { FloatingBoundary } from '../shell/Boundary.tsx';
import { useChat } from './useChat.ts';

const ChatWindow = lazy(() => import('./ChatWindow.tsx').then((module) => ({ default: module.ChatWindow })));
/** As long as the panel takes to fade, in milliseconds. */
const FADE = 140;

/** The floating chat of the root: its code, with the Markdown renderer, is loaded when it opens first. */
export function ChatPanel() {
  const { isOpen, close } = useChat();
  const isFading = useIsFading(isOpen);
  if (!isOpen && !isFading) return null;
  return (
    <FloatingBoundary onFault={close} resetKey={isOpen}>
      <Suspense fallback={null}>
        <ChatWindow isClosing={!isOpen} />
      </Suspense>
    </FloatingBoundary>
  );
}

/** True for a moment after `isOpen` went. */
function useIsFading(isOpen: boolean): boolean {
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  useEffect(() => {
    if (isOpen || !wasOpen) return undefined;
    const timer = setTimeout(() => setWasOpen(false), FADE);
    return () => clearTimeout(timer);
  }, [isOpen, wasOpen]);
  return wasOpen && !isOpen;
}
