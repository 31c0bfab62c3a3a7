import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskId } from '../../../../contracts/ids.ts';
import { FieldError } from '../../../components/ui/Field.tsx';
import { Kbd } from '../../../components/ui/Kbd.tsx';
import { describeError, describeFields } from '../../../i18n/describeError.ts';
import { cn } from '../../../lib/cn.ts';
import { hasModifier } from '../../../lib/platform.ts';
import { trpc } from '../../../trpc.ts';
import { rememberChange } from '../../undo/undo.ts';

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
  const { mutate, error, isPending, reset } = useMutation(trpc.comments.create.mutationOptions());
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
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
    <form onSubmit={send}>
      <div
        className={cn(
          'relative rounded-lg border border-input bg-surface focus-edge has-[[aria-invalid=true]]:border-destructive',
        )}
      >
        <textarea
          rows={1}
          dir="auto"
          aria-label={t('panel.comment')}
          aria-invalid={problem === undefined ? undefined : true}
          placeholder={t('panel.comment')}
          value={text}
          onChange={(event) => {
            setText(taskId, event.target.value);
            if (error !== null) reset();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && hasModifier(event)) send(event);
            else if (event.key === 'Escape') {
              event.stopPropagation();
              event.currentTarget.blur();
            }
          }}
          className="block field-sizing-content max-h-40 min-h-[34px] w-full resize-none bg-transparent py-[7px] pr-24 pl-2.5"
        />
        <span className="pointer-events-none absolute right-2.5 bottom-[7px]">
          <Kbd keys="Mod+Enter" />
        </span>
      </div>
      {problem === undefined ? null : <FieldError className="mt-1">{problem}</FieldError>}
    </form>
  );
}
