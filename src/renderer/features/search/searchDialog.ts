import { createContext, use } from 'react';
import type { TaskStatus } from '../../../contracts/task.ts';
import type { Subject } from '../commands/subject.ts';

/** A choice that a command asks for within the palette. */
export interface PaletteQuestion {
  readonly kind: 'moveToProject';
  readonly task: {
    readonly id: string;
    readonly title: string;
    readonly status: TaskStatus;
    readonly projectId: string | null;
  };
}

export interface SearchDialogControl {
  readonly isOpen: boolean;
  /** How many times it was opened. Each time it starts empty, even where it had not faded yet. */
  readonly turn: number;
  /** What it is opened on: the record that had the focus, or the open one. */
  readonly subject: Subject | null;
  readonly question: PaletteQuestion | null;
  open: () => void;
  /** Opens it on a choice, or shows one in it. */
  ask: (question: PaletteQuestion | null) => void;
  setOpen: (isOpen: boolean) => void;
}

export const SearchDialogContext = createContext<SearchDialogControl | null>(null);

/** Opens the search over everything, from the sidebar say. */
export function useSearchDialog(): SearchDialogControl {
  const control = use(SearchDialogContext);
  if (control === null) throw new Error('useSearchDialog needs a SearchDialogProvider above it');
  return control;
}
