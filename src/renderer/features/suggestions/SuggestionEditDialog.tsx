import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordJson } from '../../../contracts/change.ts';
import type { ProposedChange, Suggestion } from '../../../contracts/suggestion.ts';
import { prioritySchema } from '../../../contracts/task.ts';
import { Button } from '../../components/ui/Button.tsx';
import { DayField } from '../../components/ui/DayField.tsx';
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFoot } from '../../components/ui/Dialog.tsx';
import { Field, FieldError } from '../../components/ui/Field.tsx';
import { Input, Textarea } from '../../components/ui/Input.tsx';
import { Select } from '../../components/ui/Select.tsx';
import { WorkingButton } from '../../components/ui/WorkingButton.tsx';
import { describeError, describeFields } from '../../i18n/describeError.ts';
import { ProjectSelect } from '../records/ProjectSelect.tsx';
import { PriorityIcon } from '../tasks/PriorityIcon.tsx';
import { useApprove } from './useSuggestionActions.ts';

interface SuggestionEditDialogProps {
  suggestion: Suggestion;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Edit, then approve: the fields of a suggested record, as the assistant wrote them. */
export function SuggestionEditDialog({ suggestion, open, onOpenChange }: SuggestionEditDialogProps) {
  const { t } = useTranslation(['suggestions', 'common']);
  const [change] = suggestion.changes;
  if (change === undefined) return null;
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t('edit.title')} description={t('edit.description')}>
        <EditForm suggestion={suggestion} change={change} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function EditForm({
  suggestion,
  change,
  onDone,
}: {
  suggestion: Suggestion;
  change: ProposedChange;
  onDone: () => void;
}) {
  const { t } = useTranslation(['suggestions', 'common']);
  const { approve, isWorking, error } = useApprove();
  const [edits, setEdits] = useState<RecordJson>({});
  const problems = error === null ? {} : describeFields(error);
  const { recordKind } = change;
  const nameField = recordKind === 'client' || recordKind === 'project' ? 'name' : 'title';
  const dateField = recordKind === 'task' ? 'dueDate' : 'date';

  const textOf = (name: string): string | null => {
    const value = name in edits ? edits[name] : change.after?.[name];
    return typeof value === 'string' ? value : null;
  };
  const set = (name: string, value: string | null): void => {
    setEdits((before) => ({ ...before, [name]: value }));
  };
  const isEdited = Object.keys(edits).length > 0;
  const submit = (): void => {
    approve(suggestion, isEdited ? { edits, onSuccess: onDone } : { onSuccess: onDone });
  };

  return (
    <form
      className="contents"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <DialogBody>
        <Field label={t(`field.${nameField}`)} error={problems[nameField]}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              value={textOf(nameField) ?? ''}
              onChange={(event) => set(nameField, event.target.value)}
            />
          )}
        </Field>
        {recordKind === 'task' || recordKind === 'checkpoint' ? (
          <div className="grid grid-cols-2 gap-4">
            <Field label={t(`field.${dateField}`)} error={problems[dateField]}>
              {(control) => (
                <DayField
                  {...control}
                  day={textOf(dateField)}
                  onChange={(day) => set(dateField, day)}
                  isClearable={recordKind === 'task'}
                  {...(recordKind === 'task'
                    ? { time: textOf('dueTime'), onTimeChange: (time: string | null) => set('dueTime', time) }
                    : {})}
                />
              )}
            </Field>
            <Field label={t('field.projectId')} error={problems['projectId']}>
              {(control) => (
                <ProjectSelect
                  {...control}
                  value={textOf('projectId')}
                  isClearable={recordKind === 'task'}
                  onChange={(projectId) => set('projectId', projectId)}
                />
              )}
            </Field>
          </div>
        ) : null}
        {recordKind === 'task' ? (
          <>
            <Field label={t('field.priority')} error={problems['priority']} className="w-[calc(50%-8px)]">
              {(control) => (
                <Select
                  {...control}
                  value={prioritySchema.catch('medium').parse(textOf('priority'))}
                  onChange={(priority) => set('priority', priority)}
                  options={prioritySchema.options.map((priority) => ({
                    value: priority,
                    label: t(`common:priority.${priority}`),
                    icon: <PriorityIcon priority={priority} isSilent />,
                  }))}
                />
              )}
            </Field>
            <Field label={t('field.description')} error={problems['description']}>
              {(control) => (
                <Textarea
                  {...control}
                  className="max-h-60"
                  value={textOf('description') ?? ''}
                  onChange={(event) => set('description', event.target.value)}
                />
              )}
            </Field>
          </>
        ) : null}
        {error !== null && Object.keys(problems).length === 0 ? <FieldError>{describeError(error)}</FieldError> : null}
      </DialogBody>
      <DialogFoot>
        <DialogClose asChild>
          <Button variant="ghost">{t('common:actions.cancel')}</Button>
        </DialogClose>
        <WorkingButton type="submit" variant="primary" isWorking={isWorking} workingLabel={t('edit.working')}>
          {isEdited ? t('edit.approve') : t('edit.approveAsIs')}
        </WorkingButton>
      </DialogFoot>
    </form>
  );
}
