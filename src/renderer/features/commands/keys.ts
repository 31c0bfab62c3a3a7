/** One press: a key with the modifiers that must be held. */
export interface Stroke {
  /** As `KeyboardEvent.key`, in lower case. */
  readonly key: string;
  readonly hasMod: boolean;
  readonly hasShift: boolean;
  readonly hasAlt: boolean;
}

/** What of a keyboard event decides which keys were pressed; React's and the browser's own both have it. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  getModifierState: (key: 'AltGraph') => boolean;
}

const MODIFIERS = ['Mod', 'Shift', 'Alt'];

/** `G T` is two strokes, `Mod+Shift+Z` is one. `Mod` is Ctrl, or the command key on a Mac. */
export function parseKeys(keys: string): readonly Stroke[] {
  return keys.split(' ').map((stroke) => {
    const parts = stroke.split('+');
    const key = parts.find((part) => !MODIFIERS.includes(part)) ?? '';
    return {
      key: key === 'Space' ? ' ' : key.toLowerCase(),
      hasMod: parts.includes('Mod'),
      hasShift: parts.includes('Shift'),
      hasAlt: parts.includes('Alt'),
    };
  });
}

/** Whether exactly this was pressed, on any keyboard layout. */
export function matchesStroke(stroke: Stroke, press: KeyPress, isMac: boolean): boolean {
  const isSymbol = stroke.key.length === 1 && !/[a-z\d ]/u.test(stroke.key);
  // Symbols are reached by Shift, AltGr or Option on many layouts; which of them were held says nothing.
  if (isSymbol && !stroke.hasMod) {
    const isWritten =
      press.getModifierState('AltGraph') || (!press.ctrlKey && !press.metaKey && (!press.altKey || isMac));
    return isWritten && press.key === stroke.key;
  }
  const [hasMod, hasOther] = isMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (hasMod !== stroke.hasMod || hasOther) return false;
  if (press.altKey !== stroke.hasAlt) return false;
  if (press.shiftKey !== stroke.hasShift && !isSymbol) return false;
  const key = press.key.toLowerCase();
  if (key === stroke.key) return true;
  // A layout without Latin letters, or a Mac whose Option key writes another sign: the place of the key counts.
  const isElsewhere = key.length === 1 && (stroke.hasAlt || !/\p{Script=Latin}|\p{Script=Common}/u.test(key));
  return isElsewhere && /^(?:Key|Digit)([A-Z\d])$/u.exec(press.code)?.[1]?.toLowerCase() === stroke.key;
}

const SIGNS: Partial<Record<string, string>> = {
  // In words: the arrows of the monospaced face differ in size.
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
};
const MAC_SIGNS: Partial<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };

/** The keys as they stand on this platform's keyboard: `Mod+K` is `Ctrl K`, or `⌘ K` on a Mac. */
export function keysText(keys: string, isMac: boolean): string {
  return keys
    .split('+')
    .map((key) => SIGNS[key] ?? (isMac ? MAC_SIGNS[key] : key === 'Mod' ? 'Ctrl' : undefined) ?? key)
    .join(' ');
}
