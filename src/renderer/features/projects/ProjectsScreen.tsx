import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plus, Search } from 'lucide-react';
import { useCallback, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import type { ProjectSummary } from '../../../contracts/project.ts';
import { Button } from '../../components/ui/Button.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { ErrorState } from '../../components/ui/ErrorState.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { Switch } from '../../components/ui/Switch.tsx';
import { Tooltip } from '../../components/ui/Tooltip.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { useSearchDialog } from '../search/searchDialog.ts';
import { Filter, FilterBar } from '../shell/FilterBar.tsx';
import { DensePage } from '../shell/Page.tsx';
import { keysOf, useShortcut } from '../commands/shortcuts.ts';
import { ClientDialog } from './ClientDialog.tsx';
import { ProjectDialog } from './ProjectDialog.tsx';
import { ProjectList } from './ProjectList.tsx';
import type { ProjectSearch } from './projectSearch.ts';
import { useProjectGroups } from './useProjectGroups.ts';

/** All clients with their projects. */
export function ProjectsScreen() {
  const { t } = useTranslation('projects');
  const search = useSearch({ from: '/projects/' });
  const navigate = useNavigate({ from: '/projects/' });
  const searchDialog = useSearchDialog();
  const showsArchived = search.archived ?? false;
  const sort = search.sort ?? 'checkpoint';
  const list = useProjectGroups({ sort, showsArchived });
  const [edited, setEdited] = useState<{ project: ProjectSummary } | { client: Client } | null>(null);
  const switchId = useId();
  const change = useCallback(
    (changes: Partial<ProjectSearch>) => {
      void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
    },
    [navigate],
  );
  const closeForm = (isOpen: boolean): void => {
    if (!isOpen) change({ new: undefined, client: undefined });
  };
  useShortcut('newProject', () => change({ new: 'project' }));
  return (
    <DensePage
      title={t('title')}
      actions={
        <>
          <IconButton label={t('search')} shortcut={keysOf('palette')} onClick={searchDialog.open}>
            <Search aria-hidden />
          </IconButton>
          <Button size="sm" disabled={list.error !== null} onClick={() => change({ new: 'client' })}>
            {t('newClient')}
          </Button>
          <Tooltip label={t('newProject')} shortcut={keysOf('newProject')}>
            <Button
              size="sm"
              variant={list.isEmpty && !list.isPending ? 'outline' : 'primary'}
              disabled={list.error !== null}
              onClick={() => change({ new: 'project' })}
            >
              <Plus aria-hidden className="icon-14" />
              {t('newProject')}
            </Button>
          </Tooltip>
        </>
      }
      filters={
        <FilterBar aria-label={t('filter')}>
          <div className="-ml-2">
            <Filter
              isChoice
              label={t('sort.label')}
              value={sort}
              neutral="checkpoint"
              options={[
                { value: 'checkpoint', label: t('sort.checkpoint') },
                { value: 'name', label: t('sort.name') },
              ]}
              onChange={(value) => change({ sort: value === 'name' ? value : undefined })}
            />
          </div>
          <span className="ml-auto flex items-center gap-2 type-section text-muted-foreground">
            <label htmlFor={switchId}>{t('toggleArchived')}</label>
            <span className="tabular-nums">{formatNumber(list.archivedCount)}</span>
            <Switch
              id={switchId}
              aria-label={t('showArchived')}
              checked={showsArchived}
              onCheckedChange={(isOn) => change({ archived: isOn ? true : undefined })}
            />
          </span>
        </FilterBar>
      }
    >
      {list.error !== null ? (
        <ErrorState title={t('unreadable')} error={list.error} onRetry={list.retry} />
      ) : list.isPending ? (
        <SkeletonRows count={8} className="px-5 pt-12 wide:px-6" />
      ) : list.isEmpty ? (
        <EmptyState
          title={t('empty.title')}
          actions={
            <>
              <Button variant="primary" size="lg" onClick={() => change({ new: 'project' })}>
                <Plus aria-hidden />
                {t('newProject')}
              </Button>
              <Button variant="ghost" size="lg" onClick={() => change({ new: 'client' })}>
                {t('newClient')}
              </Button>
            </>
          }
        >
          {t('empty.body')}
        </EmptyState>
      ) : list.groups.length === 0 ? (
        <EmptyState
          title={t('emptyActive.title')}
          actions={<Button onClick={() => change({ archived: true })}>{t('emptyActive.show')}</Button>}
        >
          {t('emptyActive.body')}
        </EmptyState>
      ) : (
        <ProjectList
          groups={list.groups}
          onEditProject={(project) => setEdited({ project })}
          onEditClient={(client) => setEdited({ client })}
          onNewProject={(client) => change({ new: 'project', client: client.id })}
        />
      )}
      <ProjectDialog
        open={search.new === 'project'}
        onOpenChange={closeForm}
        clientId={search.client ?? null}
        onCreated={(projectId) => void navigate({ to: '/projects/$projectId', params: { projectId } })}
      />
      <ClientDialog open={search.new === 'client'} onOpenChange={closeForm} />
      {edited === null ? null : 'project' in edited ? (
        <ProjectDialog open project={edited.project} onOpenChange={() => setEdited(null)} />
      ) : (
        <ClientDialog open client={edited.client} onOpenChange={() => setEdited(null)} />
      )}
    </DensePage>
  );
}
