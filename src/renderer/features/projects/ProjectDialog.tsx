import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import type { ClientId, ProjectId } from '../../../contracts/ids.ts';
import { PAGE_LIMIT_MAX } from '../../../contracts/page.ts';
import type { Project } from '../../../contracts/project.ts';
import { colorSchema, type Color } from '../../../contracts/text.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFoot } from '../../components/ui/Dialog.tsx';
import { Field, FieldError } from '../../components/ui/Field.tsx';
import { Input, Textarea } from '../../components/ui/Input.tsx';
import { WorkingButton } from '../../components/ui/WorkingButton.tsx';
import { describeError, describeFields } from '../../i18n/describeError.ts';
import { client as api, trpc } from '../../trpc.ts';
import { offerUndo } from '../undo/undo.ts';
import { type ClientChoice, ClientField } from './ClientField.tsx';
import { ColorField } from './ColorField.tsx';

interface ProjectDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Absent: a new project. */
  project?: Project;
  /** The client that a new project is for. */
  clientId?: string | null;
  onCreated?: (id: ProjectId) => void;
}

/** A new project, or one that is changed. */
export function ProjectDialog({ open, onOpenChange, ...props }: ProjectDialogProps) {
  const { t } = useTranslation('projects');
  const clients = useQuery({
    ...trpc.clients.list.queryOptions({ archived: 'include', limit: PAGE_LIMIT_MAX }),
    enabled: open,
  });
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t(props.project === undefined ? 'form.newProject' : 'form.editProject')}>
        {clients.data === undefined && clients.error === null ? null : (
          <ProjectForm {...props} clients={clients.data?.items ?? []} onDone={() => onOpenChange(false)} />
        )}
      </DialogContent>
    </Dialog>
  );
}

interface ProjectFormProps extends Omit<ProjectDialogProps, 'open' | 'onOpenChange'> {
  clients: readonly Client[];
  onDone: () => void;
}

function ProjectForm({ project, clientId, onCreated, clients, onDone }: ProjectFormProps) {
  const { t } = useTranslation(['projects', 'common']);
  const known = clients.find(({ id }) => id === (project === undefined ? clientId : project.clientId));
  const [choice, setChoice] = useState<ClientChoice>(
    known === undefined ? { kind: 'none' } : { kind: 'known', client: known },
  );
  const [name, setName] = useState(project?.name ?? '');
  const [description, setDescription] = useState(project?.description ?? '');
  const [chosenColor, setChosenColor] = useState<Color | null>(project?.color ?? null);
  // A client's projects look alike until the user says otherwise.
  const color = chosenColor ?? (choice.kind === 'known' ? choice.client.color : nextColor(clients.length));

  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      let target: ClientId | null = choice.kind === 'known' ? choice.client.id : null;
      if (choice.kind === 'new') {
        const made = await api.clients.create.mutate({ name: choice.name, color });
        // If the project is refused now, trying again makes no second client.
        setChoice({ kind: 'known', client: made });
        target = made.id;
      }
      const fields = { name, description, color, clientId: target };
      return project === undefined
        ? api.projects.create.mutate(fields)
        : api.projects.update.mutate({ id: project.id, expectedVersion: project.version, ...fields });
    },
    onSuccess: (saved) => {
      offerUndo({
        changeSetId: saved.changeSetId,
        message: t(project === undefined ? 'toast.projectCreated' : 'toast.projectSaved', { name: saved.name }),
      });
      onDone();
      if (project === undefined) onCreated?.(saved.id);
    },
  });
  const problems = error === null ? {} : describeFields(error);
  const listed = clients.filter((client) => !client.isArchived || client.id === known?.id);
  return (
    <form
      className="contents"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) mutate();
      }}
    >
      <DialogBody>
        <Field label={t('form.name')} error={problems['name']}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              dir="auto"
              value={name}
              placeholder={t('form.namePlaceholder')}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <Field label={t('form.client')} error={problems['clientId']}>
            {(control) => <ClientField {...control} value={choice} clients={listed} onChange={setChoice} />}
          </Field>
          <ColorField shape="project" value={color} onChange={setChosenColor} />
        </div>
        <Field label={t('form.description')} error={problems['description']}>
          {(control) => (
            <Textarea
              {...control}
              dir="auto"
              className="max-h-60"
              value={description}
              onChange={(event) => setDescription(event.target.value)}
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
          {t(project === undefined ? 'form.create' : 'form.save')}
        </WorkingButton>
      </DialogFoot>
    </form>
  );
}

const nextColor = (count: number): Color => colorSchema.parse((count % 8) + 1);
