import { createContext, use } from 'react';
import type { Priority, TaskStatus } from '../../../contracts/task.ts';

export interface QuickAddRequest {
  /** What the field begins with. Without it, what an Esc left behind comes back. */
  text?: string;
  /** What a sentence that names no project, or no day, gets. */
  projectId?: string | null;
  dueDate?: string | null;
  /** Where it is made: a column of a board. What a sentence says of its priority comes first. */
  status?: TaskStatus;
  priority?: Priority;
}

export interface QuickAddControl {
  open: (request?: QuickAddRequest) => void;
}

export const QuickAddContext = createContext<QuickAddControl | null>(null);

/** Opens the dialog that adds a task, from any screen. */
export function useQuickAdd(): QuickAddControl {
  const control = use(QuickAddContext);
  if (control === null) throw new Error('useQuickAdd needs a QuickAddDialogProvider above it');
  return control;
}
