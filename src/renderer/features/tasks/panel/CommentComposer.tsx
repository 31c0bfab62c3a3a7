import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskId } from '../../../../contracts/ids.ts';
import { FieldError } from '../../../components/ui/Field.tsx';
import { Kbd } from '../../../components/ui/Kbd.tsx';
import { describeError, describeFields } from '../../../i18n/describeError.ts';
import { useLastingMutation } from '../../../lib/useLastingMutation.ts';
import { trpc } from '../../../trpc.ts';
import { keysOf } from '../../commands/shortcuts.ts';
import { rememberChange } from '../../undo/undo.ts';
import { MarkdownComposer } from './MarkdownComposer.tsx';

/** Comments that are written and not sent, by task: closing the panel loses none. */
const texts = new Map<TaskId, string>();
const listeners = new Set<() => void>();

function setText(taskId: TaskId, text: string): void {
  if (text === '') texts.delete(taskId);
  else texts.set(taskId, text);
  for (const listener of listeners) listener();
}

/** One field at the panel's foot; Ctrl or Cmd and Enter sends. */
export function CommentComposer({ taskId }: { taskId: TaskId }) {
  const { t } = useTranslation('tasks');
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => texts.get(taskId) ?? '',
  );
  const { mutate, error, isPending, reset } = useLastingMutation(trpc.comments.create.mutationOptions());
  const send = (): void => {
    const sent = text;
    if (sent.trim() === '' || isPending) return;
    mutate(
      { taskId, body: sent },
      {
        onSuccess: ({ changeSetId }) => {
          if (texts.get(taskId) === sent) setText(taskId, '');
          rememberChange({ changeSetId, message: t('toast.commented') });
        },
      },
    );
  };
  const problem = error === null ? undefined : (describeFields(error)['body'] ?? describeError(error));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <MarkdownComposer
        label={t('panel.comment')}
        placeholder={t('panel.comment')}
        text={text}
        onChange={(next) => {
          setText(taskId, next);
          if (error !== null) reset();
        }}
        onSubmit={send}
        isInvalid={problem !== undefined}
        end={<Kbd keys={keysOf('save')} />}
      />
      {problem === undefined ? null : <FieldError className="mt-1">{problem}</FieldError>}
    </form>
  );
}
