import { Archive, ArchiveRestore, Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../../components/ui/Menu.tsx';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { useProjectActions } from './useProjectActions.ts';

interface ClientHeadingProps {
  client: Client | null;
  onEdit: (client: Client) => void;
  onNewProject: (client: Client) => void;
}

/** A client's name over its projects. */
export function ClientHeading({ client, onEdit, onNewProject }: ClientHeadingProps) {
  const { t } = useTranslation('projects');
  if (client === null) return <h2 className="flex h-8 items-center type-section font-semibold">{t('noClient')}</h2>;
  const meta = [client.company, client.isArchived ? t('archivedClient') : ''].filter((text) => text !== '').join(', ');
  return (
    <div className="group/client flex h-8 items-center gap-2">
      <Swatch color={client.color} shape="client" className={client.isArchived ? 'opacity-50' : ''} />
      <h2 className="min-w-0 truncate type-section font-semibold" dir="auto">
        {client.name}
      </h2>
      <span className="min-w-0 truncate type-meta text-muted-foreground" dir="auto">
        {meta}
      </span>
      <span className="flex opacity-0 group-focus-within/client:opacity-100 group-hover/client:opacity-100 has-[[data-state=open]]:opacity-100">
        <ClientMenu client={client} onEdit={() => onEdit(client)} onNewProject={() => onNewProject(client)} />
      </span>
    </div>
  );
}

function ClientMenu({
  client,
  onEdit,
  onNewProject,
}: {
  client: Client;
  onEdit: () => void;
  onNewProject: () => void;
}) {
  const { t } = useTranslation('projects');
  const actions = useProjectActions();
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton size="row" label={t('client.more', { name: client.name })}>
          <Ellipsis aria-hidden />
        </IconButton>
      </MenuTrigger>
      <MenuContent>
        <MenuItem onSelect={onNewProject}>
          <Plus aria-hidden />
          {t('client.newProject', { name: client.name })}
        </MenuItem>
        <MenuItem onSelect={onEdit}>
          <Pencil aria-hidden />
          {t('client.edit')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem onSelect={() => actions.toggleClientArchive(client)}>
          {client.isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
          {t(client.isArchived ? 'client.restore' : 'client.archive')}
        </MenuItem>
        <MenuItem isDestructive onSelect={() => actions.removeClient(client)}>
          <Trash2 aria-hidden />
          {t('client.delete')}
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
