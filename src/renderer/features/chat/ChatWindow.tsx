import { useMutation, useQuery, skipToken } from '@tanstack/react-query';
import { History, Plus, Sparkles, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../../../contracts/conversation.ts';
import type { MessageId } from '../../../contracts/ids.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { errorDataOf } from '../../i18n/errorData.ts';
import { trpc } from '../../trpc.ts';
import { isShortcut, keysOf } from '../commands/shortcuts.ts';
import './chat.css';
import { useAttachments } from './attach/useAttachments.ts';
import { useDropAttachments } from './attach/useDropAttachments.ts';
import { Composer } from './Composer.tsx';
import { ConversationList } from './ConversationList.tsx';
import { EmptyChat } from './EmptyChat.tsx';
import { Thread } from './Thread.tsx';
import { useApproveKey } from './useApproveKey.ts';
import { useChat, useChatSession } from './useChat.ts';
import { useMessages } from './useMessages.ts';
import { useRouteScope } from './useRouteScope.ts';

/** The floating chat over any screen: title, messages, composer with scope chip. */
export function ChatWindow({ isClosing }: { isClosing: boolean }) {
  const { t } = useTranslation('chat');
  const chat = useChat();
  const [{ conversationId, thread, scope: chosenScope, outgoing, target }, session] = useChatSession();
  const [isListing, setIsListing] = useState(false);
  const [editedId, setEditedId] = useState<MessageId | null>(null);
  const inputRef = useRef<HTMLTextAreaElement>(null);
  const panelRef = useRef<HTMLElement>(null);
  const routeScope = useRouteScope();
  const messages = useMessages(conversationId);
  const conversation = useQuery(
    trpc.conversations.get.queryOptions(conversationId === null ? skipToken : { id: conversationId }),
  );
  const { mutate: stop } = useMutation(trpc.assistant.stop.mutationOptions());
  useApproveKey(panelRef);
  const attachments = useAttachments();
  const drop = useDropAttachments(panelRef, attachments, () => inputRef.current?.focus());

  // Deleted in another window: there is nothing to go on with.
  const isGone = conversation.error !== null && ['notFound', 'deleted'].includes(errorDataOf(conversation.error).code);
  useEffect(() => {
    if (isGone) session.begin();
  }, [isGone, session]);

  useEffect(() => {
    // What was found takes the focus itself.
    if (!isListing && target === null) inputRef.current?.focus();
  }, [isListing, thread, target]);

  const scope: Scope =
    chosenScope ?? (conversationId === null ? routeScope : (conversation.data?.scope ?? { kind: 'workspace' }));
  const last = messages.items.at(-1);
  const answer = messages.items.find(
    ({ role, runId }) => role === 'assistant' && runId !== null && runId === outgoing?.runId,
  );
  const outgoingRun = answer === undefined || answer.state === 'streaming' ? (outgoing?.runId ?? null) : null;
  const runId = last?.state === 'streaming' ? last.runId : outgoingRun;
  const isBusy = runId !== null || outgoing?.state === 'sending';

  const ask = (text: string): void => {
    void session.send(text.trim(), scope);
    setEditedId(null);
    inputRef.current?.focus();
  };
  const editLast = (): boolean => {
    const question = messages.items.findLast(({ role }) => role === 'user');
    if (question === undefined) return false;
    setEditedId(question.id);
    return true;
  };
  const title =
    conversationId === null
      ? t('newConversation')
      : conversation.data?.title === ''
        ? t('untitled')
        : conversation.data?.title;
  return (
    <section
      ref={panelRef}
      data-chat
      data-state={isClosing ? 'closed' : 'open'}
      aria-label={t('title')}
      {...drop.handlers}
      className="glass chat-window fixed inset-y-6 right-6 z-20 flex w-(--chat-width) max-w-[calc(100vw-48px)] flex-col overflow-hidden rounded-2xl"
      onKeyDown={(event) => {
        if (!isShortcut('closeChat', event) || event.defaultPrevented || event.nativeEvent.isComposing) return;
        event.preventDefault();
        if (isListing) setIsListing(false);
        else chat.close();
      }}
    >
      <header className="flex h-12 flex-none items-center gap-2 pr-2 pl-4">
        <Sparkles aria-hidden className="text-assistant" />
        <h2 className="min-w-0 flex-1 truncate font-medium" dir="auto">
          {isListing ? t('list.title') : title}
        </h2>
        <IconButton label={t('list.title')} aria-pressed={isListing} onClick={() => setIsListing(!isListing)}>
          <History aria-hidden />
        </IconButton>
        <IconButton
          label={t('newConversation')}
          onClick={() => {
            session.begin();
            setIsListing(false);
            inputRef.current?.focus();
          }}
        >
          <Plus aria-hidden />
        </IconButton>
        <IconButton label={t('close')} shortcut={keysOf('closeChat')} onClick={chat.close}>
          <X aria-hidden />
        </IconButton>
      </header>
      {isListing ? (
        <ConversationList
          currentId={conversationId}
          onOpen={(id, messageId) => {
            session.openConversation(id, messageId);
            setIsListing(false);
          }}
          onDeleted={(id) => {
            if (id === conversationId) session.begin();
          }}
        />
      ) : (
        <>
          <Thread
            key={thread}
            messages={messages}
            outgoing={outgoing}
            target={target}
            onResend={() => void session.resend()}
            onTakeBack={() => session.takeBack()}
            onRetry={(question, answer, choice) => {
              void session.retry(question, answer, scope, choice);
              inputRef.current?.focus();
            }}
            onAsk={ask}
            editedId={editedId}
            onEdit={(id) => {
              setEditedId(id);
              if (id === null) inputRef.current?.focus();
            }}
            onReplace={(id, text) => {
              void session.replace(id, text.trim(), scope);
              setEditedId(null);
              inputRef.current?.focus();
            }}
            empty={<EmptyChat scope={scope} onAsk={ask} />}
          />
          <Composer
            inputRef={inputRef}
            isReply={messages.items.length > 0 || outgoing !== null}
            scope={scope}
            offeredScope={routeScope}
            onScopeChange={(next) => session.setScope(next)}
            onSend={ask}
            attachments={attachments}
            isDropping={drop.isOver}
            onEditLast={editLast}
            onStop={
              isBusy
                ? () => {
                    if (runId !== null) stop({ runId });
                    inputRef.current?.focus();
                  }
                : null
            }
          />
        </>
      )}
    </section>
  );
}
