import { keepPreviousData, skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ActivityItem } from '../../../contracts/activity.ts';
import { trpc } from '../../trpc.ts';
import { type ActivityLine, linesByDay } from './activityLines.ts';
import { type ActivitySearch, filterOf } from './activitySearch.ts';

const PAGE = 100;

export interface ActivityList {
  readonly lines: readonly ActivityLine[];
  readonly items: readonly ActivityItem[];
  readonly counts: { readonly matching: number; readonly total: number } | undefined;
  /** Nothing is known yet. */
  readonly isPending: boolean;
  /** Nothing could be read, and why. */
  readonly error: unknown;
  /** The rest could not be read. */
  readonly moreError: unknown;
  loadMore(): void;
  retry(): void;
}

/** What happened, by pages, under its days. */
export function useActivityList(search: ActivitySearch): ActivityList {
  const { row: _row, ...filters } = search;
  const filter = filterOf(filters);
  const list = useInfiniteQuery(
    trpc.activity.list.infiniteQueryOptions(
      { ...filter, limit: PAGE },
      // The rows that are there stay until the filtered ones come.
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const counts = useQuery(trpc.activity.count.queryOptions(filter, { placeholderData: keepPreviousData }));
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const lines = useMemo(() => linesByDay(items, !hasNextPage), [items, hasNextPage]);

  // The last day of what is loaded may go on: its count is asked for.
  const open = lines.findLast((line) => line.kind === 'day');
  const openDay = open?.count === null ? open.day : null;
  const openCount = useQuery(
    trpc.activity.count.queryOptions(openDay === null ? skipToken : { ...filter, from: openDay, to: openDay }),
  );
  const matching = openDay === null ? undefined : openCount.data?.matching;
  const counted = useMemo(
    () =>
      matching === undefined
        ? lines
        : lines.map((line) => (line.kind === 'day' && line.count === null ? { ...line, count: matching } : line)),
    [lines, matching],
  );
  return {
    lines: counted,
    items,
    counts: counts.data,
    isPending: data === undefined && list.error === null,
    error: data === undefined ? list.error : null,
    moreError: list.isFetchNextPageError ? list.error : null,
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage && !list.isFetchNextPageError) void fetchNextPage();
    },
    retry: () => {
      if (list.isFetchNextPageError) void fetchNextPage();
      else void Promise.all([list.refetch(), counts.refetch()]);
    },
  };
}
