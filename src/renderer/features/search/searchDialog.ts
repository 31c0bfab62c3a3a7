import { createContext, use } from 'react';

export interface SearchDialogControl {
  readonly isOpen: boolean;
  open: () => void;
  setOpen: (isOpen: boolean) => void;
}

export const SearchDialogContext = createContext<SearchDialogControl | null>(null);

/** Opens the search over everything, from the sidebar say. */
export function useSearchDialog(): SearchDialogControl {
  const control = use(SearchDialogContext);
  if (control === null) throw new Error('useSearchDialog needs a SearchDialogProvider above it');
  return control;
}
