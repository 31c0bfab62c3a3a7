import { useNavigate } from '@tanstack/react-router';
import { FolderPlus, Plus, Sparkles, SquarePen, UserPlus } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { showError } from '../../components/ui/showError.ts';
import { todayDay } from '../../i18n/format.ts';
import { useLastingMutation } from '../../lib/useLastingMutation.ts';
import { trpc } from '../../trpc.ts';
import { useChat } from '../chat/useChat.ts';
import { useNewNote } from '../notes/useNewNote.ts';
import { useQuickAdd } from '../quickAdd/quickAddDialog.ts';
import { offerUndo } from '../undo/undo.ts';
import { useIsPopOut } from '../windows/popOut.ts';
import type { Command } from './command.ts';

/** What makes something new, or asks the assistant. With a text, it is made of that. */
export function useCreateCommands(text: string): readonly Command[] {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const chat = useChat();
  const isPopOut = useIsPopOut();
  const quickAdd = useQuickAdd();
  const newNote = useNewNote();
  const { mutate: createNote } = useLastingMutation(trpc.notes.create.mutationOptions());
  const { mutate: createProject } = useLastingMutation(trpc.projects.create.mutationOptions());
  const { mutate: writeBrief } = useLastingMutation(trpc.brief.generate.mutationOptions());
  return useMemo((): readonly Command[] => {
    const onError = (error: unknown): void => showError(error);
    const named = text !== '';
    return [
      {
        id: 'newTask',
        label: named ? t('command.newTaskNamed', { text }) : t('command.newTask'),
        icon: Plus,
        shortcut: 'newTask',
        takesText: true,
        group: 'commands',
        run: () => quickAdd.open(named ? { text } : {}),
      },
      {
        id: 'newNote',
        label: named ? t('command.newNoteNamed', { text }) : t('command.newNote'),
        icon: SquarePen,
        shortcut: 'newNote',
        takesText: true,
        group: 'commands',
        run: () => {
          if (!named) newNote.create(null);
          else
            createNote(
              { title: text },
              {
                onSuccess: ({ id, changeSetId, title }) => {
                  offerUndo({ changeSetId, message: t('created', { title }) });
                  void navigate({ to: '/notes/$noteId', params: { noteId: id } });
                },
                onError,
              },
            );
        },
      },
      {
        id: 'newProject',
        label: named ? t('command.newProjectNamed', { text }) : t('command.newProject'),
        icon: FolderPlus,
        shortcut: 'newProject',
        takesText: true,
        group: 'commands',
        run: () => {
          if (!named) void navigate({ to: '/projects', search: { new: 'project' } });
          else
            createProject(
              { name: text },
              {
                onSuccess: ({ id, changeSetId, name }) => {
                  offerUndo({ changeSetId, message: t('created', { title: name }) });
                  void navigate({ to: '/projects/$projectId', params: { projectId: id } });
                },
                onError,
              },
            );
        },
      },
      {
        id: 'newClient',
        label: t('command.newClient'),
        icon: UserPlus,
        group: 'commands',
        run: () => void navigate({ to: '/projects', search: { new: 'client' } }),
      },
      ...(isPopOut
        ? []
        : [
            {
              id: 'ask',
              label: named ? t('command.askAbout', { text }) : t('command.ask'),
              icon: Sparkles,
              shortcut: 'ask',
              takesText: true,
              group: 'assistant',
              run: () => chat.open(named ? { text } : {}),
            } as const,
          ]),
      {
        id: 'brief',
        label: t('command.brief'),
        icon: Sparkles,
        group: 'assistant',
        run: () => {
          void navigate({ to: '/' });
          writeBrief({ today: todayDay() }, { onError });
        },
      },
      {
        id: 'review',
        label: t('command.review'),
        icon: Sparkles,
        group: 'assistant',
        run: () => {
          void navigate({ to: '/' });
          writeBrief({ today: todayDay(), kind: 'week' }, { onError });
        },
      },
    ];
  }, [text, t, navigate, chat, isPopOut, quickAdd, newNote, createNote, createProject, writeBrief]);
}
