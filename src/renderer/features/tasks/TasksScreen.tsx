import { useNavigate, useSearch } from '@tanstack/react-router';
import { List, Plus, SquareKanban } from 'lucide-react';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskListItem } from '../../../contracts/task.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Segmented } from '../../components/ui/Segmented.tsx';
import { Tooltip } from '../../components/ui/Tooltip.tsx';
import { useToday } from '../../lib/useToday.ts';
import { keysOf, useShortcut } from '../commands/shortcuts.ts';
import { useQuickAdd } from '../quickAdd/quickAddDialog.ts';
import { DensePage } from '../shell/Page.tsx';
import { BoardEmpty } from './board/BoardEmpty.tsx';
import { TaskBoard } from './board/TaskBoard.tsx';
import { TaskPanel } from './panel/TaskPanel.tsx';
import { TaskFilters } from './TaskFilters.tsx';
import { layoutOf, taskQueryOf } from './taskQuery.ts';
import { LAYOUTS, type TaskLayout, type TaskSearch } from './taskSearch.ts';
import { TaskListView } from './TaskListView.tsx';
import { TaskSearchField } from './TaskSearchField.tsx';
import { useTaskActions } from './useTaskActions.ts';
import { ViewsMenu } from './views/ViewsMenu.tsx';

const ICONS = { list: List, board: SquareKanban } as const;

/** All tasks as a list or a board. Everything that says which ones is in the address. */
export function TasksScreen() {
  const { t } = useTranslation('tasks');
  const search = useSearch({ from: '/tasks' });
  const navigate = useNavigate({ from: '/tasks' });
  const today = useToday();
  const quickAdd = useQuickAdd();
  const actions = useTaskActions();
  const query = useMemo(() => taskQueryOf(search, today), [search, today]);
  const layout = layoutOf(search);
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
  const turnTo = (next: TaskLayout): void => {
    // What one layout is grouped and sorted by says nothing about the other.
    change({ layout: next === 'list' ? undefined : next, group: undefined, sort: undefined, folded: undefined });
  };
  const startNew = useCallback(() => {
    quickAdd.open({
      projectId: search.project === undefined || search.project === 'none' ? null : search.project,
      ...(search.due === 'today' ? { dueDate: today } : {}),
    });
  }, [quickAdd, search.project, search.due, today]);
  useShortcut('newTask', startNew);
  useShortcut('closePanel', close, openTaskId !== null);
  // Addresses of before: a new task was written in the screen itself.
  useEffect(() => {
    if (search.new !== true) return;
    change({ new: undefined }, true);
    startNew();
  }, [search.new, change, startNew]);

  return (
    <DensePage
      title={t('title')}
      lead={
        <>
          <Segmented
            label={t('layout.label')}
            value={layout}
            onChange={turnTo}
            options={LAYOUTS.map((value) => {
              const Icon = ICONS[value];
              return { value, label: t(`layout.${value}`), icon: <Icon aria-hidden className="icon-14" /> };
            })}
          />
          <ViewsMenu
            search={search}
            onShow={(shown) => {
              void navigate({ search: { ...shown, task: search.task } });
            }}
          />
        </>
      }
      actions={
        <>
          <TaskSearchField
            text={search.text ?? ''}
            onChange={(text) => {
              change({ text: text === '' ? undefined : text }, true);
            }}
          />
          <Tooltip label={t('newTask')} shortcut={keysOf('newTask')}>
            <Button variant="primary" size="sm" onClick={startNew}>
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
      {layout === 'board' ? (
        <TaskBoard
          query={query}
          openTaskId={openTaskId}
          onOpen={open}
          showsAllDone={search.done === 'all'}
          onShowAllDone={(showsAll) => change({ done: showsAll ? 'all' : undefined }, true)}
          empty={<BoardEmpty search={search} today={query.today} onChange={change} />}
        />
      ) : (
        <TaskListView search={search} query={query} openTaskId={openTaskId} onOpen={open} onChange={change} />
      )}
    </DensePage>
  );
}
