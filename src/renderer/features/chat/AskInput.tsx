import { ArrowUp, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MESSAGE_MAX, type Scope } from '../../../contracts/conversation.ts';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { cn } from '../../lib/cn.ts';
import './askInput.css';
import { sendButton } from './sendButton.ts';
import { keysOf } from '../commands/shortcuts.ts';
import { useChat } from './useChat.ts';

interface AskInputProps {
  scope: Scope;
  /** "Ask about this project" */
  placeholder: string;
}

/** One line on glass: what is asked opens the chat about this scope. Hidden while the chat is open. */
export function AskInput({ scope, placeholder }: AskInputProps) {
  const { t } = useTranslation('chat');
  const chat = useChat();
  const [text, setText] = useState('');
  const isReady = text.trim() !== '';
  return (
    <form
      hidden={chat.isOpen}
      data-ask-input
      onSubmit={(event) => {
        event.preventDefault();
        chat.open(isReady ? { scope, text: text.trim() } : { scope });
        setText('');
      }}
      className="flex h-12 items-center gap-2.5 glass rounded-2xl pr-2 pl-4 focus-edge"
    >
      <Sparkles aria-hidden className="text-assistant" />
      <input
        dir="auto"
        value={text}
        maxLength={MESSAGE_MAX}
        aria-label={placeholder}
        placeholder={placeholder}
        onChange={(event) => setText(event.target.value)}
        className="min-w-0 flex-1 bg-transparent outline-none"
      />
      <span className="max-wide:hidden">
        <Kbd keys={keysOf('ask')} />
      </span>
      <button
        type="submit"
        aria-label={t('send')}
        title={t('send')}
        className={cn(sendButton, 'bg-primary text-primary-foreground hover:bg-primary-hover active:bg-primary-active')}
      >
        <ArrowUp aria-hidden />
      </button>
    </form>
  );
}
