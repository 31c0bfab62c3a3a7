import type { ComponentProps } from 'react';
import { cn } from '../../lib/cn.ts';

export function Chip({ className, ...props }: ComponentProps<'span'>) {
  return (
    <span
      className={cn(
        'inline-flex h-6 max-w-full flex-none items-center gap-1.5 truncate rounded-sm bg-chip px-2 type-meta text-foreground',
        className,
      )}
      {...props}
    />
  );
}
