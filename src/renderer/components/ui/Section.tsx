import type { ReactNode } from 'react';
import { formatNumber } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';

interface SectionTitleProps {
  children: ReactNode;
  /** Beside the heading, muted. */
  count?: number | undefined;
  /** At the line's end: a link or one line of meta. */
  end?: ReactNode;
  id?: string;
  className?: string;
}

/** A section or group heading: 13/20, 600, 32 high. */
export function SectionTitle({ children, count, end, id, className }: SectionTitleProps) {
  return (
    <div className={cn('flex h-8 items-center gap-2', className)}>
      <h2 id={id} className="min-w-0 truncate type-section font-semibold">
        {children}
      </h2>
      {count === undefined ? null : (
        <span className="type-section text-muted-foreground tabular-nums">{formatNumber(count)}</span>
      )}
      {end === undefined ? null : <div className="ml-auto flex-none pl-4 type-meta text-muted-foreground">{end}</div>}
    </div>
  );
}
