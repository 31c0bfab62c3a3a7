import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import { FloatingBoundary } from '../shell/Boundary.tsx';
import { QuickAddContext, type QuickAddRequest } from './quickAddDialog.ts';
import type { QuickTaskDraft } from './useQuickTask.ts';

const QuickAddDialog = lazy(() =>
  import('./QuickAddDialog.tsx').then((module) => ({ default: module.QuickAddDialog })),
);

/** Holds the dialog that adds a task. Its code is loaded when it opens first; what was typed in it outlives an Esc. */
export function QuickAddDialogProvider({ children }: { children: ReactNode }) {
  const [request, setRequest] = useState<QuickAddRequest | null>(null);
  const [draft, setDraft] = useState<QuickTaskDraft | null>(null);
  const [wasOpened, setWasOpened] = useState(false);
  const opener = useRef<Element | null>(null);
  if (request !== null && !wasOpened) setWasOpened(true);
  const control = useMemo(
    () => ({
      open: (asked: QuickAddRequest = {}) => {
        opener.current = document.activeElement;
        setRequest(asked);
      },
    }),
    [],
  );
  return (
    <QuickAddContext value={control}>
      {children}
      {wasOpened ? (
        <FloatingBoundary onFault={() => setRequest(null)} resetKey={request}>
          <Suspense fallback={null}>
            <QuickAddDialog
              request={request}
              draft={draft}
              opener={opener}
              onClose={(left) => {
                setDraft(left);
                setRequest(null);
              }}
            />
          </Suspense>
        </FloatingBoundary>
      ) : null}
    </QuickAddContext>
  );
}
