import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import { MenuItem } from '../../components/ui/Menu.tsx';
import { RecordMenu } from '../records/RecordMenu.tsx';
import { useClientActions } from './useClientActions.ts';

interface ClientMenuProps {
  client: Client;
  size?: 'row' | 'md';
  onEdit: () => void;
  onNewProject: () => void;
  onDeleted?: () => void;
}

/** What can be done with a client. */
export function ClientMenu({ client, size = 'md', onEdit, onNewProject, onDeleted }: ClientMenuProps) {
  const { t } = useTranslation('clients');
  const actions = useClientActions();
  return (
    <RecordMenu
      record={{ kind: 'client', id: client.id, name: client.name }}
      isArchived={client.isArchived}
      size={size}
      words={t('actions', { returnObjects: true })}
      beforeEdit={
        <MenuItem onSelect={onNewProject}>
          <Plus aria-hidden />
          <span className="max-w-80 truncate">{t('newProjectFor', { name: client.name })}</span>
        </MenuItem>
      }
      onEdit={onEdit}
      onToggleArchive={() => actions.toggleArchive(client)}
      onDelete={() => actions.remove(client, onDeleted)}
    />
  );
}
