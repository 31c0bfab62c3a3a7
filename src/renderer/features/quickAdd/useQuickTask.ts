import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { projectIdSchema } from '../../../contracts/ids.ts';
import type { Priority, TaskStatus } from '../../../contracts/task.ts';
import { describeError, describeFields } from '../../i18n/describeError.ts';
import { trpc } from '../../trpc.ts';
import { useProjects } from '../records/useProjects.ts';
import { offerUndo } from '../undo/undo.ts';
import { type IgnoredPiece, parseQuickTask, type QuickTask } from './parseQuickTask.ts';

/** What is in the field, and which of its words are not meant as what they look like. */
export interface QuickTaskDraft {
  readonly text: string;
  readonly ignored: readonly IgnoredPiece[];
}

export const emptyDraft: QuickTaskDraft = { text: '', ignored: [] };

interface Options {
  readonly initial?: QuickTaskDraft;
  readonly defaultDay: string | null;
  readonly defaultProjectId: string | null;
  readonly defaultStatus?: TaskStatus | undefined;
  readonly defaultPriority?: Priority | undefined;
  readonly onAdded?: (taskId: string) => void;
}

/** The task that a sentence comes to, where what the screen knows fills in for what the sentence does not say. */
export function useQuickTask(options: Options) {
  const { initial = emptyDraft, defaultDay, defaultProjectId, defaultStatus, defaultPriority, onAdded } = options;
  const { t } = useTranslation('quickAdd');
  const projects = useProjects();
  const [draft, setDraft] = useState(initial);
  const { mutate, error, reset, isPending } = useMutation(trpc.tasks.create.mutationOptions());

  const { text, ignored } = draft;
  const task: QuickTask = parseQuickTask(text, { now: new Date(), projects: projects.active, labels: [], ignored });
  const isDefaultIgnored = (kind: IgnoredPiece['kind']): boolean =>
    ignored.some((piece) => piece.kind === kind && piece.words === '');
  // A rule says itself which day comes first.
  const fallbackDay = task.recurrence !== null || isDefaultIgnored('date') ? null : defaultDay;
  const dueDate = task.dueDate ?? fallbackDay;
  const projectId = task.projectId ?? (isDefaultIgnored('project') ? null : defaultProjectId);

  const setText = (next: string): void => {
    setDraft((before) => ({ text: next, ignored: next === '' ? [] : before.ignored }));
    if (error !== null) reset();
  };
  const ignore = (piece: IgnoredPiece): void => {
    setDraft((before) => ({ ...before, ignored: [...before.ignored, piece] }));
  };
  const submit = (onSaved?: (taskId: string) => void): void => {
    if (task.title === '' || isPending) return;
    const sent = text;
    mutate(
      {
        title: task.title,
        dueDate,
        dueTime: dueDate === null && task.recurrence === null ? null : task.dueTime,
        projectId: projectId === null ? null : projectIdSchema.parse(projectId),
        labels: [...task.labels],
        recurrence: task.recurrence,
        ...(defaultStatus === undefined ? {} : { status: defaultStatus }),
        ...((task.priority ?? defaultPriority) === undefined ? {} : { priority: task.priority ?? defaultPriority }),
      },
      {
        onSuccess: ({ id, changeSetId, title }) => {
          // What was typed while it was saved is the beginning of the next one.
          setDraft((now) => (now.text === sent ? emptyDraft : now));
          offerUndo({ changeSetId, message: t('added', { title }) });
          onAdded?.(id);
          onSaved?.(id);
        },
      },
    );
  };

  return {
    draft,
    task,
    dueDate,
    projectId,
    problem: error === null ? undefined : (describeFields(error)['title'] ?? describeError(error)),
    isPending,
    setText,
    ignore,
    submit,
  };
}

export type QuickTaskForm = ReturnType<typeof useQuickTask>;
