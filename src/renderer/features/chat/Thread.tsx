import { ArrowDown } from 'lucide-react';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../contracts/conversation.ts';
import type { MessageId } from '../../../contracts/ids.ts';
import { Button } from '../../components/ui/Button.tsx';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { describeError } from '../../i18n/describeError.ts';
import { cn } from '../../lib/cn.ts';
import type { Outgoing } from './ChatSession.ts';
import { Failure, FollowedRun, MessageView, UserBubble } from './MessageView.tsx';
import type { Messages } from './useMessages.ts';
import { type StickToEnd, useStickToEnd } from './useStickToEnd.ts';

interface ThreadProps {
  messages: Messages;
  /** On its way: shown until the conversation has it. */
  outgoing: Outgoing | null;
  /** The message to begin at; null: the end. */
  target: MessageId | null;
  onResend: () => void;
  onTakeBack: () => void;
  onRetry: (text: string) => void;
  /** In place of messages, while there are none. */
  empty: ReactNode;
}

/** Above this distance from the start, older messages are asked for. In pixels. */
const OLDER_AT = 600;

/** The messages, oldest first, and the one on its way. */
export function Thread({ messages, outgoing, target, onResend, onTakeBack, onRetry, empty }: ThreadProps) {
  const { t } = useTranslation(['chat', 'common']);
  const { items } = messages;
  const stick = useStickToEnd();
  const { scrollRef, contentRef, toEnd } = stick;
  // Who sends wants to see what comes of it.
  const sentId = outgoing?.messageId;
  useEffect(() => {
    if (sentId !== undefined) toEnd();
  }, [sentId, toEnd]);
  useKeptPlace(items[0]?.id ?? null, scrollRef);
  useOlder(messages, scrollRef);
  useTarget(target, messages, stick);

  const isKept = outgoing !== null && items.some(({ id }) => id === outgoing.messageId);
  const isAnswered =
    outgoing !== null &&
    items.some(({ role, runId }) => role === 'assistant' && runId !== null && runId === outgoing.runId);
  const isEmpty = items.length === 0 && outgoing === null;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scrollRef}
        className={cn(
          'min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 pt-1',
          !stick.isAtStart && 'border-t border-hairline',
        )}
      >
        <div
          ref={contentRef}
          role="log"
          aria-live="polite"
          aria-label={t('messages')}
          className="flex min-h-full flex-col gap-2.5 pb-2"
        >
          {messages.error === null ? null : (
            <ErrorLine title={t('unreadable')} error={messages.error} onRetry={messages.retry} />
          )}
          {isEmpty && messages.error === null ? messages.isLoading ? <Waiting /> : empty : null}
          {items.map((message, index) => (
            <MessageSlot
              key={message.id}
              message={message}
              isTarget={message.id === target}
              isRecent={index >= items.length - 4}
              onRetry={index === items.length - 1 ? retryOf(items, onRetry) : undefined}
            />
          ))}
          {outgoing === null || isKept ? null : <UserBubble text={outgoing.text} />}
          {outgoing === null || isAnswered || outgoing.runId === null ? null : <FollowedRun runId={outgoing.runId} />}
          {outgoing?.state === 'sending' ? (
            <p className="appear-late type-meta text-muted-foreground">{t('sending')}</p>
          ) : null}
          {outgoing?.state === 'failed' ? (
            <div className="grid gap-2">
              <Failure>{t('notSent', { reason: describeError(outgoing.error) })}</Failure>
              <div className="flex gap-1">
                <Button size="sm" onClick={onResend}>
                  {t('common:actions.tryAgain')}
                </Button>
                <Button size="sm" variant="ghost" onClick={onTakeBack}>
                  {t('takeBack')}
                </Button>
              </div>
            </div>
          ) : null}
        </div>
      </div>
      {stick.isAtEnd ? null : (
        <IconButton
          label={t('toEnd')}
          side="top"
          onClick={stick.toEnd}
          className="absolute bottom-2 left-1/2 size-8 -translate-x-1/2 rounded-full border bg-surface-raised shadow-2"
        >
          <ArrowDown aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

/** Long conversations stay light: what is out of sight is not laid out. */
function MessageSlot({
  message,
  isTarget,
  isRecent,
  onRetry,
}: {
  message: Message;
  isTarget: boolean;
  isRecent: boolean;
  onRetry: (() => void) | undefined;
}) {
  return (
    <div
      {...(isTarget ? { 'data-target': true, tabIndex: -1 } : {})}
      className={cn(
        'flex flex-none flex-col',
        isTarget && '-mx-2 rounded-lg bg-selected px-2 py-1 outline-none',
        !isRecent && '[contain-intrinsic-size:auto_160px] [content-visibility:auto]',
      )}
    >
      <MessageView message={message} onRetry={onRetry} />
    </div>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <div className="appear-late grid gap-3 pt-2" role="status" aria-label={t('loading')}>
      {[62, 88, 74].map((width) => (
        <span
          key={width}
          className="h-2 rounded-xs bg-surface-sunken dark:bg-secondary"
          style={{ width: `${width}%` }}
        />
      ))}
    </div>
  );
}

/** Asks the last question again. */
function retryOf(items: readonly Message[], onRetry: (text: string) => void): (() => void) | undefined {
  const question = items.findLast(({ role }) => role === 'user');
  return question === undefined ? undefined : () => onRetry(question.content);
}

/** Older messages come above: what is read stays where it is. */
function useKeptPlace(firstId: string | null, scrollRef: StickToEnd['scrollRef']): void {
  const last = useRef<{ id: string | null; height: number }>({ id: null, height: 0 });
  useLayoutEffect(() => {
    const scroll = scrollRef.current;
    if (scroll === null) return;
    // Elsewhere the browser's scroll anchoring does this; at the very start it does not.
    if (last.current.id !== null && last.current.id !== firstId && scroll.scrollTop === 0) {
      scroll.scrollTop = scroll.scrollHeight - last.current.height;
    }
    last.current = { id: firstId, height: scroll.scrollHeight };
  });
}

/** Goes to the message that was looked for, once, as far back as it lies. */
function useTarget(target: MessageId | null, messages: Messages, { scrollRef, letGo }: StickToEnd): void {
  const hasArrived = useRef(false);
  const { items, loadOlder } = messages;
  useLayoutEffect(() => {
    if (target === null || hasArrived.current || items.length === 0) return;
    if (!items.some(({ id }) => id === target)) {
      loadOlder();
      return;
    }
    hasArrived.current = true;
    letGo();
    const slot = scrollRef.current?.querySelector<HTMLElement>('[data-target]');
    slot?.focus({ preventScroll: true });
    slot?.scrollIntoView({ block: 'start' });
  }, [target, items, loadOlder, letGo, scrollRef]);
}

function useOlder(messages: Messages, scrollRef: StickToEnd['scrollRef']): void {
  const load = useRef(messages.loadOlder);
  useEffect(() => {
    load.current = messages.loadOlder;
  });
  useEffect(() => {
    const scroll = scrollRef.current;
    if (scroll === null) return undefined;
    const onScroll = (): void => {
      if (scroll.scrollTop < OLDER_AT) load.current();
    };
    scroll.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      scroll.removeEventListener('scroll', onScroll);
    };
  }, [scrollRef]);
}
