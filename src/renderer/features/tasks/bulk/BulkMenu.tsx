import type { ReactNode } from 'react';
import { Popover, PopoverContent, PopoverTrigger } from '../../../components/ui/Popover.tsx';
import { Tooltip } from '../../../components/ui/Tooltip.tsx';
import { cn } from '../../../lib/cn.ts';

interface BulkMenuProps {
  label: string;
  icon: ReactNode;
  shortcut?: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Where the focus goes back to, if not to the button. */
  onReturn?: (() => boolean) | undefined;
  className?: string | undefined;
  children: ReactNode;
}

export const bulkButton =
  'inline-flex h-7 flex-none items-center gap-1.5 rounded-md px-2 type-section text-muted-foreground transition-state hover:bg-accent hover:text-foreground data-[state=open]:bg-accent data-[state=open]:text-foreground focus-inset dark:hover:bg-secondary';
/** The word beside an icon goes where there is little room; it stays the button's name. */
export const bulkWord = '@max-[780px]:sr-only';

/** One thing that is set for all selected tasks: a button, and what can be chosen above it. */
export function BulkMenu({
  label,
  icon,
  shortcut,
  isOpen,
  onOpenChange,
  onReturn,
  className,
  children,
}: BulkMenuProps) {
  return (
    <Popover open={isOpen} onOpenChange={onOpenChange}>
      <Tooltip label={label} side="top" shortcut={shortcut}>
        <PopoverTrigger className={bulkButton}>
          {icon}
          <span className={bulkWord}>{label}</span>
        </PopoverTrigger>
      </Tooltip>
      <PopoverContent
        side="top"
        sideOffset={8}
        aria-label={label}
        onCloseAutoFocus={(event) => {
          if (onReturn?.() === true) event.preventDefault();
        }}
        className={cn('flex max-h-[min(360px,var(--radix-popover-content-available-height))] w-60 flex-col', className)}
      >
        {children}
      </PopoverContent>
    </Popover>
  );
}
