import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FrameInput, InputFrame } from '../../components/ui/Input.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { keysOf, useShortcut } from '../commands/shortcuts.ts';
import { SEARCH_TEXT_MAX } from './taskSearch.ts';

interface TaskSearchFieldProps {
  /** What the list is narrowed to; empty: nothing. */
  text: string;
  onChange: (text: string) => void;
}

/** How long typing rests before the list follows, in milliseconds. */
const REST = 120;

/** The magnifier of the topbar, which opens into a field that narrows this list by words. Esc empties it, then closes it. */
export function TaskSearchField({ text, onChange }: TaskSearchFieldProps) {
  const { t } = useTranslation('tasks');
  const [isOpen, setIsOpen] = useState(text !== '');
  const [typed, setTyped] = useState(text);
  // Where the address already has words the field is there, and takes the focus only when it is asked for.
  const [isAsked, setIsAsked] = useState(false);
  const [lastText, setLastText] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address was changed by something else: filters were cleared, a view was opened.
  if (text !== lastText) {
    setLastText(text);
    if (text !== typed.trim()) {
      setTyped(text);
      if (text !== '') setIsOpen(true);
    }
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  // Without words it is a magnifier again, unless somebody is about to write some.
  useEffect(() => {
    if (text === '' && document.activeElement !== input.current) setIsOpen(false);
  }, [text]);

  const type = (next: string): void => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(next.trim()), REST);
  };
  const close = (): void => {
    clearTimeout(timer.current);
    setTyped('');
    setIsOpen(false);
    if (text !== '') onChange('');
    requestAnimationFrame(() => button.current?.focus());
  };
  const open = (): void => {
    setIsAsked(true);
    setIsOpen(true);
    input.current?.select();
  };
  useShortcut('filterText', open);

  if (!isOpen)
    return (
      <IconButton ref={button} label={t('find.open')} shortcut={keysOf('filterText')} onClick={open}>
        <Search aria-hidden />
      </IconButton>
    );
  return (
    <div role="search">
      <InputFrame className="h-7 w-44 gap-1.5 rounded-md pr-0.5 pl-2 type-section wide:w-60">
        <Search aria-hidden className="icon-14" />
        <FrameInput
          ref={input}
          // At once: the next key is the first letter.
          autoFocus={isAsked}
          value={typed}
          maxLength={SEARCH_TEXT_MAX}
          aria-label={t('find.label')}
          placeholder={t('find.placeholder')}
          dir="auto"
          onChange={(event) => type(event.target.value)}
          onBlur={() => {
            if (typed.trim() === '' && text === '') setIsOpen(false);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.preventDefault();
              event.stopPropagation();
              if (typed === '') close();
              else type('');
            } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
              // On into what was found.
              event.preventDefault();
              clearTimeout(timer.current);
              onChange(typed.trim());
              document
                .querySelector<HTMLElement>('[data-task-list] [data-row-main], [data-task-board] [data-row-main]')
                ?.focus();
            }
          }}
        />
        <IconButton
          size="row"
          label={t('find.clear')}
          className="size-6"
          // Pressed before the field loses the focus and closes by itself.
          onMouseDown={(event) => event.preventDefault()}
          onClick={close}
        >
          <X aria-hidden className="icon-14" />
        </IconButton>
      </InputFrame>
    </div>
  );
}
