import type { ComponentProps, ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { Tooltip } from './Tooltip.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'title'> {
  /** The accessible name, and the tooltip's words. */
  label: string;
  /** In the tooltip; as `Kbd` takes it. */
  shortcut?: string | undefined;
  /** Said by the tooltip in place of the label: why the button is disabled. */
  hint?: string | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** `row`: 26 px, inside a list row. */
  size?: 'row' | 'md';
  children: ReactNode;
}

export function IconButton({
  label,
  shortcut,
  hint,
  side,
  size = 'md',
  className,
  type = 'button',
  disabled,
  onClick,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip label={hint ?? label} shortcut={shortcut} {...(side === undefined ? {} : { side })}>
      <button
        type={type}
        aria-label={label}
        // Not `disabled`: the tooltip with the reason must still be reachable.
        aria-disabled={disabled === true ? true : undefined}
        onClick={disabled === true ? undefined : onClick}
        className={cn(
          'inline-grid flex-none place-items-center text-muted-foreground transition-state hover:bg-accent hover:text-foreground aria-disabled:opacity-45 aria-pressed:text-foreground data-[state=open]:bg-accent',
          size === 'md' ? 'size-7 rounded-md' : 'size-6.5 rounded-sm',
          className,
        )}
        {...props}
      />
    </Tooltip>
  );
}
