import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Task, TaskUpdate } from '../../../../contracts/task.ts';
import { showError } from '../../../components/ui/showError.ts';
import { queryClient, trpc } from '../../../trpc.ts';
import { rememberChange } from '../../undo/undo.ts';

type Changes = Omit<TaskUpdate, 'id' | 'expectedVersion'>;

/** Changes one task. `set` acts at once and says a failure; `save` is for texts, which say it below their field. */
export function useTaskUpdate(task: Task): {
  set: (changes: Changes) => void;
  save: (changes: Changes, expectedVersion: number | undefined) => Promise<void>;
} {
  const { t } = useTranslation('tasks');
  const { mutateAsync } = useMutation(
    trpc.tasks.update.mutationOptions({
      onSuccess: ({ changeSetId, ...updated }) => {
        // The answer is the record: no need to wait for the event to see it.
        queryClient.setQueryData(trpc.tasks.get.queryKey({ id: updated.id }), updated);
        rememberChange({ changeSetId, message: t('toast.changed', { title: updated.title }) });
      },
    }),
  );
  return {
    set: (changes) => {
      mutateAsync({ id: task.id, ...changes }).catch((error: unknown) => {
        showError(error);
      });
    },
    save: async (changes, expectedVersion) => {
      await mutateAsync({ id: task.id, ...(expectedVersion === undefined ? {} : { expectedVersion }), ...changes });
    },
  };
}
