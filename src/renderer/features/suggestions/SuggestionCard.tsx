import { Sparkles } from 'lucide-react';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import { cn } from '../../lib/cn.ts';
import { SuggestionActions } from './SuggestionActions.tsx';
import { SuggestionDiff } from './SuggestionDiff.tsx';
import { SuggestionFacts } from './SuggestionFacts.tsx';

interface SuggestionCardProps {
  suggestion: Suggestion;
  /** Names the project; off where the screen is that project's. */
  showsProject?: boolean;
  /** Says which conversation it comes from; off in the chat itself. */
  showsConversation?: boolean;
  /** The main thing where it stands (the chat): Approve is gold, and Ctrl or Cmd and Enter is its key. */
  isMain?: boolean;
  /** With room beside it: what can be done stands at the end of its first line. */
  isWide?: boolean;
  /** So many changes of a set are shown before the rest is asked for. */
  shown?: number;
  className?: string;
}

/** A pending suggestion as a card: what it is, where it comes from, Approve, Edit, Reject in words. */
export function SuggestionCard({
  suggestion,
  showsProject = true,
  showsConversation = true,
  isMain = false,
  isWide = false,
  shown = isWide ? 6 : 3,
  className,
}: SuggestionCardProps) {
  const isStale = suggestion.stale.length > 0;
  const head = (
    <div className="min-w-0 flex-1">
      <h3 className="font-medium text-pretty break-words" dir="auto">
        {suggestion.title}
      </h3>
      <SuggestionFacts suggestion={suggestion} showsProject={showsProject} showsConversation={showsConversation} />
    </div>
  );
  const diff =
    suggestion.kind === 'changes' && !(isWide && isStale) ? (
      <SuggestionDiff suggestion={suggestion} isWide={isWide} shown={shown} />
    ) : null;
  return (
    <article
      aria-label={suggestion.title}
      data-suggestion={suggestion.id}
      className={cn(
        'flex gap-2 rounded-lg border border-dashed p-3',
        isStale ? 'border-suggestion-stale' : 'border-suggestion bg-suggestion-bg',
        className,
      )}
    >
      <Sparkles aria-hidden className={cn('icon-14 mt-[3px]', isStale ? 'text-suggestion-stale' : 'text-assistant')} />
      <div className="@container min-w-0 flex-1">
        {isWide ? (
          <div className="flex flex-wrap items-start gap-x-3 gap-y-1 @min-[420px]:flex-nowrap">
            {head}
            <SuggestionActions suggestion={suggestion} className="-mt-0.5 flex-none flex-nowrap" />
          </div>
        ) : (
          head
        )}
        {diff}
        {isWide ? null : <SuggestionActions suggestion={suggestion} isMain={isMain} className="mt-2" />}
      </div>
    </article>
  );
}
