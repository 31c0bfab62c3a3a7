import { AnimatePresence, motion, useReducedMotion } from 'motion/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { SuggestionCard } from '../suggestions/SuggestionCard.tsx';
import { usePendingSuggestions } from '../suggestions/usePendingSuggestions.ts';

const SHOWN = 3;

/** What the assistant proposes, newest first; the rest on demand. */
export function HomeSuggestions() {
  const { t } = useTranslation('home');
  const { items } = usePendingSuggestions();
  const [showsAll, setShowsAll] = useState(false);
  const isStill = useReducedMotion() ?? false;
  if (items.length === 0) return null;
  return (
    <section aria-label={t('suggestions')} className="mb-5">
      <SectionTitle
        count={items.length}
        end={
          items.length > SHOWN ? (
            <button
              type="button"
              className="min-h-6 rounded-xs hover:text-foreground"
              onClick={() => setShowsAll((before) => !before)}
            >
              {t(showsAll ? 'showFewer' : 'reviewAll')}
            </button>
          ) : undefined
        }
      >
        {t('suggestions')}
      </SectionTitle>
      <ul className="relative grid gap-2">
        <AnimatePresence initial={false} mode="popLayout">
          {items.slice(0, showsAll ? items.length : SHOWN).map((suggestion) => (
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
              <SuggestionCard suggestion={suggestion} />
            </motion.li>
          ))}
        </AnimatePresence>
      </ul>
    </section>
  );
}
