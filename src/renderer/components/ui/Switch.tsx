import { Switch as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '../../lib/cn.ts';

/** Acts at once. Slate when on, never gold. */
export function Switch({ className, ...props }: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      className={cn(
        'group relative inline-flex h-6 w-8 flex-none items-center rounded-full disabled:opacity-45 before:absolute before:inset-x-0 before:top-[3px] before:h-[18px] before:rounded-full before:border-[1.5px] before:border-input before:transition-state data-[state=checked]:before:border-text-slate data-[state=checked]:before:bg-text-slate',
        className,
      )}
      {...props}
    >
      <Radix.Thumb className="relative ml-1 block size-2.5 rounded-full bg-input transition-transform duration-(--dur-fast) data-[state=checked]:size-3 data-[state=checked]:translate-x-[13px] data-[state=checked]:bg-surface" />
    </Radix.Root>
  );
}
