import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../../contracts/task.ts';
import { Textarea } from '../../../components/ui/Input.tsx';
import { Markdown } from '../../../components/ui/Markdown.tsx';
import { DraftProblem } from '../../drafts/DraftProblem.tsx';
import { useDraft } from '../../drafts/useDraft.ts';
import { ChecklistProgress } from './ChecklistProgress.tsx';
import { useTicks } from './useTicks.ts';
import { useTaskUpdate } from './useTaskUpdate.ts';

/** The description as it reads; a click or Enter on it opens its Markdown, boxes are ticked in place. */
export function TaskDescription({ task, isReadOnly }: { task: Task; isReadOnly: boolean }) {
  const { t } = useTranslation('tasks');
  const { save } = useTaskUpdate(task);
  const [isWriting, setIsWriting] = useState(false);
  const ticks = useTicks(task);
  const draft = useDraft(`task:${task.id}:description`, {
    field: 'description',
    saved: task.description,
    version: task.version,
    save: (description, expectedVersion) => save({ description }, expectedVersion),
  });
  if (isReadOnly) {
    return task.description === '' ? null : (
      <div className="border-t border-hairline pt-3 pb-2">
        <Markdown>{task.description}</Markdown>
      </div>
    );
  }
  const isFieldShown = isWriting || draft.state === 'failed' || draft.state === 'conflict';
  const text = ticks.text ?? draft.text;
  return (
    <div className="border-t border-hairline pt-3 pb-2">
      {isFieldShown ? (
        <>
          <Textarea
            autoFocus={isWriting}
            aria-label={t('panel.description')}
            aria-describedby="description-hint"
            aria-invalid={draft.problem === null ? undefined : true}
            dir="auto"
            value={draft.text}
            className="max-h-[50vh] min-h-24"
            onChange={(event) => draft.set(event.target.value)}
            onBlur={() => {
              setIsWriting(false);
              draft.commit();
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              event.currentTarget.blur();
            }}
          />
          <p id="description-hint" className="mt-1 type-meta text-muted-foreground">
            {t('panel.markdownHint')}
          </p>
          <DraftProblem draft={draft} />
        </>
      ) : text.trim() === '' ? (
        <button
          type="button"
          onClick={() => setIsWriting(true)}
          className="-mx-2 block w-[calc(100%+16px)] rounded-md px-2 py-1 text-muted-foreground hover:bg-accent focus-inset"
        >
          {t('panel.addDescription')}
        </button>
      ) : (
        <div className="group/description relative -mx-2 rounded-md px-2 py-1 hover:bg-accent/60">
          {/* The button lies behind the text, so that links and boxes in it stay their own. */}
          <button
            type="button"
            aria-label={t('panel.editDescription')}
            onClick={() => setIsWriting(true)}
            className="absolute inset-0 rounded-md focus-inset"
          />
          <ChecklistProgress markdown={text} />
          <Markdown
            className="pointer-events-none relative [&_a]:pointer-events-auto [&_button]:pointer-events-auto"
            onChange={(next) => {
              if (draft.state === 'saved') ticks.tick(text, next);
              else {
                // What is still on its way to be saved takes the tick along.
                draft.set(next);
                draft.commit();
              }
            }}
          >
            {text}
          </Markdown>
        </div>
      )}
    </div>
  );
}
