import { skipToken, useQuery } from '@tanstack/react-query';
import {
  Archive,
  ArchiveRestore,
  CalendarDays,
  CircleCheck,
  FolderInput,
  Pin,
  PinOff,
  RotateCcw,
  SignalHigh,
  SignalLow,
  SignalMedium,
  SquareArrowOutUpRight,
  Trash2,
  X,
} from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { clientIdSchema, noteIdSchema, projectIdSchema, taskIdSchema } from '../../../contracts/ids.ts';
import type { PopOut } from '../../../contracts/popOut.ts';
import { addDays } from '../../i18n/format.ts';
import { useToday } from '../../lib/useToday.ts';
import { trpc } from '../../trpc.ts';
import { useClientActions } from '../clients/useClientActions.ts';
import { useProjectActions } from '../projects/useProjectActions.ts';
import type { PaletteQuestion } from '../search/searchDialog.ts';
import { useBulkActions } from '../tasks/bulk/useBulkActions.ts';
import { openInWindow } from '../windows/openInWindow.ts';
import { useIsPopOut } from '../windows/popOut.ts';
import type { Command } from './command.ts';
import type { Subject } from './subject.ts';

export interface SubjectCommands {
  /** What the record is called; null until that is known, or without one. */
  readonly title: string | null;
  readonly commands: readonly Command[];
}

const PRIORITIES = [
  ['high', 'priorityHigh', SignalHigh],
  ['medium', 'priorityMedium', SignalMedium],
  ['low', 'priorityLow', SignalLow],
] as const;

/** What can be done with the record in question. What it is already is not offered. */
export function useSubjectCommands(subject: Subject | null, ask: (question: PaletteQuestion) => void): SubjectCommands {
  const task = useTaskCommands(subject?.kind === 'task' ? subject.id : null, ask);
  const project = useProjectCommands(subject?.kind === 'project' ? subject.id : null);
  const client = useClientCommands(subject?.kind === 'client' ? subject.id : null);
  const note = useNoteCommands(subject?.kind === 'note' ? subject.id : null);
  return task ?? project ?? client ?? note ?? { title: null, commands: [] };
}

function useTaskCommands(id: string | null, ask: (question: PaletteQuestion) => void): SubjectCommands | null {
  const { t } = useTranslation(['search', 'common']);
  const today = useToday();
  const actions = useBulkActions();
  const windowCommands = useWindowCommands();
  const { data: task } = useQuery(
    trpc.tasks.get.queryOptions(id === null ? skipToken : { id: taskIdSchema.parse(id) }),
  );
  return useMemo(() => {
    if (task === undefined || !task.isApproved) return null;
    const edit = (fields: Parameters<typeof actions.edit>[1]['fields']) => () => actions.edit([task], { fields });
    const tomorrow = addDays(today, 1);
    const isDone = task.status === 'done';
    const commands: Command[] = [
      {
        id: 'complete',
        label: t(isDone ? 'subject.reopen' : 'subject.complete'),
        icon: isDone ? RotateCcw : CircleCheck,
        shortcut: 'complete',
        group: 'subject',
        run: () => actions.toggle([task]),
      },
      ...PRIORITIES.filter(([priority]) => priority !== task.priority).map(([priority, shortcut, icon]) => ({
        id: shortcut,
        label: t(`common:priorityLabel.${priority}`),
        icon,
        priority,
        shortcut,
        group: 'subject' as const,
        run: edit({ priority }),
      })),
      ...(task.dueDate === today
        ? []
        : [
            {
              id: 'dueToday',
              label: t('subject.dueToday'),
              icon: CalendarDays,
              shortcut: 'dueToday' as const,
              group: 'subject' as const,
              run: edit({ dueDate: today }),
            },
          ]),
      ...(task.dueDate === tomorrow
        ? []
        : [
            {
              id: 'dueTomorrow',
              label: t('subject.dueTomorrow'),
              icon: CalendarDays,
              shortcut: 'dueTomorrow' as const,
              group: 'subject' as const,
              run: edit({ dueDate: tomorrow }),
            },
          ]),
      ...(task.dueDate === null
        ? []
        : [
            {
              id: 'dueNone',
              label: t('subject.dueNone'),
              icon: X,
              shortcut: 'dueNone' as const,
              group: 'subject' as const,
              run: edit({ dueDate: null }),
            },
          ]),
      {
        id: 'moveToProject',
        label: t('subject.moveToProject'),
        icon: FolderInput,
        shortcut: 'moveToProject',
        group: 'subject',
        asks: true,
        run: () => ask({ kind: 'moveToProject', task }),
      },
      ...windowCommands({ kind: 'task', id: task.id }),
      {
        id: 'delete',
        label: t('subject.delete'),
        icon: Trash2,
        shortcut: 'delete',
        group: 'subject',
        run: () => actions.remove([task]),
      },
    ];
    return { title: task.title, commands };
  }, [task, today, actions, ask, windowCommands, t]);
}

