import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../../contracts/project.ts';
import type { TaskListItem } from '../../../contracts/task.ts';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { row } from '../../components/ui/row.ts';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { trpc } from '../../trpc.ts';
import { keysOf, useShortcut } from '../commands/shortcuts.ts';
import { SuggestionRow } from '../suggestions/SuggestionRow.tsx';
import { usePendingSuggestions } from '../suggestions/usePendingSuggestions.ts';
import { QuickAdd } from '../quickAdd/QuickAdd.tsx';
import { TaskRow } from '../tasks/TaskRow.tsx';
import { useTaskActions } from '../tasks/useTaskActions.ts';

/** The open tasks that are due first, suggestions in their place, and the ones done last. */
const OPEN = 12;
const DONE = 2;

export function ProjectTasks({ project }: { project: ProjectSummary }) {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  const actions = useTaskActions();
  const suggestions = usePendingSuggestions();
  const quickAdd = useRef<HTMLInputElement>(null);
  const [isAdding, setIsAdding] = useState(false);
  const startAdding = (): void => {
    setIsAdding(true);
    quickAdd.current?.focus();
  };
  useShortcut('newTask', startAdding);
  const open = useQuery(
    trpc.tasks.list.queryOptions({ projectId: project.id, status: 'open', pending: 'include', limit: OPEN }),
  );
  const done = useQuery(
    trpc.tasks.list.queryOptions({ projectId: project.id, status: 'done', sort: 'completed', limit: DONE }),
  );
  const openTask = useCallback(
    (task: TaskListItem) => {
      void navigate({
        to: '/tasks',
        search: { project: project.id, task: task.id, ...(task.status === 'done' ? { status: 'all' as const } : {}) },
      });
    },
    [navigate, project.id],
  );
  const tasks = [...(open.data?.items ?? []), ...(done.data?.items ?? [])];
  const openCount = project.taskCount - project.doneTaskCount;
  return (
    <section aria-label={t('page.tasks')} className="mb-3">
      <div className="flex h-8 items-center gap-2">
        <SectionTitle className="min-w-0 flex-none">{t('page.tasks')}</SectionTitle>
        {project.taskCount === 0 ? null : (
          <span className="type-section text-muted-foreground tabular-nums">
            {t('page.open', { count: openCount, formatted: formatNumber(openCount) })}
          </span>
        )}
        <Link
          to="/tasks"
          search={{ project: project.id, status: 'all' }}
          className="ml-auto rounded-sm type-meta leading-6 text-muted-foreground hover:text-foreground"
        >
          {t('page.showAll')}
        </Link>
      </div>
      {open.error === null ? null : (
        <ErrorLine title={t('page.tasksError')} error={open.error} onRetry={() => void open.refetch()} />
      )}
      {open.isPending ? <SkeletonRows /> : null}
      {open.data !== undefined && tasks.length === 0 ? (
        <p className="flex h-(--row) items-center text-muted-foreground">
          {t(project.taskCount === 0 ? 'page.noTasksYet' : 'page.allDone')}
        </p>
      ) : null}
      <ul className="@container">
        {tasks.map((task) => {
          const suggestion = task.isApproved ? undefined : suggestions.creating(task.id);
          // A pending task whose suggestion is not read yet is neither.
          if (!task.isApproved && suggestion === undefined) return null;
          return (
            <li key={task.id}>
              {suggestion === undefined ? (
                <TaskRow task={task} showsProject={false} onOpen={openTask} onToggle={actions.toggle} />
              ) : (
                <SuggestionRow suggestion={suggestion} showsProject={false} />
              )}
            </li>
          );
        })}
      </ul>
      {open.data?.nextCursor == null ? null : (
        <Link
          to="/tasks"
          search={{ project: project.id }}
          className="inline-block rounded-sm type-meta leading-7 text-muted-foreground hover:text-foreground"
        >
          {t('page.moreTasks')}
        </Link>
      )}
      {isAdding ? (
        <div className="mt-2">
          <QuickAdd
            ref={quickAdd}
            autoFocus
            hint="Enter"
            defaultProjectId={project.id}
            onLeave={() => setIsAdding(false)}
          />
        </div>
      ) : (
        <button
          type="button"
          onClick={startAdding}
          className={cn(row, 'w-[calc(100%+20px)] text-muted-foreground hover:text-foreground focus-inset')}
        >
          <Plus aria-hidden />
          {t('page.addTask')}
          <span className="ml-auto opacity-0 transition-state group-hover/row:opacity-100">
            <Kbd keys={keysOf('newTask')} />
          </span>
        </button>
      )}
    </section>
  );
}
