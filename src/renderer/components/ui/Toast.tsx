import { TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toast, Toaster as Sonner } from 'sonner';
import { Button } from './Button.tsx';
import { Kbd } from './Kbd.tsx';
import { IconButton } from './IconButton.tsx';

interface ToastOptions {
  message: ReactNode;
  /** `error` stays until it is closed. */
  tone?: 'plain' | 'error';
  action?: { label: string; shortcut?: string; onSelect: () => void };
  /** Until it is closed or answered. */
  stays?: boolean;
  /** A second one with the same id takes the first one's place. */
  id?: string;
}

/** Says one thing at the window's lower edge. */
export function showToast({ message, tone = 'plain', stays = false, action, id }: ToastOptions): void {
  toast.custom(
    (toastId) => (
      <ToastCard message={message} tone={tone} stays={stays} action={action} onClose={() => toast.dismiss(toastId)} />
    ),
    {
      duration: tone === 'error' || stays ? Infinity : 6_000,
      unstyled: true,
      ...(id === undefined ? {} : { id }),
    },
  );
}

export function closeToast(id: string): void {
  toast.dismiss(id);
}

function ToastCard({
  message,
  tone,
  stays,
  action,
  onClose,
}: Pick<ToastOptions, 'message' | 'tone' | 'stays'> & { action: ToastOptions['action']; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex min-h-11 w-full items-center gap-2 rounded-lg border bg-surface-raised py-1.5 pr-2 pl-4 shadow-3">
      {tone === 'error' ? <TriangleAlert aria-hidden className="text-destructive" /> : null}
      <p className="line-clamp-4 min-w-0 flex-1 type-body text-wrap break-words" dir="auto">
        {message}
      </p>
      {action === undefined ? null : (
        <>
          {action.shortcut === undefined ? null : <Kbd keys={action.shortcut} />}
          <Button
            variant="ghost"
            size="sm"
            className="font-medium text-foreground"
            onClick={() => {
              onClose();
              action.onSelect();
            }}
          >
            {action.label}
          </Button>
        </>
      )}
      {action === undefined || stays === true ? (
        <IconButton label={t('actions.close')} side="top" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      ) : null}
    </div>
  );
}

export function Toaster() {
  const { t } = useTranslation();
  return (
    <Sonner
      position="bottom-center"
      offset={24}
      gap={8}
      visibleToasts={3}
      containerAriaLabel={t('toasts')}
      toastOptions={{ unstyled: true, className: 'w-(--width)' }}
    />
  );
}
