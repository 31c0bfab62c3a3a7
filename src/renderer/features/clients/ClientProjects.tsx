import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import type { ProjectSummary } from '../../../contracts/project.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { row, rowMain } from '../../components/ui/row.ts';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { NextCheckpoint } from '../projects/NextCheckpoint.tsx';
import { Progress } from '../projects/Progress.tsx';

interface ClientProjectsProps {
  client: Client;
  projects: readonly ProjectSummary[];
  onNewProject: () => void;
}

/** The client's projects with what comes next and how far they are; archived ones behind one line. */
export function ClientProjects({ client, projects, onNewProject }: ClientProjectsProps) {
  const { t } = useTranslation(['clients', 'projects']);
  const [showsArchived, setShowsArchived] = useState(false);
  const active = projects.filter((project) => project.status === 'active');
  const archived = projects.filter((project) => project.status === 'archived');
  const areArchivedShown = showsArchived || active.length === 0;
  return (
    <section aria-label={t('projects')} className="@container mb-4">
      <SectionTitle
        count={active.length === 0 ? undefined : active.length}
        end={
          <IconButton
            size="row"
            label={t('newProjectFor', { name: client.name })}
            className="-mr-1.5"
            onClick={onNewProject}
          >
            <Plus aria-hidden className="icon-14" />
          </IconButton>
        }
      >
        {t('projects')}
      </SectionTitle>
      {projects.length === 0 ? (
        <p className="flex h-(--row) items-center text-muted-foreground">{t('noProjects')}</p>
      ) : null}
      <ul>
        {[...active, ...(areArchivedShown ? archived : [])].map((project) => (
          <li key={project.id}>
            <ClientProject project={project} />
          </li>
        ))}
      </ul>
      {areArchivedShown || archived.length === 0 ? null : (
        <button
          type="button"
          onClick={() => setShowsArchived(true)}
          className="h-8 rounded-sm type-meta text-muted-foreground hover:text-foreground focus-inset"
        >
          {t('archivedProjects', { count: archived.length })}
        </button>
      )}
    </section>
  );
}

function ClientProject({ project }: { project: ProjectSummary }) {
  const { t } = useTranslation(['clients', 'projects']);
  const isArchived = project.status === 'archived';
  return (
    <div className={cn(row, 'gap-4')}>
      <span className="flex min-w-0 flex-1 items-center gap-2.5">
        <Swatch color={project.color} className={isArchived ? 'opacity-50' : ''} />
        <Link
          to="/projects/$projectId"
          params={{ projectId: project.id }}
          data-row-main
          dir="auto"
          className={cn(rowMain, isArchived && 'text-muted-foreground')}
        >
          {project.name}
        </Link>
      </span>
      <span className="w-52 flex-none @max-[520px]:hidden">
        {isArchived ? (
          <span className="type-meta text-muted-foreground">{t('archivedProject')}</span>
        ) : (
          <NextCheckpoint project={project} />
        )}
      </span>
      {isArchived || project.taskCount === 0 ? null : (
        <Progress
          name={project.name}
          done={project.doneTaskCount}
          count={project.taskCount}
          className="w-16 @max-[400px]:hidden"
        />
      )}
      <span className="w-20 flex-none text-right type-meta whitespace-nowrap text-muted-foreground tabular-nums">
        {project.taskCount === 0
          ? t('projects:noTasks')
          : t('projects:progress', { done: formatNumber(project.doneTaskCount), count: project.taskCount })}
      </span>
    </div>
  );
}
