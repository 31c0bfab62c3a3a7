import { replaceEqualDeep } from '@tanstack/react-query';
import { Check, Copy, TriangleAlert } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../contracts/conversation.ts';
import type { MessageId, RunId } from '../../../contracts/ids.ts';
import { Button } from '../../components/ui/Button.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { describeError, describeErrorCode } from '../../i18n/describeError.ts';
import { formatNumber } from '../../i18n/format.ts';
import { AnswerMarkdown } from './AnswerMarkdown.tsx';
import type { ProviderChoice } from './ChatSession.ts';
import { SentAttachments } from './attach/SentAttachments.tsx';
import { ChatSuggestions } from './ChatSuggestions.tsx';
import { EditMessage } from './EditMessage.tsx';
import { Fallbacks } from './Fallbacks.tsx';
import { showRun } from './foldRun.ts';
import { RetryButtons } from './RetryButtons.tsx';
import { Sources } from './Sources.tsx';
import { Steps } from './Steps.tsx';
import { UserMessage } from './UserMessage.tsx';
import { useRun } from './useRun.ts';

interface MessageViewProps {
  message: Message;
  /** The last answer can be tried again. */
  onRetry?: ((choice: ProviderChoice) => void) | undefined;
}

interface AnyMessageProps extends MessageViewProps {
  isEdited: boolean;
  onEdit: (id: MessageId | null) => void;
  onReplace: (id: MessageId, text: string) => void;
}

/** One message of a conversation. Kept ones never render again while another streams. */
export const MessageView = memo(function MessageView(props: AnyMessageProps) {
  const { message, onRetry, isEdited, onEdit, onReplace } = props;
  if (message.role === 'user') {
    if (isEdited)
      return (
        <EditMessage
          text={message.content}
          attached={<SentAttachments messageId={message.id} attachments={message.attachments} />}
          onCancel={() => onEdit(null)}
          onSend={(text) => onReplace(message.id, text)}
        />
      );
    return (
      <UserMessage
        messageId={message.id}
        text={message.content}
        attachments={message.attachments}
        onEdit={() => onEdit(message.id)}
      />
    );
  }
  if (message.state === 'streaming' && message.runId !== null)
    return <RunningAnswer message={message} runId={message.runId} />;
  return <Answer message={message} onRetry={onRetry} />;
}, isSame);

/** Each time the conversation is read, what it says comes as new objects, though it says the same. */
function isSame(before: AnyMessageProps, after: AnyMessageProps): boolean {
  return (
    before.onRetry === after.onRetry &&
    before.isEdited === after.isEdited &&
    before.onEdit === after.onEdit &&
    before.onReplace === after.onReplace &&
    replaceEqualDeep(before.message, after.message) === before.message
  );
}

function RunningAnswer({ message, runId }: { message: Message; runId: RunId }) {
  const { answer, error } = useRun(runId);
  const shown = showRun(message, answer);
  return (
    <>
      <Answer message={shown} />
      {error === null ? null : <Failure>{describeError(error)}</Failure>}
    </>
  );
}

/** What a run says before the conversation lists its answer. */
export function FollowedRun({ runId }: { runId: RunId }) {
  const { t } = useTranslation(['chat', 'common']);
  const { answer, error } = useRun(runId);
  return (
    <div className="flex flex-col gap-2.5" aria-busy={answer?.ended == null}>
      <Steps steps={answer?.steps ?? []} />
      {answer === null || answer.text === '' ? (
        answer?.steps.length ? null : (
          <p className="type-meta text-muted-foreground">{t('thinking')}</p>
        )
      ) : (
        <AnswerMarkdown text={answer.text} sources={answer.sources} isStreaming={answer.ended === null} />
      )}
      {error === null ? null : <Failure>{describeError(error)}</Failure>}
    </div>
  );
}

function Answer({ message, onRetry }: MessageViewProps) {
  const { t } = useTranslation(['chat', 'common']);
  const isStreaming = message.state === 'streaming';
  const { content, sources } = message;
  return (
    <article aria-label={t('answer')} aria-busy={isStreaming} className="group/answer flex flex-col gap-2.5">
      <Steps steps={message.steps} />
      {content === '' && isStreaming && message.steps.length === 0 ? (
        <p className="type-meta text-muted-foreground">{t('thinking')}</p>
      ) : content === '' ? null : (
        <AnswerMarkdown text={content} sources={sources} isStreaming={isStreaming} />
      )}
      <Sources sources={sources} />
      {message.suggestionIds.length === 0 ? null : <ChatSuggestions ids={message.suggestionIds} />}
      <Fallbacks message={message} />
      {message.error === null ? null : (
        <Failure onRetry={onRetry === undefined ? undefined : () => onRetry({})}>
          {describeErrorCode(message.error.code, plainFields(message.error.fields))}
        </Failure>
      )}
      {isStreaming ? null : <AnswerFoot message={message} onRetry={onRetry} />}
    </article>
  );
}

function AnswerFoot({ message, onRetry }: MessageViewProps) {
  const { t } = useTranslation(['chat', 'common']);
  const { provider, model, inputTokens, outputTokens } = message;
  const tokens = inputTokens === null && outputTokens === null ? null : (inputTokens ?? 0) + (outputTokens ?? 0);
  const by = [provider === 'offline' ? t('offline') : provider, model].filter((name) => name !== null && name !== '');
  return (
    <div className="-mt-1 flex min-h-6 items-center gap-3 type-meta text-muted-foreground tabular-nums">
      <span className="truncate">
        {[...(message.state === 'stopped' ? [t('stopped')] : []), by.join(', ')]
          .filter((words) => words !== '')
          .join('. ')}
      </span>
      <span className="ml-auto flex flex-none items-center gap-1">
        <span className="flex opacity-0 transition-state group-focus-within/answer:opacity-100 group-hover/answer:opacity-100 has-data-[state=open]:opacity-100">
          {message.content === '' ? null : <CopyButton text={message.content} />}
          {onRetry === undefined ? null : <RetryButtons isFailed={message.error !== null} onRetry={onRetry} />}
        </span>
        {tokens === null ? null : <span>{t('tokens', { count: tokens, formatted: formatNumber(tokens) })}</span>}
      </span>
    </div>
  );
}

function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation(['chat', 'common']);
  const [isCopied, setIsCopied] = useState(false);
  return (
    <IconButton
      size="row"
      className="size-6"
      side="top"
      label={isCopied ? t('common:actions.copied') : t('copy')}
      onClick={() => {
        void navigator.clipboard.writeText(text).then(() => setIsCopied(true));
      }}
      onBlur={() => setIsCopied(false)}
    >
      {isCopied ? <Check aria-hidden className="icon-14" /> : <Copy aria-hidden className="icon-14" />}
    </IconButton>
  );
}

/** One sentence, and the way on. */
export function Failure({ children, onRetry }: { children: React.ReactNode; onRetry?: (() => void) | undefined }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="flex items-start gap-2 type-section">
      <TriangleAlert aria-hidden className="icon-14 mt-[3px] text-destructive" />
      <p className="min-w-0 flex-1">{children}</p>
      {onRetry === undefined ? null : (
        <Button size="sm" onClick={onRetry}>
          {t('actions.tryAgain')}
        </Button>
      )}
    </div>
  );
}

function plainFields(fields: Record<string, unknown>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
}
