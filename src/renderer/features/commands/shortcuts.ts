import { useEffect, useEffectEvent } from 'react';
import { isMac } from '../../lib/platform.ts';
import { type KeyHandler, keyboard, type ShortcutRank } from './keyboard.ts';
import { type KeyPress, matchesStroke, parseKeys } from './keys.ts';

/** Where keys mean something. What is bound everywhere may not be bound again in another place. */
export type ShortcutPlace =
  | 'everywhere'
  /** A list of tasks: the focus is in it, or nowhere. */
  | 'list'
  | 'board'
  /** An open task, in its panel or its own window. */
  | 'panel'
  /** A pending row or card. */
  | 'suggestion'
  | 'notes'
  | 'editor'
  | 'chat'
  | 'palette'
  /** A field of one or more lines in a panel or dialog. */
  | 'field';

export type ShortcutGroup = 'general' | 'goTo' | 'list' | 'selection' | 'task' | 'suggestion' | 'writing' | 'palette';

export interface Shortcut {
  /** What can be pressed, the usual one first. See `parseKeys`. */
  readonly keys: readonly string[];
  /** Further ones where there is no command key. */
  readonly keysOffMac?: readonly string[];
  readonly group: ShortcutGroup;
  readonly places: readonly ShortcutPlace[];
  /** While a text is written: never (absent), always, or in a field with nothing in it. */
  readonly inText?: 'always' | 'whenEmpty';
  /** Also while a menu or dialog is open; its handler decides. */
  readonly isOverOverlays?: true;
}

const row = (
  group: ShortcutGroup,
  places: ShortcutPlace | readonly ShortcutPlace[],
  keys: string | readonly string[],
  more: Omit<Shortcut, 'group' | 'places' | 'keys'> = {},
): Shortcut => ({
  group,
  places: typeof places === 'string' ? [places] : places,
  keys: typeof keys === 'string' ? [keys] : keys,
  ...more,
});

const TASKS = ['list', 'board'] as const;
const TASK = ['list', 'board', 'panel'] as const;

/**
 * Every shortcut of the app, in the order of the sheet. The words are the catalogue's: `commands.shortcut.<id>`. No handler
 * names a key by itself: it takes `useShortcut` or `isShortcut`, and shows `keysOf`.
 */
