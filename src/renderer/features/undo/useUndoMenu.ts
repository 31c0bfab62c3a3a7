import { useEffect } from 'react';
import { isEmptyField, isTyping } from '../../lib/isTyping.ts';
import { redoLast, undoLast } from './undo.ts';

/**
 * Undo and Redo of the desktop app's menu. The main process asks the page with a cancelable event; what is being written has
 * its own undo, so then the event is left alone and the main process undoes there.
 */
export function useUndoMenu(): void {
  useEffect(() => {
    const answer = (run: () => Promise<void>) => (event: Event) => {
      const { activeElement } = document;
      if (isTyping(activeElement) && !isEmptyField(activeElement)) return;
      event.preventDefault();
      void run();
    };
    const onUndo = answer(undoLast);
    const onRedo = answer(redoLast);
    window.addEventListener('adiuva:undo', onUndo);
    window.addEventListener('adiuva:redo', onRedo);
    return () => {
      window.removeEventListener('adiuva:undo', onUndo);
      window.removeEventListener('adiuva:redo', onRedo);
    };
  }, []);
}
