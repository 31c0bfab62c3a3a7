import { Archive, ArchiveRestore, Ellipsis, History, Pencil, Plus, Sparkles, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../../components/ui/Menu.tsx';
import { useChat } from '../chat/useChat.ts';
import { HistoryDialog } from '../history/HistoryDialog.tsx';
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
  const chat = useChat();
  const [showsHistory, setShowsHistory] = useState(false);
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <IconButton size={size} label={t('actions.more', { name: client.name })}>
            <Ellipsis aria-hidden />
          </IconButton>
        </MenuTrigger>
        <MenuContent align={size === 'row' ? 'start' : 'end'}>
          <MenuItem onSelect={onNewProject}>
            <Plus aria-hidden />
            <span className="max-w-80 truncate">{t('actions.newProject', { name: client.name })}</span>
          </MenuItem>
          <MenuItem onSelect={onEdit}>
            <Pencil aria-hidden />
            {t('actions.edit')}
          </MenuItem>
          <MenuItem onSelect={() => setShowsHistory(true)}>
            <History aria-hidden />
            {t('actions.history')}
          </MenuItem>
          <MenuItem onSelect={() => chat.open({ scope: { kind: 'client', id: client.id } })}>
            <Sparkles aria-hidden className="text-assistant!" />
            {t('actions.ask')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem onSelect={() => actions.toggleArchive(client)}>
            {client.isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
            {t(client.isArchived ? 'actions.restore' : 'actions.archive')}
          </MenuItem>
          <MenuItem isDestructive onSelect={() => actions.remove(client, onDeleted)}>
            <Trash2 aria-hidden />
            {t('actions.delete')}
          </MenuItem>
        </MenuContent>
      </Menu>
      <HistoryDialog
        record={{ kind: 'client', id: client.id, title: client.name }}
        open={showsHistory}
        onOpenChange={setShowsHistory}
      />
    </>
  );
}
