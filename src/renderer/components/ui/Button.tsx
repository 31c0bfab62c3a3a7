import { cva, type VariantProps } from 'class-variance-authority';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '../../lib/cn.ts';

const buttonVariants = cva(
  'inline-flex flex-none items-center justify-center gap-2 whitespace-nowrap font-medium transition-state select-none disabled:opacity-45 aria-disabled:opacity-45',
  {
    variants: {
      variant: {
        primary:
          'bg-primary text-primary-foreground enabled:hover:bg-primary-hover enabled:active:bg-primary-active [a&]:hover:bg-primary-hover',
        outline: 'border border-input enabled:hover:bg-accent [a&]:hover:bg-accent',
        ghost:
          'font-normal text-muted-foreground enabled:hover:bg-accent enabled:hover:text-foreground [a&]:hover:bg-accent [a&]:hover:text-foreground',
        destructive: 'bg-destructive text-destructive-foreground enabled:hover:opacity-90',
      },
      size: {
        sm: 'h-7 gap-1.5 rounded-md px-2.5 type-section',
        md: 'h-(--control) rounded-lg px-3',
        lg: 'h-(--control-lg) rounded-lg px-4',
      },
    },
    defaultVariants: { variant: 'outline', size: 'md' },
  },
);

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof buttonVariants> {
  /** Gives the look to the one child instead, a link say. */
  asChild?: boolean;
}

/** `primary` (gold) is the one main action of a view. */
export function Button({ className, variant, size, asChild = false, type = 'button', ...props }: ButtonProps) {
  if (asChild) return <Slot.Root className={cn(buttonVariants({ variant, size }), className)} {...props} />;
  return <button type={type} className={cn(buttonVariants({ variant, size }), className)} {...props} />;
}
