import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TaskCounts, TaskListItem } from '../../../contracts/task.ts';
import { endOfWeek } from '../../i18n/format.ts';
import { useToday } from '../../lib/useToday.ts';
import { trpc } from '../../trpc.ts';
import type { TaskSearch } from './taskSearch.ts';

const PAGE = 200;

export type GroupName = 'overdue' | 'earlier' | 'today' | 'thisWeek' | 'later' | 'noDate';

/** One line of the list. `count` is null while it is not known: the group may go on in pages that are not loaded. */
export type TaskLine =
  { kind: 'heading'; group: GroupName; count: number | null } | { kind: 'task'; task: TaskListItem };

export function useTaskList(search: TaskSearch) {
  const today = useToday();
  const status = search.status ?? 'open';
  const sort = search.sort ?? (status === 'done' ? 'completed' : 'due');
  const query = useInfiniteQuery(
    trpc.tasks.list.infiniteQueryOptions(
      {
        status,
        sort,
        projectId: search.project === 'none' ? null : search.project,
        priority: search.priority,
        pending: status === 'done' ? 'exclude' : 'include',
        limit: PAGE,
      },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const counts = useQuery(trpc.tasks.counts.queryOptions({ today })).data;
  const isUnfiltered = status === 'open' && search.project === undefined && search.priority === undefined;
  const { data, hasNextPage } = query;
  const tasks = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const lines = useMemo(
    () =>
      sort === 'due'
        ? groupByDue(tasks, {
            today,
            isOpenOnly: status !== 'all',
            isComplete: !hasNextPage,
            counts: isUnfiltered ? counts : undefined,
          })
        : tasks.map((task): TaskLine => ({ kind: 'task', task })),
    [tasks, sort, today, status, hasNextPage, counts, isUnfiltered],
  );
  return { query, lines, tasks, counts, isUnfiltered };
}

interface GroupOptions {
  today: string;
  isOpenOnly: boolean;
  /** All pages are loaded, so the last group is whole too. */
  isComplete: boolean;
  /** Kept counts, where they are about this very list. */
  counts: TaskCounts | undefined;
}

/** Headings between tasks that are sorted by due date. */
export function groupByDue(
  tasks: readonly TaskListItem[],
  { today, isOpenOnly, isComplete, counts }: GroupOptions,
): TaskLine[] {
  const sunday = endOfWeek(today);
  const groups: { name: GroupName; tasks: TaskListItem[] }[] = [];
  for (const task of tasks) {
    const name = groupOf(task.dueDate, today, sunday, isOpenOnly);
    const last = groups.at(-1);
    if (last?.name === name) last.tasks.push(task);
    else groups.push({ name, tasks: [task] });
  }
  return groups.flatMap(({ name, tasks: members }, index) => {
    const isWhole = isComplete || index < groups.length - 1;
    const kept = name === 'earlier' ? undefined : counts?.[name];
    const count = kept ?? (isWhole ? members.filter((task) => task.isApproved).length : null);
    return [
      { kind: 'heading', group: name, count } as const,
      ...members.map((task) => ({ kind: 'task', task }) as const),
    ];
  });
}

function groupOf(dueDate: string | null, today: string, sunday: string, isOpenOnly: boolean): GroupName {
  if (dueDate === null) return 'noDate';
  if (dueDate < today) return isOpenOnly ? 'overdue' : 'earlier';
  if (dueDate === today) return 'today';
  return dueDate <= sunday ? 'thisWeek' : 'later';
}
