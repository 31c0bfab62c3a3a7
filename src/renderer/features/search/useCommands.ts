import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  FolderPlus,
  House,
  Info,
  ListChecks,
  type LucideIcon,
  Monitor,
  Moon,
  NotebookText,
  PanelLeft,
  Plug,
  Plus,
  Settings,
  Sparkles,
  SquarePen,
  Sun,
  Undo2,
  UserPlus,
  Folder,
} from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { showError } from '../../components/ui/showError.ts';
import { todayDay } from '../../i18n/format.ts';
import { trpc } from '../../trpc.ts';
import { useChat } from '../chat/useChat.ts';
import { useNewNote } from '../notes/useNewNote.ts';
import { useSettings, useUpdateSettings } from '../settings/useSettings.ts';
import { offerUndo, undoLast } from '../undo/undo.ts';

export interface Command {
  id: string;
  label: string;
  icon: LucideIcon;
  shortcut?: string;
  /** Also there while something is searched, taking the text: "New task “ship”". */
  takesText?: boolean;
  group: 'commands' | 'assistant';
  run: () => void;
}

/** Everything that can be done without the mouse, by name. `text`: what is typed in the search. */
export function useCommands(text: string): Command[] {
  const { t } = useTranslation(['search', 'tasks']);
  const navigate = useNavigate();
  const chat = useChat();
  const { isSidebarCollapsed } = useSettings();
  const updateSettings = useUpdateSettings();
  const { mutate: createTask } = useMutation(trpc.tasks.create.mutationOptions());
  const { mutate: createNote } = useMutation(trpc.notes.create.mutationOptions());
  const newNote = useNewNote();
  const { mutate: createProject } = useMutation(trpc.projects.create.mutationOptions());
  const { mutate: writeBrief } = useMutation(trpc.brief.generate.mutationOptions());

  return useMemo(() => {
    const onError = (error: unknown): void => {
      showError(error);
    };
    const named = text !== '';
    const creating: Command[] = [
      {
        id: 'newTask',
        label: named ? t('command.newTaskNamed', { text }) : t('command.newTask'),
        icon: Plus,
        shortcut: 'N',
        takesText: true,
        group: 'commands',
        run: () => {
          if (!named) void navigate({ to: '/tasks', search: { new: true } });
          else {
            createTask(
              { title: text },
              {
                onSuccess: (task) => {
                  offerUndo({
                    changeSetId: task.changeSetId,
                    message: t('tasks:toast.created', { title: task.title }),
                  });
                  void navigate({ to: '/tasks', search: { task: task.id } });
                },
                onError,
              },
            );
          }
        },
      },
      {
        id: 'newNote',
        label: named ? t('command.newNoteNamed', { text }) : t('command.newNote'),
        icon: SquarePen,
        takesText: true,
        group: 'commands',
        run: () => {
          if (!named) newNote.create(null);
          else {
            createNote(
              { title: text },
              {
                onSuccess: (note) => void navigate({ to: '/notes/$noteId', params: { noteId: note.id } }),
                onError,
              },
            );
          }
        },
      },
      {
        id: 'newProject',
        label: named ? t('command.newProjectNamed', { text }) : t('command.newProject'),
        icon: FolderPlus,
        takesText: true,
        group: 'commands',
        run: () => {
          if (!named) void navigate({ to: '/projects', search: { new: 'project' } });
          else {
            createProject(
              { name: text },
              {
                onSuccess: (project) => {
                  offerUndo({
                    changeSetId: project.changeSetId,
                    message: t('tasks:toast.created', { title: project.name }),
                  });
                  void navigate({ to: '/projects/$projectId', params: { projectId: project.id } });
                },
                onError,
              },
            );
          }
        },
      },
    ];
    const others: Command[] = [
      {
        id: 'newClient',
        label: t('command.newClient'),
        icon: UserPlus,
        group: 'commands',
        run: () => void navigate({ to: '/projects', search: { new: 'client' } }),
      },
      {
        id: 'home',
        label: t('command.home'),
        icon: House,
        shortcut: 'G H',
        group: 'commands',
        run: () => void navigate({ to: '/' }),
      },
      {
        id: 'tasks',
        label: t('command.tasks'),
        icon: ListChecks,
        shortcut: 'G T',
        group: 'commands',
        run: () => void navigate({ to: '/tasks' }),
      },
      {
        id: 'projects',
        label: t('command.projects'),
        icon: Folder,
        shortcut: 'G P',
        group: 'commands',
        run: () => void navigate({ to: '/projects' }),
      },
      {
        id: 'notes',
        label: t('command.notes'),
        icon: NotebookText,
        shortcut: 'G N',
        group: 'commands',
        run: () => void navigate({ to: '/notes' }),
      },
      {
        id: 'appearance',
        label: t('command.appearance'),
        icon: Settings,
        shortcut: 'G S',
        group: 'commands',
        run: () => void navigate({ to: '/settings/appearance' }),
      },
      {
        id: 'providers',
        label: t('command.providers'),
        icon: Plug,
        group: 'commands',
        run: () => void navigate({ to: '/settings/providers' }),
      },
      {
        id: 'about',
        label: t('command.about'),
        icon: Info,
        group: 'commands',
        run: () => void navigate({ to: '/settings/about' }),
      },
      {
        id: 'undo',
        label: t('command.undo'),
        icon: Undo2,
        shortcut: 'Mod+Z',
        group: 'commands',
        run: () => void undoLast(),
      },
      {
        id: 'sidebar',
        label: t('command.sidebar'),
        icon: PanelLeft,
        shortcut: '[',
        group: 'commands',
        run: () => updateSettings({ isSidebarCollapsed: !isSidebarCollapsed }),
      },
      {
        id: 'light',
        label: t('command.light'),
        icon: Sun,
        group: 'commands',
        run: () => updateSettings({ theme: 'light' }),
      },
      {
        id: 'dark',
        label: t('command.dark'),
        icon: Moon,
        group: 'commands',
        run: () => updateSettings({ theme: 'dark' }),
      },
      {
        id: 'system',
        label: t('command.system'),
        icon: Monitor,
        group: 'commands',
        run: () => updateSettings({ theme: 'system' }),
      },
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
        id: 'ask',
        label: named ? t('command.askAbout', { text }) : t('command.ask'),
        icon: Sparkles,
        shortcut: 'Mod+J',
        takesText: true,
        group: 'assistant',
        run: () => chat.open(named ? { text } : {}),
      },
    ];
    return [...creating, ...others];
  }, [
    text,
    t,
    navigate,
    chat,
    isSidebarCollapsed,
    updateSettings,
    createTask,
    createNote,
    newNote,
    createProject,
    writeBrief,
  ]);
}
