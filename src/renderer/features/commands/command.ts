import type { LucideIcon } from 'lucide-react';
import type { Priority } from '../../../contracts/task.ts';
import type { ShortcutId } from './shortcuts.ts';

/** Something that can be done by name, in the palette. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Drawn by its own sign: bars of rising height. */
  readonly priority?: Priority;
  readonly shortcut?: ShortcutId;
  /** What of its label is its name, where the rest is what it is about: "Undo" of “Undo: “Call Rossi” deleted”. */
  readonly name?: string;
  /** Further words it is found by. */
  readonly keywords?: string;
  /** Takes what is typed, and so always fits: "New task “ship”". */
  readonly takesText?: true;
  /** The palette stays open: the command asks for a choice in it. */
  readonly asks?: true;
  readonly group: 'subject' | 'commands' | 'assistant';
  readonly run: () => void;
}
