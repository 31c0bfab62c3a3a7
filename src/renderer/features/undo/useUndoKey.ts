import { useEffect } from 'react';
import { isTyping } from '../../lib/isTyping.ts';
import { hasModifier } from '../../lib/platform.ts';
import { undoLast } from './undo.ts';

/** Ctrl or Cmd and Z, which belongs to a text that is being written first. */
export function useUndoKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (
        event.key.toLowerCase() !== 'z' ||
        !hasModifier(event) ||
        event.shiftKey ||
        event.altKey ||
        event.defaultPrevented
      )
        return;
      if (isTyping(event.target) && !isEmptyField(event.target)) return;
      event.preventDefault();
      void undoLast();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

/** A field with nothing in it has nothing to undo: the toast of what it just added means the change. */
function isEmptyField(target: EventTarget | null): boolean {
  return (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value === '';
}
