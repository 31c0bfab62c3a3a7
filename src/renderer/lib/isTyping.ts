/** Whether keys belong to a text that is being written: an input, a textarea, an editor. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // A dialog that is closed already fades for a moment, and nobody writes in it.
  if (target.closest('[role="dialog"][data-state="closed"]') !== null) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** A field with nothing in it has nothing to undo: the toast of what it just added means the change. */
export function isEmptyField(target: EventTarget | null): boolean {
  return (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value === '';
}

/** Whether this key presses what has the focus: Space or Enter on a button, a link, a switch. */
export function isPressing(event: KeyboardEvent): boolean {
  if (event.key !== ' ' && event.key !== 'Enter') return false;
  const { target } = event;
  return target instanceof HTMLElement && target.closest('a[href], button, summary, [role="button"], input') !== null;
}

/** Whether a tooltip is shown: of the control that has the focus, say. */
export function isTooltipOpen(): boolean {
  return document.querySelector('[role="tooltip"]') !== null;
}

/** Whether a menu, a dialog or a select is open, which takes the keys first. */
export function isOverlayOpen(): boolean {
  return (
    document.querySelector(
      '[role="dialog"][data-state="open"], [role="alertdialog"], [role="menu"], [role="listbox"][data-state="open"]',
    ) !== null
  );
}
