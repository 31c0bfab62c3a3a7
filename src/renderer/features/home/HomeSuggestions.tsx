import { AnimatePresence, motion, useReducedMotion } from 'motion/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { SuggestionCard } from '../suggestions/SuggestionCard.tsx';
import { usePendingSuggestions } from '../suggestions/usePendingSuggestions.ts';

const SHOWN = 3;

/** What the assistant proposes, the newest; all of it is on a screen of its own. */
export function HomeSuggestions() {
  const { t } = useTranslation('home');
  const { items } = usePendingSuggestions();
  const isStill = useReducedMotion() ?? false;
  if (items.length === 0) return null;
  return (
    <section aria-label={t('suggestions')} className="mb-5">
      <SectionTitle
        count={items.length}
        end={
          <Link to="/suggestions" className="inline-flex min-h-6 items-center rounded-xs hover:text-foreground">
            {t('reviewAll')}
          </Link>
        }
      >
        <Link to="/suggestions" className="rounded-xs">
          {t('suggestions')}
        </Link>
      </SectionTitle>
      <ul className="relative grid gap-2">
        <AnimatePresence initial={false} mode="popLayout">
          {items.slice(0, SHOWN).map((suggestion) => (
            <motion.li
              key={suggestion.id}
              layout={isStill ? false : 'position'}
              initial={{ opacity: 0 }}
              animate={{ opacity: 1 }}
              exit={{ opacity: 0 }}
              transition={{
                opacity: { duration: isStill ? 0.08 : 0.22 },
                layout: { type: 'spring', stiffness: 400, damping: 30, mass: 1 },
              }}
            >
              <SuggestionCard suggestion={suggestion} shown={1} />
            </motion.li>
          ))}
        </AnimatePresence>
      </ul>
    </section>
  );
}
