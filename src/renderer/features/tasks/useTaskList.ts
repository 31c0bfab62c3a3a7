import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { client, trpc } from '../../trpc.ts';
import { useProjects } from '../records/useProjects.ts';
import type { TaskQuery } from './taskQuery.ts';
import type { TaskStatusFilter } from './taskSearch.ts';
import { FIRST_PAGE, groupKeyBy, linesOf, nextStart, type PageStart } from './taskLines.ts';

/** The first page fills a window; what is scrolled to comes in larger ones. */
const FIRST = 100;
const MORE = 500;

/**
 * The list that an address of Tasks asks for: its lines, headings with counts between them, read as far as it was scrolled.
 * What is there stays while the next answer is on its way.
 */
export function useTaskList({ filter, groupBy, sort, today }: TaskQuery, folded: ReadonlySet<string>) {
  const projects = useProjects();
  const isOpenOnly = filter.status !== 'all' && filter.status !== 'done';
  const groups = useQuery(
    trpc.tasks.groups.queryOptions(
      { ...filter, groupBy, today },
      { enabled: groupBy !== 'none', placeholderData: keepPreviousData },
    ),
  );
  const known = useMemo(
    // States that the filter leaves out are no groups of this list.
    () =>
      groupBy === 'status'
        ? groups.data?.groups.filter(({ key, count }) => count > 0 || isAskedFor(key, filter.status))
        : groups.data?.groups,
    [groups.data, groupBy, filter.status],
  );
  const keyOf = useMemo(
    () =>
      groupKeyBy({
        groupBy,
        today,
        isOpenOnly,
        clientOfProject: (projectId) => projects.byId(projectId)?.clientId ?? null,
      }),
    [groupBy, today, isOpenOnly, projects],
  );
  const order = useMemo(() => known?.map(({ key }) => key) ?? [], [known]);
  const input = { ...filter, groupBy, sort, today };
  const query = useInfiniteQuery({
    queryKey: [...trpc.tasks.list.pathKey(), { input, type: 'infinite' }],
    queryFn: async ({ pageParam: start, signal }) => {
      const { items, nextCursor } = await client.tasks.list.query(
        {
          ...input,
          ...(start.group === null ? {} : { group: start.group }),
          cursor: start.cursor,
          limit: start === FIRST_PAGE || (start.cursor === null && start.group === null) ? FIRST : MORE,
        },
        { signal },
      );
      return { items, nextCursor, groupBy };
    },
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (page, _pages, start: PageStart) => {
      const last = page.items.at(-1);
      return nextStart(
        { start, nextCursor: page.nextCursor, lastGroup: last === undefined ? null : keyOf(last) },
        { order, folded },
      );
    },
    placeholderData: keepPreviousData,
  });
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } = query;
  // While another grouping is on its way, what is there keeps the headings it came with: none, rather than wrong ones.
  const shownBy = data?.pages[0]?.groupBy === groupBy ? groupBy : 'none';
  // States and priorities are always the same few: an empty one is a place to drop on.
  const showsEmpty = (groupBy === 'status' || groupBy === 'priority') && (data?.pages[0]?.items.length ?? 0) > 0;
  const lines = useMemo(
    () =>
      linesOf(data?.pages ?? [], {
        groupBy: shownBy,
        keyOf,
        groups: known,
        folded,
        showsEmpty,
        isComplete: data !== undefined && !hasNextPage,
      }),
    [data, shownBy, keyOf, known, folded, showsEmpty, hasNextPage],
  );
  const tasks = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);

  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  // A group that is opened again was skipped while the rest was read, perhaps. In an effect, so that it is read by the new folds.
  const lastFolded = useRef(folded);
  useEffect(() => {
    const isOpened = [...lastFolded.current].some((group) => !folded.has(group));
    lastFolded.current = folded;
    if (isOpened) void refetch();
  }, [folded, refetch]);

  return { query, lines, tasks, groups: known, keyOf, loadMore };
}

function isAskedFor(key: string, status: TaskStatusFilter): boolean {
  return status === 'all' || (status === 'open' ? key !== 'done' : key === status);
}
