import { Archive, ArchiveRestore, Ellipsis, History, Pencil, Pin, PinOff, Sparkles, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../../components/ui/Menu.tsx';
import { useChat } from '../chat/useChat.ts';
import { HistoryDialog } from '../history/HistoryDialog.tsx';
import { type ProjectRef, useProjectActions } from './useProjectActions.ts';

interface ProjectMenuProps {
  project: ProjectRef;
  size?: 'row' | 'md';
  onEdit: () => void;
  onDeleted?: () => void;
}

/** What can be done with a project. */
export function ProjectMenu({ project, size = 'md', onEdit, onDeleted }: ProjectMenuProps) {
  const { t } = useTranslation('projects');
  const actions = useProjectActions();
  const chat = useChat();
  const [showsHistory, setShowsHistory] = useState(false);
  const isArchived = project.status === 'archived';
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <IconButton size={size} label={t('actions.more', { name: project.name })}>
            <Ellipsis aria-hidden />
          </IconButton>
        </MenuTrigger>
        <MenuContent align={size === 'row' ? 'start' : 'end'}>
          <MenuItem onSelect={onEdit}>
            <Pencil aria-hidden />
            {t('actions.edit')}
          </MenuItem>
          <MenuItem onSelect={() => actions.togglePin(project)}>
            {project.isPinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
            {t(project.isPinned ? 'actions.unpin' : 'actions.pin')}
          </MenuItem>
          <MenuItem onSelect={() => setShowsHistory(true)}>
            <History aria-hidden />
            {t('actions.history')}
          </MenuItem>
          <MenuItem onSelect={() => chat.open({ scope: { kind: 'project', id: project.id } })}>
            <Sparkles aria-hidden className="text-assistant!" />
            {t('actions.ask')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem onSelect={() => actions.toggleArchive(project)}>
            {isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
            {t(isArchived ? 'actions.restore' : 'actions.archive')}
          </MenuItem>
          <MenuItem isDestructive onSelect={() => actions.remove(project, onDeleted)}>
            <Trash2 aria-hidden />
            {t('actions.delete')}
          </MenuItem>
        </MenuContent>
      </Menu>
      <HistoryDialog
        record={{ kind: 'project', id: project.id, title: project.name }}
        open={showsHistory}
        onOpenChange={setShowsHistory}
      />
    </>
  );
}
