import { Archive, ArchiveRestore, Ellipsis, History, Pencil, Sparkles, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientId, ProjectId } from '../../../contracts/ids.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../../components/ui/Menu.tsx';
import { useChat } from '../chat/useChat.ts';
import { HistoryDialog } from '../history/HistoryDialog.tsx';

interface RecordMenuProps {
  record: ({ kind: 'client'; id: ClientId } | { kind: 'project'; id: ProjectId }) & { name: string };
  isArchived: boolean;
  size?: 'row' | 'md';
  words: Record<'edit' | 'ask' | 'archive' | 'restore' | 'delete', string>;
  beforeEdit?: ReactNode;
  afterEdit?: ReactNode;
  onEdit: () => void;
  onToggleArchive: () => void;
  onDelete: () => void;
}

/** What can be done with a client or a project. */
export function RecordMenu(props: RecordMenuProps) {
  const { record, isArchived, size = 'md', words, beforeEdit, afterEdit, onEdit, onToggleArchive, onDelete } = props;
  const { t } = useTranslation('projects');
  const chat = useChat();
  const [showsHistory, setShowsHistory] = useState(false);
  const { name, ...scope } = record;
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <IconButton size={size} label={t('moreFor', { name })}>
            <Ellipsis aria-hidden />
          </IconButton>
        </MenuTrigger>
        <MenuContent align={size === 'row' ? 'start' : 'end'}>
          {beforeEdit}
          <MenuItem onSelect={onEdit}>
            <Pencil aria-hidden />
            {words.edit}
          </MenuItem>
          {afterEdit}
          <MenuItem onSelect={() => setShowsHistory(true)}>
            <History aria-hidden />
            {t('actions.history')}
          </MenuItem>
          <MenuItem onSelect={() => chat.open({ scope })}>
            <Sparkles aria-hidden className="text-assistant!" />
            {words.ask}
          </MenuItem>
          <MenuSeparator />
          <MenuItem onSelect={onToggleArchive}>
            {isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
            {isArchived ? words.restore : words.archive}
          </MenuItem>
          <MenuItem isDestructive onSelect={onDelete}>
            <Trash2 aria-hidden />
            {words.delete}
          </MenuItem>
        </MenuContent>
      </Menu>
      <HistoryDialog
        record={{ kind: record.kind, id: record.id, title: name }}
        open={showsHistory}
        onOpenChange={setShowsHistory}
      />
    </>
  );
}
