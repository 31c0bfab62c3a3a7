import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../../contracts/project.ts';
import { CheckpointMark } from '../../components/ui/CheckpointMark.tsx';
import { formatDay } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { useToday } from '../../lib/useToday.ts';

/** The checkpoint that a project comes to next, and when. */
export function NextCheckpoint({ project, className }: { project: ProjectSummary; className?: string }) {
  const { t } = useTranslation(['projects', 'common']);
  const today = useToday();
  const { nextCheckpoint } = project;
  if (nextCheckpoint === null) {
    return <span className={cn('type-meta text-muted-foreground', className)}>{t('noCheckpoint')}</span>;
  }
  const isLate = nextCheckpoint.date < today;
  const words = formatDay(nextCheckpoint.date, today);
  return (
    <span className={cn('flex items-center gap-2 type-section', className)}>
      <CheckpointMark color={project.color} />
      <span className="truncate" dir="auto">
        {nextCheckpoint.title}
      </span>
      <span
        className={cn(
          'ml-auto flex-none type-meta text-muted-foreground tabular-nums',
          isLate && 'font-medium text-overdue',
        )}
      >
        <span aria-hidden>{words}</span>
        <span className="sr-only">{isLate ? t('common:due.overdue', { date: words }) : words}</span>
      </span>
    </span>
  );
}
