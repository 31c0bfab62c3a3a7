/** What menus, selects and popovers share. */
export const menuSurface =
  'z-50 min-w-44 rounded-lg border bg-surface-raised p-1 text-foreground shadow-3 outline-none motion-menu';
export const menuItem =
  'flex min-h-8 w-full cursor-default items-center gap-2.5 rounded-sm px-2.5 py-1 outline-none select-none data-[highlighted]:bg-accent data-[disabled]:opacity-45 dark:data-[highlighted]:bg-secondary [&>svg.lucide]:text-muted-foreground';
