import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import type { ClientId } from '../../../contracts/ids.ts';
import { PAGE_LIMIT_MAX } from '../../../contracts/page.ts';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { isGoneError } from '../../i18n/errorData.ts';
import { trpc } from '../../trpc.ts';
import { AskInput } from '../chat/AskInput.tsx';
import { RecentChanges } from '../history/RecentChanges.tsx';
import { ClientDialog } from '../projects/ClientDialog.tsx';
import { ProjectDialog } from '../projects/ProjectDialog.tsx';
import { RecordMissing } from '../records/RecordMissing.tsx';
import { EditorialColumns, EditorialPage } from '../shell/Page.tsx';
import { ClientContact } from './ClientContact.tsx';
import { ClientHead } from './ClientHead.tsx';
import { ClientMenu } from './ClientMenu.tsx';
import { ClientNotes } from './ClientNotes.tsx';
import { ClientProjects } from './ClientProjects.tsx';
import { ClientTasks } from './ClientTasks.tsx';

/** One client: whom to reach, its projects, what is open for it, notes and what happened. */
export function ClientScreen({ clientId }: { clientId: ClientId }) {
  const { t } = useTranslation('clients');
  const { data: client, error, refetch } = useQuery(trpc.clients.get.queryOptions({ id: clientId }));
  if (client !== undefined && !isGoneError(error)) return <ClientPage client={client} />;
  return (
    <RecordMissing
      words={{ title: t('client'), gone: t('gone'), unreadable: t('unreadable') }}
      crumb={<Crumb />}
      error={error}
      onRetry={() => void refetch()}
    />
  );
}

function ClientPage({ client }: { client: Client }) {
  const { t } = useTranslation('clients');
  const navigate = useNavigate();
  const [form, setForm] = useState<'client' | 'project' | null>(null);
  const { data, error, refetch } = useQuery(
    trpc.projects.list.queryOptions({ clientId: client.id, status: 'all', limit: PAGE_LIMIT_MAX }),
  );
  const projects = data?.items ?? [];
  return (
    <EditorialPage
      title={client.name}
      lead={<Crumb />}
      actions={
        <ClientMenu
          client={client}
          onEdit={() => setForm('client')}
          onNewProject={() => setForm('project')}
          onDeleted={() => void navigate({ to: '/projects' })}
        />
      }
      foot={<AskInput scope={{ kind: 'client', id: client.id }} placeholder={t('askPlaceholder')} />}
    >
      <ClientHead client={client} projects={projects} />
      <EditorialColumns>
        <div className="min-w-0">
          {error === null ? null : (
            <ErrorLine title={t('projectsError')} error={error} onRetry={() => void refetch()} />
          )}
          {data === undefined ? (
            error === null && <SkeletonRows count={3} />
          ) : (
            <ClientProjects client={client} projects={projects} onNewProject={() => setForm('project')} />
          )}
          <ClientTasks clientId={client.id} />
          {data === undefined ? null : (
            <RecentChanges
              of={[{ recordKind: 'client', recordId: client.id }, ...projects.map(({ id }) => ({ projectId: id }))]}
            />
          )}
        </div>
        <div className="min-w-0">
          <ClientContact client={client} />
          {data === undefined ? null : <ClientNotes projects={projects} />}
        </div>
      </EditorialColumns>
      <ClientDialog
        open={form === 'client'}
        onOpenChange={(isOpen) => setForm(isOpen ? 'client' : null)}
        client={client}
      />
      <ProjectDialog
        open={form === 'project'}
        onOpenChange={(isOpen) => setForm(isOpen ? 'project' : null)}
        clientId={client.id}
        onCreated={(projectId) => void navigate({ to: '/projects/$projectId', params: { projectId } })}
      />
    </EditorialPage>
  );
}

function Crumb() {
  const { t } = useTranslation(['clients', 'projects']);
  return (
    <nav aria-label={t('crumb')} className="flex min-w-0 items-center gap-2 text-muted-foreground">
      <Link to="/projects" className="flex-none rounded-sm hover:text-foreground">
        {t('projects:title')}
      </Link>
    </nav>
  );
}
