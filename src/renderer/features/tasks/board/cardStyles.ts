/** A card: paper on the desk. Its main control is a `cardMain`, which covers it; other controls in it are `relative z-1`. */
export const card =
  'group/card relative isolate grid gap-2.5 rounded-lg border bg-surface p-3 transition-state hover:border-input has-[[data-row-main]:focus-visible]:outline-(length:--focus-width) has-[[data-row-main]:focus-visible]:outline-offset-1 has-[[data-row-main]:focus-visible]:outline-ring';

/** The card's one main control, with `data-row-main`. */
export const cardMain =
  'min-w-0 flex-1 text-left font-medium text-pretty break-words outline-none after:absolute after:inset-0 after:rounded-lg';

/** The line of facts below the title. */
export const cardFoot = 'flex min-w-0 items-center gap-2 type-meta text-muted-foreground';

/** A card that is open or selected: a warm wash and a bar at its start. */
export const cardSelected =
  'bg-selected before:absolute before:inset-y-3 before:left-0 before:w-0.5 before:rounded-full before:bg-selected-edge';
