import { isEmptyField, isOverlayOpen, isTooltipOpen, isTyping } from '../../lib/isTyping.ts';
import { isMac } from '../../lib/platform.ts';
import { type KeyPress, matchesStroke, type Stroke } from './keys.ts';
import type { Shortcut } from './shortcuts.ts';

/** `false`: not for me after all. */
export type KeyHandler = (event: KeyboardEvent) => boolean | undefined | void;
/** Who is asked first: the screen, then the app around it. */
export type ShortcutRank = 'screen' | 'app';

interface Binding {
  readonly id: string;
  readonly shortcut: Shortcut;
  readonly strokes: readonly (readonly Stroke[])[];
  readonly rank: ShortcutRank;
  readonly run: KeyHandler;
}

/** How long the first key of two waits for the second, in milliseconds. */
const PATIENCE = 1_200;

/** The one listener of the window for shortcuts; who wants which is bound to it. */
class Keyboard {
  #bindings: readonly Binding[] = [];
  /** A tooltip takes Esc as its own and prevents the rest, though nobody thinks of it when they press it. */
  #closesTooltip = false;
  #first: { readonly press: KeyPress; readonly at: number } | null = null;

  /** @returns how to end it */
  bind(binding: Binding): () => void {
    if (this.#bindings.length === 0) this.#listen();
    // What came last is asked first, and screens before the app.
    const [screens, app] = [
      this.#bindings.filter(({ rank }) => rank === 'screen'),
      this.#bindings.filter(({ rank }) => rank === 'app'),
    ];
    this.#bindings = binding.rank === 'screen' ? [binding, ...screens, ...app] : [...screens, binding, ...app];
    return () => {
      this.#bindings = this.#bindings.filter((candidate) => candidate !== binding);
      if (this.#bindings.length === 0) this.#unlisten();
    };
  }

  #listen(): void {
    window.addEventListener('keydown', this.#onSequence, { capture: true });
    window.addEventListener('keydown', this.#onKeyDown);
  }

  #unlisten(): void {
    window.removeEventListener('keydown', this.#onSequence, { capture: true });
    window.removeEventListener('keydown', this.#onKeyDown);
    this.#first = null;
  }

  /** Before what has the focus: N after G is Notes, not a new task. */
  readonly #onSequence = (event: KeyboardEvent): void => {
    if (['Shift', 'Control', 'Alt', 'AltGraph', 'Meta'].includes(event.key)) return;
    this.#closesTooltip = event.key === 'Escape' && isTooltipOpen();
    const first = this.#first;
    this.#first = null;
    const sequences = this.#bindings.flatMap((binding) =>
      binding.strokes.flatMap(([one, two]) => (one && two && isAllowed(binding, event) ? [{ binding, one, two }] : [])),
    );
    if (first !== null && event.timeStamp - first.at < PATIENCE) {
      for (const { binding, one, two } of sequences) {
        if (!matchesStroke(one, first.press, isMac) || !matchesStroke(two, event, isMac)) continue;
        if (binding.run(event) === false) continue;
        event.preventDefault();
        event.stopPropagation();
        return;
      }
    }
    if (sequences.some(({ one }) => matchesStroke(one, event, isMac)))
      this.#first = { press: event, at: event.timeStamp };
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented && !this.#closesTooltip) return;
    for (const binding of this.#bindings) {
      const isMeant = binding.strokes.some(
        ([stroke, ...more]) => stroke !== undefined && more.length === 0 && matchesStroke(stroke, event, isMac),
      );
      if (!isMeant || !isAllowed(binding, event) || binding.run(event) === false) continue;
      event.preventDefault();
      return;
    }
  };
}

function isAllowed({ shortcut }: Binding, event: KeyboardEvent): boolean {
  if (event.isComposing) return false;
  if (shortcut.isOverOverlays !== true && isOverlayOpen()) return false;
  if (shortcut.inText === 'always' || !isTyping(event.target)) return true;
  return shortcut.inText === 'whenEmpty' && isEmptyField(event.target);
}

export const keyboard = new Keyboard();
