import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '../../lib/cn.ts';
import { Kbd } from './Kbd.tsx';
import { menuItem, menuSurface } from './menuStyles.ts';

export const Menu = Radix.Root;
export const MenuTrigger = Radix.Trigger;
export const MenuRadioGroup = Radix.RadioGroup;

export function MenuContent({
  className,
  align = 'start',
  sideOffset = 4,
  ...props
}: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        align={align}
        sideOffset={sideOffset}
        collisionPadding={8}
        className={cn(menuSurface, 'max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto', className)}
        {...props}
      />
    </Radix.Portal>
  );
}

interface MenuItemProps extends ComponentProps<typeof Radix.Item> {
  shortcut?: string;
  isDestructive?: boolean;
}

export function MenuItem({ className, shortcut, isDestructive = false, children, ...props }: MenuItemProps) {
  return (
    <Radix.Item
      className={cn(menuItem, isDestructive && 'text-destructive [&>svg.lucide]:text-destructive', className)}
      {...props}
    >
      {children}
      {shortcut === undefined ? null : (
        <span className="ml-auto pl-6">
          <Kbd keys={shortcut} />
        </span>
      )}
    </Radix.Item>
  );
}

/** One of several; the chosen one is ticked. */
export function MenuRadioItem({ className, children, ...props }: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem className={cn(menuItem, className)} {...props}>
      {children}
      <span className="ml-auto grid size-4 flex-none place-items-center pl-2">
        <Radix.ItemIndicator>
          <Check aria-hidden className="icon-14" />
        </Radix.ItemIndicator>
      </span>
    </Radix.RadioItem>
  );
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-hairline dark:bg-border" />;
}
