import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordJson } from '../../../contracts/change.ts';
import type { ProposedChange, Suggestion } from '../../../contracts/suggestion.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFoot } from '../../components/ui/Dialog.tsx';
import { FieldError } from '../../components/ui/Field.tsx';
import { WorkingButton } from '../../components/ui/WorkingButton.tsx';
import { describeError, describeFields } from '../../i18n/describeError.ts';
import { ChangeFields } from './ChangeFields.tsx';
import { editableFields } from './editableFields.ts';
import { SetEditForm } from './SetEditForm.tsx';
import { useApprove } from './useSuggestionActions.ts';

/** Whether there is anything to change before it is approved. */
export function canEdit({ changes }: Suggestion): boolean {
  return changes.length > 1 || changes.some((change) => editableFields(change).length > 0);
}

interface SuggestionEditDialogProps {
  suggestion: Suggestion;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Edit, then approve: the fields of what is suggested, as the assistant wrote them. */
export function SuggestionEditDialog({ suggestion, open, onOpenChange }: SuggestionEditDialogProps) {
  const { t } = useTranslation(['suggestions', 'common']);
  const { kind, changes } = suggestion;
  const [change] = changes;
  if (change === undefined) return null;
  const isSet = kind === 'changes';
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t('edit.title')} description={t(isSet ? 'edit.setDescription' : 'edit.description')}>
        {isSet ? (
          <SetEditForm suggestion={suggestion} onDone={() => onOpenChange(false)} />
        ) : (
          <EditForm suggestion={suggestion} change={change} onDone={() => onOpenChange(false)} />
        )}
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
  const isEdited = Object.keys(edits).length > 0;
  return (
    <form
      className="contents"
      onSubmit={(event) => {
        event.preventDefault();
        approve(suggestion, isEdited ? { edits, onSuccess: onDone } : { onSuccess: onDone });
      }}
    >
      <DialogBody>
        <ChangeFields
          change={change}
          edits={edits}
          onEdit={(name, value) => setEdits((before) => ({ ...before, [name]: value }))}
          problems={problems}
          hasFocus
        />
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
