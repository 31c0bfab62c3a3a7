import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientId } from '../../../contracts/ids.ts';
import type { TaskListItem } from '../../../contracts/task.ts';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { trpc } from '../../trpc.ts';
import { useProjects } from '../records/useProjects.ts';
import { TaskRow } from '../tasks/TaskRow.tsx';
import { useTaskActions } from '../tasks/useTaskActions.ts';

const SHOWN = 12;

/** What is open for a client, in all of its projects, due first. */
export function ClientTasks({ clientId }: { clientId: ClientId }) {
  const { t } = useTranslation('clients');
  const navigate = useNavigate();
  const actions = useTaskActions();
  const projects = useProjects();
  const { data, error, isPending, refetch } = useQuery(
    trpc.tasks.list.queryOptions({ clientId, status: 'open', limit: SHOWN }),
  );
  const open = useCallback(
    (task: TaskListItem) => void navigate({ to: '/tasks', search: { client: clientId, task: task.id } }),
    [navigate, clientId],
  );
  return (
    <section aria-label={t('tasks')} className="mb-3">
      <SectionTitle
        end={
          <Link
            to="/tasks"
            search={{ client: clientId, status: 'all' }}
            className="rounded-sm leading-6 hover:text-foreground"
          >
            {t('showAll')}
          </Link>
        }
      >
        {t('tasks')}
      </SectionTitle>
      {error === null ? null : <ErrorLine title={t('tasksError')} error={error} onRetry={() => void refetch()} />}
      {isPending ? <SkeletonRows /> : null}
      {data?.items.length === 0 ? (
        <p className="flex h-(--row) items-center text-muted-foreground">{t('noTasks')}</p>
      ) : null}
      <ul className="@container">
        {data?.items.map((task) => (
          <li key={task.id}>
            <TaskRow task={task} project={projects.byId(task.projectId)} onOpen={open} onToggle={actions.toggle} />
          </li>
        ))}
      </ul>
    </section>
  );
}
