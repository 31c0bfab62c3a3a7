import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ConversationId } from '../../../contracts/ids.ts';
import { Button } from '../../components/ui/Button.tsx';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { trpc } from '../../trpc.ts';
import { ConversationRow } from './ConversationRow.tsx';

interface ConversationListProps {
  currentId: ConversationId | null;
  onOpen: (id: ConversationId) => void;
  onDeleted: (id: ConversationId) => void;
}

/** Every conversation, pinned ones first, then the last used. The arrows go from one to the next. */
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
      <ul aria-label={t('list.title')} onKeyDown={stepBetweenRows}>
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

/** The arrows, Home and End move between the rows as they do in other lists. */
function stepBetweenRows(event: React.KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-main]')];
  const place = rows.findIndex((row) => row === document.activeElement);
  if (place === -1) return;
  const next = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  rows[next]?.focus();
}
