import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { FloatingBoundary } from '../shell/Boundary.tsx';
import { ShortcutSheetContext } from './shortcutSheet.ts';
import { useShortcut } from './shortcuts.ts';

const ShortcutSheet = lazy(() => import('./ShortcutSheet.tsx').then((module) => ({ default: module.ShortcutSheet })));

/** The sheet of all shortcuts over any screen. Its code is loaded when it opens first. */
export function ShortcutSheetProvider({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  if (isOpen && !wasOpened) setWasOpened(true);
  const control = useMemo(() => ({ open: () => setOpen(true) }), []);
  useShortcut('shortcuts', control.open, true, 'app');
  return (
    <ShortcutSheetContext value={control}>
      {children}
      {wasOpened ? (
        <FloatingBoundary onFault={() => setOpen(false)} resetKey={isOpen}>
          <Suspense fallback={null}>
            <ShortcutSheet isOpen={isOpen} onOpenChange={setOpen} />
          </Suspense>
        </FloatingBoundary>
      ) : null}
    </ShortcutSheetContext>
  );
}
