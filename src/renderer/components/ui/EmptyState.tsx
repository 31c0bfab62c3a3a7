import type { ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';

/** A left-aligned block of 440 above the optical centre: a short heading, a sentence or two, the way forward. */
export function EmptyState({
  title,
  children,
  actions,
  className,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <Blank className={className}>
      <h2 className="mb-2 type-title">{title}</h2>
      <div className="text-pretty text-muted-foreground">{children}</div>
      {actions === undefined ? null : <div className="mt-5 flex flex-wrap items-center gap-2">{actions}</div>}
    </Blank>
  );
}

export function Blank({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return (
    <div className={cn('grid h-full min-h-80 place-content-center justify-items-start px-6 pb-32', className)}>
      <div className="w-110 max-w-full">{children}</div>
    </div>
  );
}
