import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFoot } from '../../components/ui/Dialog.tsx';
import { Field, FieldError } from '../../components/ui/Field.tsx';
import { Input, Textarea } from '../../components/ui/Input.tsx';
import { WorkingButton } from '../../components/ui/WorkingButton.tsx';
import { describeError, describeFields } from '../../i18n/describeError.ts';
import { client as api } from '../../trpc.ts';
import { offerUndo } from '../undo/undo.ts';
import { ColorField } from './ColorField.tsx';

interface ClientDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Absent: a new client. */
  client?: Client;
}

/** A new client, or one that is changed. */
export function ClientDialog({ open, onOpenChange, client }: ClientDialogProps) {
  const { t } = useTranslation('projects');
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t(client === undefined ? 'form.newClient' : 'form.editClient')}>
        <ClientForm client={client} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function ClientForm({ client, onDone }: { client: Client | undefined; onDone: () => void }) {
  const { t } = useTranslation(['projects', 'common']);
  const [fields, setFields] = useState({
    name: client?.name ?? '',
    company: client?.company ?? '',
    email: client?.email ?? '',
    notes: client?.notes ?? '',
    color: client?.color ?? 1,
  });
  const set = (change: Partial<typeof fields>): void => setFields((before) => ({ ...before, ...change }));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      client === undefined
        ? api.clients.create.mutate(fields)
        : api.clients.update.mutate({ id: client.id, expectedVersion: client.version, ...fields }),
    onSuccess: ({ changeSetId, name }) => {
      offerUndo({
        changeSetId,
        message: t(client === undefined ? 'toast.clientCreated' : 'toast.clientSaved', { name }),
      });
      onDone();
    },
  });
  const problems = error === null ? {} : describeFields(error);
  return (
    <form
      className="contents"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) mutate();
      }}
    >
      <DialogBody>
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <Field label={t('form.clientName')} error={problems['name']}>
            {(control) => (
              <Input
                {...control}
                autoFocus
                dir="auto"
                value={fields.name}
                placeholder={t('form.clientNamePlaceholder')}
                onChange={(event) => set({ name: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('form.company')} error={problems['company']}>
            {(control) => (
              <Input
                {...control}
                dir="auto"
                value={fields.company}
                placeholder={t('form.companyPlaceholder')}
                onChange={(event) => set({ company: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('form.email')} error={problems['email']}>
            {(control) => (
              <Input
                {...control}
                inputMode="email"
                value={fields.email}
                onChange={(event) => set({ email: event.target.value })}
              />
            )}
          </Field>
          <ColorField shape="client" value={fields.color} onChange={(color) => set({ color })} />
        </div>
        <Field label={t('form.notes')} error={problems['notes']}>
          {(control) => (
            <Textarea
              {...control}
              dir="auto"
              className="max-h-60"
              value={fields.notes}
              onChange={(event) => set({ notes: event.target.value })}
            />
          )}
        </Field>
        {error !== null && Object.keys(problems).length === 0 ? <FieldError>{describeError(error)}</FieldError> : null}
      </DialogBody>
      <DialogFoot>
        <DialogClose asChild>
          <Button variant="ghost">{t('common:actions.cancel')}</Button>
        </DialogClose>
        <WorkingButton type="submit" variant="primary" isWorking={isPending} workingLabel={t('form.saving')}>
          {t(client === undefined ? 'form.create' : 'form.save')}
        </WorkingButton>
      </DialogFoot>
    </form>
  );
}
