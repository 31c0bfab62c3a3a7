import { Dialog as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { RememberOpener, useReturnFocus } from './ReturnFocus.tsx';

export const Dialog = Radix.Root;
export const DialogClose = Radix.Close;

export const dialogSurface =
  'fixed left-1/2 z-40 flex max-w-[calc(100vw-48px)] -translate-x-1/2 flex-col overflow-hidden rounded-xl border bg-surface-raised shadow-3 outline-none motion-dialog dark:[--hairline:var(--border)]';
export const dialogScrim = 'fixed inset-0 z-40 bg-scrim motion-scrim';

interface DialogContentProps extends Omit<ComponentProps<typeof Radix.Content>, 'title'> {
  title: ReactNode;
  /** One line below the title. */
  description?: ReactNode;
}

/** 600 wide, a head, the children, and a `DialogFoot` as the last of them. */
export function DialogContent({
  title,
  description,
  className,
  children,
  onCloseAutoFocus,
  ...props
}: DialogContentProps) {
  const focus = useReturnFocus();
  return (
    <Radix.Portal>
      <Radix.Overlay className={dialogScrim} />
      <Radix.Content
        className={cn(dialogSurface, 'top-[max(24px,14vh)] max-h-[calc(100vh-max(24px,14vh)-24px)] w-150', className)}
        {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        {...props}
        onCloseAutoFocus={(event) => {
          onCloseAutoFocus?.(event);
          focus.onCloseAutoFocus(event);
        }}
      >
        <RememberOpener remember={focus.remember} />
        <div className="px-6 pt-5 pb-4">
          <Radix.Title className="type-heading text-balance">{title}</Radix.Title>
          {description === undefined ? null : (
            <Radix.Description className="mt-1 type-meta text-pretty text-muted-foreground">
              {description}
            </Radix.Description>
          )}
        </div>
        {children}
      </Radix.Content>
    </Radix.Portal>
  );
}

export function DialogBody({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('grid min-h-0 gap-4 overflow-y-auto px-6 pt-1 pb-5', className)} {...props} />;
}

/** One line of meta at the start, the buttons at the end, the main one last. */
export function DialogFoot({ note, children }: { note?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-none items-center gap-2 border-t border-hairline px-6 py-4">
      <div className="mr-auto pr-4 type-meta text-pretty text-muted-foreground">{note}</div>
      {children}
    </div>
  );
}
