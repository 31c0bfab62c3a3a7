import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronRight, Pin } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import type { ProjectId } from '../../../contracts/ids.ts';
import type { ProjectSummary } from '../../../contracts/project.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { isGoneError } from '../../i18n/errorData.ts';
import { trpc } from '../../trpc.ts';
import { AskInput } from '../chat/AskInput.tsx';
import { RecentChanges } from '../history/RecentChanges.tsx';
import { RecordSuggestions } from '../suggestions/RecordSuggestions.tsx';
import { usePendingSuggestions } from '../suggestions/usePendingSuggestions.ts';
import { RecordMissing } from '../records/RecordMissing.tsx';
import { EditorialColumns, EditorialPage } from '../shell/Page.tsx';
import { ProjectCheckpoints } from './ProjectCheckpoints.tsx';
import { ProjectDialog } from './ProjectDialog.tsx';
import { ProjectHead } from './ProjectHead.tsx';
import { ProjectMenu } from './ProjectMenu.tsx';
import { ProjectNotes } from './ProjectNotes.tsx';
import { ProjectTasks } from './ProjectTasks.tsx';
import { useProjectActions } from './useProjectActions.ts';

/** One project: what it is, its tasks, checkpoints, notes and what happened. */
export function ProjectScreen({ projectId }: { projectId: ProjectId }) {
  const { t } = useTranslation('projects');
  const { data: project, error, refetch } = useQuery(trpc.projects.get.queryOptions({ id: projectId }));
  if (project !== undefined && !isGoneError(error)) return <ProjectPage project={project} />;
  return (
    <RecordMissing
      words={{ title: t('project'), gone: t('gone.title'), unreadable: t('projectUnreadable') }}
      crumb={<Crumb client={undefined} />}
      error={error}
      onRetry={() => void refetch()}
    />
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
          <ProjectSuggestions projectId={project.id} />
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

/** Sets of changes within the project; single new records stand in their lists. */
function ProjectSuggestions({ projectId }: { projectId: ProjectId }) {
  const { items } = usePendingSuggestions();
  const sets = items.filter(
    ({ kind, changes, ...suggestion }) =>
      kind === 'changes' &&
      (suggestion.projectId === projectId || changes.some(({ recordId }) => recordId === projectId)),
  );
  return <RecordSuggestions items={sets} className="mb-4" />;
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
