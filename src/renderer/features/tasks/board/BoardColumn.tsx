import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskId } from '../../../../contracts/ids.ts';
import type { TaskListItem } from '../../../../contracts/task.ts';
import { ErrorLine } from '../../../components/ui/ErrorState.tsx';
import { cn } from '../../../lib/cn.ts';
import { trpc } from '../../../trpc.ts';
import { useProjects } from '../../records/useProjects.ts';
import { usePendingSuggestions } from '../../suggestions/usePendingSuggestions.ts';
import { useDropPlace } from '../drag/dragState.ts';
import { DropSlot } from '../drag/DropSlot.tsx';
import { withSlot } from '../drag/dropPlace.ts';
import { useAutoScroll, useDropGround } from '../drag/useTaskDragging.ts';
import type { TaskQuery } from '../taskQuery.ts';
import { CardSkeletons } from './CardSkeletons.tsx';
import { ColumnHead, type ColumnHeadProps } from './ColumnHead.tsx';
import { completedSince, sortingOfColumn } from './columnQuery.ts';
import { PendingCard } from './PendingCard.tsx';
import { TaskCard } from './TaskCard.tsx';

const PAGE = 100;
/** A card of one line with its foot and the gap below it; those with more are measured. */
const CARD_HEIGHT = 80;
const SLOT = 'slot';
type Line = TaskListItem | typeof SLOT;

/** What the board knows of a column that is on screen. */
export interface ColumnHandle {
  /** As far as they are loaded, pending ones too, in the order they are shown. */
  readonly tasks: readonly TaskListItem[];
  /** Brings a card into sight. */
  readonly scrollTo: (id: string) => void;
}

interface BoardColumnProps {
  columnKey: string;
  head: Omit<ColumnHeadProps, 'element' | 'id'>;
  query: TaskQuery;
  showsAllDone: boolean;
  surface: string;
  width: number;
  openTaskId: string | null;
  /** The card that Tab reaches, where it is in this column. */
  activeId: string | null;
  selected: ReadonlySet<string>;
  dragged: (id: TaskId) => readonly TaskId[];
  onPress: (task: TaskListItem, event: MouseEvent) => void;
  onToggle: (task: TaskListItem) => void;
  onActive: (id: string) => void;
  register: (key: string, handle: ColumnHandle | null) => void;
}

