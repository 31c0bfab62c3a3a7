import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../../contracts/project.ts';
import { showError } from '../../components/ui/showError.ts';
import { useLastingMutation } from '../../lib/useLastingMutation.ts';
import { trpc } from '../../trpc.ts';
import { offerUndo } from '../undo/undo.ts';

export type ProjectRef = Pick<ProjectSummary, 'id' | 'name' | 'status' | 'isPinned' | 'taskCount'>;

export interface ProjectActions {
  togglePin(project: ProjectRef): void;
  toggleArchive(project: ProjectRef): void;
  /** To the trash. Its tasks and checkpoints go with it, its notes stay, and the toast says so; with Undo. */
  remove(project: ProjectRef, onDone?: () => void): void;
}

/** What can be done with projects from a menu. Failures are said, with the reason. */
export function useProjectActions(): ProjectActions {
  const { t } = useTranslation('projects');
  const { mutate: update } = useLastingMutation(trpc.projects.update.mutationOptions());
  const { mutate: remove } = useLastingMutation(trpc.projects.delete.mutationOptions());
  return useMemo(() => {
    const onError = (error: unknown): void => {
      showError(error);
    };
    return {
      togglePin({ id, name, isPinned }) {
        update(
          { id, isPinned: !isPinned },
          {
            onSuccess: ({ changeSetId }) =>
              offerUndo({ changeSetId, message: t(isPinned ? 'toast.unpinned' : 'toast.pinned', { name }) }),
            onError,
          },
        );
      },
      toggleArchive({ id, name, status }) {
        const isArchived = status === 'archived';
        update(
          { id, status: isArchived ? 'active' : 'archived' },
          {
            onSuccess: ({ changeSetId }) =>
              offerUndo({
                changeSetId,
                message: t(isArchived ? 'toast.projectRestored' : 'toast.projectArchived', { name }),
              }),
            onError,
          },
        );
      },
      remove({ id, name, taskCount }, onDone) {
        remove(
          { id },
          {
            onSuccess: ({ changeSetId }) => {
              offerUndo({ changeSetId, message: t('toast.projectDeleted', { name, count: taskCount }) });
              onDone?.();
            },
            onError,
          },
        );
      },
    };
  }, [update, remove, t]);
}
