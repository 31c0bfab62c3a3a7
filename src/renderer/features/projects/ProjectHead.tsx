import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import type { ProjectSummary } from '../../../contracts/project.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Chip } from '../../components/ui/Chip.tsx';
import { Textarea } from '../../components/ui/Input.tsx';
import { Markdown } from '../../components/ui/Markdown.tsx';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { formatDayLong, formatNumber } from '../../i18n/format.ts';
import { client as api } from '../../trpc.ts';
import { DraftProblem } from '../drafts/DraftProblem.tsx';
import { useDraft } from '../drafts/useDraft.ts';
import { offerUndo } from '../undo/undo.ts';
import { Progress } from './Progress.tsx';
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
          <Chip>
            <Swatch color={client.color} shape="client" />
            <span className="truncate" dir="auto">
              {client.name}
            </span>
          </Chip>
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
      {project.taskCount === 0 ? null : (
        <dl className="mt-4 tabular-nums">
          <dt className="type-meta text-muted-foreground">{t('page.progress')}</dt>
          <dd className="mt-0.5 flex items-center gap-3 font-medium">
            {t('progress', { done: formatNumber(project.doneTaskCount), count: project.taskCount })}
            <Progress name={project.name} done={project.doneTaskCount} count={project.taskCount} className="w-36" />
          </dd>
        </dl>
      )}
    </header>
  );
}

/** Written in place: a click opens its Markdown, leaving it saves. */
function ProjectDescription({ project }: { project: ProjectSummary }) {
  const { t } = useTranslation('projects');
  const [isWriting, setIsWriting] = useState(false);
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
  const isFieldShown = isWriting || draft.state === 'failed' || draft.state === 'conflict';
  if (isFieldShown) {
    return (
      <div className="mt-1 max-w-140">
        <Textarea
          autoFocus={isWriting}
          aria-label={t('page.description')}
          aria-invalid={draft.problem === null ? undefined : true}
          dir="auto"
          value={draft.text}
          className="max-h-[40vh]"
          onChange={(event) => draft.set(event.target.value)}
          onBlur={() => {
            setIsWriting(false);
            draft.commit();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            event.currentTarget.blur();
          }}
        />
        <DraftProblem draft={draft} />
      </div>
    );
  }
  if (draft.text.trim() === '') {
    return (
      <button
        type="button"
        onClick={() => setIsWriting(true)}
        className="-mx-2 mt-1 block rounded-md px-2 text-muted-foreground transition-state hover:bg-accent focus-inset"
      >
        {t('page.addDescription')}
      </button>
    );
  }
  return (
    <div className="relative -mx-2 mt-1 max-w-144 rounded-md px-2 text-muted-foreground transition-state hover:bg-accent/60">
      {/* The button lies behind the text, so that links in it stay their own. */}
      <button
        type="button"
        aria-label={t('page.editDescription')}
        onClick={() => setIsWriting(true)}
        className="absolute inset-0 rounded-md focus-inset"
      />
      <Markdown className="pointer-events-none relative [&_a]:pointer-events-auto">{draft.text}</Markdown>
    </div>
  );
}
