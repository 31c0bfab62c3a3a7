import { createContext, use } from 'react';

export interface ShortcutSheetControl {
  open: () => void;
}

export const ShortcutSheetContext = createContext<ShortcutSheetControl | null>(null);

/** Shows every shortcut, as the key for it does. */
export function useShortcutSheet(): ShortcutSheetControl {
  const control = use(ShortcutSheetContext);
  if (control === null) throw new Error('useShortcutSheet needs a ShortcutSheetProvider above it');
  return control;
}
