import { useTranslation } from 'react-i18next';
import type { Task } from '../../../../contracts/task.ts';
import { DraftProblem } from '../../drafts/DraftProblem.tsx';
import { useDraft } from '../../drafts/useDraft.ts';
import { useTaskUpdate } from './useTaskUpdate.ts';

/** The title, written in place: Enter or leaving it saves. */
export function TaskTitle({ task }: { task: Task }) {
  const { t } = useTranslation('tasks');
  const { save } = useTaskUpdate(task);
  const draft = useDraft(`task:${task.id}:title`, {
    field: 'title',
    saved: task.title,
    version: task.version,
    save: (title, expectedVersion) => save({ title }, expectedVersion),
  });
  return (
    <div>
      <h2 className="sr-only">{task.title}</h2>
      <textarea
        aria-label={t('panel.titleLabel')}
        aria-invalid={draft.problem === null ? undefined : true}
        rows={1}
        dir="auto"
        value={draft.text}
        onChange={(event) => draft.set(event.target.value.replace(/\n/gu, ' '))}
        onBlur={draft.commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            event.currentTarget.blur();
          }
        }}
        className="-mx-2 block field-sizing-content max-h-60 w-[calc(100%+16px)] resize-none rounded-md bg-transparent px-2 py-0.5 type-heading text-balance hover:bg-accent focus:bg-transparent aria-invalid:outline-2 aria-invalid:outline-destructive focus-inset"
      />
      <DraftProblem draft={draft} />
    </div>
  );
}
