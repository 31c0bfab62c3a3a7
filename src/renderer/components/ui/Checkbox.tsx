import { Check } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '../../lib/cn.ts';
import { checkBox } from './checkBox.ts';

/** For forms that are sent; 16 px to see, 24 px to hit. */
export function Checkbox({ className, ...props }: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      className={cn(
        'group/check -m-1 grid size-6 flex-none place-items-center rounded-sm focus-inset disabled:opacity-45',
        className,
      )}
      {...props}
    >
      <span
        className={cn(
          checkBox,
          'group-data-[state=checked]/check:border-text-slate group-data-[state=checked]/check:bg-text-slate group-data-[state=checked]/check:text-surface',
        )}
      >
        <Radix.Indicator>
          <Check aria-hidden className="icon-12" strokeWidth={2.5} />
        </Radix.Indicator>
      </span>
    </Radix.Root>
  );
}
