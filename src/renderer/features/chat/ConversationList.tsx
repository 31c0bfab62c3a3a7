import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../contracts/conversation.ts';
import type { ConversationId } from '../../../contracts/ids.ts';
import { Button } from '../../components/ui/Button.tsx';
import { ConfirmDialog } from '../../components/ui/ConfirmDialog.tsx';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { Input } from '../../components/ui/Input.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { showToast } from '../../components/ui/Toast.tsx';
import { describeError } from '../../i18n/describeError.ts';
import { formatMoment } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { useToday } from '../../lib/useToday.ts';
import { trpc } from '../../trpc.ts';

interface ConversationListProps {
  currentId: ConversationId | null;
  onOpen: (id: ConversationId) => void;
  onDeleted: (id: ConversationId) => void;
}

/** Every conversation, last used first: open, rename, delete. */
export function ConversationList({ currentId, onOpen, onDeleted }: ConversationListProps) {
  const { t } = useTranslation('chat');
  const { data, error, isLoading, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    trpc.conversations.list.infiniteQueryOptions({ limit: 50 }, { getNextPageParam: (page) => page.nextCursor }),
  );
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="min-h-0 flex-1 overflow-y-auto border-t border-hairline px-4 py-2">
      {error === null ? null : <ErrorLine title={t('list.unreadable')} error={error} onRetry={() => void refetch()} />}
      {isLoading ? <SkeletonRows /> : null}
      {data !== undefined && items.length === 0 ? (
        <p className="py-2 text-muted-foreground">{t('list.empty')}</p>
      ) : null}
      <ul aria-label={t('list.title')}>
        {items.map((conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            isCurrent={conversation.id === currentId}
            onOpen={onOpen}
            onDeleted={onDeleted}
          />
        ))}
      </ul>
      {hasNextPage ? (
        <Button
          variant="ghost"
          size="sm"
          className="mt-1 -ml-2.5"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('list.more')}
        </Button>
      ) : null}
    </div>
  );
}

interface ConversationRowProps extends Omit<ConversationListProps, 'currentId'> {
  conversation: Conversation;
  isCurrent: boolean;
}

function ConversationRow({ conversation, isCurrent, onOpen, onDeleted }: ConversationRowProps) {
  const { t } = useTranslation('chat');
  const today = useToday();
  const [isRenaming, setIsRenaming] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const { mutate: remove } = useMutation(trpc.conversations.delete.mutationOptions());
  const title = conversation.title === '' ? t('untitled') : conversation.title;
  if (isRenaming) return <RenameRow conversation={conversation} onDone={() => setIsRenaming(false)} />;
  return (
    <li
      className={cn(
        'group relative -mx-2.5 flex h-9 items-center gap-2.5 rounded-md px-2.5 transition-state focus-within:bg-accent hover:bg-accent',
        isCurrent &&
          'bg-selected before:absolute before:inset-y-2 before:left-0 before:w-0.5 before:rounded-full before:bg-selected-edge',
      )}
    >
      <button
        type="button"
        dir="auto"
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => onOpen(conversation.id)}
        className="min-w-0 flex-1 truncate text-start outline-none after:absolute after:inset-0 after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"
      >
        {title}
      </button>
      <time className="flex-none type-meta text-muted-foreground tabular-nums group-focus-within:invisible group-hover:invisible">
        {formatMoment(conversation.updatedAt, today)}
      </time>
      <span className="absolute right-1 z-1 flex opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
        <IconButton size="row" label={t('list.rename', { title })} onClick={() => setIsRenaming(true)}>
          <Pencil aria-hidden className="icon-14" />
        </IconButton>
        <IconButton size="row" label={t('list.delete', { title })} onClick={() => setIsAsking(true)}>
          <Trash2 aria-hidden className="icon-14" />
        </IconButton>
      </span>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t('list.deleteTitle', { title })}
        description={t('list.deleteBody')}
        safeLabel={t('list.deleteKeep')}
        confirmLabel={t('list.deleteConfirm')}
        isDestructive
        onConfirm={() => {
          remove(
            { id: conversation.id },
            {
              onSuccess: () => onDeleted(conversation.id),
              onError: (error) => showToast({ message: describeError(error), tone: 'error' }),
            },
          );
        }}
      />
    </li>
  );
}

function RenameRow({ conversation, onDone }: { conversation: Conversation; onDone: () => void }) {
  const { t } = useTranslation('chat');
  const [title, setTitle] = useState(conversation.title);
  const { mutate } = useMutation(trpc.conversations.update.mutationOptions());
  const save = (): void => {
    onDone();
    if (title.trim() === '' || title.trim() === conversation.title) return;
    mutate(
      { id: conversation.id, title },
      { onError: (error) => showToast({ message: describeError(error), tone: 'error' }) },
    );
  };
  return (
    <li className="-mx-2.5 flex h-9 items-center">
      <Input
        autoFocus
        value={title}
        maxLength={1_000}
        aria-label={t('list.newName')}
        className="h-8"
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTitle(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') save();
          if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            onDone();
          }
        }}
      />
    </li>
  );
}