function useNoteCommands(id: string | null): SubjectCommands | null {
  const { t } = useTranslation('notes');
  const windowCommands = useWindowCommands();
  const { data: note } = useQuery(
    trpc.notes.get.queryOptions(id === null ? skipToken : { id: noteIdSchema.parse(id) }),
  );
  return useMemo(() => {
    if (note === undefined) return null;
    const title = note.title === '' ? t('untitled') : note.title;
    return { title, commands: windowCommands({ kind: 'note', id: note.id }) };
  }, [note, windowCommands, t]);
}

/** A window of its own for a record; nothing in that window. */
function useWindowCommands(): (record: PopOut) => Command[] {
  const { t } = useTranslation('search');
  const isPopOut = useIsPopOut();
  return useCallback(
    (record) =>
      isPopOut
        ? []
        : [
            {
              id: 'openInWindow',
              label: t('subject.openInWindow'),
              icon: SquareArrowOutUpRight,
              shortcut: 'openInWindow',
              group: 'subject',
              run: () => openInWindow(record),
            },
          ],
    [t, isPopOut],
  );
}

function useProjectCommands(id: string | null): SubjectCommands | null {
  const { t } = useTranslation('search');
  const actions = useProjectActions();
  const { data: project } = useQuery(
    trpc.projects.get.queryOptions(id === null ? skipToken : { id: projectIdSchema.parse(id) }),
  );
  return useMemo(() => {
    if (project === undefined) return null;
    const isArchived = project.status === 'archived';
    return {
      title: project.name,
      commands: [
        {
          id: 'pin',
          label: t(project.isPinned ? 'subject.unpin' : 'subject.pin'),
          icon: project.isPinned ? PinOff : Pin,
          group: 'subject',
          run: () => actions.togglePin(project),
        },
        {
          id: 'archive',
          label: t(isArchived ? 'subject.restoreProject' : 'subject.archiveProject'),
          icon: isArchived ? ArchiveRestore : Archive,
          group: 'subject',
          run: () => actions.toggleArchive(project),
        },
      ],
    };
  }, [project, actions, t]);
}

function useClientCommands(id: string | null): SubjectCommands | null {
  const { t } = useTranslation('search');
  const actions = useClientActions();
  const { data: client } = useQuery(
    trpc.clients.get.queryOptions(id === null ? skipToken : { id: clientIdSchema.parse(id) }),
  );
  return useMemo(() => {
    if (client === undefined) return null;
    return {
      title: client.name,
      commands: [
        {
          id: 'archive',
          label: t(client.isArchived ? 'subject.restoreClient' : 'subject.archiveClient'),
          icon: client.isArchived ? ArchiveRestore : Archive,
          group: 'subject',
          run: () => actions.toggleArchive(client),
        },
      ],
    };
  }, [client, actions, t]);
}
