import { useTranslation } from 'react-i18next';
import type { Task } from '../../../../contracts/task.ts';
import { Button } from '../../../components/ui/Button.tsx';
import { FieldError } from '../../../components/ui/Field.tsx';
import { describeError } from '../../../i18n/describeError.ts';
import { useLastingMutation } from '../../../lib/useLastingMutation.ts';
import { trpc } from '../../../trpc.ts';
import { draftText } from '../../drafts/DraftKeeper.ts';
import { offerUndo } from '../../undo/undo.ts';
import { useShowTask } from '../../windows/popOut.ts';

/** Above a task that was deleted while it is open: what is on screen can become a task again. */
export function TaskGone({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation('tasks');
  const showTask = useShowTask();
  const { mutate, error, isPending } = useLastingMutation(trpc.tasks.create.mutationOptions());
  const addAgain = (): void => {
    mutate(
      {
        title: draftText(`task:${task.id}:title`) ?? task.title,
        description: draftText(`task:${task.id}:description`) ?? task.description,
        status: task.status,
        priority: task.priority,
        dueDate: task.dueDate,
        dueTime: task.dueTime,
        projectId: task.projectId,
        labels: task.labels,
      },
      {
        onSuccess: (created) => {
          offerUndo({ changeSetId: created.changeSetId, message: t('toast.created', { title: created.title }) });
          showTask(created.id, { replace: true });
        },
      },
    );
  };
  return (
    <div role="alert" className="mb-4 rounded-lg border p-3">
      <p>{t('panel.deleted')}</p>
      <div className="mt-2 flex gap-1">
        <Button size="sm" disabled={isPending} onClick={addAgain}>
          {t('panel.addAgain')}
        </Button>
        <Button size="sm" variant="ghost" onClick={onClose}>
          {t('panel.close')}
        </Button>
      </div>
      {error === null ? null : <FieldError className="mt-2">{describeError(error)}</FieldError>}
    </div>
  );
}
