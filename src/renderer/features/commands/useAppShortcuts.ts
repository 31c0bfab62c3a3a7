import { useNavigate } from '@tanstack/react-router';
import { useNewNote } from '../notes/useNewNote.ts';
import { redoLast, undoLast } from '../undo/undo.ts';
import { useShortcut } from './shortcuts.ts';

/** What works on every screen, whatever is on it. */
export function useAppShortcuts(): void {
  const navigate = useNavigate();
  const newNote = useNewNote();
  useShortcut('goHome', () => void navigate({ to: '/' }), true, 'app');
  useShortcut('goTasks', () => void navigate({ to: '/tasks' }), true, 'app');
  useShortcut('goProjects', () => void navigate({ to: '/projects' }), true, 'app');
  useShortcut('goNotes', () => void navigate({ to: '/notes' }), true, 'app');
  useShortcut('goSettings', () => void navigate({ to: '/settings' }), true, 'app');
  useShortcut('openSettings', () => void navigate({ to: '/settings' }), true, 'app');
  useShortcut('newTask', () => void navigate({ to: '/tasks', search: { new: true } }), true, 'app');
  useShortcut('newNote', () => newNote.create(null), true, 'app');
  useShortcut('undo', () => void undoLast(), true, 'app');
  useShortcut('redo', () => void redoLast(), true, 'app');
}
