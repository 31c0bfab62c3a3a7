import type { RefObject } from 'react';
import { type ShortcutId, useShortcut } from '../commands/shortcuts.ts';

interface RowStepsOptions {
  list: RefObject<HTMLElement | null>;
  /** How many rows a page is. */
  page: number;
  /** Rows to go down, up if negative; `Infinity` is the end. */
  onStep: (step: number) => void;
}

/** The keys that move through a list of rows, as the table of shortcuts has them: while the focus is in the list, or nowhere. */
export function useRowSteps({ list, page, onStep }: RowStepsOptions): void {
  const isMeant = ({ target }: KeyboardEvent): boolean => {
    if (!(target instanceof Element)) return true;
    if (list.current?.contains(target) === true) return true;
    // What led here (the sidebar) has no use for them; what stands beside the list has.
    return target.closest('main aside, [role="toolbar"], [role="region"], [role="group"]') === null;
  };
  const useStep = (id: ShortcutId, step: number): void => {
    useShortcut(id, (event) => {
      if (!isMeant(event)) return false;
      onStep(step);
      return true;
    });
  };
  useStep('next', 1);
  useStep('previous', -1);
  useStep('nextPage', page);
  useStep('previousPage', -page);
  useStep('first', -Infinity);
  useStep('last', Infinity);
}
