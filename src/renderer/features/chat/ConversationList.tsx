import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationId, MessageId } from '../../../contracts/ids.ts';
import { SEARCH_TEXT_MAX } from '../../../contracts/search.ts';
import { Button } from '../../components/ui/Button.tsx';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { FrameInput, InputFrame } from '../../components/ui/Input.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { trpc } from '../../trpc.ts';
import { ConversationRow } from './ConversationRow.tsx';

interface ConversationListProps {
  currentId: ConversationId | null;
  onOpen: (id: ConversationId, messageId: MessageId | null) => void;
  onDeleted: (id: ConversationId) => void;
}

/** Every conversation, pinned ones first, then the last used; or those that have some words. */
export function ConversationList({ currentId, onOpen, onDeleted }: ConversationListProps) {
  const { t } = useTranslation('chat');
  const [text, setText] = useState('');
  const { data, error, isLoading, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    trpc.conversations.list.infiniteQueryOptions(
      { limit: 50, ...(text === '' ? {} : { text }) },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div
      className="flex min-h-0 flex-1 flex-col border-t border-hairline"
      onKeyDown={(event) => {
        if (event.target instanceof HTMLElement && event.target.closest('[role="menu"]') === null)
          stepBetweenRows(event);
      }}
    >
      <SearchField onChange={setText} />
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-2">
        {error === null ? null : (
          <ErrorLine title={t('list.unreadable')} error={error} onRetry={() => void refetch()} />
        )}
        {isLoading ? <SkeletonRows /> : null}
        {data !== undefined && items.length === 0 ? (
          <p className="py-2 text-pretty text-muted-foreground" role="status">
            {t(text === '' ? 'list.empty' : 'list.none')}
          </p>
        ) : null}
        <ul aria-label={t('list.title')}>
          {items.map((conversation) => (
            <ConversationRow
              key={conversation.id}
              conversation={conversation}
              text={text}
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
    </div>
  );
}

/** How long typing rests before the list follows, in milliseconds. */
const REST = 120;

/** Narrows the list by words. Esc empties it; where it is empty, Esc closes the list. */
function SearchField({ onChange }: { onChange: (text: string) => void }) {
  const { t } = useTranslation('chat');
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (next: string): void => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(next.trim()), REST);
  };
  const clear = (): void => {
    clearTimeout(timer.current);
    setTyped('');
    onChange('');
    input.current?.focus();
  };
  return (
    <div role="search" className="flex-none px-4 pt-3 pb-2">
      <InputFrame className="h-8 rounded-md pr-0.5 pl-2">
        <Search aria-hidden className="icon-14" />
        <FrameInput
          ref={input}
          autoFocus
          data-search
          value={typed}
          maxLength={SEARCH_TEXT_MAX}
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          dir="auto"
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || typed === '' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            clear();
          }}
        />
        {typed === '' ? null : (
          <IconButton size="row" label={t('list.clear')} className="size-6" onClick={clear}>
            <X aria-hidden className="icon-14" />
          </IconButton>
        )}
      </InputFrame>
    </div>
  );
}

/** The arrows move from the search field into the rows, and between them as in other lists. */
function stepBetweenRows(event: React.KeyboardEvent<HTMLElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-search], [data-row-main]')];
  const place = stops.findIndex((stop) => stop === document.activeElement);
  if (place === -1) return;
  const isTyping = place === 0;
  const next = isTyping
    ? { ArrowDown: 1, Enter: 1 }[event.key]
    : { ArrowDown: place + 1, ArrowUp: place - 1, Home: 1, End: stops.length - 1 }[event.key];
  if (next === undefined || stops[next] === undefined || event.nativeEvent.isComposing) return;
  event.preventDefault();
  stops[next].focus();
}
