import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Suggestion } from '../../../../contracts/suggestion.ts';
import { trpc } from '../../../trpc.ts';
import { countOrigins, originOf } from './groupSuggestions.ts';
import type { InboxSearch, SuggestionOrigin } from './inboxSearch.ts';

/** Suggestions of one page. All pages are read: which group one belongs to is known only then. */
const PAGE = 200;

export interface Inbox {
  /** Those that the filter leaves, newest first. */
  readonly items: readonly Suggestion[];
  readonly origins: Readonly<Record<SuggestionOrigin, number>>;
  /** All that wait; undefined while it is not known. */
  readonly total: number | undefined;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly moreError: unknown;
  retry(): void;
}

/** What waits for the user. */
export function useInbox({ from }: InboxSearch): Inbox {
  const list = useInfiniteQuery(
    trpc.suggestions.list.infiniteQueryOptions(
      { state: 'pending', limit: PAGE },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const total = useQuery(trpc.suggestions.count.queryOptions()).data?.count;
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const canLoad = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (canLoad) void fetchNextPage();
  }, [canLoad, fetchNextPage]);
  const all = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const items = useMemo(
    () => (from === undefined ? all : all.filter((suggestion) => originOf(suggestion) === from)),
    [all, from],
  );
  const origins = useMemo(() => countOrigins(all), [all]);
  return {
    items,
    origins,
    total,
    isPending: data === undefined && list.error === null,
    error: data === undefined ? list.error : null,
    moreError: isFetchNextPageError ? list.error : null,
    retry: () => {
      if (isFetchNextPageError) void fetchNextPage();
      else void list.refetch();
    },
  };
}
