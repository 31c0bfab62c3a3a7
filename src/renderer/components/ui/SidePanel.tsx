import type { ComponentProps, ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';

/** Paper at the end of a dense screen, 400 wide. Sets `aria-label` to what is open in it. */
export function SidePanel({ className, ...props }: ComponentProps<'aside'>) {
  return (
    <aside
      className={cn(
        'flex h-full w-(--panel-width) min-w-0 flex-none flex-col overflow-hidden border-l bg-surface motion-panel',
        className,
      )}
      {...props}
    />
  );
}

export function SidePanelTop({ children, actions }: { children: ReactNode; actions: ReactNode }) {
  return (
    <div className="flex h-12 flex-none items-center gap-0.5 pr-3 pl-5 wide:pl-6">
      <div className="mr-auto min-w-0 truncate type-meta text-muted-foreground">{children}</div>
      {actions}
    </div>
  );
}

export function SidePanelBody({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      className={cn('flex min-h-0 flex-1 flex-col overflow-y-auto px-5 pt-1 pb-4 *:flex-none wide:px-6', className)}
      {...props}
    />
  );
}

export function SidePanelFoot({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('flex-none bg-surface px-5 pt-3 pb-4 wide:px-6', className)} {...props} />;
}
