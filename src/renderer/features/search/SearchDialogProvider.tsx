import { useRouter } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { isOverlayOpen } from '../../lib/isTyping.ts';
import { useShortcut } from '../commands/shortcuts.ts';
import { type Subject, subjectOf } from '../commands/subject.ts';
import { FloatingBoundary } from '../shell/Boundary.tsx';
import { type PaletteQuestion, SearchDialogContext } from './searchDialog.ts';

const SearchDialog = lazy(() => import('./SearchDialog.tsx').then((module) => ({ default: module.SearchDialog })));

interface Opening {
  readonly turn: number;
  readonly subject: Subject | null;
  readonly question: PaletteQuestion | null;
}

/** The palette, from anywhere, also while typing. Its code is loaded when it opens first. */
export function SearchDialogProvider({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [opening, setOpening] = useState<Opening | null>(null);
  const [last, setLast] = useState<Opening | null>(null);
  const isOpen = opening !== null;
  // What it shows stays while it fades.
  if (opening !== null && opening !== last) setLast(opening);

  const control = useMemo(() => {
    const begin = (question: PaletteQuestion | null): void => {
      const subject = subjectOf(router.state.location, document.activeElement);
      setOpening((before) =>
        before === null ? { turn: (last?.turn ?? 0) + 1, subject, question } : { ...before, question },
      );
    };
    return {
      isOpen,
      turn: last?.turn ?? 0,
      subject: last?.subject ?? null,
      question: last?.question ?? null,
      open: () => begin(null),
      ask: begin,
      setOpen: (next: boolean) => (next ? begin(null) : setOpening(null)),
    };
  }, [isOpen, last, router]);
  useShortcut(
    'palette',
    () => {
      // Over another dialog it would stand in front of what waits for an answer.
      if (!isOpen && isOverlayOpen()) return false;
      control.setOpen(!isOpen);
      return undefined;
    },
    true,
    'app',
  );
  return (
    <SearchDialogContext value={control}>
      {children}
      {last === null ? null : (
        <FloatingBoundary onFault={() => setOpening(null)} resetKey={isOpen}>
          <Suspense fallback={null}>
            <SearchDialog />
          </Suspense>
        </FloatingBoundary>
      )}
    </SearchDialogContext>
  );
}
