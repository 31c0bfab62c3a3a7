import { type RefObject, useEffect } from 'react';
import { isShortcut } from '../commands/shortcuts.ts';

/** Ctrl or Cmd and Enter in the chat approves the suggestion that has the focus, or else the first that waits in the newest answer. */
export function useApproveKey(panelRef: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const panel = panelRef.current;
    if (panel === null) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isShortcut('approveInChat', event) || event.isComposing || event.defaultPrevented) return;
      const focused = event.target instanceof Element ? event.target.closest('[data-suggestion]') : null;
      const newest = [...panel.querySelectorAll('[data-suggestions]:has([data-approve])')].at(-1);
      const button = (focused ?? newest)?.querySelector<HTMLButtonElement>('[data-approve]:not(:disabled)');
      if (button == null) return;
      event.preventDefault();
      button.click();
    };
    panel.addEventListener('keydown', onKeyDown);
    return () => {
      panel.removeEventListener('keydown', onKeyDown);
    };
  }, [panelRef]);
}
