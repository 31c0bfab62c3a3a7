import { Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { cn } from '../../lib/cn.ts';
import { keysOf } from '../commands/shortcuts.ts';
import { useChat } from '../chat/useChat.ts';
import { useIsPopOut } from '../windows/popOut.ts';

/** Opens the chat. Hidden while it is open, in its place so that nothing moves; not there in a window that has none. */
export function AskButton() {
  const { t } = useTranslation('shell');
  const chat = useChat();
  const isPopOut = useIsPopOut();
  if (isPopOut) return null;
  return (
    <button
      type="button"
      data-chat-trigger
      onClick={() => chat.open()}
      className={cn(
        '-mr-2.5 inline-flex h-7 flex-none items-center gap-1.5 rounded-md px-2.5 type-section text-muted-foreground transition-state hover:bg-accent hover:text-foreground',
        chat.isOpen && 'invisible',
      )}
    >
      <Sparkles aria-hidden className="text-assistant" />
      {t('ask')}
      <span className="max-wide:hidden">
        <Kbd keys={keysOf('ask')} />
      </span>
    </button>
  );
}
