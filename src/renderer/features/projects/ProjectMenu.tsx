import { Pin, PinOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MenuItem } from '../../components/ui/Menu.tsx';
import { RecordMenu } from '../records/RecordMenu.tsx';
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
  return (
    <RecordMenu
      record={{ kind: 'project', id: project.id, name: project.name }}
      isArchived={project.status === 'archived'}
      size={size}
      words={t('actions', { returnObjects: true })}
      afterEdit={
        <MenuItem onSelect={() => actions.togglePin(project)}>
          {project.isPinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
          {t(project.isPinned ? 'actions.unpin' : 'actions.pin')}
        </MenuItem>
      }
      onEdit={onEdit}
      onToggleArchive={() => actions.toggleArchive(project)}
      onDelete={() => actions.remove(project, onDeleted)}
    />
  );
}