/** One group of the board: its own list, read as far as it was scrolled; only the cards in sight exist. */
export function BoardColumn(props: BoardColumnProps) {
  const { columnKey, head, query, showsAllDone, surface, width, openTaskId, activeId, selected } = props;
  const { dragged, onPress, onToggle, onActive, register } = props;
  const { t } = useTranslation('board');
  const projects = useProjects();
  const suggestions = usePendingSuggestions();
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useDropGround(section, { surface, group: columnKey, part: 'last' });
  useDropGround(heading, { surface, group: columnKey, part: 'first' });
  useAutoScroll(scroller, 'vertical');

  const { filter, groupBy, today } = query;
  const since = completedSince(query, columnKey, showsAllDone);
  const list = useInfiniteQuery(
    trpc.tasks.list.infiniteQueryOptions(
      {
        ...filter,
        groupBy,
        group: columnKey,
        sort: sortingOfColumn(query, columnKey),
        today,
        limit: PAGE,
      },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const { data, error, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } = list;
  const loaded = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  // The last done come first, so what is older than asked for begins somewhere in what is loaded, or further down.
  const tasks = useMemo(
    () => (since === undefined ? loaded : loaded.filter((task) => (task.completedAt ?? since) >= since)),
    [loaded, since],
  );
  const hasNextPage = list.hasNextPage && tasks.length === loaded.length;
  const drop = useDropPlace(surface, columnKey);
  // In a column that is sorted by itself the place is not the user's; only what is done last has a known one, the first.
  const isSorted = drop !== null && !drop.place.isOrdered;
  const isFirst = isSorted && sortingOfColumn(query, columnKey) === 'completed';
  const lines = useMemo((): Line[] => {
    if (drop === null || (isSorted && !isFirst)) return tasks;
    const { place } = drop;
    if (place.after === null && place.before === null) return [SLOT, ...tasks];
    return withSlot<Line>(tasks, place, { slot: SLOT, idOf: (line) => (line === SLOT ? null : line.id) });
  }, [tasks, drop, isSorted, isFirst]);

  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is used here only, and no compiler memoizes this
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: (index) => {
      const line = lines[index];
      return line === undefined || line === SLOT ? SLOT : line.id;
    },
    overscan: 6,
    paddingStart: 3,
    paddingEnd: 24,
  });
  const items = virtualizer.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (lastIndex >= lines.length - 20 && hasNextPage && !isFetchingNextPage && !isFetchNextPageError)
      void fetchNextPage();
  }, [lastIndex, lines.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  const scrollTo = useCallback(
    (id: string) => {
      const index = tasks.findIndex((task) => task.id === id);
      if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
    },
    [tasks, virtualizer],
  );
  useEffect(() => {
    register(columnKey, { tasks, scrollTo });
  }, [register, columnKey, tasks, scrollTo]);
  useEffect(() => () => register(columnKey, null), [register, columnKey]);

  const tabStop = tasks.some((task) => task.id === activeId) ? activeId : (tasks[0]?.id ?? null);
  const id = `board-${columnKey}`;
  return (
    <section ref={section} aria-labelledby={id} data-column={columnKey} className="flex h-full min-h-0 flex-col">
      <ColumnHead
        {...head}
        {...(since === undefined || data === undefined ? {} : { count: tasks.length, hasMore: hasNextPage })}
        element={heading}
        id={id}
      />
      <div
        ref={scroller}
        className="-mr-6 -ml-1 min-h-0 flex-1 overflow-x-hidden overflow-y-auto pl-1 [scrollbar-width:thin]"
      >
        <div
          className={cn(
            'min-h-full rounded-lg',
            isSorted && !(isFirst && (virtualizer.scrollOffset ?? 0) === 0) && 'bg-surface-sunken',
          )}
          style={{ width }}
        >
          {error !== null && data === undefined ? (
            <ErrorLine title={t('error')} error={error} onRetry={() => void refetch()} />
          ) : data === undefined ? (
            <CardSkeletons />
          ) : null}
          <div role="list" aria-labelledby={id} className="relative" style={{ height: virtualizer.getTotalSize() }}>
            {items.map((item) => {
              const line = lines[item.index];
              if (line === undefined) return null;
              const suggestion = line !== SLOT && !line.isApproved ? suggestions.creating(line.id) : undefined;
              const project = line === SLOT || groupBy === 'project' ? undefined : projects.byId(line.projectId);
              return (
                <div
                  key={item.key}
                  ref={virtualizer.measureElement}
                  data-index={item.index}
                  data-line={line === SLOT ? undefined : line.id}
                  {...(line === SLOT
                    ? {}
                    : {
                        role: 'listitem',
                        'aria-setsize': hasNextPage ? -1 : tasks.length,
                        'aria-posinset': item.index + 1,
                      })}
                  className={cn(
                    'absolute inset-x-0 top-0',
                    drop !== null &&
                      'motion-safe:transition-transform motion-safe:duration-(--dur-fast) motion-safe:ease-calm',
                  )}
                  style={{ transform: `translateY(${item.start}px)` }}
                  onFocus={line === SLOT ? undefined : () => onActive(line.id)}
                >
                  {line === SLOT ? (
                    <div className="pb-2">
                      <DropSlot surface={surface} group={columnKey} height={drop?.height ?? CARD_HEIGHT} />
                    </div>
                  ) : suggestion === undefined ? (
                    <TaskCard
                      task={line}
                      project={project}
                      surface={surface}
                      group={columnKey}
                      showsStatus={groupBy !== 'status'}
                      isOpen={line.id === openTaskId}
                      isSelected={selected.has(line.id)}
                      tabIndex={line.id === tabStop ? 0 : -1}
                      dragged={dragged}
                      onPress={onPress}
                      onToggle={onToggle}
                    />
                  ) : (
                    <PendingCard
                      task={line}
                      suggestion={suggestion}
                      project={project}
                      surface={surface}
                      group={columnKey}
                      isOpen={line.id === openTaskId}
                      tabIndex={line.id === tabStop ? 0 : -1}
                      onPress={onPress}
                    />
                  )}
                </div>
              );
            })}
          </div>
          {isFetchNextPageError ? (
            <ErrorLine title={t('moreError')} error={error} onRetry={() => void fetchNextPage()} className="pb-6" />
          ) : null}
        </div>
      </div>
    </section>
  );
}
