import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CheckpointMark } from '../../components/ui/CheckpointMark.tsx';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { line, lineEnd } from '../../components/ui/line.ts';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { formatDay } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { useToday } from '../../lib/useToday.ts';
import { trpc } from '../../trpc.ts';
import { useProjects } from '../records/useProjects.ts';

/** The next four checkpoints; late ones first, since they are still to reach. */
export function NextCheckpoints() {
  const { t } = useTranslation(['home', 'common']);
  const today = useToday();
  const projects = useProjects();
  const { data, error, refetch } = useQuery(trpc.checkpoints.list.queryOptions({ isDone: false, limit: 4 }));
  if (data === undefined && error === null) return null;
  return (
    <section aria-label={t('checkpoints')} className="mb-5">
      <SectionTitle>{t('checkpoints')}</SectionTitle>
      {data === undefined ? (
        <ErrorLine title={t('checkpointsError')} error={error} onRetry={() => void refetch()} />
      ) : data.items.length === 0 ? (
        <p className="flex h-8 items-center text-muted-foreground">{t('noCheckpoints')}</p>
      ) : (
        <ul>
          {data.items.map((checkpoint) => {
            const isLate = checkpoint.date < today;
            const words = formatDay(checkpoint.date, today);
            return (
              <li key={checkpoint.id}>
                <Link to="/projects/$projectId" params={{ projectId: checkpoint.projectId }} className={line}>
                  <CheckpointMark color={projects.byId(checkpoint.projectId)?.color} />
                  <span className="truncate" dir="auto">
                    {checkpoint.title}
                  </span>
                  <span className={cn(lineEnd, isLate && 'font-medium text-overdue')}>
                    <span aria-hidden>{words}</span>
                    <span className="sr-only">{isLate ? t('common:due.overdue', { date: words }) : words}</span>
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