export const shortcuts = {
  palette: row('general', 'everywhere', 'Mod+K', { inText: 'always', isOverOverlays: true }),
  ask: row('general', 'everywhere', 'Mod+J', { inText: 'always' }),
  newTask: row('general', 'everywhere', 'N'),
  newNote: row('general', 'everywhere', 'Shift+N'),
  newProject: row('general', 'everywhere', 'Shift+P'),
  undo: row('general', 'everywhere', 'Mod+Z', { inText: 'whenEmpty' }),
  redo: row('general', 'everywhere', 'Mod+Shift+Z', { keysOffMac: ['Mod+Y'], inText: 'whenEmpty' }),
  toggleSidebar: row('general', 'everywhere', '['),
  openSettings: row('general', 'everywhere', 'Mod+,', { inText: 'always' }),
  shortcuts: row('general', 'everywhere', '?'),

  goHome: row('goTo', 'everywhere', 'G H'),
  goTasks: row('goTo', 'everywhere', 'G T'),
  goBoard: row('goTo', 'everywhere', 'G B'),
  goProjects: row('goTo', 'everywhere', 'G P'),
  goNotes: row('goTo', 'everywhere', 'G N'),
  goActivity: row('goTo', 'everywhere', 'G A'),
  goSettings: row('goTo', 'everywhere', 'G S'),
  goSuggestions: row('goTo', 'everywhere', 'G I'),

  next: row('list', TASKS, ['J', 'ArrowDown']),
  previous: row('list', TASKS, ['K', 'ArrowUp']),
  nextColumn: row('list', 'board', 'ArrowRight'),
  previousColumn: row('list', 'board', 'ArrowLeft'),
  nextPage: row('list', 'list', 'PageDown'),
  previousPage: row('list', 'list', 'PageUp'),
  first: row('list', TASKS, 'Home'),
  last: row('list', TASKS, 'End'),
  open: row('list', TASKS, 'Enter'),
  filterText: row('list', ['list', 'board', 'notes'], '/'),
  moveUp: row('list', TASKS, 'Alt+ArrowUp'),
  moveDown: row('list', TASKS, 'Alt+ArrowDown'),
  moveToNextColumn: row('list', 'board', 'Alt+ArrowRight'),
  moveToPreviousColumn: row('list', 'board', 'Alt+ArrowLeft'),

  select: row('selection', TASKS, 'S'),
  selectNext: row('selection', TASKS, ['Shift+ArrowDown', 'Shift+J']),
  selectPrevious: row('selection', TASKS, ['Shift+ArrowUp', 'Shift+K']),
  selectAll: row('selection', TASKS, 'Mod+A'),
  clearSelection: row('selection', TASKS, 'Escape'),

  complete: row('task', TASK, ['X', 'Space']),
  priorityHigh: row('task', TASK, '1'),
  priorityMedium: row('task', TASK, '2'),
  priorityLow: row('task', TASK, '3'),
  dueToday: row('task', TASK, 'T'),
  dueTomorrow: row('task', TASK, 'Shift+T'),
  dueNone: row('task', TASK, 'Shift+D'),
  moveToProject: row('task', TASK, 'M'),
  openInWindow: row('task', [...TASK, 'notes'], 'O'),
  delete: row('task', TASK, ['Delete', 'Backspace']),
  closePanel: row('task', 'panel', 'Escape'),

  approve: row('suggestion', 'suggestion', 'A'),
  edit: row('suggestion', 'suggestion', 'E'),
  reject: row('suggestion', 'suggestion', 'R'),
  approveAll: row('suggestion', 'suggestion', 'Mod+Shift+A'),
  approveInChat: row('suggestion', 'chat', 'Mod+Enter', { inText: 'always' }),

  send: row('writing', ['chat'], 'Enter', { inText: 'always' }),
  editLast: row('writing', ['chat'], 'ArrowUp', { inText: 'whenEmpty' }),
  closeChat: row('writing', ['chat'], 'Escape', { inText: 'always' }),
  save: row('writing', ['field'], 'Mod+Enter', { inText: 'always' }),
  cancelWriting: row('writing', ['field'], 'Escape', { inText: 'always' }),
  bold: row('writing', ['editor'], 'Mod+B', { inText: 'always' }),
  italic: row('writing', ['editor'], 'Mod+I', { inText: 'always' }),
  openTextInWindow: row('writing', ['editor', 'field'], 'Mod+Shift+O', { inText: 'always' }),
  slashMenu: row('writing', ['editor'], '/', { inText: 'always' }),

  paletteNext: row('palette', 'palette', 'ArrowDown', { inText: 'always', isOverOverlays: true }),
  palettePrevious: row('palette', 'palette', 'ArrowUp', { inText: 'always', isOverOverlays: true }),
  paletteOpen: row('palette', 'palette', 'Enter', { inText: 'always', isOverOverlays: true }),
  paletteOpenAside: row('palette', 'palette', 'Mod+Enter', { inText: 'always', isOverOverlays: true }),
  paletteBack: row('palette', 'palette', 'Backspace', { inText: 'whenEmpty', isOverOverlays: true }),
  paletteClose: row('palette', 'palette', 'Escape', { inText: 'always', isOverOverlays: true }),
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;

/** The usual keys of a shortcut, as `Kbd` and tooltips take them: `Mod+K`. */
export function keysOf(id: ShortcutId): string {
  return shortcuts[id].keys[0] ?? '';
}

/** Everything that can be pressed for it on a platform. */
export function allKeysOf(id: ShortcutId, onMac = isMac): readonly string[] {
  const shortcut: Shortcut = shortcuts[id];
  return [...shortcut.keys, ...(onMac ? [] : (shortcut.keysOffMac ?? []))];
}

/** Whether this press is the shortcut's, for a field or row that handles its own keys. Sequences (G T) are never one press. */
export function isShortcut(id: ShortcutId, press: KeyPress): boolean {
  return allKeysOf(id).some((keys) => {
    const [stroke, ...more] = parseKeys(keys);
    return stroke !== undefined && more.length === 0 && matchesStroke(stroke, press, isMac);
  });
}

/**
 * Calls back when the shortcut's keys are pressed: not while a text is written or composed, and not behind an open menu or
 * dialog, unless the table says so. A handler that answers `false` had no use for them, and the next one is asked: screens
 * before the app, what came last first.
 */
export function useShortcut(
  id: ShortcutId,
  handler: KeyHandler,
  isEnabled = true,
  rank: ShortcutRank = 'screen',
): void {
  const run = useEffectEvent(handler);
  useEffect(() => {
    if (!isEnabled) return undefined;
    return keyboard.bind({
      id,
      shortcut: shortcuts[id],
      strokes: allKeysOf(id).map(parseKeys),
      rank,
      run: (event) => run(event),
    });
  }, [id, isEnabled, rank]);
}
