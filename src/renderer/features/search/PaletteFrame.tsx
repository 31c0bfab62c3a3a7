import { Command as Cmdk } from 'cmdk';
import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { isShortcut, keysOf } from '../commands/shortcuts.ts';

/** What Enter, and Ctrl or Cmd and Enter, do with a row. */
export interface PaletteAction {
  open: () => void;
  /** Without it, aside is the same as open. */
  openAside?: () => void;
}

interface PaletteFrameProps {
  label: string;
  placeholder: string;
  typed: string;
  onType: (typed: string) => void;
  /** Every row by its value, in the order on screen. */
  actions: ReadonlyMap<string, PaletteAction>;
  /** Whether the rows are those of what is typed. While they are not, Enter waits for them. */
  isSettled: boolean;
  /** At the lower edge: what the keys do. */
  foot: ReactNode;
  /** Backspace with nothing typed. */
  onBack?: () => void;
  children: ReactNode;
}

/** The field, the rows and the foot: a combobox whose first row is chosen until the user goes to another. */
export function PaletteFrame({
  label,
  placeholder,
  typed,
  onType,
  actions,
  isSettled,
  foot,
  onBack,
  children,
}: PaletteFrameProps) {
  const { t } = useTranslation('search');
  /** The row that the user went to, by key or pointer, since the last letter; until then it is the first one. */
  const [chosen, setChosen] = useState<string | null>(null);
  const isGoing = useRef(false);
  const list = useRef<HTMLDivElement>(null);
  /** Enter was pressed before the rows of what is typed were there. */
  const waiting = useRef<keyof PaletteAction | null>(null);
  const [first] = actions.keys();
  const isChosen = chosen !== null && actions.has(chosen);
  const current = isChosen ? chosen : first;

  const run = (how: keyof PaletteAction): void => {
    const action = current === undefined ? undefined : actions.get(current);
    if (how === 'openAside' && action?.openAside !== undefined) action.openAside();
    else action?.open();
  };
  const runWaiting = useEffectEvent(() => {
    const how = waiting.current;
    waiting.current = null;
    if (how !== null) run(how);
  });
  useEffect(() => {
    if (isSettled) runWaiting();
  }, [isSettled]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (onBack !== undefined && typed === '' && isShortcut('paletteBack', event)) {
      event.preventDefault();
      onBack();
      return;
    }
    const how = isShortcut('paletteOpenAside', event) ? 'openAside' : isShortcut('paletteOpen', event) ? 'open' : null;
    if (how === null) return;
    event.preventDefault();
    // A row of the words before must not be run; one that the user went to is meant.
    if (isSettled || isChosen) run(how);
    else waiting.current = how;
  };

  return (
    <Cmdk
      shouldFilter={false}
      loop
      // Ctrl with J or K is the app's own: it would go down and up.
      vimBindings={false}
      label={label}
      className="flex min-h-0 flex-col"
      value={current ?? ''}
      // cmdk also chooses by itself, and what it chose stays when results come in above it.
      onValueChange={(value) => {
        if (isGoing.current) setChosen(value);
      }}
      onKeyDown={onKeyDown}
      onKeyDownCapture={() => {
        isGoing.current = true;
      }}
      onPointerMoveCapture={() => {
        isGoing.current = true;
      }}
    >
      <div className="flex h-14 flex-none items-center gap-3 border-b border-hairline px-5">
        <Search aria-hidden className="text-muted-foreground" />
        <Cmdk.Input
          autoFocus
          value={typed}
          dir="auto"
          onValueChange={(next) => {
            onType(next);
            setChosen(null);
            waiting.current = null;
            isGoing.current = false;
            list.current?.scrollTo({ top: 0 });
          }}
          placeholder={placeholder}
          className="min-w-0 flex-1 bg-transparent type-prose leading-6 outline-none"
        />
        <Kbd keys={keysOf('paletteClose')} />
      </div>
      <Cmdk.List ref={list} label={label} className="min-h-0 flex-1 overflow-y-auto p-2">
        {children}
      </Cmdk.List>
      <div className="flex h-9 flex-none items-center gap-5 border-t border-hairline px-5 type-meta text-muted-foreground">
        {foot}
        <span className="ml-auto" aria-live="polite">
          {typed.trim() === '' || !isSettled ? null : t('results', { count: actions.size })}
        </span>
      </div>
    </Cmdk>
  );
}
