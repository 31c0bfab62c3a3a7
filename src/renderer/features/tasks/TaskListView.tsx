import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskListItem } from '../../../contracts/task.ts';
import { ErrorLine, ErrorState } from '../../components/ui/ErrorState.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { trpc } from '../../trpc.ts';
import { TaskList } from './TaskList.tsx';
import { isNarrowed, type TaskQuery } from './taskQuery.ts';
import type { TaskSearch } from './taskSearch.ts';
import { TasksEmpty } from './TasksEmpty.tsx';
import { useTaskList } from './useTaskList.ts';

interface TaskListViewProps {
  search: TaskSearch;
  query: TaskQuery;
  openTaskId: string | null;
  onOpen: (task: TaskListItem) => void;
  onChange: (changes: Partial<TaskSearch>, replace?: boolean) => void;
}

/** The list in whatever state it is: on its way, failed, empty, or there. */
export function TaskListView({ search, query: asked, openTaskId, onOpen, onChange }: TaskListViewProps) {
  const { t } = useTranslation('tasks');
  const folded = useMemo(() => new Set(search.folded?.split(',')), [search.folded]);
  const { query, lines, tasks, groups, keyOf, loadMore } = useTaskList(asked, folded);
  const isNarrow = isNarrowed(search);
  const hasNone = query.isSuccess && tasks.length === 0 && !query.hasNextPage && !lines.length;
  const counts = useQuery({ ...trpc.tasks.counts.queryOptions({ today: asked.today }), enabled: hasNone }).data;

  const fold = useCallback(
    (group: string) => {
      const next = new Set(folded);
      if (!next.delete(group)) next.add(group);
      onChange({ folded: next.size === 0 ? undefined : [...next].join(',') }, true);
    },
    [folded, onChange],
  );
  const sortByHand = useCallback(() => onChange({ sort: 'manual' }), [onChange]);

  if (query.isError && query.data === undefined)
    return <ErrorState title={t('error')} error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <SkeletonRows count={8} className="px-5 pt-10 wide:px-6" />;
  if (hasNone)
    return <TasksEmpty search={search} isNarrowed={isNarrow} doneCount={counts?.done ?? 0} onChange={onChange} />;
  return (
    <TaskList
      lines={lines}
      query={asked}
      keyOf={keyOf}
      groups={groups}
      openTaskId={openTaskId}
      onOpen={onOpen}
      onFold={fold}
      onManual={sortByHand}
      onEndReached={loadMore}
      footer={
        query.isFetchNextPageError ? (
          <ErrorLine
            title={t('moreError')}
            error={query.error}
            onRetry={() => void query.fetchNextPage()}
            className="pb-6"
          />
        ) : null
      }
    />
  );
}
