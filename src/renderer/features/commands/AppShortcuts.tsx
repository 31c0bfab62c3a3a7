import { useNavigate, useRouter } from '@tanstack/react-router';
import { taskIdSchema } from '../../../contracts/ids.ts';
import { popOutSchema } from '../../../contracts/popOut.ts';
import type { Task } from '../../../contracts/task.ts';
import { showError } from '../../components/ui/showError.ts';
import { addDays, todayDay } from '../../i18n/format.ts';
import { isPressing } from '../../lib/isTyping.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { useNewNote } from '../notes/useNewNote.ts';
import { useQuickAdd } from '../quickAdd/quickAddDialog.ts';
import { useSearchDialog } from '../search/searchDialog.ts';
import { useRememberRecent } from '../search/useRecentRecords.ts';
import { useBulkActions } from '../tasks/bulk/useBulkActions.ts';
import { redoLast, undoLast } from '../undo/undo.ts';
import { openInWindow } from '../windows/openInWindow.ts';
import { useShortcut } from './shortcuts.ts';
import { subjectOf } from './subject.ts';

/** What works on every screen, whatever is on it. A screen's own keys go before these. */
export function AppShortcuts() {
  useRememberRecent();
  useScreenKeys();
  useTaskKeys();
  useWindowKeys();
  return null;
}

function useScreenKeys(): void {
  const navigate = useNavigate();
  const newNote = useNewNote();
  const quickAdd = useQuickAdd();
  useShortcut('goHome', () => void navigate({ to: '/' }), true, 'app');
  useShortcut('goTasks', () => void navigate({ to: '/tasks' }), true, 'app');
  useShortcut('goBoard', () => void navigate({ to: '/tasks', search: { layout: 'board' } }), true, 'app');
  useShortcut('goProjects', () => void navigate({ to: '/projects' }), true, 'app');
  useShortcut('goNotes', () => void navigate({ to: '/notes' }), true, 'app');
  useShortcut('goActivity', () => void navigate({ to: '/activity' }), true, 'app');
  useShortcut('goSuggestions', () => void navigate({ to: '/suggestions' }), true, 'app');
  useShortcut('goSettings', () => void navigate({ to: '/settings' }), true, 'app');
  useShortcut('openSettings', () => void navigate({ to: '/settings' }), true, 'app');
  useShortcut('newTask', () => quickAdd.open(), true, 'app');
  useShortcut('newProject', () => void navigate({ to: '/projects', search: { new: 'project' } }), true, 'app');
  useShortcut('newNote', () => newNote.create(null), true, 'app');
  useShortcut('undo', () => void undoLast(), true, 'app');
  useShortcut('redo', () => void redoLast(), true, 'app');
}

/** A window of its own for the task or note that has the focus, or else is open; while a text of it is written, too. */
function useWindowKeys(): void {
  const router = useRouter();
  const open = (): boolean => {
    const { data } = popOutSchema.safeParse(subjectOf(router.state.location, document.activeElement));
    if (data !== undefined) openInWindow(data);
    return data !== undefined;
  };
  useShortcut('openInWindow', open, true, 'app');
  useShortcut('openTextInWindow', open, true, 'app');
}

function isInScreen(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.closest('#content') !== null;
}

/** The keys of the task that has the focus, or else of the open one, where its screen does not have them itself. */
function useTaskKeys(): void {
  const router = useRouter();
  const actions = useBulkActions();
  const palette = useSearchDialog();
  const onTask =
    (act: (task: Task) => void) =>
    (event: KeyboardEvent): boolean => {
      // On a button Space presses it, and in the chat or the sidebar nobody means the task behind.
      if (isPressing(event) || !isInScreen(document.activeElement)) return false;
      const subject = subjectOf(router.state.location, document.activeElement);
      if (subject?.kind !== 'task') return false;
      queryClient
        .query(trpc.tasks.get.queryOptions({ id: taskIdSchema.parse(subject.id) }))
        .then((task) => {
          // A pending one is settled by its own keys.
          if (task.isApproved) act(task);
        })
        .catch((error: unknown) => showError(error));
      return true;
    };
  const edit = (fields: Parameters<typeof actions.edit>[1]['fields']) =>
    onTask((task) => actions.edit([task], { fields }));
  useShortcut(
    'complete',
    onTask((task) => actions.toggle([task])),
    true,
    'app',
  );
  useShortcut('priorityHigh', edit({ priority: 'high' }), true, 'app');
  useShortcut('priorityMedium', edit({ priority: 'medium' }), true, 'app');
  useShortcut('priorityLow', edit({ priority: 'low' }), true, 'app');
  useShortcut('dueToday', (event) => edit({ dueDate: todayDay() })(event), true, 'app');
  useShortcut('dueTomorrow', (event) => edit({ dueDate: addDays(todayDay(), 1) })(event), true, 'app');
  useShortcut('dueNone', edit({ dueDate: null }), true, 'app');
  useShortcut(
    'moveToProject',
    onTask((task) => palette.ask({ kind: 'moveToProject', task })),
    true,
    'app',
  );
  const remove = onTask((task) => actions.remove([task]));
  // Backspace is too close to writing: it is the row's alone.
  useShortcut('delete', (event) => (event.key === 'Backspace' ? false : remove(event)), true, 'app');
}
