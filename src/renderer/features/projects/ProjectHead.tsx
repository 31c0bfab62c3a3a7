import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import type { ProjectSummary } from '../../../contracts/project.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Chip } from '../../components/ui/Chip.tsx';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { formatDayLong } from '../../i18n/format.ts';
import { client as api } from '../../trpc.ts';
import { useDraft } from '../drafts/useDraft.ts';
import { MarkdownField } from '../records/MarkdownField.tsx';
import { offerUndo } from '../undo/undo.ts';
import { ProjectFacts } from './ProjectFacts.tsx';
import { useProjectActions } from './useProjectActions.ts';

/** Name, client, description and how far it is. */
export function ProjectHead({ project, client }: { project: ProjectSummary; client: Client | undefined }) {
  const { t } = useTranslation('projects');
  const { toggleArchive } = useProjectActions();
  return (
    <header className="mb-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="min-w-0 type-title break-words" dir="auto">
          {project.name}
        </h1>
        {client === undefined ? null : (
          <Link
            to="/clients/$clientId"
            params={{ clientId: client.id }}
            className="flex max-w-full min-w-0 rounded-sm focus-inset"
          >
            <Chip className="transition-state hover:bg-accent">
              <Swatch color={client.color} shape="client" />
              <span className="truncate" dir="auto">
                {client.name}
              </span>
            </Chip>
          </Link>
        )}
      </div>
      <ProjectDescription key={project.id} project={project} />
      {project.status === 'archived' ? (
        <p className="mt-3 flex flex-wrap items-center gap-2 type-section text-muted-foreground">
          {t('page.archivedNotice', { date: project.archivedAt === null ? '' : formatDayLong(project.archivedAt) })}
          <Button size="sm" onClick={() => toggleArchive(project)}>
            {t('actions.restore')}
          </Button>
        </p>
      ) : null}
      <ProjectFacts project={project} />
    </header>
  );
}

function ProjectDescription({ project }: { project: ProjectSummary }) {
  const { t } = useTranslation('projects');
  const draft = useDraft(`project:${project.id}:description`, {
    field: 'description',
    saved: project.description,
    version: project.version,
    save: async (description, expectedVersion) => {
      const saved = await api.projects.update.mutate({
        id: project.id,
        description,
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
      offerUndo({ changeSetId: saved.changeSetId, message: t('toast.descriptionSaved', { name: saved.name }) });
    },
  });
  return (
    <MarkdownField
      draft={draft}
      label={t('page.description')}
      addLabel={t('page.addDescription')}
      editLabel={t('page.editDescription')}
      className="mt-1 max-w-144"
    />
  );
}
