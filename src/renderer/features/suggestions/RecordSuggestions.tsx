import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import { cn } from '../../lib/cn.ts';
import { SuggestionCard } from './SuggestionCard.tsx';

const SHOWN = 3;

/** Suggestions about the record that a screen shows, as cards; the rest of them in the list of all. */
export function RecordSuggestions({ items, className }: { items: readonly Suggestion[]; className?: string }) {
  const { t } = useTranslation('suggestions');
  if (items.length === 0) return null;
  return (
    <section aria-label={t('title')} className={cn('grid gap-2', className)}>
      <h2 className="sr-only">{t('title')}</h2>
      {items.slice(0, SHOWN).map((suggestion) => (
        <SuggestionCard key={suggestion.id} suggestion={suggestion} showsProject={false} isWide shown={2} />
      ))}
      {items.length > SHOWN ? (
        <Link
          to="/suggestions"
          className="min-h-6 justify-self-start rounded-sm type-meta leading-6 text-muted-foreground hover:text-foreground"
        >
          {t('moreOfThem', { count: items.length - SHOWN })}
        </Link>
      ) : null}
    </section>
  );
}
