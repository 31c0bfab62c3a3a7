import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import type { ProjectSummary } from '../../../contracts/project.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '../../components/ui/Popover.tsx';
import { projectColor } from '../../components/ui/Swatch.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { useDraft } from '../drafts/useDraft.ts';
import { ColorField } from '../projects/ColorField.tsx';
import { Progress } from '../projects/Progress.tsx';
import { LineField } from '../records/LineField.tsx';
import { MarkdownField } from '../records/MarkdownField.tsx';
import { useClientActions } from './useClientActions.ts';
import { useClientUpdate } from './useClientUpdate.ts';

/** Colour, name, what is written about the client, and how far its projects are. */
export function ClientHead({ client, projects }: { client: Client; projects: readonly ProjectSummary[] }) {
  const { t } = useTranslation('clients');
  const { toggleArchive } = useClientActions();
  const { save, change } = useClientUpdate(client);
  const name = useDraft(`client:${client.id}:name`, {
    field: 'name',
    saved: client.name,
    version: client.version,
    save: (text, expectedVersion) => save({ name: text }, expectedVersion),
  });
  const notes = useDraft(`client:${client.id}:notes`, {
    field: 'notes',
    saved: client.notes,
    version: client.version,
    save: (text, expectedVersion) => save({ notes: text }, expectedVersion),
  });
  const active = projects.filter((project) => project.status === 'active');
  const total = active.reduce((sum, project) => sum + project.taskCount, 0);
  const done = active.reduce((sum, project) => sum + project.doneTaskCount, 0);
  return (
    <header className="mb-5">
      <div className="flex items-center gap-3">
        <ClientColor client={client} onChange={(color) => change({ color })} />
        <h1 className="min-w-0 flex-1 type-title">
          <LineField
            draft={name}
            label={t('name')}
            addLabel={t('editName')}
            editLabel={t('editName')}
            className="type-title break-words"
          />
        </h1>
      </div>
      <MarkdownField
        draft={notes}
        label={t('notes')}
        addLabel={t('addNotes')}
        editLabel={t('editNotes')}
        className="mt-1 max-w-144"
      />
      {client.isArchived ? (
        <p className="mt-3 flex flex-wrap items-center gap-2 type-section text-muted-foreground">
          {t('archived', { count: projects.length })}
          <Button size="sm" onClick={() => toggleArchive(client)}>
            {t('actions.restore')}
          </Button>
        </p>
      ) : null}
      {total === 0 ? null : (
        <dl className="mt-4 tabular-nums">
          <dt className="type-meta text-muted-foreground">{t('progress')}</dt>
          <dd className="mt-0.5 flex items-center gap-3 font-medium">
            {t('progressOf', { done: formatNumber(done), total: formatNumber(total) })}
            <Progress name={client.name} done={done} count={total} className="w-36" />
          </dd>
        </dl>
      )}
    </header>
  );
}

/** The client's circle, which opens the eight colours. */
function ClientColor({ client, onChange }: { client: Client; onChange: (color: Client['color']) => void }) {
  const { t } = useTranslation('clients');
  return (
    <Popover>
      <PopoverTrigger
        aria-label={t('changeColor')}
        title={t('changeColor')}
        className="-m-1.5 grid size-7 flex-none place-items-center rounded-md transition-state hover:bg-accent focus-inset"
      >
        <span aria-hidden className="size-3.5 rounded-full" style={{ backgroundColor: projectColor(client.color) }} />
      </PopoverTrigger>
      <PopoverContent className="px-3 py-2" aria-label={t('changeColor')}>
        <ColorField shape="client" value={client.color} onChange={onChange} />
      </PopoverContent>
    </Popover>
  );
}
