import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type RefObject, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, dialogScrim, dialogSurface } from '../../components/ui/Dialog.tsx';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { cn } from '../../lib/cn.ts';
import { hasModifier } from '../../lib/platform.ts';
import type { QuickAddRequest } from './quickAddDialog.ts';
import { QuickTaskInput } from './QuickTaskInput.tsx';
import { QuickTaskPieces } from './QuickTaskPieces.tsx';
import { emptyDraft, type QuickTaskDraft, useQuickTask } from './useQuickTask.ts';

interface QuickAddDialogProps {
  /** null: closed. */
  request: QuickAddRequest | null;
  /** What the last closing left behind. */
  draft: QuickTaskDraft | null;
  opener: RefObject<Element | null>;
  /** With what is left in the field, or null where it was added or emptied. */
  onClose: (left: QuickTaskDraft | null) => void;
}

/** A small raised dialog with one field. Enter adds, with Ctrl or Cmd it opens the task too, Esc closes and keeps the text. */
export function QuickAddDialog({ request, draft, opener, onClose }: QuickAddDialogProps) {
  const { t } = useTranslation('quickAdd');
  const latestRef = useRef<QuickTaskDraft>(emptyDraft);
  return (
    <Dialog
      open={request !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose(latestRef.current.text.trim() === '' ? null : latestRef.current);
      }}
    >
      <Radix.Portal>
        <Radix.Overlay className={dialogScrim} />
        <Radix.Content
          aria-describedby={undefined}
          className={cn(dialogSurface, 'top-[14vh] max-h-[calc(100vh-48px)] w-150 overflow-visible')}
          onEscapeKeyDown={(event) => {
            // The list of names goes first.
            if (event.target instanceof HTMLElement && event.target.ariaExpanded === 'true') event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            // Back to where the key was pressed; a menu or palette that opened it is gone by now.
            if (!(opener.current instanceof HTMLElement) || !opener.current.isConnected) return;
            event.preventDefault();
            opener.current.focus();
          }}
        >
          <Radix.Title className="sr-only">{t('newTask')}</Radix.Title>
          {request === null ? null : (
            <Form
              request={request}
              initial={request.text === undefined ? (draft ?? emptyDraft) : { text: request.text, ignored: [] }}
              latestRef={latestRef}
              onAdded={() => {
                onClose(null);
              }}
            />
          )}
        </Radix.Content>
      </Radix.Portal>
    </Dialog>
  );
}

interface FormProps {
  request: QuickAddRequest;
  initial: QuickTaskDraft;
  latestRef: RefObject<QuickTaskDraft>;
  onAdded: () => void;
}

function Form({ request, initial, latestRef, onAdded }: FormProps) {
  const { t } = useTranslation('quickAdd');
  const id = useId();
  const navigate = useNavigate();
  const form = useQuickTask({
    initial,
    defaultDay: request.dueDate ?? null,
    defaultProjectId: request.projectId ?? null,
    defaultStatus: request.status,
    defaultPriority: request.priority,
    onAdded,
  });
  const { draft } = form;
  useEffect(() => {
    latestRef.current = draft;
  }, [draft, latestRef]);
  return (
    <form
      data-quick-add
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <div className="flex h-14 items-center gap-3 px-5">
        <Plus aria-hidden className="text-muted-foreground" />
        <QuickTaskInput
          form={form}
          describedBy={`${id}-below`}
          placeholder={t('example')}
          autoFocus
          className="type-prose leading-6"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !hasModifier(event)) return;
            event.preventDefault();
            form.submit((taskId) => void navigate({ to: '/tasks', search: { task: taskId } }));
          }}
        />
      </div>
      <div className="px-5 pb-3 empty:hidden">
        <QuickTaskPieces id={`${id}-below`} form={form} />
      </div>
      <div className="flex h-9 items-center gap-5 border-t border-hairline px-5 type-meta text-muted-foreground">
        <span>
          {t('add')} <Kbd keys="Enter" />
        </span>
        <span>
          {t('addAndOpen')} <Kbd keys="Mod+Enter" />
        </span>
        <span className="ml-auto">
          {t('close')} <Kbd keys="Esc" />
        </span>
      </div>
    </form>
  );
}
