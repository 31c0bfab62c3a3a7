import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plus, Search } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskListItem } from '../../../contracts/task.ts';
import { Button } from '../../components/ui/Button.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { ErrorLine, ErrorState } from '../../components/ui/ErrorState.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { Tooltip } from '../../components/ui/Tooltip.tsx';
import { useSearchDialog } from '../search/searchDialog.ts';
import { DensePage } from '../shell/Page.tsx';
import { useKeyPress } from '../shell/useKeyPress.ts';
import { TaskPanel } from './panel/TaskPanel.tsx';
import { QuickAdd } from './QuickAdd.tsx';
import { TaskFilters } from './TaskFilters.tsx';
import { TaskList } from './TaskList.tsx';
import type { TaskSearch } from './taskSearch.ts';
import { useTaskActions } from './useTaskActions.ts';
import { useTaskList } from './useTaskList.ts';

export function TasksScreen() {
  const { t } = useTranslation('tasks');
  const search = useSearch({ from: '/tasks' });
  const navigate = useNavigate({ from: '/tasks' });
  const searchDialog = useSearchDialog();
  const actions = useTaskActions();
  const { query, lines, tasks, counts, isUnfiltered } = useTaskList(search);
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  const quickAdd = useRef<HTMLInputElement>(null);
  const openTaskId = search.task ?? null;

  const change = useCallback(
    (changes: Partial<TaskSearch>, replace = false) => {
      void navigate({ search: (before) => ({ ...before, ...changes }), replace });
    },
    [navigate],
  );
  const open = useCallback(
    (task: TaskListItem) => {
      change({ task: task.id }, openTaskId !== null);
    },
    [change, openTaskId],
  );
  const close = useCallback(() => {
    const id = openTaskId;
    change({ task: undefined });
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-line="${id}"] [data-row-main]`)?.focus());
  }, [change, openTaskId]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError]);
  const startNew = (): void => {
    change({ new: true }, true);
    quickAdd.current?.focus();
  };
  useKeyPress('n', startNew);
  useKeyPress('Escape', close, openTaskId !== null);
  useEffect(() => {
    if (search.new) quickAdd.current?.focus();
  }, [search.new]);

  const hasFailed = query.isError && query.data === undefined;
  const isEmpty = query.isSuccess && tasks.length === 0;
  const defaultProjectId = search.project === undefined || search.project === 'none' ? null : search.project;

  return (
    <DensePage
      title={t('title')}
      actions={
        <>
          <IconButton label={t('search')} shortcut="Mod+K" onClick={searchDialog.open}>
            <Search aria-hidden />
          </IconButton>
          <Tooltip label={t('newTask')} shortcut="N">
            <Button variant="primary" size="sm" disabled={hasFailed} onClick={startNew}>
              <Plus aria-hidden className="icon-14" />
              {t('newTask')}
            </Button>
          </Tooltip>
        </>
      }
      filters={<TaskFilters search={search} onChange={change} />}
      panel={
        openTaskId === null ? null : (
          <TaskPanel key={openTaskId} taskId={openTaskId} onClose={close} actions={actions} />
        )
      }
    >
      {search.new && !(isEmpty && isUnfiltered) ? (
        <div className="flex-none px-5 pt-3 wide:px-6">
          <QuickAdd
            ref={quickAdd}
            autoFocus
            hint="Enter"
            defaultProjectId={defaultProjectId}
            onLeave={() => {
              change({ new: undefined }, true);
            }}
          />
        </div>
      ) : null}
      {hasFailed ? (
        <ErrorState title={t('error')} error={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <SkeletonRows count={8} className="px-5 pt-10 wide:px-6" />
      ) : isEmpty ? (
        <TasksEmpty
          isUnfiltered={isUnfiltered}
          doneCount={counts?.done ?? 0}
          quickAdd={<QuickAdd ref={quickAdd} autoFocus hint="Enter" defaultProjectId={defaultProjectId} />}
          onChange={change}
        />
      ) : (
        <TaskList
          lines={lines}
          openTaskId={openTaskId}
          onOpen={open}
          actions={actions}
          onEndReached={loadMore}
          footer={
            isFetchNextPageError ? (
              <ErrorLine
                title={t('moreError')}
                error={query.error}
                onRetry={() => void fetchNextPage()}
                className="pb-6"
              />
            ) : null
          }
        />
      )}
    </DensePage>
  );
}

interface TasksEmptyProps {
  isUnfiltered: boolean;
  doneCount: number;
  quickAdd: React.ReactNode;
  onChange: (changes: Partial<TaskSearch>) => void;
}

function TasksEmpty({ isUnfiltered, doneCount, quickAdd, onChange }: TasksEmptyProps) {
  const { t } = useTranslation('tasks');
  if (!isUnfiltered) {
    return (
      <EmptyState
        title={t('empty.noMatch')}
        actions={
          <Button
            onClick={() => {
              onChange({ status: undefined, project: undefined, priority: undefined });
            }}
          >
            {t('filter.clear')}
          </Button>
        }
      >
        {t('empty.noMatchBody')}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t(doneCount === 0 ? 'empty.title' : 'empty.noneOpen')}>
      <p>{doneCount === 0 ? t('empty.body') : t('empty.noneOpenBody', { count: doneCount })}</p>
      <div className="mt-5 text-foreground">{quickAdd}</div>
      {doneCount === 0 ? null : (
        <Button
          variant="ghost"
          size="sm"
          className="mt-2 -ml-2.5"
          onClick={() => {
            onChange({ status: 'done' });
          }}
        >
          {t('empty.showDone')}
        </Button>
      )}
    </EmptyState>
  );
}
