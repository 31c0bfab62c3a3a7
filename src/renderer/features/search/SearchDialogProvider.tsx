import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { hasModifier } from '../../lib/platform.ts';
import { SearchDialogContext } from './searchDialog.ts';

const SearchDialog = lazy(() => import('./SearchDialog.tsx').then((module) => ({ default: module.SearchDialog })));

/** Ctrl or Cmd and K, from anywhere, also while typing. The dialog's code is loaded when it opens first. */
export function SearchDialogProvider({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  if (isOpen && !wasOpened) setWasOpened(true);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !hasModifier(event) || event.shiftKey || event.altKey || event.isComposing)
        return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
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
