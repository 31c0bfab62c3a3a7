import { useRef, useState } from 'react';
import { Input } from '../../components/ui/Input.tsx';
import { cn } from '../../lib/cn.ts';
import { DraftProblem } from '../drafts/DraftProblem.tsx';
import type { DraftControl } from '../drafts/useDraft.ts';

interface LineFieldProps {
  draft: DraftControl;
  /** What it is: "Mail". */
  label: string;
  /** Shown while it is empty. */
  addLabel: string;
  editLabel: string;
  inputMode?: 'email' | 'text';
  /** Of the text and of the input. */
  className?: string;
}

/** One line written in place: a click opens it, Enter or leaving it saves, Esc takes back what was typed. */
export function LineField({ draft, label, addLabel, editLabel, inputMode = 'text', className }: LineFieldProps) {
  const [isWriting, setIsWriting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const isFieldShown = isWriting || draft.state === 'failed' || draft.state === 'conflict';
  if (isFieldShown) {
    return (
      <div className="min-w-0 flex-1">
        <Input
          autoFocus={isWriting}
          aria-label={label}
          aria-invalid={draft.problem === null ? undefined : true}
          dir="auto"
          inputMode={inputMode}
          value={draft.text}
          className={cn('-mx-2 h-auto w-[calc(100%+16px)] px-[7px]', className)}
          onChange={(event) => draft.set(event.target.value)}
          onBlur={() => {
            setIsWriting(false);
            draft.commit();
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key !== 'Enter' && event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            if (event.key === 'Escape') draft.discard();
            event.currentTarget.blur();
            // By key, the focus stays where it was.
            requestAnimationFrame(() => opener.current?.focus());
          }}
        />
        <DraftProblem draft={draft} />
      </div>
    );
  }
  const isEmpty = draft.text.trim() === '';
  return (
    <button
      ref={opener}
      type="button"
      aria-label={isEmpty ? addLabel : undefined}
      title={isEmpty ? undefined : editLabel}
      onClick={() => setIsWriting(true)}
      dir="auto"
      className={cn(
        '-mx-2 max-w-full min-w-0 truncate rounded-md px-2 text-start transition-state hover:bg-accent focus-inset',
        isEmpty && 'text-muted-foreground',
        className,
      )}
    >
      {isEmpty ? addLabel : draft.text}
    </button>
  );
}
