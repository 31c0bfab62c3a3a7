import { useTranslation } from 'react-i18next';
import type { View, ViewQuery } from '../../../../contracts/view.ts';
import { showError } from '../../../components/ui/showError.ts';
import { useLastingMutation } from '../../../lib/useLastingMutation.ts';
import { trpc } from '../../../trpc.ts';
import { offerUndo } from '../../undo/undo.ts';

/** What can be done with saved views; each can be undone. */
export function useViewActions() {
  const { t } = useTranslation('views');
  const create = useLastingMutation(trpc.views.create.mutationOptions());
  const update = useLastingMutation(trpc.views.update.mutationOptions());
  const remove = useLastingMutation(trpc.views.delete.mutationOptions());
  return {
    /** `onDone` with the new view. Problems are the dialog's to show. */
    create: (name: string, query: ViewQuery, onDone: (view: { id: string }) => void): void => {
      create.mutate(
        { name, query },
        {
          onSuccess: (view) => {
            offerUndo({ changeSetId: view.changeSetId, message: t('toast.created', { name: view.name }) });
            onDone(view);
          },
        },
      );
    },
    rename: (view: View, name: string, onDone: () => void): void => {
      update.mutate(
        { id: view.id, name },
        {
          onSuccess: ({ changeSetId }) => {
            offerUndo({ changeSetId, message: t('toast.renamed', { name }) });
            onDone();
          },
        },
      );
    },
    save: (view: View, query: ViewQuery): void => {
      update.mutate(
        { id: view.id, query },
        {
          onSuccess: ({ changeSetId }) => {
            offerUndo({ changeSetId, message: t('toast.saved', { name: view.name }) });
          },
          onError: showError,
        },
      );
    },
    remove: (view: View, onDone: () => void): void => {
      remove.mutate(
        { id: view.id },
        {
          onSuccess: ({ changeSetId }) => {
            offerUndo({ changeSetId, message: t('toast.deleted', { name: view.name }) });
            onDone();
          },
          onError: showError,
        },
      );
    },
    error: create.error ?? update.error,
    isPending: create.isPending || update.isPending,
    reset: (): void => {
      create.reset();
      update.reset();
    },
  };
}
