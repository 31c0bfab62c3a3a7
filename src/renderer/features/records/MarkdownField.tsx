import { useState } from 'react';
import { Textarea } from '../../components/ui/Input.tsx';
import { Markdown } from '../../components/ui/Markdown.tsx';
import { cn } from '../../lib/cn.ts';
import { DraftProblem } from '../drafts/DraftProblem.tsx';
import type { DraftControl } from '../drafts/useDraft.ts';

interface MarkdownFieldProps {
  draft: DraftControl;
  /** What it is: "Description". */
  label: string;
  /** Shown while it is empty: "Add a description". */
  addLabel: string;
  editLabel: string;
  className?: string;
}

/** Markdown written in place: a click opens its source, leaving it saves. */
export function MarkdownField({ draft, label, addLabel, editLabel, className }: MarkdownFieldProps) {
  const [isWriting, setIsWriting] = useState(false);
  const isFieldShown = isWriting || draft.state === 'failed' || draft.state === 'conflict';
  if (isFieldShown) {
    return (
      <div className={className}>
        <Textarea
          autoFocus={isWriting}
          aria-label={label}
          aria-invalid={draft.problem === null ? undefined : true}
          dir="auto"
          value={draft.text}
          className="max-h-[40vh]"
          onChange={(event) => draft.set(event.target.value)}
          onBlur={() => {
            setIsWriting(false);
            draft.commit();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            event.currentTarget.blur();
          }}
        />
        <DraftProblem draft={draft} />
      </div>
    );
  }
  if (draft.text.trim() === '') {
    return (
      <button
        type="button"
        onClick={() => setIsWriting(true)}
        className={cn(
          '-mx-2 block rounded-md px-2 text-start text-muted-foreground transition-state hover:bg-accent focus-inset',
          className,
        )}
      >
        {addLabel}
      </button>
    );
  }
  return (
    <div
      className={cn(
        'relative -mx-2 rounded-md px-2 text-muted-foreground transition-state hover:bg-accent/60',
        className,
      )}
    >
      {/* The button lies behind the text, so that links in it stay their own. */}
      <button
        type="button"
        aria-label={editLabel}
        onClick={() => setIsWriting(true)}
        className="absolute inset-0 rounded-md focus-inset"
      />
      <Markdown className="pointer-events-none relative [&_a]:pointer-events-auto">{draft.text}</Markdown>
    </div>
  );
}
