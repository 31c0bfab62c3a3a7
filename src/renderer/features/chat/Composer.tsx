import { ArrowUp, Square } from 'lucide-react';
import { type RefObject, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { MESSAGE_MAX, type Scope } from '../../../contracts/conversation.ts';
import { Tooltip } from '../../components/ui/Tooltip.tsx';
import { cn } from '../../lib/cn.ts';
import { AgentPicker } from './AgentPicker.tsx';
import { ScopeChip } from './ScopeChip.tsx';
import { sendButton } from './sendButton.ts';
import { isShortcut, keysOf } from '../commands/shortcuts.ts';
import { useChatDraft } from './useChat.ts';

interface ComposerProps {
  inputRef: RefObject<HTMLTextAreaElement | null>;
  onSend: (text: string) => void;
  /** Opens the user's last message to be edited; false where there is none. */
  onEditLast: () => boolean;
  /** There while an answer is on its way. */
  onStop: (() => void) | null;
  isReply: boolean;
  scope: Scope;
  offeredScope: Scope;
  onScopeChange: (scope: Scope) => void;
}

/** Where the user writes. Enter sends, Shift and Enter make a new line. */
export function Composer(props: ComposerProps) {
  const { inputRef, onSend, onEditLast, onStop, isReply, scope, offeredScope, onScopeChange } = props;
  const { t } = useTranslation('chat');
  const [text, setText] = useChatDraft();
  const hintId = useId();
  const placeholder = isReply ? t('composer.reply') : t(`composer.ask.${scope.kind}`);
  const isTooLong = text.length > MESSAGE_MAX;
  const isReady = text.trim() !== '' && !isTooLong && onStop === null;
  const send = (): void => {
    if (!isReady) return;
    onSend(text);
    setText('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="m-2 flex-none rounded-lg border border-input bg-surface pt-2.5 pr-2 pb-2 pl-3 focus-edge has-[button:focus-visible]:border-input has-[button:focus-visible]:outline-none [&_button:focus-visible]:outline-2 [&_button:focus-visible]:outline-ring"
    >
      <textarea
        ref={inputRef}
        rows={1}
        value={text}
        dir="auto"
        aria-label={placeholder}
        aria-describedby={hintId}
        placeholder={placeholder}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const isHandled = isShortcut('send', event) || (isShortcut('editLast', event) && text === '' && onEditLast());
          if (!isHandled) return;
          event.preventDefault();
          if (isShortcut('send', event)) send();
        }}
        className="field-sizing-content block max-h-45 min-h-5 w-full resize-none bg-transparent pr-1 outline-none"
      />
      <span id={hintId} className="sr-only">
        {t('composer.hint')}
      </span>
      <div className="mt-2.5 flex items-center gap-1">
        <div className="flex min-w-0 flex-1">
          {isTooLong ? (
            <span role="alert" className="type-meta text-destructive">
              {t('composer.tooLong')}
            </span>
          ) : (
            <ScopeChip scope={scope} offered={offeredScope} onChange={onScopeChange} />
          )}
        </div>
        <AgentPicker />
        <SendButton isReady={isReady} onStop={onStop} />
      </div>
    </form>
  );
}

/** Gold, in chip while there is nothing to send, and Stop while an answer is on its way. */
function SendButton({ isReady, onStop }: { isReady: boolean; onStop: (() => void) | null }) {
  const { t } = useTranslation('chat');
  if (onStop !== null) {
    return (
      <Tooltip label={t('stop')} side="top">
        <button
          type="button"
          aria-label={t('stop')}
          onClick={onStop}
          className={cn(sendButton, 'bg-chip text-foreground hover:bg-accent')}
        >
          <Square aria-hidden className="icon-12 fill-current" />
        </button>
      </Tooltip>
    );
  }
  return (
    <Tooltip label={t('send')} shortcut={keysOf('send')} side="top">
      <button
        type="submit"
        aria-label={t('send')}
        aria-disabled={!isReady}
        className={cn(
          sendButton,
          isReady
            ? 'bg-primary text-primary-foreground hover:bg-primary-hover active:bg-primary-active'
            : 'bg-chip text-foreground opacity-45',
        )}
      >
        <ArrowUp aria-hidden />
      </button>
    </Tooltip>
  );
}
