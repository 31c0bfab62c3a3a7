import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskId } from '../../../../contracts/ids.ts';
import type { TaskListItem, TaskUpdateMany } from '../../../../contracts/task.ts';
import { showError } from '../../../components/ui/showError.ts';
import { useLastingMutation } from '../../../lib/useLastingMutation.ts';
import { trpc } from '../../../trpc.ts';
import { offerUndo } from '../../undo/undo.ts';

export type BulkEdit = Omit<TaskUpdateMany, 'ids'>;
type TaskRef = Pick<TaskListItem, 'id' | 'title' | 'status'>;

export interface BulkActions {
  /** The same change of all of them, undone as one. */
  readonly edit: (tasks: readonly TaskRef[], edit: BulkEdit) => void;
  /** All done; if all are, all to do again. */
  readonly toggle: (tasks: readonly TaskRef[]) => void;
  readonly remove: (tasks: readonly TaskRef[]) => void;
}

/** What is done with the tasks that are selected, or with the one that has the focus. One task is named, several are counted. */
export function useBulkActions(): BulkActions {
  const { t } = useTranslation('tasks');
  const { mutate: update } = useLastingMutation(trpc.tasks.updateMany.mutationOptions());
  const { mutate: remove } = useLastingMutation(trpc.tasks.deleteMany.mutationOptions());
  return useMemo(() => {
    type Words = 'changed' | 'completed' | 'reopened' | 'deleted';
    const sayOf = (tasks: readonly TaskRef[], words: Words) => (count: number) => {
      const [task, ...more] = tasks;
      return task !== undefined && more.length === 0
        ? t(`toast.${words}`, { title: task.title })
        : t(`bulk.${words}`, { count });
    };
    const idsOf = (tasks: readonly TaskRef[]): TaskId[] => tasks.map(({ id }) => id);
    const change = (tasks: readonly TaskRef[], edit: BulkEdit, words: Words): void => {
      if (tasks.length === 0) return;
      update(
        { ids: idsOf(tasks), ...edit },
        {
          onSuccess: ({ changeSetId, count }) => {
            offerUndo({ changeSetId, message: sayOf(tasks, words)(count) });
          },
          onError: showError,
        },
      );
    };
    return {
      edit(tasks, edit) {
        const status = edit.fields?.status;
        change(tasks, edit, status === 'done' ? 'completed' : 'changed');
      },
      toggle(tasks) {
        const isDone = tasks.every((task) => task.status === 'done');
        change(tasks, { fields: { status: isDone ? 'todo' : 'done' } }, isDone ? 'reopened' : 'completed');
      },
      remove(tasks) {
        if (tasks.length === 0) return;
        remove(
          { ids: idsOf(tasks) },
          {
            onSuccess: ({ changeSetId, count }) => {
              offerUndo({ changeSetId, message: sayOf(tasks, 'deleted')(count) });
            },
            onError: showError,
          },
        );
      },
    };
  }, [update, remove, t]);
}
