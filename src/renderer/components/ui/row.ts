/**
 * A row of a list: bleeds 10 px to both sides so that its text meets the headings. Its main control is a
 * `rowMain`, which covers the row; other controls in it are `relative z-1`.
 */
export const row =
  'group/row relative isolate -mx-2.5 flex h-(--row) items-center gap-2.5 rounded-md px-2.5 transition-state hover:bg-accent has-[[data-row-main]:focus-visible]:outline-(length:--focus-width) has-[[data-row-main]:focus-visible]:-outline-offset-2 has-[[data-row-main]:focus-visible]:outline-ring';

/** Put on the row where it is selected: a warm wash and a bar at its start. */
export const rowSelected =
  'bg-selected hover:bg-selected before:absolute before:inset-y-2 before:left-0 before:w-0.5 before:rounded-full before:bg-selected-edge';

/** The row's one main control, with `data-row-main`. */
export const rowMain = 'min-w-0 flex-1 truncate text-left outline-none after:absolute after:inset-0 after:rounded-md';

/** A pending suggestion as a row. Two that follow each other keep their edges apart. */
export const rowSuggested =
  'my-px h-[calc(var(--row)-2px)] border border-dashed border-suggestion bg-suggestion-bg pr-[3px] pl-[9px] hover:bg-suggestion-bg';

/** A layer of its own on a row that was approved just now: the dashed edge, fading. */
export const rowSettling =
  'pointer-events-none absolute inset-0 -z-1 rounded-md border border-dashed border-suggestion bg-suggestion-bg motion-settle';
