import { AlertDialog } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { Button } from './Button.tsx';
import { dialogScrim, dialogSurface } from './Dialog.tsx';
import { RememberOpener, useReturnFocus } from './ReturnFocus.tsx';
import { cn } from '../../lib/cn.ts';

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: ReactNode;
  /** What the safe button does: "Keep". Esc is that button. */
  safeLabel: string;
  confirmLabel: string;
  onConfirm: () => void;
  isDestructive?: boolean;
}

/** Asks once. The focus starts on the safe button. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const safe = useRef<HTMLButtonElement>(null);
  const focus = useReturnFocus();
  return (
    <AlertDialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={dialogScrim} />
        <AlertDialog.Content
          className={cn(dialogSurface, 'top-[24vh] w-120')}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            safe.current?.focus();
          }}
          onCloseAutoFocus={focus.onCloseAutoFocus}
        >
          <RememberOpener remember={focus.remember} />
          <div className="px-6 pt-5 pb-5">
            <AlertDialog.Title className="type-heading text-balance">{props.title}</AlertDialog.Title>
            <AlertDialog.Description className="mt-2 text-pretty text-muted-foreground">
              {props.description}
            </AlertDialog.Description>
          </div>
          <div className="flex justify-end gap-2 border-t border-hairline px-6 py-4">
            <AlertDialog.Cancel asChild>
              <Button ref={safe}>{props.safeLabel}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button variant={props.isDestructive === true ? 'destructive' : 'primary'} onClick={props.onConfirm}>
                {props.confirmLabel}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
