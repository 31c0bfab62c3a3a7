import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronRight, Pin } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import type { ProjectId } from '../../../contracts/ids.ts';
import type { ProjectSummary } from '../../../contracts/project.ts';
import { Button } from '../../components/ui/Button.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { ErrorState } from '../../components/ui/ErrorState.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { errorDataOf } from '../../i18n/errorData.ts';
import { trpc } from '../../trpc.ts';
import { AskInput } from '../chat/AskInput.tsx';
import { RecentChanges } from '../history/RecentChanges.tsx';
import { EditorialColumns, EditorialPage, Topbar } from '../shell/Page.tsx';
import { useDocumentTitle } from '../shell/useDocumentTitle.ts';
import { ProjectCheckpoints } from './ProjectCheckpoints.tsx';
import { ProjectDialog } from './ProjectDialog.tsx';
import { ProjectHead } from './ProjectHead.tsx';
import { ProjectMenu } from './ProjectMenu.tsx';
import { ProjectNotes } from './ProjectNotes.tsx';
import { ProjectTasks } from './ProjectTasks.tsx';
import { useProjectActions } from './useProjectActions.ts';

/** One project: what it is, its tasks, checkpoints, notes and what happened. */
export function ProjectScreen({ projectId }: { projectId: ProjectId }) {
  const { data: project, error, refetch } = useQuery(trpc.projects.get.queryOptions({ id: projectId }));
  const isGone = error !== null && ['deleted', 'notFound'].includes(errorDataOf(error).code);
  if (project !== undefined && !isGone) return <ProjectPage project={project} />;
  return <ProjectMissing error={error} isGone={isGone} onRetry={() => void refetch()} />;
}

/** While the project is on its way, gone, or cannot be read. */
function ProjectMissing({ error, isGone, onRetry }: { error: unknown; isGone: boolean; onRetry: () => void }) {
  const { t } = useTranslation('projects');
  useDocumentTitle(t('project'));
  return (
    <>
      <Topbar>
        <Crumb client={undefined} />
      </Topbar>
      {isGone ? (
        <EmptyState
          title={t('gone.title')}
          actions={
            <>
              <Button variant="primary" asChild>
                <Link to="/projects">{t('gone.back')}</Link>
              </Button>
              <Button variant="ghost" asChild>
                <Link to="/trash">{t('gone.trash')}</Link>
              </Button>
            </>
          }
        >
          {t('gone.body')}
        </EmptyState>
      ) : error === null ? (
        <SkeletonRows count={8} className="px-(--gutter) pt-2" />
      ) : (
        <ErrorState title={t('projectUnreadable')} error={error} onRetry={onRetry} />
      )}
    </>
  );
}

function ProjectPage({ project }: { project: ProjectSummary }) {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  const actions = useProjectActions();
  const [isEditing, setIsEditing] = useState(false);
  const clients = useQuery(trpc.clients.list.queryOptions({ archived: 'include', limit: 1_000 }));
  const client = clients.data?.items.find(({ id }) => id === project.clientId);
  const pinLabel = t(project.isPinned ? 'actions.unpin' : 'actions.pin');
  return (
    <EditorialPage
      title={project.name}
      lead={<Crumb client={client} />}
      actions={
        <>
          <IconButton label={pinLabel} aria-pressed={project.isPinned} onClick={() => actions.togglePin(project)}>
            <Pin aria-hidden />
          </IconButton>
          <ProjectMenu
            project={project}
            onEdit={() => setIsEditing(true)}
            onDeleted={() => void navigate({ to: '/projects' })}
          />
        </>
      }
      foot={<AskInput scope={{ kind: 'project', id: project.id }} placeholder={t('page.ask')} />}
    >
      <ProjectHead project={project} client={client} />
      <EditorialColumns>
        <div className="min-w-0">
          <ProjectTasks project={project} />
          <RecentChanges
            of={[{ projectId: project.id }]}
            end={
              <Link
                to="/activity"
                search={{ project: project.id }}
                className="rounded-sm leading-6 hover:text-foreground"
              >
                {t('page.showAll')}
              </Link>
            }
          />
        </div>
        <div className="min-w-0">
          <ProjectCheckpoints project={project} />
          <ProjectNotes projectId={project.id} />
        </div>
      </EditorialColumns>
      <ProjectDialog open={isEditing} onOpenChange={setIsEditing} project={project} />
    </EditorialPage>
  );
}

function Crumb({ client }: { client: Client | undefined }) {
  const { t } = useTranslation('projects');
  return (
    <nav aria-label={t('page.crumb')} className="flex min-w-0 items-center gap-2 text-muted-foreground">
      <Link to="/projects" className="flex-none rounded-sm hover:text-foreground focus-inset">
        {t('title')}
      </Link>
      {client === undefined ? null : (
        <>
          <ChevronRight aria-hidden className="icon-14" />
          <Link
            to="/clients/$clientId"
            params={{ clientId: client.id }}
            dir="auto"
            className="truncate rounded-sm hover:text-foreground focus-inset"
          >
            {client.name}
          </Link>
        </>
      )}
    </nav>
  );
}
