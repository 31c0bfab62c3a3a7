import { keysText } from '../../features/commands/keys.ts';
import { isMac } from '../../lib/platform.ts';

/**
 * A shortcut as keys of this platform: `Mod+K` is Ctrl K, or ⌘ K on a Mac. Words stay as they are ("Esc", "Enter").
 */
export function Kbd({ keys }: { keys: string }) {
  return <kbd>{shortcutText(keys)}</kbd>;
}

/** The same as plain text. */
export function shortcutText(keys: string): string {
  return keysText(keys, isMac);
}
