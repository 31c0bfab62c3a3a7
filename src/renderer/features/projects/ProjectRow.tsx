import { Link } from '@tanstack/react-router';
import { Archive } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../../contracts/project.ts';
import { row, rowMain } from '../../components/ui/row.ts';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { formatDayLong, formatNumber } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { NextCheckpoint } from './NextCheckpoint.tsx';
import { Progress } from './Progress.tsx';
import { ProjectMenu } from './ProjectMenu.tsx';

/** Columns after the fluid first one: next checkpoint, progress, tasks. */
export const columns = {
  checkpoint: 'w-58 flex-none wide:w-62',
  progress: 'w-[102px] flex-none @max-[640px]:hidden',
  tasks: 'w-16 flex-none text-right',
} as const;
export const columnGap = 'gap-3 wide:gap-5';

interface ProjectRowProps {
  project: ProjectSummary;
  tabIndex: number;
  onEdit: (project: ProjectSummary) => void;
}

/** One project in the list of all. */
export function ProjectRow({ project, tabIndex, onEdit }: ProjectRowProps) {
  const { t } = useTranslation('projects');
  const isArchived = project.status === 'archived';
  return (
    <div className={cn(row, columnGap)}>
      <span className="flex min-w-0 flex-1 items-center gap-2.5">
        <Swatch color={project.color} className={isArchived ? 'opacity-50' : ''} />
        <Link
          to="/projects/$projectId"
          params={{ projectId: project.id }}
          data-row-main
          tabIndex={tabIndex}
          dir="auto"
          className={cn(rowMain, 'flex-initial', isArchived && 'text-muted-foreground')}
        >
          {project.name}
        </Link>
        <span className="relative z-1 flex opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 has-[[data-state=open]]:opacity-100">
          <ProjectMenu project={project} size="row" onEdit={() => onEdit(project)} />
        </span>
      </span>
      {isArchived ? (
        <span className={cn(columns.checkpoint, 'flex items-center gap-2 type-section text-muted-foreground')}>
          <Archive aria-hidden className="icon-14" />
          {project.archivedAt === null
            ? t('archivedClient')
            : t('archivedOn', { date: formatDayLong(project.archivedAt) })}
        </span>
      ) : (
        <NextCheckpoint project={project} className={columns.checkpoint} />
      )}
      <span className={columns.progress}>
        {isArchived || project.taskCount === 0 ? null : (
          <Progress name={project.name} done={project.doneTaskCount} count={project.taskCount} />
        )}
      </span>
      <span className={cn(columns.tasks, 'type-meta text-muted-foreground tabular-nums')}>
        {project.taskCount === 0
          ? t('noTasks')
          : t('progress', { done: formatNumber(project.doneTaskCount), count: project.taskCount })}
      </span>
    </div>
  );
}
