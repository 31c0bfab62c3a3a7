import { useInfiniteQuery, skipToken } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Message } from '../../../contracts/conversation.ts';
import type { ConversationId } from '../../../contracts/ids.ts';
import { trpc } from '../../trpc.ts';

const PAGE = 40;

export interface Messages {
  /** Oldest first, as far back as was asked for. */
  readonly items: readonly Message[];
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly hasOlder: boolean;
  loadOlder(): void;
  retry(): void;
}

const NONE: readonly Message[] = [];

/** The messages of a conversation, the newest page first. */
export function useMessages(conversationId: ConversationId | null): Messages {
  const { data, isLoading, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    trpc.conversations.messages.infiniteQueryOptions(
      conversationId === null ? skipToken : { conversationId, limit: PAGE },
      {
        getNextPageParam: (page) => page.nextCursor,
      },
    ),
  );
  const items = useMemo(() => data?.pages.toReversed().flatMap((page) => page.items) ?? NONE, [data]);
  return {
    items: conversationId === null ? NONE : items,
    isLoading,
    error: conversationId === null ? null : error,
    hasOlder: hasNextPage,
    loadOlder: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    retry: () => void refetch(),
  };
}
