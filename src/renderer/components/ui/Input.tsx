import type { ComponentProps, ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';

const edge =
  'rounded-lg border border-input bg-surface text-foreground focus-edge aria-invalid:border-destructive has-[[aria-invalid=true]]:border-destructive disabled:opacity-45';

export function Input({ className, type = 'text', ...props }: ComponentProps<'input'>) {
  return <input type={type} className={cn(edge, 'h-(--control) w-full min-w-0 px-2.5', className)} {...props} />;
}

/** An input with something at its start or end inside its edge. The ring is drawn on the whole. */
export function InputFrame({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div className={cn(edge, 'flex h-(--control) min-w-0 items-center gap-2 px-2.5 text-muted-foreground', className)}>
      {children}
    </div>
  );
}

/** The bare input for an InputFrame. */
export function FrameInput({ className, type = 'text', ...props }: ComponentProps<'input'>) {
  return (
    <input
      type={type}
      className={cn('h-full min-w-0 flex-1 bg-transparent text-foreground outline-none', className)}
      {...props}
    />
  );
}

/** Grows with its text where the browser can (`field-sizing`), up to `max-h-*`. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      className={cn(edge, 'field-sizing-content min-h-20 w-full resize-none px-2.5 py-1.5', className)}
      {...props}
    />
  );
}
