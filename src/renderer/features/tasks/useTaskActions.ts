import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../contracts/task.ts';
import { showError } from '../../components/ui/showError.ts';
import { useLastingMutation } from '../../lib/useLastingMutation.ts';
import { trpc } from '../../trpc.ts';
import { offerUndo } from '../undo/undo.ts';

type TaskRef = Pick<Task, 'id' | 'title' | 'status'>;

export interface TaskActions {
  /** Done, or to do again; with Undo. */
  toggle(task: TaskRef): void;
  /** Deletes, with Undo. */
  remove(task: TaskRef, onDone?: () => void): void;
}

/** What can be done with a task from a list, by mouse and by key. Failures are said, with the reason. */
export function useTaskActions(): TaskActions {
  const { t } = useTranslation('tasks');
  const { mutate: update } = useLastingMutation(trpc.tasks.update.mutationOptions());
  const { mutate: remove } = useLastingMutation(trpc.tasks.delete.mutationOptions());
  return useMemo(() => {
    const onError = (error: unknown): void => {
      showError(error);
    };
    return {
      toggle(task) {
        const isDone = task.status === 'done';
        update(
          { id: task.id, status: isDone ? 'todo' : 'done' },
          {
            onSuccess: ({ changeSetId }) => {
              offerUndo({
                changeSetId,
                message: t(isDone ? 'toast.reopened' : 'toast.completed', { title: task.title }),
              });
            },
            onError,
          },
        );
      },
      remove(task, onDone) {
        remove(
          { id: task.id },
          {
            onSuccess: ({ changeSetId }) => {
              offerUndo({ changeSetId, message: t('toast.deleted', { title: task.title }) });
              onDone?.();
            },
            onError,
          },
        );
      },
    };
  }, [update, remove, t]);
}
