import { useNavigate } from '@tanstack/react-router';
import {
  BotMessageSquare,
  Bookmark,
  Folder,
  History,
  House,
  Info,
  Keyboard,
  Kanban,
  ListChecks,
  Monitor,
  Moon,
  NotebookText,
  PanelLeft,
  Plug,
  Redo2,
  Rows2,
  Rows3,
  Rows4,
  Settings,
  Sparkles,
  Sun,
  Trash2,
  Undo2,
} from 'lucide-react';
import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings, useUpdateSettings } from '../settings/useSettings.ts';
import { redoLast, undoLast, undoStack } from '../undo/undo.ts';
import { useViews } from '../tasks/views/useViews.ts';
import { searchOfView } from '../tasks/views/viewQuery.ts';
import type { Command } from './command.ts';
import { useShortcutSheet } from './shortcutSheet.ts';

const DENSITIES = [
  ['compact', Rows4],
  ['comfortable', Rows3],
  ['relaxed', Rows2],
] as const;
const THEMES = [
  ['light', Sun],
  ['dark', Moon],
  ['system', Monitor],
] as const;

/** Everything the app itself can do, whatever is on screen. What is set already is not offered. */
export function useAppCommands(): readonly Command[] {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const sheet = useShortcutSheet();
  const { isSidebarCollapsed, theme, density } = useSettings();
  const updateSettings = useUpdateSettings();
  const views = useViews();
  const undoable = useSyncExternalStore(undoStack.subscribe, () => undoStack.nextUndo);
  const redoable = useSyncExternalStore(undoStack.subscribe, () => undoStack.nextRedo);
  return useMemo(() => {
    const command = (
      id: string,
      icon: Command['icon'],
      label: string,
      run: () => void,
      more: Partial<Command> = {},
    ) => ({
      id,
      icon,
      label,
      run,
      group: 'commands' as const,
      ...more,
    });
    return [
      ...(undoable === undefined
        ? []
        : [
            command('undo', Undo2, t('command.undo', { change: undoable.message }), () => void undoLast(), {
              shortcut: 'undo',
              name: t('command.undoName'),
            }),
          ]),
      ...(redoable === undefined
        ? []
        : [
            command('redo', Redo2, t('command.redo', { change: redoable.message }), () => void redoLast(), {
              shortcut: 'redo',
              name: t('command.redoName'),
            }),
          ]),
      command('home', House, t('command.home'), () => void navigate({ to: '/' }), { shortcut: 'goHome' }),
      command('tasks', ListChecks, t('command.tasks'), () => void navigate({ to: '/tasks' }), { shortcut: 'goTasks' }),
      command('board', Kanban, t('command.board'), () => void navigate({ to: '/tasks', search: { layout: 'board' } }), {
        shortcut: 'goBoard',
      }),
      command('projects', Folder, t('command.projects'), () => void navigate({ to: '/projects' }), {
        shortcut: 'goProjects',
        keywords: t('keywords.projects'),
      }),
      command('notes', NotebookText, t('command.notes'), () => void navigate({ to: '/notes' }), {
        shortcut: 'goNotes',
      }),
      command('activity', History, t('command.activity'), () => void navigate({ to: '/activity' }), {
        shortcut: 'goActivity',
        keywords: t('keywords.activity'),
      }),
      command('suggestions', Sparkles, t('command.suggestions'), () => void navigate({ to: '/suggestions' }), {
        shortcut: 'goSuggestions',
        keywords: t('keywords.suggestions'),
      }),
      command('trash', Trash2, t('command.trash'), () => void navigate({ to: '/trash' }), {
        keywords: t('keywords.trash'),
      }),
      command('appearance', Settings, t('command.appearance'), () => void navigate({ to: '/settings/appearance' }), {
        shortcut: 'goSettings',
        keywords: t('keywords.appearance'),
      }),
      command('providers', Plug, t('command.providers'), () => void navigate({ to: '/settings/providers' }), {
        keywords: t('keywords.providers'),
      }),
      command(
        'assistant',
        BotMessageSquare,
        t('command.assistant'),
        () => void navigate({ to: '/settings/assistant' }),
        {
          keywords: t('keywords.assistant'),
        },
      ),
      command('about', Info, t('command.about'), () => void navigate({ to: '/settings/about' }), {
        keywords: t('keywords.about'),
      }),
      ...views.map((view) =>
        command(
          `view:${view.id}`,
          Bookmark,
          t('command.view', { name: view.name }),
          () => void navigate({ to: '/tasks', search: searchOfView(view) }),
        ),
      ),
      command('shortcuts', Keyboard, t('command.shortcuts'), sheet.open, {
        shortcut: 'shortcuts',
        keywords: t('keywords.shortcuts'),
      }),
      command(
        'sidebar',
        PanelLeft,
        t(isSidebarCollapsed ? 'command.expandSidebar' : 'command.collapseSidebar'),
        () => updateSettings({ isSidebarCollapsed: !isSidebarCollapsed }),
        { shortcut: 'toggleSidebar' },
      ),
      ...THEMES.filter(([value]) => value !== theme).map(([value, icon]) =>
        command(value, icon, t(`command.${value}`), () => updateSettings({ theme: value }), {
          keywords: t('keywords.theme'),
        }),
      ),
      ...DENSITIES.filter(([value]) => value !== density).map(([value, icon]) =>
        command(value, icon, t(`command.${value}`), () => updateSettings({ density: value }), {
          keywords: t('keywords.density'),
        }),
      ),
    ];
  }, [t, navigate, sheet, isSidebarCollapsed, theme, density, updateSettings, views, undoable, redoable]);
}
