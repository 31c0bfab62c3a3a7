import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { menuItem, menuSurface } from './menuStyles.ts';

export interface SelectOption<Value extends string> {
  value: Value;
  label: ReactNode;
  /** Before the label: an icon or a swatch. */
  icon?: ReactNode;
}

interface SelectProps<Value extends string> {
  value: Value;
  options: readonly SelectOption<Value>[];
  onChange: (value: Value) => void;
  /** For one that has no `Field` around it. */
  'aria-label'?: string;
  id?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
  className?: string;
  disabled?: boolean;
  /** `quiet`: no edge until it is pointed at; for property lists. */
  look?: 'field' | 'quiet';
}

export function Select<Value extends string>({
  value,
  options,
  onChange,
  className,
  look = 'field',
  disabled = false,
  ...control
}: SelectProps<Value>) {
  return (
    <Radix.Root
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onChange(chosen.value);
      }}
    >
      <Radix.Trigger
        {...control}
        className={cn(
          'flex min-w-0 items-center gap-2 disabled:opacity-45 [&>span]:flex [&>span]:min-w-0 [&>span]:items-center [&>span]:gap-2 [&>span]:truncate',
          look === 'field' &&
            'h-(--control) w-full justify-between rounded-lg border border-input bg-surface px-2.5 focus-edge',
          look === 'quiet' &&
            'h-[var(--property,28px)] rounded-sm px-1.5 -mx-1.5 hover:bg-accent data-[state=open]:bg-accent',
          className,
        )}
      >
        <Radix.Value />
        {look === 'field' ? <ChevronDown aria-hidden className="icon-14 text-muted-foreground" /> : null}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            menuSurface,
            'max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-y-auto',
          )}
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item key={option.value} value={option.value} className={menuItem}>
                <Radix.ItemText>
                  <span className="flex min-w-0 items-center gap-2">
                    {option.icon}
                    <span className="truncate">{option.label}</span>
                  </span>
                </Radix.ItemText>
                <Radix.ItemIndicator className="ml-auto pl-3">
                  <Check aria-hidden className="icon-14" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
