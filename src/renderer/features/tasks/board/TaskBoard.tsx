import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskListItem } from '../../../../contracts/task.ts';
import { ErrorState } from '../../../components/ui/ErrorState.tsx';
import { trpc } from '../../../trpc.ts';
import { usePendingSuggestions } from '../../suggestions/usePendingSuggestions.ts';
import type { TaskQuery } from '../taskQuery.ts';
import { BoardColumns } from './BoardColumns.tsx';

interface TaskBoardProps {
  query: TaskQuery;
  /** The task in the side panel. */
  openTaskId: string | null;
  onOpen: (task: TaskListItem) => void;
  /** Of a board of states: everything that was ever done, not the last days of it. */
  showsAllDone: boolean;
  onShowAllDone: (showsAll: boolean) => void;
  /** In place of columns that have not one card. */
  empty: ReactNode;
}

/** Tasks as columns of cards, one column to a group. Cards are moved by dragging or with Alt and the arrows. */
export function TaskBoard(props: TaskBoardProps) {
  // What one grouping has on screen is nothing to another.
  return <Grouped key={props.query.groupBy} {...props} />;
}

function Grouped({ query, empty, ...board }: TaskBoardProps) {
  const { t } = useTranslation('board');
  const { filter, groupBy, today } = query;
  const groups = useQuery(
    trpc.tasks.groups.queryOptions({ ...filter, groupBy, today }, { placeholderData: keepPreviousData }),
  );
  const isTaskPending = usePendingSuggestions().items.some(
    ({ kind, changes }) => kind === 'create' && changes.some(({ recordKind }) => recordKind === 'task'),
  );
  const { data } = groups;
  const columns = useMemo(
    () =>
      // What is late is told apart only while something is.
      data?.groups.filter(({ key, count }) => count > 0 || !['overdue', 'earlier'].includes(key)) ?? [],
    [data],
  );
  if (groups.isError && data === undefined)
    return <ErrorState title={t('boardError')} error={groups.error} onRetry={() => void groups.refetch()} />;
  if (data === undefined) return null;
  if (data.total === 0 && !groups.isPlaceholderData && !isTaskPending) return empty;
  return <BoardColumns query={query} columns={columns} {...board} />;
}
