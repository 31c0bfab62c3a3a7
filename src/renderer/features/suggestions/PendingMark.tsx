import { Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Tooltip } from '../../components/ui/Tooltip.tsx';
import { cn } from '../../lib/cn.ts';
import { useWords } from '../history/useWords.ts';
import { describePending, type PendingChange } from './describePending.ts';
import { usePendingSuggestions } from './usePendingSuggestions.ts';

/** What is suggested for a record, as its row marks it; null where nothing is. */
export function usePendingChange(recordId: string): PendingChange | null {
  const suggestions = usePendingSuggestions().changing(recordId);
  const words = useWords();
  return suggestions.length === 0 ? null : describePending(recordId, suggestions, words);
}

/** In a record's row: dashed, with what the assistant would make of it. A click on it is the row's. */
export function PendingMark({ recordId, className }: { recordId: string; className?: string }) {
  const { t } = useTranslation('suggestions');
  const change = usePendingChange(recordId);
  if (change === null) return null;
  return (
    <Tooltip label={t('changePending', { change: change.long })}>
      <span
        data-pending-mark={recordId}
        className={cn(
          'pointer-events-auto relative flex h-5 min-w-0 flex-none items-center gap-1 rounded-sm border border-dashed px-1.5 type-meta leading-4 text-foreground tabular-nums',
          change.isStale ? 'border-suggestion-stale' : 'border-suggestion bg-suggestion-bg',
          className,
        )}
      >
        <Sparkles aria-hidden className={cn('icon-12', change.isStale ? 'text-suggestion-stale' : 'text-assistant')} />
        <span aria-hidden className="truncate">
          {change.short}
        </span>
        <span className="sr-only">{t('changePending', { change: change.long })}</span>
      </span>
    </Tooltip>
  );
}
