import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import { showError } from '../../components/ui/showError.ts';
import { useLastingMutation } from '../../lib/useLastingMutation.ts';
import { trpc } from '../../trpc.ts';
import { useProjects } from '../records/useProjects.ts';
import { offerUndo } from '../undo/undo.ts';

type ClientRef = Pick<Client, 'id' | 'name' | 'isArchived'>;

export interface ClientActions {
  /** Archives or restores; its projects stay as they are, and the toast says so. */
  toggleArchive(client: ClientRef): void;
  /** To the trash; its projects stay, without a client. With Undo. */
  remove(client: ClientRef, onDone?: () => void): void;
}

/** What can be done with a client from a menu. Failures are said, with the reason. */
export function useClientActions(): ClientActions {
  const { t } = useTranslation('clients');
  const projects = useProjects();
  const { mutate: update } = useLastingMutation(trpc.clients.update.mutationOptions());
  const { mutate: remove } = useLastingMutation(trpc.clients.delete.mutationOptions());
  return useMemo(() => {
    const onError = (error: unknown): void => {
      showError(error);
    };
    return {
      toggleArchive({ id, name, isArchived }) {
        const count = projects.ofClient(id).length;
        update(
          { id, isArchived: !isArchived },
          {
            onSuccess: ({ changeSetId }) =>
              offerUndo({ changeSetId, message: t(isArchived ? 'toast.restored' : 'toast.archived', { name, count }) }),
            onError,
          },
        );
      },
      remove({ id, name }, onDone) {
        const count = projects.ofClient(id).length;
        remove(
          { id },
          {
            onSuccess: ({ changeSetId }) => {
              offerUndo({ changeSetId, message: t('toast.deleted', { name, count }) });
              onDone?.();
            },
            onError,
          },
        );
      },
    };
  }, [projects, update, remove, t]);
}
