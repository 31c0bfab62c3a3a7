/** A line of an aside: 32 high, bleeding 10 px like a row. Its text truncates, its end stays. */
export const line =
  '-mx-2.5 flex h-8 items-center gap-2.5 rounded-md px-2.5 transition-state hover:bg-accent focus-inset';

/** What stands at a line's end: a date. */
export const lineEnd = 'ml-auto flex-none type-meta text-muted-foreground tabular-nums';
