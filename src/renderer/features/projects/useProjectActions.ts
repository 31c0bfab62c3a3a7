import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import type { Project } from '../../../contracts/project.ts';
import { showToast } from '../../components/ui/Toast.tsx';
import { describeError } from '../../i18n/describeError.ts';
import { trpc } from '../../trpc.ts';
import { offerUndo } from '../undo/undo.ts';

type ProjectRef = Pick<Project, 'id' | 'name' | 'status' | 'isPinned'>;
type ClientRef = Pick<Client, 'id' | 'name' | 'isArchived'>;

export interface ProjectActions {
  togglePin(project: ProjectRef): void;
  toggleArchive(project: ProjectRef): void;
  /** Its tasks and checkpoints go with it, its notes stay; with Undo. */
  remove(project: ProjectRef, onDone?: () => void): void;
  toggleClientArchive(client: ClientRef): void;
  /** Its projects stay, without a client; with Undo. */
  removeClient(client: ClientRef): void;
}

/** What can be done with projects and clients from a menu. Failures are said, with the reason. */
export function useProjectActions(): ProjectActions {
  const { t } = useTranslation('projects');
  const { mutate: update } = useMutation(trpc.projects.update.mutationOptions());
  const { mutate: remove } = useMutation(trpc.projects.delete.mutationOptions());
  const { mutate: updateClient } = useMutation(trpc.clients.update.mutationOptions());
  const { mutate: removeClient } = useMutation(trpc.clients.delete.mutationOptions());
  return useMemo(() => {
    const onError = (error: unknown): void => {
      showToast({ message: describeError(error), tone: 'error' });
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
      remove({ id, name }, onDone) {
        remove(
          { id },
          {
            onSuccess: ({ changeSetId }) => {
              offerUndo({ changeSetId, message: t('toast.projectDeleted', { name }) });
              onDone?.();
            },
            onError,
          },
        );
      },
      toggleClientArchive({ id, name, isArchived }) {
        updateClient(
          { id, isArchived: !isArchived },
          {
            onSuccess: ({ changeSetId }) =>
              offerUndo({
                changeSetId,
                message: t(isArchived ? 'toast.clientRestored' : 'toast.clientArchived', { name }),
              }),
            onError,
          },
        );
      },
      removeClient({ id, name }) {
        removeClient(
          { id },
          {
            onSuccess: ({ changeSetId }) => offerUndo({ changeSetId, message: t('toast.clientDeleted', { name }) }),
            onError,
          },
        );
      },
    };
  }, [update, remove, updateClient, removeClient, t]);
}
