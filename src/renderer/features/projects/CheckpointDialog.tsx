import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Checkpoint } from '../../../contracts/checkpoint.ts';
import type { ProjectId } from '../../../contracts/ids.ts';
import { Button } from '../../components/ui/Button.tsx';
import { DayField } from '../../components/ui/DayField.tsx';
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFoot } from '../../components/ui/Dialog.tsx';
import { Field, FieldError } from '../../components/ui/Field.tsx';
import { Input } from '../../components/ui/Input.tsx';
import { WorkingButton } from '../../components/ui/WorkingButton.tsx';
import { describeError, describeFields } from '../../i18n/describeError.ts';
import { useToday } from '../../lib/useToday.ts';
import { client as api } from '../../trpc.ts';
import { HistoryDialog } from '../history/HistoryDialog.tsx';
import { offerUndo } from '../undo/undo.ts';

interface CheckpointDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  projectId: ProjectId;
  /** Absent: a new one. */
  checkpoint?: Checkpoint;
}

/** A new checkpoint, or one that is changed or deleted. */
export function CheckpointDialog({ open, onOpenChange, ...props }: CheckpointDialogProps) {
  const { t } = useTranslation('projects');
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t(props.checkpoint === undefined ? 'checkpoint.new' : 'checkpoint.edit')} className="w-120">
        <CheckpointForm {...props} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function CheckpointForm({
  projectId,
  checkpoint,
  onDone,
}: Omit<CheckpointDialogProps, 'open' | 'onOpenChange'> & { onDone: () => void }) {
  const { t } = useTranslation(['projects', 'common']);
  const today = useToday();
  const [title, setTitle] = useState(checkpoint?.title ?? '');
  const [date, setDate] = useState(checkpoint?.date ?? today);
  const [showsHistory, setShowsHistory] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      checkpoint === undefined
        ? api.checkpoints.create.mutate({ title, date, projectId })
        : api.checkpoints.update.mutate({ id: checkpoint.id, expectedVersion: checkpoint.version, title, date }),
    onSuccess: ({ changeSetId, title: saved }) => {
      offerUndo({
        changeSetId,
        message: t(checkpoint === undefined ? 'toast.checkpointAdded' : 'toast.checkpointChanged', { title: saved }),
      });
      onDone();
    },
  });
  const remove = useMutation({
    mutationFn: (target: Checkpoint) => api.checkpoints.delete.mutate({ id: target.id }),
    onSuccess: ({ changeSetId }, target) => {
      offerUndo({ changeSetId, message: t('toast.checkpointDeleted', { title: target.title }) });
      onDone();
    },
  });
  const error = save.error ?? remove.error;
  const problems = error === null ? {} : describeFields(error);
  return (
    <form
      className="contents"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate();
      }}
    >
      <DialogBody>
        <Field label={t('checkpoint.title')} error={problems['title']}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              dir="auto"
              value={title}
              placeholder={t('checkpoint.titlePlaceholder')}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('checkpoint.date')} error={problems['date']}>
          {(control) => (
            <DayField {...control} day={date} isClearable={false} onChange={(day) => setDate(day ?? today)} />
          )}
        </Field>
        {error !== null && Object.keys(problems).length === 0 ? <FieldError>{describeError(error)}</FieldError> : null}
      </DialogBody>
      <DialogFoot
        note={
          checkpoint === undefined ? undefined : (
            <>
              <Button
                variant="ghost"
                className="-ml-3 text-destructive enabled:hover:text-destructive"
                onClick={() => remove.mutate(checkpoint)}
              >
                {t('checkpoint.delete')}
              </Button>
              <Button variant="ghost" onClick={() => setShowsHistory(true)}>
                {t('actions.history')}
              </Button>
              <HistoryDialog
                record={{ kind: 'checkpoint', id: checkpoint.id, title: checkpoint.title }}
                open={showsHistory}
                onOpenChange={setShowsHistory}
              />
            </>
          )
        }
      >
        <DialogClose asChild>
          <Button variant="ghost">{t('common:actions.cancel')}</Button>
        </DialogClose>
        <WorkingButton type="submit" variant="primary" isWorking={save.isPending} workingLabel={t('form.saving')}>
          {t(checkpoint === undefined ? 'common:actions.add' : 'common:actions.save')}
        </WorkingButton>
      </DialogFoot>
    </form>
  );
}
