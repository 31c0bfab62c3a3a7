import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NAME_MAX } from '../../../../contracts/text.ts';
import { Button } from '../../../components/ui/Button.tsx';
import { Dialog, DialogBody, DialogContent, DialogFoot } from '../../../components/ui/Dialog.tsx';
import { FieldError } from '../../../components/ui/Field.tsx';
import { Input } from '../../../components/ui/Input.tsx';
import { describeError, describeFields } from '../../../i18n/describeError.ts';

interface ViewNameDialogProps {
  title: string;
  /** What the view is called now; empty for a new one. */
  name: string;
  error: unknown;
  isPending: boolean;
  onSave: (name: string) => void;
  onClose: () => void;
}

/** Asks for the name of a view. */
export function ViewNameDialog({ title, name: initial, error, isPending, onSave, onClose }: ViewNameDialogProps) {
  const { t } = useTranslation(['views', 'common']);
  const id = useId();
  const [name, setName] = useState(initial);
  const problem = error === null ? undefined : (describeFields(error)['name'] ?? describeError(error));
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <DialogContent title={title} className="w-110">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '' && !isPending) onSave(name);
          }}
        >
          <DialogBody>
            <div>
              <label htmlFor={id} className="mb-1 block type-section text-muted-foreground">
                {t('name')}
              </label>
              <Input
                id={id}
                value={name}
                autoFocus
                maxLength={NAME_MAX}
                dir="auto"
                placeholder={t('example')}
                aria-invalid={problem === undefined ? undefined : true}
                aria-describedby={`${id}-problem`}
                onChange={(event) => setName(event.target.value)}
              />
              <div id={`${id}-problem`}>{problem === undefined ? null : <FieldError>{problem}</FieldError>}</div>
            </div>
          </DialogBody>
          <DialogFoot>
            <Button variant="ghost" onClick={onClose}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" variant="primary" disabled={name.trim() === ''}>
              {t('common:actions.save')}
            </Button>
          </DialogFoot>
        </form>
      </DialogContent>
    </Dialog>
  );
}
