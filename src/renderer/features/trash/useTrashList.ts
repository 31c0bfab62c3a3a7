import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { PAGE_LIMIT_MAX } from '../../../contracts/page.ts';
import type { TrashItem } from '../../../contracts/trash.ts';
import { trpc } from '../../trpc.ts';
import type { TrashSearch } from './trashSearch.ts';

export interface TrashList {
  /** Those that the filters leave. */
  readonly items: readonly TrashItem[];
  /** How many lie in the trash; undefined while it is not known. */
  readonly total: number | undefined;
  readonly isFiltered: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly moreError: unknown;
  loadMore(): void;
  retry(): void;
}

export const keyOf = ({ kind, id }: Pick<TrashItem, 'kind' | 'id'>): string => `${kind}:${id}`;

/** What lies in the trash, by pages. While something is looked for, all pages are read. */
export function useTrashList({ kind, q }: TrashSearch): TrashList {
  const list = useInfiniteQuery(
    trpc.trash.list.infiniteQueryOptions({ limit: PAGE_LIMIT_MAX }, { getNextPageParam: (page) => page.nextCursor }),
  );
  const total = useQuery(trpc.trash.count.queryOptions()).data?.count;
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const text = q?.trim().toLocaleLowerCase() ?? '';
  const isFiltered = kind !== undefined || text !== '';
  const canLoad = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (isFiltered && canLoad) void fetchNextPage();
  }, [isFiltered, canLoad, fetchNextPage]);
  const items = useMemo(() => {
    const all = data?.pages.flatMap((page) => page.items) ?? [];
    return all.filter(
      (item) =>
        (kind === undefined || item.kind === kind) && (text === '' || item.title.toLocaleLowerCase().includes(text)),
    );
  }, [data, kind, text]);
  return {
    items,
    total,
    isFiltered,
    isPending: (data === undefined && list.error === null) || (isFiltered && items.length === 0 && hasNextPage),
    error: data === undefined ? list.error : null,
    moreError: isFetchNextPageError ? list.error : null,
    loadMore: () => {
      if (canLoad) void fetchNextPage();
    },
    retry: () => {
      if (isFetchNextPageError) void fetchNextPage();
      else void list.refetch();
    },
  };
}
