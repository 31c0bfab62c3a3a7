import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../../contracts/project.ts';
import { CheckpointMark } from '../../components/ui/CheckpointMark.tsx';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { useToday } from '../../lib/useToday.ts';
import { trpc } from '../../trpc.ts';
import { Progress } from './Progress.tsx';

/** How far a project is, what it comes to next, and what is late. */
export function ProjectFacts({ project }: { project: ProjectSummary }) {
  const { t } = useTranslation(['projects', 'common']);
  const today = useToday();
  const { data } = useQuery(
    trpc.tasks.groups.queryOptions({ projectId: project.id, status: 'open', groupBy: 'due', today }),
  );
  const overdue = data?.groups.find(({ key }) => key === 'overdue')?.count ?? 0;
  const next = project.status === 'archived' ? null : project.nextCheckpoint;
  if (project.taskCount === 0 && next === null) return null;
  const isLate = next !== null && next.date < today;
  const day = next === null ? '' : formatDay(next.date, today);
  return (
    <dl className="mt-4 flex flex-wrap gap-x-10 gap-y-3 tabular-nums">
      {project.taskCount === 0 ? null : (
        <Fact label={t('page.progress')}>
          {t('progress', { done: formatNumber(project.doneTaskCount), count: project.taskCount })}
          <Progress name={project.name} done={project.doneTaskCount} count={project.taskCount} className="w-36" />
        </Fact>
      )}
      {next === null ? null : (
        <Fact label={t('page.nextCheckpoint')}>
          <CheckpointMark color={project.color} />
          <span className="min-w-0 truncate" dir="auto">
            {next.title}
          </span>
          <span className={cn('flex-none font-normal text-muted-foreground', isLate && 'font-medium text-overdue')}>
            <span aria-hidden>{day}</span>
            <span className="sr-only">{isLate ? t('common:due.overdue', { date: day }) : day}</span>
          </span>
        </Fact>
      )}
      {overdue === 0 ? null : (
        <Fact label={t('page.overdue')}>
          <Link
            to="/tasks"
            search={{ project: project.id, due: 'overdue' }}
            className="rounded-sm text-overdue underline-offset-2 hover:underline focus-inset"
          >
            {t('page.overdueCount', { count: overdue, formatted: formatNumber(overdue) })}
          </Link>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="max-w-full min-w-0">
      <dt className="type-meta text-muted-foreground">{label}</dt>
      <dd className="mt-0.5 flex min-w-0 items-center gap-2.5 font-medium">{children}</dd>
    </div>
  );
}
