import { useMutation, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../../contracts/task.ts';
import { Chip } from '../../../components/ui/Chip.tsx';
import { showError } from '../../../components/ui/showError.ts';
import { trpc } from '../../../trpc.ts';
import { initialsOf } from '../../records/initials.ts';
import { rememberChange } from '../../undo/undo.ts';
import { PickList } from '../filters/PickList.tsx';
import { PickField } from './PickField.tsx';

/** Labels or assignees of a task: chips, and a list of those in use to choose from. Two windows that add at once lose none. */
export function WordsField({ task, name }: { task: Task; name: 'labels' | 'assignees' }) {
  const { t } = useTranslation('taskPanel');
  const labels = useQuery({ ...trpc.tasks.labels.queryOptions(), enabled: name === 'labels' }).data?.items;
  const people = useQuery({ ...trpc.tasks.assignees.queryOptions(), enabled: name === 'assignees' }).data?.items;
  const known = (name === 'labels' ? labels : people) ?? [];
  const { mutate } = useMutation(
    trpc.tasks.updateMany.mutationOptions({
      onSuccess: ({ changeSetId }) => rememberChange({ changeSetId, message: t('changed', { title: task.title }) }),
      onError: (error) => showError(error),
    }),
  );
  const words = task[name];
  const add = (word: string): void =>
    mutate({ ids: [task.id], ...(name === 'labels' ? { addLabels: [word] } : { addAssignees: [word] }) });
  const remove = (word: string): void =>
    mutate({ ids: [task.id], ...(name === 'labels' ? { removeLabels: [word] } : { removeAssignees: [word] }) });
  const chosen = new Set(words);
  const options = [
    ...known.map((word) => ({ value: word.name, label: word.name, count: word.count })),
    ...words.filter((word) => !known.some((one) => one.name === word)).map((word) => ({ value: word, label: word })),
  ];
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5 py-[calc((var(--property)-24px)/2)]">
      {words.map((word) => (
        <Chip key={word} className="gap-1 pr-0.5">
          {name === 'assignees' ? (
            <span aria-hidden className="-ml-1 text-[11px] font-medium text-muted-foreground">
              {initialsOf(word).slice(0, 2)}
            </span>
          ) : null}
          <span className="truncate" dir="auto">
            {word}
          </span>
          <button
            type="button"
            aria-label={t(`${name}.remove`, { word })}
            onClick={() => remove(word)}
            className="relative grid size-5 place-items-center rounded-xs text-muted-foreground after:absolute after:-inset-0.5 hover:bg-accent hover:text-foreground focus-inset"
          >
            <X aria-hidden className="icon-12" />
          </button>
        </Chip>
      ))}
      <PickField label={t(`${name}.add`)} hasSome={words.length > 0}>
        {(close) => (
          <PickList
            label={t(`${name}.add`)}
            placeholder={t(`${name}.find`)}
            options={options}
            chosen={chosen}
            onPick={(word) => {
              if (chosen.has(word)) remove(word);
              else {
                add(word);
                close();
              }
            }}
            onNew={(word) => {
              add(word);
              close();
            }}
          />
        )}
      </PickField>
    </div>
  );
}
