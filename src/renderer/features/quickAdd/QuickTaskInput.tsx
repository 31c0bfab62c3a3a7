import { Tag } from 'lucide-react';
import { type KeyboardEvent, type Ref, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { menuItem, menuSurface } from '../../components/ui/menuStyles.ts';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { cn } from '../../lib/cn.ts';
import { useProjects } from '../records/useProjects.ts';
import { type Completion, complete, completionAt, type CompletionOption } from './completion.ts';
import { type QuickTaskForm, warmUp } from './useQuickTask.ts';

interface QuickTaskInputProps {
  ref?: Ref<HTMLInputElement> | undefined;
  form: QuickTaskForm;
  /** Of what says what was understood. */
  describedBy: string;
  placeholder: string;
  autoFocus?: boolean;
  className?: string;
  /** Keys that the list of names has not taken. */
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** The field a task is written in. While a name is written after "@" or "#", those that go on so are listed below it. */
export function QuickTaskInput(props: QuickTaskInputProps) {
  const { ref, form, describedBy, placeholder, autoFocus = false, className, onKeyDown } = props;
  const { t } = useTranslation('quickAdd');
  const id = useId();
  const own = useRef<HTMLInputElement>(null);
  const { text } = form.draft;
  const [caret, setCaret] = useState<number | null>(null);
  /** Where a list begins that was closed by Esc or by a choice. */
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const found = caret === null ? null : completionAt(text, caret, form);
  // Of a name that is whole, and the only one, nothing is left to choose: what was understood shows in its place.
  const isSettled = found !== null && found.isWhole && found.options.length === 1;
  const list = isSettled || found?.start === dismissed ? null : found;
  const current = list?.options[Math.min(active, list.options.length - 1)];

  const choose = (completion: Completion, option: CompletionOption): void => {
    const next = complete(text, completion, option);
    form.setText(next.text);
    setDismissed(completion.start);
    setCaret(next.caret);
    requestAnimationFrame(() => own.current?.setSelectionRange(next.caret, next.caret));
  };
  const onListKey = (event: KeyboardEvent<HTMLInputElement>, completion: Completion): boolean => {
    const count = completion.options.length;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        setActive((before) => (Math.min(before, count - 1) + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
        return true;
      case 'Enter':
      case 'Tab':
        // A name that is whole already needs no Enter of its own: this one is for the task.
        if (event.shiftKey || event.ctrlKey || event.metaKey || current === undefined) return false;
        if (event.key === 'Enter' && completion.isWhole && active === 0) return false;
        choose(completion, current);
        return true;
      case 'Escape':
        setDismissed(completion.start);
        return true;
      default:
        return false;
    }
  };

  return (
    <div className="relative flex h-full min-w-0 flex-1 items-center">
      <input
        ref={(element) => {
          own.current = element;
          if (typeof ref === 'function') ref(element);
          else if (ref) ref.current = element;
        }}
        value={text}
        autoFocus={autoFocus}
        dir="auto"
        autoComplete="off"
        role="combobox"
        aria-label={t('newTask')}
        aria-invalid={form.problem === undefined ? undefined : true}
        aria-describedby={describedBy}
        aria-autocomplete="list"
        aria-expanded={list !== null}
        aria-controls={list === null ? undefined : `${id}-list`}
        aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
        placeholder={placeholder}
        className={cn('h-full min-w-0 flex-1 bg-transparent text-foreground outline-none', className)}
        onFocus={() => warmUp()}
        onBlur={() => setCaret(null)}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onChange={(event) => {
          form.setText(event.target.value);
          setCaret(event.target.selectionStart);
          setActive(0);
          // A sign that went leaves its place to the next one.
          if (dismissed !== null && !/[@#]/u.test(event.target.value[dismissed] ?? '')) setDismissed(null);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (list !== null && onListKey(event, list)) {
            event.preventDefault();
            event.stopPropagation();
          } else onKeyDown?.(event);
        }}
      />
      {list === null ? null : (
        <ul
          id={`${id}-list`}
          role="listbox"
          aria-label={list.sign === '@' ? t('projects') : t('labels')}
          className={cn(menuSurface, 'absolute top-full left-0 mt-1 max-w-full')}
        >
          {list.options.map((option) => (
            <li
              key={option.id}
              id={`${id}-${option.id}`}
              role="option"
              aria-selected={option === current}
              data-highlighted={option === current ? '' : undefined}
              className={menuItem}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(list, option);
              }}
            >
              {list.sign === '@' ? <ProjectMark id={option.id} /> : <Tag aria-hidden className="icon-14" />}
              <span className="truncate">{option.name}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function ProjectMark({ id }: { id: string }) {
  const project = useProjects().byId(id);
  return project === undefined ? null : <Swatch color={project.color} />;
}
