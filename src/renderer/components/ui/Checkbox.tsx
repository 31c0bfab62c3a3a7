import { Check } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '../../lib/cn.ts';

/** For forms that are sent; 16 px to see, 24 px to hit. */
export function Checkbox({ className, ...props }: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      className={cn(
        'relative grid size-4 flex-none place-items-center rounded-[5px] border-[1.5px] border-input after:absolute after:-inset-1 disabled:opacity-45 data-[state=checked]:border-text-slate data-[state=checked]:bg-text-slate data-[state=checked]:text-surface',
        className,
      )}
      {...props}
    >
      <Radix.Indicator>
        <Check aria-hidden className="icon-12" strokeWidth={2.5} />
      </Radix.Indicator>
    </Radix.Root>
  );
}
