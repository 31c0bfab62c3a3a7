import { ArrowDown } from 'lucide-react';
import { type ComponentProps, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment, ShownAttachment } from '../../../contracts/attachment.ts';
import type { Message } from '../../../contracts/conversation.ts';
import type { MessageId } from '../../../contracts/ids.ts';
import { Button } from '../../components/ui/Button.tsx';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { describeError } from '../../i18n/describeError.ts';
import { cn } from '../../lib/cn.ts';
import { replyTo, ReplyContext } from './blocks/reply.ts';
import type { Outgoing, ProviderChoice } from './ChatSession.ts';
import { Failure, FollowedRun, MessageView } from './MessageView.tsx';
import { UserMessage } from './UserMessage.tsx';
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
  onRetry: (question: Message, answer: Message, choice: ProviderChoice) => void;
  /** Says something as the user. */
  onAsk: (text: string) => void;
  /** The user's message that is being edited. */
  editedId: MessageId | null;
  onEdit: (id: MessageId | null) => void;
  onReplace: (id: MessageId, text: string) => void;
  /** In place of messages, while there are none. */
  empty: ReactNode;
}

/** Above this distance from the start, older messages are asked for. In pixels. */
const OLDER_AT = 600;

/** The messages, oldest first, and the one on its way. */
export function Thread(props: ThreadProps) {
  const { messages, outgoing, target, onResend, onTakeBack, onRetry, onAsk, editedId, onEdit, onReplace, empty } =
    props;
  const { t } = useTranslation(['chat', 'common']);
  const items = withoutReplaced(messages.items, outgoing);
  const stick = useStickToEnd();
  const { scrollRef, contentRef, toEnd } = stick;
  // Who sends wants to see what comes of it.
  const sentKey = outgoing?.key;
  useEffect(() => {
    if (sentKey !== undefined) toEnd();
  }, [sentKey, toEnd]);
  useKeptPlace(items[0]?.id ?? null, scrollRef);
  useOlder(messages, scrollRef);
  useTarget(target, messages, stick);

  // The same functions as long as it is there: messages that did not change are not drawn again.
  const actions = useRef({ onEdit, onReplace });
  useEffect(() => {
    actions.current = { onEdit, onReplace };
  });
  const edit = useCallback((id: MessageId | null) => actions.current.onEdit(id), []);
  const replace = useCallback((id: MessageId, text: string) => actions.current.onReplace(id, text), []);

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
            <ReplyContext key={message.id} value={replyTo(items, index, outgoing, onAsk)}>
              <MessageSlot
                message={message}
                isTarget={message.id === target}
                isRecent={index >= items.length - 4}
                onRetry={index === items.length - 1 ? retryOf(items, onRetry) : undefined}
                isEdited={message.id === editedId}
                onEdit={edit}
                onReplace={replace}
              />
            </ReplyContext>
          ))}
          {outgoing === null || isKept ? null : (
            <UserMessage messageId={null} text={outgoing.text} attachments={attachmentsOf(outgoing, messages.items)} />
          )}
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
                  {t(outgoing.again === null ? 'takeBack' : 'keepAnswer')}
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
  isTarget,
  isRecent,
  ...props
}: ComponentProps<typeof MessageView> & { isTarget: boolean; isRecent: boolean }) {
  return (
    <div
      {...(isTarget ? { 'data-target': true, tabIndex: -1 } : {})}
      className={cn(
        'flex flex-none flex-col',
        isTarget && '-mx-2 rounded-lg bg-selected px-2 py-1 outline-none',
        !isRecent && '[contain-intrinsic-size:auto_160px] [content-visibility:auto]',
      )}
    >
      <MessageView {...props} />
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

/** Asks the question of the last answer again. */
function retryOf(
  items: readonly Message[],
  onRetry: ThreadProps['onRetry'],
): ((choice: ProviderChoice) => void) | undefined {
  const [question, answer] = items.slice(-2);
  if (question?.role !== 'user' || answer?.role !== 'assistant') return undefined;
  return (choice) => onRetry(question, answer, choice);
}

/** What lies beside the message on its way; one that takes another's place keeps what lay beside that. */
function attachmentsOf({ replaces, attachments }: Outgoing, items: readonly Message[]): readonly ShownAttachment[] {
  const replaced = items.find(({ id }) => id === replaces);
  return replaced?.attachments ?? attachments.map(showAttachment);
}

/** As the message will tell it once it is kept. */
function showAttachment(attachment: Attachment): ShownAttachment {
  if (attachment.kind === 'record') return attachment;
  return { kind: 'file', name: attachment.name, length: attachment.text.length };
}

/** What the message on its way takes the place of is not shown, though it may still be there. */
function withoutReplaced(items: readonly Message[], outgoing: Outgoing | null): readonly Message[] {
  const place = outgoing === null ? -1 : items.findIndex(({ id }) => id === outgoing.replaces);
  return place === -1 ? items : items.slice(0, place);
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
