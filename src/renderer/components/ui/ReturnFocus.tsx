import { useCallback, useLayoutEffect, useRef, useState } from 'react';

interface Opener {
  readonly element: HTMLElement | null;
  /** The row it is in, which may be drawn anew meanwhile. */
  readonly line: string | null;
}

/**
 * Gives the focus back to what had it when a dialog opened: most are opened by a key or a menu, of which Radix knows nothing.
 * `onCloseAutoFocus` is the content's; a `RememberOpener` inside of it calls `remember`.
 */
export function useReturnFocus(): {
  onCloseAutoFocus: (event: Event) => void;
  remember: (opener: Opener) => void;
} {
  const opener = useRef<Opener>({ element: null, line: null });
  const remember = useCallback((next: Opener) => {
    opener.current = next;
  }, []);
  const onCloseAutoFocus = useCallback((event: Event) => {
    if (event.defaultPrevented) return;
    const { element, line } = opener.current;
    const target =
      element?.isConnected === true
        ? element
        : line === null
          ? null
          : document.querySelector<HTMLElement>(`[data-line="${CSS.escape(line)}"] [data-row-main]`);
    if (target === null) return;
    event.preventDefault();
    target.focus();
  }, []);
  return { onCloseAutoFocus, remember };
}

/** The first thing inside a dialog: it is drawn before anything in there takes the focus. */
export function RememberOpener({ remember }: { remember: (opener: Opener) => void }) {
  const [opener] = useState(findOpener);
  useLayoutEffect(() => {
    remember(opener);
  }, [opener, remember]);
  return null;
}

function findOpener(): Opener {
  const focused = document.activeElement;
  // An item of a menu is gone when the dialog closes; what opened the menu is not.
  const trigger = focused?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const element = trigger == null ? focused : document.getElementById(trigger);
  if (!(element instanceof HTMLElement) || element === document.body) return { element: null, line: null };
  return { element, line: element.closest('[data-line]')?.getAttribute('data-line') ?? null };
}
