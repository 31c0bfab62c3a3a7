import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { projectIdSchema } from '../../../contracts/ids.ts';
import type { Priority, TaskStatus } from '../../../contracts/task.ts';
import { describeError, describeFields } from '../../i18n/describeError.ts';
import { useToday } from '../../lib/useToday.ts';
import { useLastingMutation } from '../../lib/useLastingMutation.ts';
import { trpc } from '../../trpc.ts';
import { useProjects } from '../records/useProjects.ts';
import { offerUndo } from '../undo/undo.ts';
import { type IgnoredPiece, parseQuickTask, type QuickTask } from '../../../language/parseQuickTask.ts';
import { LANGUAGES } from '../../../language/readWhen.ts';

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

/** Whoever reads English as in the United States writes the month first. */
const isMonthFirst = /^en-US\b/iu.test(navigator.languages.find((language) => /^en\b/iu.test(language)) ?? '');

/** Makes what reading takes ready before the first letter is typed, a language at a time, each after a frame was painted. */
export function warmUp([language, ...others] = LANGUAGES): void {
  if (language === undefined) return;
  // Callbacks of a frame run before it is painted, the next task after.
  requestAnimationFrame(() => {
    setTimeout(() => {
      parseQuickTask('a-', { now: new Date(), projects: [], labels: [], ignored: [], languages: [language] });
      warmUp(others);
    }, 0);
  });
}

/** The task that a sentence comes to, where what the screen knows fills in for what the sentence does not say. */
export function useQuickTask(options: Options) {
  const { initial = emptyDraft, defaultDay, defaultProjectId, defaultStatus, defaultPriority, onAdded } = options;
  const { t } = useTranslation('quickAdd');
  const projects = useProjects();
  const [draft, setDraft] = useState(initial);
  const { mutate, error, reset, isPending } = useLastingMutation(trpc.tasks.create.mutationOptions());

  const { text, ignored } = draft;
  const { data: labelCounts } = useQuery(trpc.tasks.labels.queryOptions());
  const labels = useMemo(() => labelCounts?.items.map(({ name }) => name) ?? [], [labelCounts]);
  const task: QuickTask = parseQuickTask(text, {
    now: new Date(),
    projects: projects.active,
    labels,
    ignored,
    isMonthFirst,
  });
  const isDefaultIgnored = (kind: IgnoredPiece['kind']): boolean =>
    ignored.some((piece) => piece.kind === kind && piece.words === '');
  // A rule says itself which day comes first.
  const fallbackDay = task.recurrence !== null || isDefaultIgnored('date') ? null : defaultDay;
  const dueDate = task.dueDate ?? fallbackDay;
  const today = useToday();
  const { data: first } = useQuery(
    trpc.tasks.occurrences.queryOptions(
      { rule: task.recurrence ?? '', from: today, count: 1 },
      { enabled: task.recurrence !== null && dueDate === null, retry: false },
    ),
  );
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
    /** The day it gets, which a rule may say. */
    day: dueDate ?? (task.recurrence === null ? null : (first?.days[0] ?? null)),
    projectId,
    projects: projects.active,
    labels,
    problem:
      error === null
        ? undefined
        : (describeFields(error)['title'] ?? describeFields(error)['recurrence'] ?? describeError(error)),
    isPending,
    setText,
    ignore,
    submit,
  };
}

export type QuickTaskForm = ReturnType<typeof useQuickTask>;
