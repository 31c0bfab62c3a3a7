import { skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { NoteListItem } from '../../../contracts/note.ts';
import type { SearchItem } from '../../../contracts/search.ts';
import { addDays, dateOfDay, endOfWeek } from '../../i18n/format.ts';
import { useToday } from '../../lib/useToday.ts';
import { trpc } from '../../trpc.ts';
import type { NoteSearch } from './noteSearch.ts';

export type NoteGroup = 'pinned' | 'thisWeek' | 'earlier';

/** A line of the list. */
export type NoteLine =
  | { readonly kind: 'heading'; readonly group: NoteGroup; readonly count: number | null }
  | { readonly kind: 'note'; readonly note: NoteListItem }
  | { readonly kind: 'hit'; readonly hit: SearchItem };

export interface NoteList {
  readonly lines: readonly NoteLine[];
  /** Nothing is known yet. */
  readonly isPending: boolean;
  /** Nothing could be read, and why. */
  readonly error: unknown;
  /** The rest could not be read. */
  readonly moreError: unknown;
  loadMore(): void;
  retry(): void;
}

const PAGE = 100;
const PINNED_MAX = 200;

/** Pinned notes, then those of this week, then the rest by pages; or what a search finds. */
export function useNoteList({ q, project }: NoteSearch): NoteList {
  const text = q?.trim() ?? '';
  const isSearching = text !== '';
  const place = project === undefined ? {} : { projectId: project === 'none' ? null : project };
  const today = useToday();
  const pinned = useQuery(
    trpc.notes.list.queryOptions(isSearching ? skipToken : { ...place, isPinned: true, limit: PINNED_MAX }),
  );
  const others = useInfiniteQuery(
    trpc.notes.list.infiniteQueryOptions(isSearching ? skipToken : { ...place, isPinned: false, limit: PAGE }, {
      getNextPageParam: (page) => page.nextCursor,
    }),
  );
  const found = useQuery(
    trpc.search.query.queryOptions(
      isSearching
        ? {
            text,
            kinds: ['note'],
            limit: 100,
            ...(project === undefined || project === 'none' ? {} : { projectId: project }),
          }
        : skipToken,
      // The last hits stay until the next ones come.
      { placeholderData: (before) => before, staleTime: 0 },
    ),
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = others;

  const lines = useMemo((): NoteLine[] => {
    if (isSearching) {
      const hits = found.data?.items ?? [];
      return hits.filter((hit) => project !== 'none' || hit.projectId === null).map((hit) => ({ kind: 'hit', hit }));
    }
    if (pinned.data === undefined || others.data === undefined) return [];
    const monday = dateOfDay(addDays(endOfWeek(today), -6));
    monday.setHours(0, 0, 0, 0);
    const rest = others.data.pages.flatMap((page) => page.items);
    const split = rest.findIndex((note) => note.updatedAt < monday.getTime());
    const recent = split < 0 ? rest : rest.slice(0, split);
    const earlier = split < 0 ? [] : rest.slice(split);
    const isWhole = !hasNextPage;
    return [
      ...group('pinned', pinned.data.items, pinned.data.nextCursor === null),
      ...group('thisWeek', recent, isWhole || split >= 0),
      ...group('earlier', earlier, isWhole),
    ];
  }, [isSearching, found.data, project, pinned.data, others.data, hasNextPage, today]);

  const failed = isSearching ? found.error : (pinned.error ?? others.error);
  const hasData = isSearching ? found.data !== undefined : pinned.data !== undefined && others.data !== undefined;
  return {
    lines,
    isPending: !hasData && failed === null,
    error: hasData ? null : failed,
    moreError: others.isFetchNextPageError ? others.error : null,
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage && !others.isFetchNextPageError) void fetchNextPage();
    },
    retry: () => {
      if (isSearching) void found.refetch();
      else if (others.isFetchNextPageError) void fetchNextPage();
      else void Promise.all([pinned.refetch(), others.refetch()]);
    },
  };
}

function group(name: NoteGroup, notes: readonly NoteListItem[], isWhole: boolean): NoteLine[] {
  if (notes.length === 0) return [];
  return [
    { kind: 'heading', group: name, count: isWhole ? notes.length : null },
    ...notes.map((note) => ({ kind: 'note' as const, note })),
  ];
}
