import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { isOverlayOpen } from '../../lib/isTyping.ts';
import { useShortcut } from '../commands/shortcuts.ts';
import { SearchDialogContext } from './searchDialog.ts';

const SearchDialog = lazy(() => import('./SearchDialog.tsx').then((module) => ({ default: module.SearchDialog })));

/** Ctrl or Cmd and K, from anywhere, also while typing. The dialog's code is loaded when it opens first. */
export function SearchDialogProvider({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  if (isOpen && !wasOpened) setWasOpened(true);
  useShortcut(
    'palette',
    () => {
      // Over another dialog it would stand in front of what waits for an answer.
      if (!isOpen && isOverlayOpen()) return false;
      setOpen(!isOpen);
      return undefined;
    },
    true,
    'app',
  );
  const control = useMemo(
    () => ({
      isOpen,
      setOpen,
      open: () => {
        setOpen(true);
      },
    }),
    [isOpen],
  );
  return (
    <SearchDialogContext value={control}>
      {children}
      {wasOpened ? (
        <Suspense fallback={null}>
          <SearchDialog />
        </Suspense>
      ) : null}
    </SearchDialogContext>
  );
}
